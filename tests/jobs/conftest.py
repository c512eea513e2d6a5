from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from lawgov.jobs import imports, vault, working
from lawgov.jobs.columns import Layout
from lawgov.jobs.models import Job, Kind
from lawgov.jobs.subjects import subject
from lawgov.people.models import User
from tests.cast import GRID, today

PLAIN = {
    "所属单位": GRID,
    "纠纷名称": "楼上漏水",
    "来源": "派出所移送",
    "纠纷类型": "邻里",
    "当事人1：当事人地位": "申请人",
    "当事人1：姓名（名称）": "甲某",
    "纠纷简要情况": "楼上漏水，浸坏天花板",
}


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def as_():
    def browser(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return browser


def layout(kind: str = "dispute") -> Layout:
    return Layout(subject(kind))


def row(**changes: Any) -> dict[str, Any]:
    return PLAIN | {"登记日期": today()} | changes


def book(*rows: dict[str, Any], version: str = "") -> bytes:
    """A workbook with a head of all labels that the rows use."""
    labels = list(dict.fromkeys(label for one in rows for label in one))
    made = Workbook()
    made.active.append(labels)
    for one in rows:
        made.active.append([one.get(label) for label in labels])
    if version:
        made.create_sheet("填写说明").append(["模板版本", version])
    return saved(made)


def saved(made: Workbook) -> bytes:
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def sent(by: User, data: bytes, kind: str = "dispute") -> Job:
    """A file as it is uploaded, and worked on until somebody has to say something."""
    job = Job(kind=Kind.IMPORT, about=kind, by=by, unit=by.seats[0].unit, source=vault.keep(data))
    working.submit(job)
    working.drain()
    job.refresh_from_db()
    return job


def confirmed(job: Job, choice: str = imports.ALL) -> Job:
    imports.confirm(job, choice)
    working.drain()
    job.refresh_from_db()
    return job


def upload(browser: Client, data: bytes, name: str = "a.xlsx") -> Any:
    return browser.post("/disputes/import/", {"file": SimpleUploadedFile(name, data)})
