"""An act of enforcement that is recorded: a kind of case of the tests' own."""

from dataclasses import replace

from enforcement.penalty.choices import Manner
from enforcement.recording import steps as recording
from lawgov.casework import common, procedure
from lawgov.casework.facts import Choice, Day, Text
from lawgov.casework.procedure import Procedure, Step
from lawgov.casework.web.pages import CASES
from lawgov.parties import steps as parties
from lawgov.people.models import Role

WORKERS = (Role.OFFICER,)
STATES = {"open": "办理中", "served": "已送达", "shut": "已归档"}
KEPT = ("open", "served")


def kind(name: str = "act") -> Procedure:
    return Procedure(
        kind=name, label="执法行为", states=STATES,
        steps={
            "start": Step("登记", (), "open", WORKERS,
                          {"title": Text("名称"), "parties": parties.parties(0)}, number="执字"),
            "serve": Step("送达", KEPT, "served", WORKERS,
                          {"on": Day("日期", required=False),
                           "manner": Choice("方式", required=False, choices=Manner)}),
            "hear": Step("听证", KEPT, "", WORKERS),
            "shut": Step("归档", KEPT, "shut", WORKERS, closes=True),
            **recording.papers(WORKERS, KEPT),
            **common.papers(WORKERS, KEPT),
            **parties.papers(WORKERS, KEPT),
        },
        readers=(*WORKERS, Role.ENFORCEMENT_HEAD, Role.JUSTICE, Role.STATISTICIAN),
        clocks=(recording.CLOCK,),
        parts={**common.PARTS, **parties.PARTS, **recording.PARTS},
    )  # fmt: skip


def known(monkeypatch, name: str = "act") -> Procedure:
    made = kind(name)
    monkeypatch.setitem(procedure.PROCEDURES, name, made)
    monkeypatch.setitem(CASES, name, CASES["dispute"])  # it has no pages of its own
    return made


def listening(monkeypatch) -> None:
    """The act hears of its publication."""
    made = known(monkeypatch)
    steps = {**made.steps, "publicised": Step("已公示", KEPT, "", ())}
    monkeypatch.setitem(procedure.PROCEDURES, "act", replace(made, steps=steps))
