"""A small tree and the people who look at it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lawgov.people.models import Post, Role, User
from lawgov.units.models import Unit

TREE = {
    "11": "北京市",
    "1101": "市辖区",
    "110105": "朝阳区",
    "110105019": "垡头街道",
    "110105019013": "垡头一区社区",
    "110105019014": "垡头二区社区",
    "110105019013001": "第1网格",
    "110105019013002": "第2网格",
    "110105019014001": "第1网格",
    "110105020": "邻街街道",
}


@pytest.fixture
def tree():
    Unit.objects.bulk_create(Unit(code=code, name=name) for code, name in TREE.items())


@pytest.fixture
def person(client):
    """Someone logged in with one post."""

    def person(role, unit="110105019"):
        user = User.objects.create_user(f"{role}-{unit}", name="某人")
        if role:
            Post.objects.create(user=user, role=role, unit=unit, since=date(2020, 1, 1))
        client.force_login(user)
        return user

    return person


@pytest.fixture
def grid_worker(person, tree):
    return person(Role.GRID_WORKER, "110105019013001")


@pytest.fixture
def keeper(person, tree):
    return person(Role.SYSTEM_ADMIN)


@pytest.fixture
def readings():
    """How often the tree is read for one answer; login and session count elsewhere."""

    def readings(get):
        with CaptureQueriesContext(connection) as asked:
            get()
        return sum("units_unit" in query["sql"] for query in asked)

    return readings
