"""Where a code hangs: a place of a unit, from a day until it is taken down."""

from lawgov.casework.facts import Day, Text
from lawgov.casework.registers import Register
from lawgov.people.models import Role

from ..states import ALL

CODE_PLACE = Register(
    kind="code_place",
    label="二维码点位",
    writers=(Role.COMMUNITY_WORKER, Role.JUSTICE),
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    facts={
        "on": Day("启用日期", required=False),
        "until": Day("停用日期", required=False),
        "subject": Text("点位名称", most=60, help="如：3号楼门厅、居委会大门"),
        "note": Text("说明", required=False),
    },
)
