"""The page of all records: what was checked, and which defects were found."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from lawgov.casework.models import Case

from ..cast import OTHER_STREET, STREET, person
from ..files.conftest import media, upload  # noqa: F401 - a fixture
from ..files.samples import film
from .officers import certify
from .penalty import registered
from .test_recording import clip

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


@pytest.fixture
def case(squad) -> Case:
    certify(squad.justice, squad.officer, squad.partner)
    return registered(squad)


@pytest.fixture
def recorded(squad, case) -> Case:
    """A film of one officer, and a good one that was checked."""
    case.take("record", by=squad.officer, **clip(squad.officer, about=1))
    both = (squad.officer, squad.partner)
    more = {"about": 1, "file": [upload("二.mp4", film(b"mp42"))]}
    case.take("record", by=squad.officer, **clip(*both, **more))
    good = case.part("recordings")[-1]
    case.take("check_record", by=squad.head, recording=good.pk, faults=["sound"])
    return case


def get(client, user, status=200, **asked) -> str:
    client.force_login(user)
    answer = client.get(reverse("recordings"), asked)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_page_counts_records_checked_and_defects_by_kind(squad, recorded, client):
    page = get(client, squad.head)

    assert "共2份记录，已抽查1份，待整改2份" in page
    assert "入镜人员不足" in page
    assert "声音不清" in page


def test_a_number_leads_to_its_records(squad, recorded, client):
    page = get(client, squad.head, defect="few", year=localdate().year, unit=STREET)
    assert "共1份记录" in page
    assert "共0份记录" in get(client, squad.head, year=localdate().year - 1)
    assert "共1份记录" in get(client, squad.head, stage="faulty", means="media", defect="sound")


def test_a_voided_record_counts_no_more(squad, recorded, client):
    recorded.refresh_from_db()
    first = recorded.part("recordings")[0]
    recorded.take("void_record", by=squad.officer, recording=first.pk, reason="传错")
    assert "共1份记录" in get(client, squad.head)


def test_another_street_sees_none_of_it(squad, recorded, client):
    stranger = person("stranger", "justice", OTHER_STREET)
    assert "共0份记录" in get(client, stranger)


@pytest.mark.parametrize("asked", [{"year": "0"}, {"defect": "nothing"}, {"name": "张三"}])
def test_what_is_badly_asked_is_answered_so(squad, client, asked):
    assert "查询条件有误" in get(client, squad.head, 400, **asked)


def test_who_does_not_enforce_does_not_read_it(squad, client):
    get(client, squad.grid, 403)


def test_the_case_shows_what_is_missing_and_its_records(squad, recorded, client):
    client.force_login(squad.officer)
    page = client.get(reverse("penalty", args=[recorded.pk]), {"tab": "recordings"})

    assert "入镜人员不足" in page.content.decode()
    assert "整改执法记录" in page.content.decode()


def test_a_film_is_uploaded_and_checked_on_the_pages(squad, case, client):
    client.force_login(squad.officer)
    there = reverse("penalty-step", args=[case.pk, "record"])
    assert "入镜执法人员" in client.get(there).content.decode()
    given = clip(about=1) | {"in_view": [squad.officer.pk], "told": "on", "_seen": 1, "_key": "k"}
    answer = client.post(there, given)

    assert answer.status_code == 302
    case.refresh_from_db()
    assert case.part("recordings")[0].defects == ["few"]
