"""三员分立 and the half-open life of a post."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from lawgov.people.models import Change, Post, Role, User

pytestmark = pytest.mark.django_db

STREET = "110105019"
DAY = timedelta(days=1)


@pytest.fixture
def li() -> User:
    return User.objects.create_user("li", name="李雪")


def hold(user: User, role: str, unit: str = STREET, since=date(2023, 1, 1), until=None) -> Post:
    return Post.objects.create(user=user, role=role, unit=unit, since=since, until=until)


# Written by hand: who may not be what at the same time.
APART = [
    ("system_admin", "security_admin"),
    ("system_admin", "auditor"),
    ("security_admin", "auditor"),
    ("system_admin", "mediator"),
    ("security_admin", "leader"),
    ("auditor", "grid_worker"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_the_three_administrators_exclude_each_other_and_business(li, one, other):
    hold(li, one)

    with pytest.raises(IntegrityError, match="_apart"), transaction.atomic():
        hold(li, other, unit="310106020")


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_apart_may_follow_one_upon_the_other(li, one, other):
    hold(li, one, since=date(2023, 1, 1), until=date(2024, 1, 1))

    hold(li, other, since=date(2024, 1, 1))

    assert li.posts.count() == 2


@pytest.mark.parametrize("role", ["system_admin", "security_admin", "auditor", "mediator"])
def test_one_role_may_be_held_in_two_units(li, role):
    hold(li, role, unit="110105019")
    hold(li, role, unit="310106020")

    assert li.roles == {role}


def test_business_roles_combine_freely(li):
    hold(li, "mediator")
    hold(li, "grid_worker", unit="110105019001001")
    hold(li, "leader")

    assert li.roles == {"mediator", "grid_worker", "leader"}


def test_two_people_may_be_different_administrators(li):
    hold(li, "system_admin")

    hold(User.objects.create_user("wang", name="王强"), "auditor")


def test_a_clash_is_said_in_chinese_before_the_database_refuses(li):
    hold(li, "system_admin")
    post = Post(user=li, role="auditor", unit=STREET, since=date(2024, 1, 1))

    with pytest.raises(ValidationError, match="三员分立"):
        post.full_clean()


def test_a_post_cannot_end_before_it_begins(li):
    with pytest.raises(IntegrityError), transaction.atomic():
        hold(li, "mediator", since=date(2024, 1, 2), until=date(2024, 1, 1))


def test_a_post_that_ends_today_is_no_longer_held_today(li):
    today = timezone.localdate()
    hold(li, "mediator", since=today - DAY, until=today)
    hold(li, "leader", since=today, until=today + DAY)
    hold(li, "justice", since=today + DAY)

    assert li.roles == {"leader"}


def test_seats_are_one_query_and_remembered(li, django_assert_num_queries):
    hold(li, "mediator")

    with django_assert_num_queries(1):
        assert li.seats[0].role == Role.MEDIATOR
        assert li.seats[0].unit == STREET


def test_spans_merge_what_lies_inside(li):
    hold(li, "mediator", unit="110105019")
    hold(li, "mediator", unit="110105019001")
    hold(li, "mediator", unit="310106020")
    hold(li, "leader", unit="0")

    assert li.spans({"mediator"}) == [("110105019", "110105019:"), ("310106020", "310106020:")]
    assert li.spans({"mediator", "leader"}) == [("0", ":")]
    assert li.spans({"auditor"}) == []


def test_the_seat_for_a_unit_is_the_nearest_that_covers_it(li):
    hold(li, "mediator", unit="110105")
    near = hold(li, "mediator", unit="110105019")

    assert li.seat_for({"mediator"}, "110105019001").id == near.id
    assert li.seat_for({"mediator"}, "110106001") is None
    assert li.seat_for({"leader"}, "110105019001") is None


@pytest.mark.parametrize(
    ("role", "reads"),
    [("statistician", True), ("leader", True), ("auditor", False), ("system_admin", False)],
)
def test_figures_are_read_by_business_posts_that_cover_the_unit(li, role, reads):
    hold(li, role)

    assert li.reads_figures("110105019001") is reads
    assert li.reads_figures("110105") is False


def test_a_disabled_mediator_is_not_offered(li):
    hold(li, "mediator")
    spans = [("110105019", "110105019:")]
    assert list(User.objects.holding({"mediator"}, spans)) == [li]

    User.objects.filter(pk=li.pk).update(is_active=False)

    assert not User.objects.holding({"mediator"}, spans).exists()


@pytest.mark.parametrize(
    "statement", ["UPDATE people_change SET detail = ''", "DELETE FROM people_change"]
)
def test_the_record_of_changes_cannot_be_altered(li, statement):
    Change.objects.create(by=li, about=li, act="added", unit=STREET)

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)
