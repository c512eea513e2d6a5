"""Kinds of meetings, and the capacities in which people are there."""

from django.db.models import TextChoices


class Type(TextChoices):
    COUNCIL = "council", "议事协调会"
    COMMITTEE = "committee", "党工委会议"
    OFFICE = "office", "主任办公会"
    JOINT = "joint", "联席会议"
    CONFERENCE = "conference", "会商"
    QUARTER = "quarter", "季度总结和专业指导会"
    PETITION = "petition", "信访联席会议"
    TOPIC = "topic", "专题会"
    STUDY = "study", "疑难案件研判会"
    PANEL = "panel", "集体讨论会"
    OTHER = "other", "其他会议"


class Capacity(TextChoices):
    CHAIR = "chair", "主持"
    MEMBER = "member", "出席"
    OBSERVER = "observer", "列席"
    RECORDER = "recorder", "记录"
    COUNSEL = "counsel", "法律顾问"
    JUDGE = "judge", "法官"
    ABSENT = "absent", "请假缺席"
