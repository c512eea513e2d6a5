"""What 归档 asks beside its day: how long the file is kept, who looked it over, what it lacks."""

from lawgov.casework.facts import Choice, Fact, Many, Text

from .choices import FileItem, Retention
from .rules import filing as rules

NOTE: dict[str, Fact] = {
    "item": Choice("材料", choices=FileItem),
    "reason": Text("原因（存放处）"),
}
FACTS: dict[str, Fact] = {
    "retention": Choice("保管期限", choices=Retention),
    "checked_by": Text("检查人", required=False, most=50),
    "file_notes": Many("卷宗情况说明", required=False, of=NOTE, least=0, begins=rules.unexplained),
}
PARTS = {"file_notes": "mediation.FileNote"}
