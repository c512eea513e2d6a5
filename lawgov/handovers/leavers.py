"""Who leaves hands all open work over, case by case, each by its own step."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from lawgov.casework.facts import Person
from lawgov.casework.models import Case
from lawgov.casework.procedure import PROCEDURES, Procedure, Step
from lawgov.casework.refusals import Refusal
from lawgov.people.appointments import standing
from lawgov.people.models import Post, Role, User

from .steps import WHY

MOST = 200  # cases at once; the rest follows with the next submission
CAP, FEW = 99, 5
NOT_SEEN = "没有找到，或不在您的数据范围内"


def handing(procedure: Procedure) -> str:
    """The step of a kind that gives a case to another handler, if it has one."""
    return next((name for name, step in procedure.steps.items() if step.hands_over), "")


def transfers() -> list[Step]:
    return [p.steps[name] for p in PROCEDURES.values() if (name := handing(p))]


def leading() -> set[Role]:
    """Who may hand over the cases of others."""
    return {role for step in transfers() for role in (*step.roles, *step.leads)}


def led_by(user: User) -> QuerySet[User]:
    """People who hold or held a post in the range that the user leads."""
    return User.objects.held_within(user.spans(leading()))


def with_work(user: User) -> QuerySet[User]:
    """Of those, who still handles an open case that the user may see."""
    open_cases = Case.objects.visible_to(user).filter(handler=OuterRef("pk"), closed_on=None)
    return led_by(user).filter(Exists(open_cases))


def work_of(person: User, seen_by: User) -> list[Case]:
    """Open cases that the person handles, the most urgent first; one more than fit at once."""
    seen = Case.objects.visible_to(seen_by).filter(handler=person, closed_on=None)
    return list(seen.select_related("handler").order_by("due_on", "pk")[: MOST + 1])


def asks(person: User) -> dict[str, Any]:
    """What is asked of who hands over the work of a person."""
    return {"handler": Person("继任承办人", options=lambda all: candidates(all, person)), **WHY}


def candidates(cases: Iterable[Case], person: User) -> list[tuple[int, str]]:
    """Who works on such cases at one of the desks; each case's own rules decide in the end."""
    cases = list(cases)
    roles = {role for case in cases for role in case.procedure.workers}
    posts = Post.objects.on().over(*(case.desk for case in cases)).filter(role__in=roles)
    found = posts.exclude(user=person).select_related("user").order_by("user__name", "user", "pk")
    words: dict[int, tuple[str, list[str]]] = {}
    for post in found:
        words.setdefault(post.user_id, (post.user.name, []))[1].append(post.get_role_display())
    return [
        (pk, f"{name}（{'、'.join(dict.fromkeys(held))}）") for pk, (name, held) in words.items()
    ]


class Refused(NamedTuple):
    case: Case | None
    reasons: list[str]


class Outcome(NamedTuple):
    done: list[Case]
    refused: list[Refused]


def hand_over(
    wanted: Mapping[int, int], *, by: User, key: str, given: Mapping[str, Any]
) -> Outcome:
    """Take the step on each case (id -> version that was seen); every one is told of."""
    seen = Case.objects.visible_to(by).filter(pk__in=wanted).select_related("handler")
    cases = {case.pk: case for case in seen}
    outcome = Outcome([], [])
    for pk, version in wanted.items():
        case = cases.get(pk)
        if case is None:
            outcome.refused.append(Refused(None, [NOT_SEEN]))
        elif not handing(case.procedure):
            outcome.refused.append(Refused(case, [f"{case.procedure.label}没有移交承办人的环节"]))
        else:
            take(case, outcome, by=by, seen=version, key=f"{key}.{pk}", **given)
    return outcome


def take(case: Case, outcome: Outcome, **given: Any) -> None:
    try:
        case.take(handing(case.procedure), **given)
    except Refusal as refusal:
        outcome.refused.append(Refused(case, refusal.reasons))
    else:
        outcome.done.append(case)


def left_behind(person: User) -> str:
    """What an administrator is told who ends a person's duties: a number, and who may act."""
    held = Case.objects.filter(handler=person, closed_on=None).values_list("pk")[: CAP + 1]
    if not (count := len(held)):
        return ""
    number = f"{CAP}件以上" if count > CAP else f"{count}件"
    return f"{person.name}名下尚有{number}未办结事项，{who_acts(person)}"


def who_acts(person: User) -> str:
    posts = Post.objects.on().over(*standing(person)).filter(role__in=leading())
    found = posts.exclude(user=person).select_related("user").order_by("-unit", "pk")[:FEW]
    names = dict.fromkeys(f"{post.get_role_display()}{post.user.name}" for post in found)
    if not names:
        return "其单位尚无可以办理离岗移交的人员，请先任命"
    return f"可由{'、'.join(names)}在“移交—离岗移交”中交给他人"
