"""Where a task comes from."""

from django.db.models import TextChoices


class Source(TextChoices):
    MEETING = "meeting", "会议决定"
    LEADER = "leader", "领导批示"
    CASE = "case", "案件"
    INSPECTION = "inspection", "督查"
    OTHER = "other", "其他"
