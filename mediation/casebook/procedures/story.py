"""What can happen to a story: 推荐, 脱敏, 编辑, 审稿, and the edition in which it is bound."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.common import took
from lawgov.casework.facts import Day, LongText, Text
from lawgov.casework.models import Relation
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Role

from .. import limits, rules
from ..facts import OfKind

TELLERS = (Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE)
EDITORS = (Role.MEDIATOR, Role.JUSTICE)
JUDGES = (Role.JUSTICE, Role.LEADER)
STATES = {
    "recommended": "已推荐",
    "deidentified": "已脱敏",
    "edited": "待审稿",
    "reviewed": "已审定",
    "bound": "已成册",
    "dropped": "不予采用",
}
COLOURS = {
    "recommended": "primary", "deidentified": "info", "edited": "warning", "reviewed": "success",
    "bound": "dark",
}  # fmt: skip
OPEN = ("recommended", "deidentified", "edited")
TEXT = LongText("案例正文", most=20000, help="只写某甲、某乙，不写姓名、号码、门牌")


def recommend(case: Any, facts: Any) -> dict[str, Any]:
    """The story points to its dispute, and is of its type."""
    subject = facts["subject"]
    return {
        "type": subject.detail.type,
        "links": [{"relation": Relation.SOURCE, "other": subject}],
    }


def stands(case: Any) -> dict[str, Any]:
    detail = case.detail
    return {"title": case.title, "text": detail.text, "commentary": detail.commentary}


STEPS = {
    "recommend": Step(
        "推荐案例", (), "recommended", TELLERS,
        {
            "subject": OfKind("纠纷", kind="dispute"),
            "title": Text("案例标题", most=100, help="不写当事人姓名"),
            "reason": LongText("推荐理由", most=500),
            "on": Day("推荐日期", required=False),
        },
        (
            rules.SUBJECT_KNOWN, rules.SUBJECT_CLOSED, rules.NOT_SENSITIVE, rules.SUBJECT_ONCE,
            rules.CLEAN,
        ),
        sets=recommend, number="调案字",
    ),
    "deidentify": Step(
        "脱敏", ("recommended",), "deidentified", TELLERS,
        {"title": Text("案例标题", most=100), "text": TEXT, "on": Day("日期", required=False)},
        (rules.CLEAN,), style="primary", begins=stands,
    ),
    "edit": Step(
        "编辑", ("deidentified", "edited"), "edited", EDITORS,
        {
            "title": Text("案例标题", most=100),
            "text": TEXT,
            "commentary": LongText("点评", required=False, most=5000),
            "on": Day("日期", required=False),
        },
        (rules.CLEAN,), style="primary", begins=stands,
    ),
    "review": Step(
        "审稿通过", ("edited",), "reviewed", JUDGES,
        {"opinion": Text("审稿意见", required=False), "on": Day("日期", required=False)},
        (rules.CLEAN,), bars=took("deidentify", "edit"), closes=True, style="success",
    ),
    "send_back": Step(
        "退回修改", ("edited",), "deidentified", JUDGES, {"reason": Text("退回原因")},
        bars=took("deidentify", "edit"), sets=lambda case, facts: {"returned": True},
    ),
    "drop": Step(
        "不予采用", OPEN, "dropped", JUDGES, {"why": Text("原因")}, closes=True,
        sets=lambda case, facts: {"dropped": True},
    ),
    "bind": Step(
        "成册", ("reviewed",), "bound", (),
        {"edition": OfKind("汇编", kind="edition"), "on": Day("日期", required=False)},
    ),
    **common.papers(TELLERS, OPEN),
}  # fmt: skip
CLOCKS = (
    Clock("案例审稿", limits.REVIEW_DAYS, "平台办理规则", ("edit",),
          ("review", "send_back", "drop"), working=True),
)  # fmt: skip

STORY = Procedure(
    kind="story",
    label="调解案例",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*TELLERS, Role.GRID_WORKER, Role.STATISTICIAN, Role.LEADER),
    trusted=JUDGES,
    clocks=CLOCKS,
    detail="casebook.Story",
    parts=common.PARTS,
    counts={"type": "type"},
    searched=("text", "commentary"),
)
