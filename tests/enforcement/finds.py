"""How what is found gets somewhere: what each opening step is given, and roads to some states."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from lawgov.casework.models import Case

from ..cast import GRID, STREET
from ..files.samples import png

serial = count()
TAG = "010101"  # of the tree that holds everywhere


def day(ahead: int) -> str:
    return (localdate() + timedelta(days=ahead)).isoformat()


def picture() -> SimpleUploadedFile:
    """A photo like no other: a case takes each file once."""
    size = (8 + next(serial), 8)
    return SimpleUploadedFile("现场.png", png(size=size), "image/png")


def lead(squad: Any, unit: str = STREET, **changes: Any) -> Case:
    facts = {
        "title": "沿街商户占道经营", "channel": "report", "field": "street_trade",
        "object": "shop", "subject": "某某水果店", "place": "闻喜路1号", "summary": "占道摆放货物",
    } | changes  # fmt: skip
    return Case.open_new("lead", by=squad.officer, unit=unit, **facts)


def handled(squad: Any, **changes: Any) -> Case:
    """A lead that an officer works on."""
    case = lead(squad, **changes)
    case.take("grade", by=squad.officer, manner="combined")
    case.take("take_up", by=squad.officer)
    return case


def measured(squad: Any, case: Case, **changes: Any) -> Case:
    facts = {
        "kind": "persuasion", "demand": "请将货物收回店内", "recheck_on": day(3),
        "officers": [squad.officer, squad.partner],
    } | changes  # fmt: skip
    case.take("measure", by=squad.officer, **facts)
    return case


def finding(squad: Any, unit: str = GRID, **changes: Any) -> Case:
    facts = {
        "title": "人行道乱堆放", "channel": "video", "tag": TAG, "disorder": "piling",
        "camera": "3号路口", "place": "闻喜路", "summary": "堆放建筑垃圾",
    } | changes  # fmt: skip
    return Case.open_new("finding", by=squad.officer, unit=unit, **facts)


ITEM = {
    "theme": "waste", "item": "生活垃圾分类检查", "object": "company", "planned": 4,
    "basis": "《上海市生活垃圾管理条例》",
}  # fmt: skip


def plan(
    squad: Any, public: bool = True, unit: str = STREET, title: str = "年度检查计划", **item: Any
) -> Case:
    """This year's plan with one item, approved and shown to the public."""
    facts = {"title": title, "plan_year": localdate().year, "plan_items": [ITEM | item]}
    case = Case.open_new("inspection_plan", by=squad.officer, unit=unit, **facts)
    if public:
        case.take("approve", by=squad.head)
        case.take("publicised", by=None)
    return case


def inspection(squad: Any, unit: str = STREET, **changes: Any) -> Case:
    facts = {
        "title": "泥头车检查", "theme": "slag_truck", "mode": "post", "object": "vehicle",
        "place": "环观南路卡点",
    } | changes  # fmt: skip
    return Case.open_new("inspection", by=squad.officer, unit=unit, **facts)


def results(squad: Any, **changes: Any) -> dict[str, Any]:
    return {
        "officers": [squad.officer, squad.partner], "shown": True, "count": 12,
        "results": [{"item": "密闭运输", "outcome": "good"}], "record": "逐车检查，均已密闭",
    } | changes  # fmt: skip


def inspected(squad: Any, problems: int = 0, count: int = 12, **changes: Any) -> Case:
    case = inspection(squad, **changes)
    outcome = "bad" if problems else "good"
    rows = [{"item": "密闭运输", "outcome": outcome}]
    facts = results(squad, problems=problems, results=rows, count=count)
    case.take("inspect", by=squad.officer, **facts)
    return case


def campaign(squad: Any, unit: str = STREET, running: bool = True, **changes: Any) -> Case:
    facts = {
        "title": "百日攻坚", "theme": "slag_truck", "since": day(-3), "until": day(30),
        "plan": "定点设卡与机动巡查结合", "partners": [{"name": "交警中队", "duty": "拦停"}],
        "checkpoints": [{"place": "环观南路", "hours": "22时至次日2时"}],
    } | changes  # fmt: skip
    case = Case.open_new("campaign", by=squad.officer, unit=unit, **facts)
    if running:
        case.take("launch", by=squad.head)
    return case


def hazard(squad: Any, unit: str = STREET, **changes: Any) -> Case:
    facts = {
        "title": "疏散通道被占", "type": "fire", "grade": "ordinary", "place": "某市场二层",
        "owner": "某市场管理公司", "summary": "通道堆放货物", "due": day(7),
    } | changes  # fmt: skip
    return Case.open_new("hazard", by=squad.officer, unit=unit, **facts)
