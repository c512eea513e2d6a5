"""The words of incidents."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

INCIDENT = Dictionary("incident.kind", "突发事件类型")


class Channel(TextChoices):
    POLICE = "police", "公安机关通报"
    COMMUNITY = "community", "社区报告"
    RESIDENT = "resident", "群众报告"
    HOTLINE = "hotline", "12345热线"
    PATROL = "patrol", "巡查发现"
    SUPERIOR = "superior", "上级交办"


class Work(TextChoices):
    """What the team does on the spot."""

    MEDIATE = "mediate", "调解"
    STEADY = "steady", "稳控"
    EXPLAIN = "explain", "宣讲"
