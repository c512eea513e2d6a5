"""Files of a case: added by a step, served to who sees the case, checked against their hash."""

import hashlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from lawgov.casework.models import Attachment

from ..cast import logged
from ..files.samples import PNG, png
from .conftest import DISPUTES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def case(cast):
    return logged(cast.grid)


def photo(name: str = "现场.png", content: bytes = PNG) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/png")


def attach(api, case, **form):
    body = {"version": case.version, "file": photo(), "label": "现场照片"}
    return api.upload(f"{DISPUTES}{case.pk}/attach/", body | form)


def address(row: Attachment) -> str:
    return f"/api/v1/attachments/{row.pk}/"


def test_a_photo_is_added_and_comes_back_as_it_went(mediator, case):
    assert attach(mediator, case).status_code == 200

    answer = mediator.get(address(Attachment.objects.get()))

    assert b"".join(answer.streaming_content) == PNG
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox;")


def test_the_event_vouches_for_the_bytes(mediator, case):
    attach(mediator, case)

    assert case.events.get(step="attach").facts["file"] == [hashlib.sha256(PNG).hexdigest()]


def test_the_case_lists_its_files_without_saying_where_they_lie(mediator, case):
    attach(mediator, case)

    (row,) = mediator.get(f"{DISPUTES}{case.pk}/").json()["attachments"]
    assert (row["name"], row["label"], row["void"]) == ("现场.png", "现场照片", False)
    assert "stored" not in row


def test_another_streets_file_is_not_found(mediator, outsider, case):
    attach(mediator, case)

    assert outsider.get(address(Attachment.objects.get())).status_code == 404


def test_a_file_that_was_changed_on_disk_is_not_served(mediator, case):
    attach(mediator, case)
    row = Attachment.objects.get()
    with open(default_storage.path(row.stored), "r+b") as file:
        file.seek(20)
        file.write(b"1")

    assert mediator.get(address(row)).status_code == 409


def test_a_file_that_is_gone_is_said_to_be_gone(mediator, case):
    attach(mediator, case)
    row = Attachment.objects.get()
    default_storage.delete(row.stored)

    assert mediator.get(address(row)).status_code == 409


@pytest.mark.parametrize("name", ["../../evil.png", "..\\evil.png", "/etc/evil.png"])
def test_a_name_cannot_lead_anywhere(mediator, case, name):
    assert attach(mediator, case, file=photo(name)).status_code == 200

    row = Attachment.objects.get()
    assert row.stored.startswith("attachments/")
    assert not {"/", "\\"} & set(row.name)
    assert mediator.get(address(row)).status_code == 200


def test_the_same_key_adds_one_file(mediator, case):
    url, headers = f"{DISPUTES}{case.pk}/attach/", mediator.headers | {"Idempotency-Key": "photo"}
    first, again = (
        mediator.client.post(url, {"version": 1, "file": photo()}, headers=headers)
        for _ in range(2)
    )
    other = {"version": 1, "file": photo(content=png(colour="red"))}

    assert (again.status_code, again.json()) == (200, first.json())
    assert mediator.client.post(url, other, headers=headers).status_code == 422
    assert Attachment.objects.count() == 1


def test_the_same_field_twice_in_a_form_is_refused(mediator, case):
    answer = attach(mediator, case, label=["一", "二"])

    assert answer.status_code == 400
    assert set(answer.json()["errors"]) == {"label"}


def test_a_file_beyond_the_limit_is_refused_and_not_kept(mediator, case, settings, tmp_path):
    settings.ATTACHMENT_MAX_MB, settings.ATTACHMENT_MEDIA_MAX_MB = 1, 2
    large, huge = photo(content=PNG + b"0" * 2**20), photo(content=PNG + b"0" * 2**22)

    assert attach(mediator, case, file=large).status_code == 400
    assert attach(mediator, case, file=huge).status_code == 413
    assert list(tmp_path.rglob("*")) == []


def test_a_refused_step_leaves_no_file_behind(mediator, case, tmp_path):
    assert attach(mediator, case, version=7).status_code == 409

    assert list(tmp_path.rglob("*")) == []


def test_a_voided_file_stays_readable_and_is_marked(mediator, case):
    attach(mediator, case)
    row = Attachment.objects.get()

    body = {"version": 2, "attachment": row.pk, "reason": "传错文件"}
    assert mediator.post(f"{DISPUTES}{case.pk}/void_attachment/", body).status_code == 200
    assert mediator.get(f"{DISPUTES}{case.pk}/").json()["attachments"][0]["void"] is True
    assert mediator.get(address(row)).status_code == 200
