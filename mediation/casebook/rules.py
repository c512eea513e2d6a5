"""What stands in the way of a story, of an edition, and of what a civic issue ends with."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case
from lawgov.casework.procedure import Rule
from lawgov.privacy.masks import mask_text
from lawgov.units import scope

from . import limits
from .choices import Output
from .models import Edition

Facts = Mapping[str, Any]
TOLD = ("title", "reason", "text", "commentary")  # where a name could stand
SHORTEST = 2  # one character is in every sentence
PLACED = 5  # 小区 alone says nothing of where somebody lives
READY = ("reviewed", "bound")


def is_known(case: Any, facts: Facts) -> bool:
    subject = facts["subject"]
    seen = Case.objects.visible_to(facts["by"], "dispute").filter(pk=subject.pk)
    return bool(scope.street(case.unit) == subject.registry and seen.exists())


def names(subject: Case) -> Iterator[str]:
    """Everything by which a party of the dispute could be known."""
    for party in subject.part("parties"):
        yield from (party.name, party.agent_name, party.id_number, party.phone, party.agent_phone)
        yield party.credit_code
        if len(party.address) >= PLACED:
            yield party.address


def of_known(holds: Any) -> Any:
    """What is asked of a dispute that is recommended tells nothing of one out of reach."""
    return lambda case, facts: not is_known(case, facts) or holds(case, facts)


def is_clean(case: Any, facts: Facts) -> bool:
    """No name of a party and no number of a person is left, in what is said now or stood there."""
    if "subject" in facts and not is_known(case, facts):
        return True  # else one could try names on a dispute out of reach
    stood = {"title": case.title, "text": case.detail.text, "commentary": case.detail.commentary}
    told = "\n".join(str((stood | dict(facts)).get(name) or "") for name in TOLD)
    subject = facts.get("subject") or case.detail.subject
    known = [name for name in names(subject) if len(name) >= SHORTEST]
    return mask_text(told) == told and not any(name in told for name in known)


def is_once(case: Any, facts: Facts) -> bool:
    return not facts["subject"].stories.filter(dropped=False).exists()


def stories_here(case: Any) -> Any:
    """The stories of the street that were passed, whichever edition has them."""
    return Case.objects.filter(kind="story", registry=scope.street(case.unit), state__in=READY)


def choices(case: Any) -> list[tuple[int, str]]:
    """What may still be taken in: first what stands in no edition yet."""
    inside = [row.story_id for row in held(case)]
    rows = stories_here(case).exclude(pk__in=inside).order_by("-state", "pk")
    return [(pk, title) for pk, title in rows.values_list("pk", "title")]


def held(case: Any) -> list[Any]:
    return [row for row in case.part("inclusions") if not row.void]


def are_ready(case: Any, facts: Facts) -> bool:
    street = scope.street(case.unit)
    return all(each.state in READY and each.registry == street for each in facts["stories"])


def are_new(case: Any, facts: Facts) -> bool:
    inside = {row.story_id for row in held(case)}
    return not inside & {each.pk for each in facts["stories"]}


def is_new_issue(case: Any, facts: Facts) -> bool:
    same = Edition.objects.filter(
        street=scope.street(case.unit), series=facts["series"], issue=facts["issue"],
        form=facts["form"], dropped=False,
    )  # fmt: skip
    return not same.exists()


def hangs_long(case: Any, facts: Facts) -> bool:
    days = limits.PUBLICITY_DAYS.on(case.unit, facts["on"])
    return bool(facts["hung_until"] >= facts["on"] + timedelta(days=days))


SUBJECT_KNOWN = rule_of_house("推荐的纠纷应属本街镇，且在您的数据范围内", is_known, asks=True)
SUBJECT_CLOSED = rule_of_house(
    "只推荐已经处理终结的纠纷",
    of_known(lambda case, facts: facts["subject"].closed_on is not None),
    asks=True,
)
NOT_SENSITIVE = rule_of_house(
    "涉未成年人、心理危机、举报人的纠纷不编入案例",
    of_known(lambda case, facts: not facts["subject"].sensitivity),
    asks=True,
)
SUBJECT_ONCE = rule_of_house("同一纠纷只推荐一次", of_known(is_once), asks=True)
CLEAN = Rule(
    "标题、正文和点评中不得留有当事人、代理人的姓名（名称）、证件号码、电话和住址",
    "《个人信息保护法》第二十五条、《人民调解法》",
    "第十五条",
    is_clean,
    asks=True,
)
ISSUE_NEW = rule_of_house("同一汇编的同一版次只编一次", is_new_issue, asks=True)
STORIES_READY = rule_of_house("只收入本街镇已经审定的案例", are_ready, asks=True)
STORIES_NEW = rule_of_house("同一案例在一册中只收一次", are_new, asks=True)
HAS_STORIES = rule_of_house("汇编应收入案例", lambda case, facts: bool(held(case)))
HAS_NONE = rule_of_house("补登的旧版不收平台上的案例", lambda case, facts: not held(case))
INCLUDED = rule_of_house(
    "移出的应是本汇编收入的案例",
    lambda case, facts: (row := case.one("inclusions", facts["inclusion"])) and not row.void,
    asks=True,
)
PAST = rule_of_house(
    "补登的成册日期不得晚于今天", lambda case, facts: facts["printed_on"] <= facts["on"], asks=True
)
IS_PACT = rule_of_house(
    "公示的应是公约；法律意见书由律师出具，不经公示生效",
    lambda case, facts: case.detail.output == Output.PACT,
)
IS_OPINION = rule_of_house(
    "公约须经公示方能生效", lambda case, facts: case.detail.output == Output.OPINION
)
HANGS_LONG = rule_of_house("公示不得短于规定的日数", hangs_long, asks=True)
PUBLICITY_OVER = rule_of_house(
    "公示期满方可生效", lambda case, facts: facts["on"] > case.detail.hung_until, asks=True
)
