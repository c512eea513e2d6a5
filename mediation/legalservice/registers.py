"""What legal service logs beside cases: sessions at which lawyers advised, one row a session."""

from lawgov.casework.facts import Choice, Day, Integer, Text
from lawgov.casework.registers import Register

from .choices import Duty
from .who import FIELD, READERS

DUTY = Register(
    kind="duty",
    label="律师值班记录",
    writers=FIELD,
    readers=READERS,
    facts={
        "on": Day("值班日期", required=False),
        "type": Choice("场次类别", choices=Duty),
        "lawyer": Text("值班律师", most=50),
        "spot": Text("地点", most=100),
        "matters": Integer("解答事项数", required=False, most=1000),
        "note": Text("情况说明", required=False),
    },
    slots={"matters": "n1"},
)
