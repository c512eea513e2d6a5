"""A masked value opens only with a permission and a reason, and never without a trace."""

import io
import logging

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from lawgov.people.models import Post, User
from lawgov.privacy.logs import MaskedFormatter
from lawgov.privacy.models import AccessLog
from lawgov.privacy.unmask import reveal

ID = "11010519491231002X"


class File:
    """Stands for a party to a case: it knows who may read it."""

    pk = 7
    _meta = User._meta
    phone = "13800138000"

    def __init__(self, reader: User | None) -> None:
        self.reader = reader

    def may_reveal(self, user: User, field: str) -> bool:
        return user == self.reader and field == "phone"


@pytest.fixture
def li(db) -> User:
    return User.objects.create_user("li", name="李雪")


def test_a_reader_with_a_reason_sees_the_value_and_leaves_a_row(li):
    assert reveal(li, File(li), "phone", "电话通知开庭时间") == "13800138000"

    row = AccessLog.objects.get()
    assert (row.by, row.object_kind, row.object_id) == (li, "people.user", 7)
    assert (row.field, row.reason, row.allowed) == ("phone", "电话通知开庭时间", True)
    assert row.subject == "人员 7"  # no name: an auditor sees no case content


def test_who_may_not_read_is_refused_and_that_too_is_written(li):
    with pytest.raises(PermissionDenied, match="已记录"):
        reveal(li, File(None), "phone", "电话通知开庭时间")

    assert AccessLog.objects.get().allowed is False


def test_a_disabled_reader_is_refused(li):
    li.is_active = False

    with pytest.raises(PermissionDenied):
        reveal(li, File(li), "phone", "电话通知开庭时间")


@pytest.mark.parametrize("reason", ["", "   ", "看看", "长" * 201])
def test_without_a_reason_nothing_is_shown(li, reason):
    with pytest.raises(ValidationError, match="理由"):
        reveal(li, File(li), "phone", reason)

    assert not AccessLog.objects.exists()


def test_numbers_written_into_the_reason_are_masked(li):
    reveal(li, File(li), "phone", f"核对{ID}本人")

    assert AccessLog.objects.get().reason == "核对110105**********2X本人"


@pytest.mark.parametrize(
    "statement", ["UPDATE privacy_accesslog SET reason = ''", "DELETE FROM privacy_accesslog"]
)
def test_the_access_log_cannot_be_altered(li, statement):
    reveal(li, File(li), "phone", "电话通知开庭时间")

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)


def test_an_auditor_reads_the_rows_of_the_own_range_only(li):
    Post.objects.create(user=li, role="mediator", unit="110105019")
    auditors = []
    for name, unit in [("here", "110105019"), ("there", "310106020")]:
        auditors.append(User.objects.create_user(name, name=name))
        Post.objects.create(user=auditors[-1], role="auditor", unit=unit)
    reveal(li, File(li), "phone", "电话通知开庭时间")

    here, there = auditors
    assert AccessLog.objects.visible_to(here).count() == 1
    assert AccessLog.objects.visible_to(there).count() == 0
    assert AccessLog.objects.visible_to(li).count() == 0


def written(log) -> str:
    """What the configured handler would print."""
    record = logging.LogRecord("case", logging.ERROR, "f", 1, *log)
    return MaskedFormatter("%(message)s").format(record)


def test_a_number_never_appears_in_a_log_line():
    assert ID not in written(("party %s phone %s", (ID, "13800138000"), None))
    assert "13800138000" not in written(("party %s phone %s", (ID, "13800138000"), None))


def test_a_number_never_appears_in_a_traceback():
    try:
        raise ValueError(f"Key (id_number)=({ID}) already exists")
    except ValueError as error:
        line = written(("failed", (), (ValueError, error, error.__traceback__)))

    assert "already exists" in line
    assert ID not in line


def test_a_number_typed_into_an_address_or_a_login_is_masked_in_the_log(db, client, monkeypatch):
    printed = io.StringIO()
    [handler] = [h for h in logging.getLogger().handlers if h.name == "stderr"]
    monkeypatch.setattr(handler, "stream", printed)

    client.get(f"/files/{ID}/13800138000/")
    client.post("/login/", {"username": ID, "password": "wrong"})

    assert "Not Found: /files/110105**********2X/138****8000/" in printed.getvalue()
    assert ID not in printed.getvalue()


@pytest.mark.parametrize("name", ["", "django", "django.request", "django.server", "celery"])
def test_every_logger_prints_through_the_mask(name):
    from django.conf import settings

    handlers = []
    logger = logging.getLogger(name)
    while logger:
        handlers += [h for h in logger.handlers if h.name in settings.LOGGING["handlers"]]
        logger = logger.parent if logger.propagate else None

    assert [type(handler.formatter) for handler in handlers] == [MaskedFormatter]
