"""The register of organisations in the back office."""

from datetime import date

import pytest

from lawgov.organisations.models import Organisation
from lawgov.people.models import Post, Role, User

pytestmark = pytest.mark.django_db
URL = "/admin/organisations/organisation/"
STATION = {
    "kind": "mediation_station",
    "name": "矛调工作站",
    "unit": "110105019013",
    "since": "2023-03-01",
}


@pytest.fixture(autouse=True)
def keeper(client):
    user = User.objects.create_user("keeper", name="某人")
    Post.objects.create(user=user, role=Role.SYSTEM_ADMIN, unit="110105019", since=date(2020, 1, 1))
    client.force_login(user)


def test_the_administrator_registers_a_station(client):
    client.post(f"{URL}add/", STATION)
    assert Organisation.objects.get().unit == "110105019013"


def test_a_unit_by_its_name_is_refused_with_what_to_write_instead(client):
    answer = client.post(f"{URL}add/", STATION | {"unit": "垡头街道"})
    assert "请填写单位代码" in answer.content.decode()


def test_another_street_is_refused_in_words(client):
    answer = client.post(f"{URL}add/", STATION | {"unit": "110105020001"})
    assert "该单位不在您的管辖范围内" in answer.content.decode()
    assert not Organisation.objects.exists()


def test_another_streets_station_is_not_to_be_seen(client):
    other = Organisation.objects.create(**STATION | {"unit": "110105020001", "name": "邻街的站"})
    assert "邻街的站" not in client.get(URL).content.decode()
    client.post(f"{URL}{other.pk}/change/", STATION | {"name": "改名"})
    assert Organisation.objects.get().name == "邻街的站"


def test_a_station_ends_on_a_day_and_is_not_deleted(client):
    kept = Organisation.objects.create(**STATION)
    assert client.post(f"{URL}{kept.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(f"{URL}{kept.pk}/change/", STATION | {"until": "2024-03-01"})
    assert Organisation.objects.get().until == date(2024, 3, 1)
