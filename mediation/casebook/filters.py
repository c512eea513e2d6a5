"""What can be asked of stories, editions and civic issues."""

import django_filters

from lawgov.casework.filters import DAY, CaseFilter
from mediation.choices import DISPUTE_TYPE

from .choices import TOPIC, Form, Output
from .procedures.edition import EDITION
from .procedures.issue import ISSUE
from .procedures.story import STORY


class StoryFilter(CaseFilter):
    kind = STORY.kind
    first = ("q", "unit", "state", "type", "tray")

    state = django_filters.ChoiceFilter(label="状态", choices=list(STORY.states.items()))
    type = django_filters.ChoiceFilter(
        label="纠纷类型", field_name="story__type", choices=DISPUTE_TYPE.asked
    )


class EditionFilter(CaseFilter):
    kind = EDITION.kind
    first = ("q", "unit", "state", "form")

    state = django_filters.ChoiceFilter(label="状态", choices=list(EDITION.states.items()))
    form = django_filters.ChoiceFilter(
        label="形式", field_name="edition__form", choices=Form.choices
    )
    printed_from = django_filters.DateFilter(
        label="成册日期起", field_name="edition__printed_on", lookup_expr="gte", widget=DAY
    )
    printed_to = django_filters.DateFilter(
        label="成册日期止", field_name="edition__printed_on", lookup_expr="lte", widget=DAY
    )


class CivicIssueFilter(CaseFilter):
    kind = ISSUE.kind
    first = ("q", "unit", "state", "topic", "output")

    state = django_filters.ChoiceFilter(label="状态", choices=list(ISSUE.states.items()))
    topic = django_filters.ChoiceFilter(
        label="议题类型", field_name="civic_issue__topic", choices=TOPIC.asked
    )
    output = django_filters.ChoiceFilter(
        label="成果形式", field_name="civic_issue__output", choices=Output.choices
    )
