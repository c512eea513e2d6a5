"""The cast of the people tests: one of each administrator, a mediator, and a neighbour street."""

from datetime import date

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from lawgov.people.models import Post, User
from lawgov.units.models import Unit

STREET = "110105019"
NEIGHBOUR = "110105020"
PASSWORD = "Fa-tou 2023 jiedao"
HASHED = MD5PasswordHasher().encode(PASSWORD, MD5PasswordHasher().salt())


@pytest.fixture(autouse=True)
def quick_hashes(settings) -> None:
    """Argon2 is slow on purpose; these tests log in some hundred times."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def units(db) -> None:
    for code, name in [
        ("110105", "朝阳区"),
        (STREET, "垡头街道"),
        (f"{STREET}001", "翠成馨园社区"),
        (NEIGHBOUR, "左家庄街道"),
    ]:
        Unit.objects.get_or_create(code=code, defaults={"name": name})


def hire(username: str, role: str, unit: str = STREET, **facts) -> User:
    facts = {"name": username, "password": HASHED, **facts}
    person = User.objects.create(username=username, **facts)
    Post.objects.create(user=person, role=role, unit=unit, since=date(2023, 1, 1))
    return person


@pytest.fixture
def mediator() -> User:
    return hire("mediator", "mediator", name="李雪", phone="13800138000")


@pytest.fixture
def system_admin() -> User:
    return hire("system", "system_admin")


@pytest.fixture
def security_admin() -> User:
    return hire("security", "security_admin")


@pytest.fixture
def auditor() -> User:
    return hire("auditor", "auditor")


@pytest.fixture
def stranger() -> User:
    """A mediator of the neighbour street."""
    return hire("stranger", "mediator", NEIGHBOUR)


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
