"""The papers of a review: the opinion of each round, and that of a risk meeting."""

from lawgov.casework.models import Case
from lawgov.documents.papers import Content, Paper, Row, day
from lawgov.documents.values import Masked, Plain
from lawgov.people.models import User
from lawgov.units.models import names

from .choices import DEFECT, RISK_CLASS, Finding
from .models import POINTS, Opinion


def seal(case: Case) -> str:
    return names([case.unit]).get(case.unit, "")


def opinion(case: Case, shown: Masked | Plain) -> Content:
    """法制审核意见书: of the last round, for the text that it names by its hash."""
    row = case.part("opinions")[-1]
    seen = next(each for each in case.part("rounds") if each.round == row.round)
    return Content(
        title="法制审核意见书",
        number=row.number,
        rows=[
            ("送审单位", seal(case)),
            ("案件名称", shown.text(case.title.removesuffix("法制审核"))),
            ("送审日期", f"{day(seen.on)}（第{row.round}轮）"),
            ("送审文本", shown.text(seen.text)),
            ("文本摘要", in_lines(row.text_hash)),
            *points(row),
            ("意见类型", str(row.get_type_display())),
            *defects(row),
            ("具体意见", shown.text(row.body)),
            *counsel(case, row, shown),
        ],
        closing=["本意见只对上列文本有效，文本变动的应当重新送审。"],
        signatures=[("审核人（签名）", day(row.on))],
        seal=seal(case),
        on=day(row.on),
    )


def in_lines(text_hash: str) -> str:
    """A word of 64 letters breaks nowhere by itself and would run out of its cell."""
    return f"{text_hash[:32]}\n{text_hash[32:]}"


def points(row: Opinion) -> list[Row]:
    words = dict(Finding.choices)
    return [(label, str(words[getattr(row, name)])) for name, label in POINTS.items()]


def defects(row: Opinion) -> list[Row]:
    called = DEFECT.on(row.on)
    said = "、".join(called.get(code, code) for code in row.defects)
    return [("存在的问题", said)] if said else []


def counsel(case: Case, row: Opinion, shown: Masked | Plain) -> list[Row]:
    return [
        ("法律顾问意见", f"{each.firm} {each.name}：{shown.text(each.body)}")
        for each in case.part("counsels")
        if each.round == row.round
    ]


def legal_opinion(case: Case, shown: Masked | Plain) -> Content:
    """法律意见书: what a risk meeting ended in, with its plan."""
    row = case.part("risks")[-1]
    there = User.objects.filter(pk__in=row.members).order_by("name", "pk")
    people = [*there.values_list("name", flat=True), *filter(None, [row.outside])]
    return Content(
        title="法律意见书",
        number=row.number,
        rows=[
            ("案件名称", shown.text(case.title.removesuffix("法制审核"))),
            ("评估日期", day(row.on)),
            ("参会人员", "、".join(people)),
            ("风险类别", RISK_CLASS.on(row.on).get(row.risk_class, "")),
            ("风险级别", str(row.get_level_display())),
            ("处置方案", shown.text(row.plan)),
            ("法律意见", shown.text(row.opinion)),
        ],
        signatures=[("参会人员（签名）", day(row.on))],
        seal=seal(case),
        on=day(row.on),
    )


PAPERS = (
    Paper("opinion", "法制审核意见书", "form", ("agree", "send_back"), opinion),
    Paper("legal-opinion", "法律意见书", "form", ("weigh_risk",), legal_opinion),
)
