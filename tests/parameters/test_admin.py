"""The system administrator sets a value from a day on, with a reason; the past stays."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from lawgov.casework.limits import NEAR
from lawgov.parameters.known import PARAMETERS
from lawgov.parameters.models import Value
from mediation.limits import ACCEPT
from tests.cast import COMMUNITY, OTHER_STREET, STREET

pytestmark = pytest.mark.django_db
VALUES = "/admin/parameters/value/"
TODAY = localdate()
GIVEN = {
    "parameter": ACCEPT.code, "unit": STREET, "value": 5, "since": str(TODAY), "reason": "人手不足",
}  # fmt: skip


@pytest.fixture
def post(client, admin, django_capture_on_commit_callbacks):
    """Send the form; gives the page's words, if it was not taken."""
    client.force_login(admin, backend="django.contrib.auth.backends.ModelBackend")

    def post(**form):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(f"{VALUES}add/", GIVEN | form)
        return answer.content.decode() if answer.status_code == 200 else ""

    return post


def test_a_value_is_set_and_holds_at_once(post, admin):
    assert post() == ""

    assert ACCEPT.on(COMMUNITY) == 5
    row = Value.objects.get()
    assert (row.by, row.reason) == (admin, "人手不足")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"since": str(TODAY - timedelta(days=1))}, "不能早于今天"),
        ({"value": 31}, "应在1到30之间"),
        ({"value": 0}, "应在1到30之间"),
        ({"reason": ""}, "必填"),
        ({"unit": OTHER_STREET}, "不在您的管辖范围内"),
        ({"unit": "0"}, "不在您的管辖范围内"),
        ({"unit": COMMUNITY}, "参数设到街镇一级为止"),
        ({"parameter": NEAR.code}, "各处相同"),
        ({"parameter": "no.such"}, "选择一个有效的选项"),
    ],
)
def test_what_may_not_be_set_is_refused_with_the_reason(post, form, said):
    assert said in post(**form)
    assert not Value.objects.exists()


def test_every_parameter_stands_on_the_page_with_its_history(post, client, put):
    put(ACCEPT, 5, TODAY - timedelta(days=9))
    put(ACCEPT, 6, TODAY - timedelta(days=2))
    put(ACCEPT, 7, TODAY + timedelta(days=2))

    page = client.get(VALUES).content.decode()
    assert [p.label for p in PARAMETERS.values() if p.label not in page] == []
    assert [word for word in ("已替代", "现行", "将生效", "6个工作日") if word not in page] == []


def test_nothing_that_was_set_is_changed_or_deleted(post, client):
    post()
    row = Value.objects.get()

    assert client.post(f"{VALUES}{row.pk}/change/", GIVEN | {"value": 9}).status_code == 403
    assert client.post(f"{VALUES}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get(f"{VALUES}{row.pk}/change/").status_code == 200
