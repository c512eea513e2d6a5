"""On what something goes out to the public, and comes back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case
from lawgov.casework.procedure import Rule
from lawgov.people.models import User
from lawgov.units import scope

from . import content
from .choices import POWERS
from .models import Publication

Facts = Mapping[str, Any]
PENALTY_LAW = "《行政处罚法》"
MINORS_LAW = "《未成年人保护法》"
THREE_SYSTEMS = "国办发〔2018〕118号"
WRITING = ("prepare", "renew", "amend", "hide")


def source(case: Any, facts: Facts) -> Case | None:
    """The case that is published, if it is one."""
    found: Case | None = facts.get("source") or case.detail.source
    return found


def told(case: Any, facts: Facts) -> content.Content | None:
    return content.of(found) if (found := source(case, facts)) else None


def annulled_on(case: Any, facts: Facts) -> date | None:
    said = told(case, facts)
    return said.annulled_on if said else None


def is_seen(case: Any, facts: Facts) -> bool:
    """Who prepares it sees the case; what the system prepares it found by itself."""
    found, by = facts.get("source"), facts["by"]
    if found is None:
        return True
    if not scope.covers(scope.street(case.unit), found.unit):
        return False
    return by is None or Case.objects.visible_to(by).filter(pk=found.pk).exists()


def is_ready(case: Any, facts: Facts) -> bool:
    return source(case, facts) is None or told(case, facts) is not None


def is_no_minors(case: Any, facts: Facts) -> bool:
    found, said = source(case, facts), told(case, facts)
    return found is None or said is None or not content.is_minors(found, said)


def is_unpublished(case: Any, facts: Facts) -> bool:
    found = facts.get("source")
    rows = Publication.objects.filter(source=found, withdrawn_on=None)
    return found is None or not rows.exists()


def has_one_source(case: Any, facts: Facts) -> bool:
    """A case, the list of powers, or a text of its own."""
    if "source" in facts:
        return not {"type", "title", "text"} & facts.keys()
    needed = {"type", "title"} if facts.get("type") == POWERS else {"type", "title", "text"}
    return needed <= facts.keys()


def is_unchanged(case: Any, facts: Facts) -> bool:
    said = told(case, facts)
    return case.detail.source is None or (
        said is not None and said.text_hash == case.detail.text_hash
    )


def covers_people(case: Any, facts: Facts) -> bool:
    """No value of the people of the case stands in the text, whoever wrote it."""
    found = source(case, facts)
    if found is None:
        return True
    safe = content.cover(found, told(case, facts))
    said = [*content.words(case), *(facts.get(name, "") for name in ("explanation", "title"))]
    return not any(safe.leaks(word) for word in said if word)


def has_written(case: Any, user: User) -> bool:
    """Who prepared it, or, where the system did, handled the case that it tells of."""
    here = {event.by_id for event in case.history if event.step in WRITING}
    if here == {None} and case.detail.source_id:
        here = set(case.detail.source.events.values_list("by", flat=True))
    return user.pk in here


SEEN = rule_of_house("公示的案件应在本街镇、您的数据范围内", is_seen, asks=True)
ONE_SOURCE = rule_of_house(
    "从案件生成的不另填事项、名称和内容；其他公示须填写事项、名称和内容（权力清单的内容自动生成）",
    has_one_source,
    asks=True,
)
READY = Rule("案件须已有可以公示的决定或者结果", THREE_SYSTEMS, "", is_ready, asks=True)
NO_MINORS = Rule(
    "涉及未成年人的案件不予公示", MINORS_LAW, "第一百零三条", is_no_minors, asks=True,
    since=date(2021, 6, 1),
)  # fmt: skip
ONCE = rule_of_house(
    "同一案件只生成一项公示：已生成的，请打开该公示办理；须重新生成的，先将其撤回",
    is_unpublished,
    asks=True,
)
UNCHANGED = rule_of_house("案件内容生成后没有变化；有变化的须重新生成", is_unchanged)
COVERED = Rule(
    "公示内容不得出现自然人姓名、证件号码、电话、住址、账号、健康状况和第三人信息", PENALTY_LAW,
    "第五十条", covers_people, asks=True, since=date(2021, 7, 15),
)  # fmt: skip
