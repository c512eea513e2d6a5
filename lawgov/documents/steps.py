"""What is done to the papers of a case: a text written over by hand, and the one that stands."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.storage import default_storage
from django.utils.timezone import localdate

from lawgov.casework.common import rule_of_house
from lawgov.casework.facts import Fact, Row, Text, Wrong
from lawgov.casework.procedure import Step
from lawgov.casework.upload import Files, Received
from lawgov.people.models import Role
from lawgov.units.models import Unit

from .making import next_version
from .models import Document, Source
from .papers import PAPERS, Paper

PARTS = {"documents": "documents.Document", "finals": "documents.Final"}
Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Named(Fact):
    """One of the numbered papers of a kind of case, by its code."""

    kind: str = ""

    def read(self, raw: Any) -> str:
        known = {paper.code: paper.label for paper in numbered(self.kind)}
        if not isinstance(raw, str) or raw not in known:
            raise Wrong(f"应为以下之一：{'、'.join(known.values())}")
        return raw

    def schema(self) -> dict[str, Any]:
        words = "；".join(f"{paper.code} {paper.label}" for paper in numbered(self.kind))
        codes = [paper.code for paper in numbered(self.kind)]
        return {"type": "string", "enum": codes, "description": words}

    def field(self, case: Any = None) -> forms.Field:
        papers = [paper for paper in numbered(self.kind) if not case or paper.ready(case)]
        ready = [(paper.code, paper.label) for paper in papers]
        return forms.ChoiceField(choices=[("", "请选择"), *ready], **self.common())

    def told(self, value: Any, case: Any) -> str:
        paper = PAPERS[self.kind].get(value)
        return paper.label if paper else str(value)


@dataclass(frozen=True)
class Draft(Files):
    """One docx in place of what was made."""

    def read(self, raw: Any) -> list[Received]:
        given = super().read(raw)
        if len(given) != 1 or not given[0].name.lower().endswith(".docx"):
            raise Wrong("应为一个 docx 文件")
        return given

    def field(self, case: Any = None) -> forms.Field:
        return forms.FileField(widget=forms.FileInput({"accept": ".docx"}), **self.common())

    def told(self, value: Any, case: Any) -> str:
        return self.shown(value)


def numbered(kind: str) -> list[Paper]:
    return [paper for paper in PAPERS.get(kind, {}).values() if paper.word]


def has_papers(case: Any) -> bool:
    return any(paper.ready(case) for paper in numbered(case.kind))


def version(case: Any, facts: Facts) -> Document | None:
    row: Document | None = case.one("documents", facts["document"])
    return row


def can_be_made(case: Any, facts: Facts) -> bool:
    return any(p.code == facts["paper"] and p.ready(case) for p in numbered(case.kind))


def is_new_text(case: Any, facts: Facts) -> bool:
    [draft] = facts["draft"]
    return draft.sha256 not in {row.text_hash for row in case.part("documents")}


def not_final(case: Any, facts: Facts) -> bool:
    return facts["document"] not in {row.document_id for row in case.part("finals")}


def is_numbered(case: Any, facts: Facts) -> bool:
    row = version(case, facts)
    return row is not None and row.paper in {paper.code for paper in numbered(case.kind)}


CAN_BE_MADE = rule_of_house("文书应是本案已经可以出具、需要编号的", can_be_made, asks=True)
IS_NEW_TEXT = rule_of_house("修改稿应与已有各版不同", is_new_text, asks=True)
IS_NUMBERED = rule_of_house("定稿的应是本案需要编号的文书的某一版", is_numbered, asks=True)
STREET_STANDS = rule_of_house(
    "编号的街镇应在册",
    lambda case, facts: Unit.objects.current().filter(code=case.registry).exists(),
    asks=True,
)
NOT_FINAL = rule_of_house("这一版尚未定稿", not_final, asks=True)


def submitted(case: Any, facts: Facts) -> dict[str, Any]:
    """The next version of the paper, as somebody wrote it."""
    [draft] = facts["draft"]
    rows = [row for row in case.part("documents") if row.paper == facts["paper"]]
    return {
        "version": next_version(rows),
        "source": Source.SUBMITTED,
        "text_hash": draft.sha256,
        "docx": default_storage.save(f"papers/{uuid.uuid4().hex}.docx", draft.file),
    }


def settled(case: Any, facts: Facts) -> dict[str, Any]:
    row: Any = version(case, facts)
    return {"document": row, "paper": row.paper, "text_hash": row.text_hash, "on": localdate()}


def word(case: Any, facts: Facts) -> str:
    row: Any = version(case, facts)
    return PAPERS[case.kind][row.paper].word


def papers(kind: str, roles: tuple[Role, ...], states: tuple[str, ...]) -> dict[str, Step]:
    """提交修改稿 and 文书定稿, for a kind of case that has papers with numbers."""
    return {
        "submit_paper": Step(
            "提交修改稿", states, "", roles,
            {
                "paper": Named("文书", kind=kind),
                "draft": Draft("修改后的 docx", help="先下载 docx，改好后在此提交"),
                "note": Text("修改说明", required=False),
            },
            (CAN_BE_MADE, IS_NEW_TEXT), offer="any", part="documents", sets=submitted,
            fits=has_papers,
        ),
        "finalise": Step(
            "文书定稿", states, "", roles,
            {"document": Row("文书版本", part="documents")},
            (IS_NUMBERED, NOT_FINAL, STREET_STANDS), offer="any", part="finals", sets=settled,
            numbers=word, fits=has_papers,
        ),
    }  # fmt: skip
