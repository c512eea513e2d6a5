"""What is logged on a round of screening (排查): one row a round, found or not."""

from django.conf import settings

from lawgov.casework.facts import Choice, Day, Integer, Text
from lawgov.casework.registers import Register
from lawgov.casework.upload import Files
from lawgov.people.models import Role

from ..choices import Found
from ..states import ALL
from .choices import ROUND

PHOTOS = f"每张不超过{settings.ATTACHMENT_MAX_MB}MB，可一次选多张"  # the form is to fit a phone
READERS = (*ALL, Role.STATISTICIAN, Role.LEADER)
SCREENING = Register(
    kind="screening",
    label="矛盾纠纷排查",
    writers=ALL,
    readers=READERS,
    facts={
        "on": Day("排查日期", required=False),
        "type": Choice("排查方式", choices=ROUND),
        "found": Choice("排查结果", choices=Found),
        "spot": Text("排查地点", required=False, most=100, help="如：3号楼1单元"),
        "households": Integer("走访户数", required=False, most=100000),
        "walker": Text("走访人", required=False, most=50, help="不填即登记人"),
        "note": Text("情况说明", required=False),
        "file": Files("现场照片", required=False, help=PHOTOS),
    },
    slots={"found": "facet", "households": "n1"},
)
