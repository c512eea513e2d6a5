"""The tabs of a review's page, and the one that any case has of its reviews."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.web import files
from lawgov.casework.web.pages import Tab, address
from lawgov.casework.web.words import spelled
from lawgov.people.models import User
from lawgov.privacy.masks import mask_text

from . import subjects
from .choices import DEFECT, RISK_CLASS, Finding
from .models import POINTS, Opinion, Review, RiskMeeting, Round
from .procedure import SENDERS
from .standing import standing


class Seen(NamedTuple):
    """A round as the page shows it: its text, and where it is compared with the one before."""

    row: Round
    text: str
    change: str


class Given(NamedTuple):
    row: Opinion
    points: list[tuple[str, str, bool]]
    defects: str
    body: str


class Weighed(NamedTuple):
    row: RiskMeeting
    pairs: list[tuple[str, str]]


def sent_in(case: Case, user: User) -> dict[str, Any]:
    """What lies before the reviewer: the text, the materials, the case with its files."""
    subject = Case.objects.visible_to(user).filter(pk=case.detail.subject_id).first()
    rounds = case.part("rounds")
    return {
        "subject": subject,
        "subject_url": address(subject) if subject else "",
        "stated": spelled(case, case.detail, ("type", "statement", "adopted")),
        "listed": case.detail.listed,
        "rounds": [shown(case, rows) for rows in pairs_of(rounds)][::-1],
        "materials": case.part("materials"),
        "attachments": files.attachments(subject, user)["attachments"] if subject else [],
    }


def pairs_of(rounds: list[Round]) -> list[tuple[Round | None, Round]]:
    return list(zip([None, *rounds], rounds, strict=False))


def shown(case: Case, rows: tuple[Round | None, Round]) -> Seen:
    before, row = rows
    change = reverse("review-rounds", args=[case.pk, before.pk, row.pk]) if before else ""
    return Seen(row, mask_text(row.text), change)


def opinions(case: Case, user: User) -> dict[str, Any]:
    rows = Opinion.objects.filter(case=case).select_related("reviewer").order_by("-round")
    recusals = [
        (str(row), spelled(case, row, ("reason",), part="recusals"))
        for row in case.part("recusals")
    ]
    return {
        "opinions": [given(case, row) for row in rows],
        "counsels": [
            (str(row), spelled(case, row, ("body",), part="counsels"))
            for row in case.part("counsels")
        ],
        "risks": [weighed(case, row) for row in case.part("risks")],
        "recusals": recusals,
    }


def given(case: Case, row: Opinion) -> Given:
    words = dict(Finding.choices)
    points = [
        (label, str(words[getattr(row, name)]), getattr(row, name) == Finding.FAULTY)
        for name, label in POINTS.items()
    ]
    return Given(row, points, called(row.defects, row), mask_text(row.body))


def called(codes: list[str], row: Opinion) -> str:
    names = DEFECT.on(row.on)
    return "、".join(names.get(code, code) for code in codes)


def weighed(case: Case, row: RiskMeeting) -> Weighed:
    people = User.objects.filter(pk__in=row.members).order_by("name", "pk")
    return Weighed(
        row,
        [
            ("法律意见书文号", row.number),
            ("参会人员", "、".join([*(user.name for user in people), row.outside]).rstrip("、")),
            ("风险类别", RISK_CLASS.on(row.on).get(row.risk_class, row.risk_class)),
            ("风险级别", str(row.get_level_display())),
            ("处置方案", mask_text(row.plan)),
            ("法律意见", mask_text(row.opinion)),
            ("执行完毕日期", str(row.done_on or "")),
            ("方案执行情况", mask_text(row.outcome)),
        ],
    )


def due(case: Case, user: User) -> list[str]:
    """预警 after each step, for as long as the text wants a review that it does not have."""
    subject = subjects.of(case)
    colour, words = warning(subject, standing(case))
    return [words] if colour == "red" else []


class Before(NamedTuple):
    """A review of the case, for who may open it."""

    case: Case
    url: str
    opinions: list[Opinion]


def of_subject(case: Case, user: User) -> dict[str, Any]:
    """How the case stands with its review, and what has to be done about it."""
    seen = Case.objects.visible_to(user, "review")
    reviews = Review.objects.filter(subject=case, case__in=seen).select_related("case")
    subject = subjects.of(case)
    stands = standing(case)
    return {
        "listed": subject.listed,
        "stands": stands,
        "warning": warning(subject, stands),
        "reviews": [before(review.case) for review in reviews.order_by("-pk")],
        "start": start(case, user),
    }


def before(case: Case) -> Before:
    return Before(case, address(case), case.part("opinions"))


def is_under_way(case: Case) -> bool:
    stands = standing(case)
    return bool(stands and stands["review"].detail.under_way)


def start(case: Case, user: User) -> str:
    """Where the case is sent in from, for who may do so."""
    if not user.seat_for(SENDERS, case.unit) or is_under_way(case):
        return ""
    return f"{reverse('review-new')}?{urlencode({'subject': case.pk, 'unit': case.unit})}"


def warning(subject: subjects.Subject, stands: dict[str, Any] | None) -> tuple[str, str]:
    """预警: the colour and the words of what the review still demands."""
    if subject.decided or not subject.text_hash:
        return ("", "")
    if stands and stands["passed"]:
        return ("green", "现有文本已通过法制审核，可以作出决定；文本再有变动须重新送审")
    if stands and stands["stale"]:
        return ("red", "送审后文本已有变动，须就现有文本重新送审")
    if stands and stands["review"].detail.under_way:
        return ("yellow", under_way(stands))
    if subject.listed:
        return ("red", "拟作决定列入重大执法决定法制审核目录，未经审核或者审核未通过不得作出决定")
    return ("grey", "拟作决定未列入法制审核目录，可以不送审")


def under_way(stands: dict[str, Any]) -> str:
    """Where it lies, and for whom to go on."""
    back = "；请按意见修改拟作决定，再打开该审核办理“修改后再次送审”"
    told = f"法制审核正在办理：{stands['state']}"
    return told + back if stands["review"].state == "sent_back" else told


SENT_IN = Tab("file", "送审案卷", "review/_file.html", sent_in)
OPINIONS = Tab("opinions", "审核意见", "review/_opinions.html", opinions)
OF_SUBJECT = Tab("review", "法制审核", "review/_of_subject.html", of_subject)
