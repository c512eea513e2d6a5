"""What the pages show of public legal service."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, RegisterPages, add_cases, add_register
from lawgov.parties import tabs as people
from lawgov.parties.models import Side

from . import filters, turning
from .choices import Way

END = (tabs.HISTORY, tabs.FLOW, tabs.ATTACHMENTS, tabs.LINKS)


def carried(case: Case) -> dict[str, Any]:
    return {**turning.said(case), "source": case.pk}


CONSULTATIONS = add_cases(
    CasePages(
        kind="consultation",
        one="consultation",
        many="consultations",
        form="legalservice/consultation_new.html",
        starts_as="登记咨询",
        filters=filters.ConsultationFilter,
        own_unit=True,
        start={
            "channel": Way.WALK_IN, "mode": "on_site", "parties": ({"side": Side.APPLICANT},),
        },
        hidden=("slot",),
        columns=("topic", "mode", "persons", "held_on"),
        exported=(
            "topic", "mode", "channel", "persons", "held_on", "lawyer", "outcome", "satisfaction",
        ),
        tabs=(
            tabs.FACTS,
            people.TAB,
            tabs.records("bookings", "预约", bookings="预约的时间"),
            *END,
        ),
        beside=("legalservice/_rota_link.html",),
    )
)  # fmt: skip
PACTS = add_cases(
    CasePages(
        kind="pact",
        one="pact",
        many="pacts",
        starts_as="登记签约",
        filters=filters.PactFilter,
        columns=("lawyer", "since", "until"),
        exported=("community", "lawyer", "since", "until", "over_on"),
        tabs=(tabs.FACTS, *END),
        beside=("legalservice/_coverage_link.html",),
    )
)
AID_REQUESTS = add_cases(
    CasePages(
        kind="aid_request",
        one="aid-request",
        many="aid-requests",
        starts_as="登记援助申请",
        comes_from="source",
        carries=carried,
        suits=turning.suits,
        hidden=("source",),
        own_unit=True,
        filters=filters.AidFilter,
        columns=("matter", "means", "lawyer"),
        exported=("matter", "means", "ground", "lawyer", "granted_on", "result"),
        start={"parties": ({"side": Side.APPLICANT},)},
        tabs=(tabs.FACTS, people.TAB, *END),
    )
)
POINTS = add_cases(
    CasePages(
        kind="service_point",
        one="service-point",
        many="service-points",
        starts_as="登记设点计划",
        filters=filters.PointFilter,
        own_unit=True,
        columns=("type", "address", "start_on"),
        exported=("type", "address", "partners", "planned_for", "start_on"),
        tabs=(tabs.FACTS, tabs.records("visits", "走访服务", point_visits="走访记录"), *END),
    )
)
DUTIES = add_register(
    RegisterPages(
        kind="duty",
        one="duty",
        many="duties",
        label="值班记录",
        filters=filters.DutyFilter,
        own_unit=True,
        beside=("legalservice/_rota_link.html",),
    )
)
