"""The system administrator adds, renames from a day and stops from a day; nothing is deleted."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from lawgov.dictionaries.models import Term
from lawgov.people.models import Role
from mediation.choices import DISPUTE_TYPE, SUBTYPE
from tests.cast import STREET, person

pytestmark = pytest.mark.django_db
TERMS = "/admin/dictionaries/term/"
TODAY, YESTERDAY = localdate(), localdate() - timedelta(days=1)
TOMORROW = localdate() + timedelta(days=1)
DRONE = {"dictionary": "dispute.type", "code": "drone", "label": "无人机", "order": 200}


@pytest.fixture
def post(client, django_capture_on_commit_callbacks):
    """Send a form as the system administrator; gives the page's words, if it was not taken."""
    user = person("admin", Role.SYSTEM_ADMIN, STREET)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    def post(url, **form):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(f"{TERMS}{url}", form)
        return answer.content.decode() if answer.status_code == 200 else ""

    return post


@pytest.fixture
def change(post, lift):
    kept = {"label": "加装电梯", "named_on": str(TODAY), "order": 10, "under": ["housing"]}
    return lambda **form: post(f"{lift.pk}/change/", **kept | form)


def test_a_new_type_is_offered_at_once(post):
    assert post("add/", **DRONE) == ""

    assert DISPUTE_TYPE["drone"] == "无人机"
    assert DISPUTE_TYPE.values[-1] == "drone"


def test_a_type_is_renamed_from_a_day_on(change):
    assert change(label="增设电梯", named_on=str(TOMORROW)) == ""

    assert SUBTYPE["lift"] == "加装电梯"
    assert SUBTYPE.on(TOMORROW)["lift"] == "增设电梯"


def test_a_name_that_stays_is_not_written_again(change, lift):
    assert change(note="各地叫法不同") == ""

    assert lift.names.count() == 1


def test_a_type_is_stopped_from_a_day_on(change):
    assert change(until=str(TOMORROW)) == ""

    assert "lift" in SUBTYPE.values
    assert "lift" not in SUBTYPE.on(TOMORROW).values


@pytest.mark.parametrize(
    "form", [{"until": str(YESTERDAY)}, {"label": "增设电梯", "named_on": str(YESTERDAY)}]
)
def test_the_past_is_not_changed(change, form):
    assert "不能早于今天" in change(**form)


def test_what_was_stopped_is_not_begun_again(change, lift, stop):
    stop(lift, "2025-01-01")

    assert "已经停用的不再启用" in change(until="")


def test_a_code_that_was_ever_used_is_refused(post, type_of, stop):
    stop(type_of("land"), "2025-01-01")

    assert "停用的代码也不能再用" in post("add/", **DRONE | {"code": "land", "label": "土地"})


def test_two_codes_are_not_called_the_same(post):
    assert "同名的在用项" in post("add/", **DRONE | {"label": "邻里"})


def test_only_finer_types_stand_under_a_type(post):
    assert "不分所属类型" in post("add/", **DRONE, under=["housing"])

    assert post("add/", **DRONE | {"dictionary": "dispute.subtype"}, under=["housing"]) == ""
    assert Term.objects.get(code="drone").under == ["housing"]


def test_nothing_is_deleted(post, client, lift):
    post("", action="delete_selected", _selected_action=[lift.pk], post="yes")

    assert client.post(f"{TERMS}{lift.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Term.objects.filter(pk=lift.pk).exists()


def test_the_list_page_tells_name_list_and_state(post, client, lift, stop):
    stop(lift, "2025-01-01")

    page = client.get(TERMS, {"stopped": "yes"}).content.decode()
    assert "加装电梯" in page
    assert "旧住房改造" not in page
