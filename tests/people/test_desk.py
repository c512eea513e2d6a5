"""What the three administrators may do to people, and what is written down about it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from lawgov.people import appointments
from lawgov.people.models import Change, Post, User

from .conftest import NEIGHBOUR, PASSWORD, STREET, as_, hire

NEW = {
    "username": "zhao",
    "name": "赵敏",
    "phone": "139-0013-9000",
    "role": "grid_worker",
    "unit": f"{STREET}001",
    "since": "2024-01-01",
}

# Page by role, by hand.
PAGES = [
    ("/people/", "system"),
    ("/people/add/", "system"),
    ("/lockouts/", "security"),
    ("/audit/", "auditor"),
]


@pytest.mark.parametrize(("path", "owner"), PAGES)
def test_each_administrator_enters_only_the_own_page(
    system_admin, security_admin, auditor, mediator, path, owner
):
    for user in (system_admin, security_admin, auditor, mediator):
        expected = 200 if user.username == owner else 403
        assert as_(user).get(path).status_code == expected


def test_the_list_shows_the_street_and_hides_the_neighbour(system_admin, mediator, stranger):
    page = as_(system_admin).get("/people/").content.decode()

    assert "李雪" in page
    assert "stranger" not in page


def test_a_phone_is_masked_on_the_pages(system_admin, mediator):
    for path in ("/people/", f"/people/{mediator.pk}/"):
        page = as_(system_admin).get(path).content.decode()
        assert "138****8000" in page
        assert "13800138000" not in page


def test_a_list_of_many_people_costs_as_many_queries_as_of_one(
    system_admin, mediator, django_assert_max_num_queries
):
    for n in range(20):
        hire(f"walker{n}", "grid_worker")
    client = as_(system_admin)
    client.get("/people/")

    with django_assert_max_num_queries(9):
        client.get("/people/")


def test_a_new_person_gets_a_post_and_a_password_for_once(system_admin):
    answer = as_(system_admin).post("/people/add/", NEW)

    zhao = User.objects.get(username="zhao")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert zhao.check_password(answer.context["password"])
    assert zhao.must_change_password
    assert zhao.phone == "13900139000"
    assert zhao.posts.get().unit == f"{STREET}001"
    assert list(Change.objects.order_by("id").values_list("act", flat=True)) == [
        "added",
        "post_given",
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "12345"),
        ("unit", NEIGHBOUR),
        ("unit", "110105019999"),
        ("role", "emperor"),
        ("since", "2024-02-30"),
        ("username", ""),
        ("username", "system"),
        ("name", "a\x00b"),
    ],
)
def test_a_wrong_field_is_400_and_nothing_is_written(system_admin, field, value):
    answer = as_(system_admin).post("/people/add/", NEW | {field: value})

    assert answer.status_code == 400
    assert not User.objects.filter(username="zhao").exists()
    assert not Change.objects.exists()


def test_the_unit_of_a_post_is_chosen_not_given(system_admin):
    page = as_(system_admin).get("/people/add/").content.decode()
    first = page[page.index('name="unit"') :].split("<option ", 2)[1]
    assert first.startswith('value=""')
    answer = as_(system_admin).post("/people/add/", NEW | {"unit": ""})
    assert answer.status_code == 400
    assert not User.objects.filter(username="zhao").exists()


def test_a_post_is_given_and_ended(system_admin, mediator):
    client = as_(system_admin)
    client.post(f"/people/{mediator.pk}/", NEW | {"role": "leader", "until": ""})
    post = mediator.posts.get(role="leader")

    client.post(f"/people/{mediator.pk}/posts/{post.pk}/end/", {"on": timezone.localdate()})

    mediator = User.objects.get(pk=mediator.pk)
    assert mediator.roles == {"mediator"}
    assert list(mediator.changes.order_by("id").values_list("act", flat=True)) == [
        "post_given",
        "post_ended",
    ]


def test_a_clash_of_administrators_is_said_on_the_page(system_admin, mediator):
    answer = as_(system_admin).post(f"/people/{mediator.pk}/", NEW | {"role": "auditor"})

    assert answer.status_code == 400
    assert "三员分立" in answer.content.decode()


def test_of_two_administrators_at_once_the_second_is_told(system_admin, mediator, monkeypatch):
    """The check before saving saw nothing yet; the constraint does."""
    monkeypatch.setattr(Post, "validate_constraints", lambda *args, **kwargs: None)

    with pytest.raises(ValidationError, match="同期的其他岗位冲突"):
        appointments.give_post(
            mediator, by=system_admin, role="auditor", unit=STREET, since=date(2024, 1, 1)
        )

    assert not mediator.changes.exists()


def test_an_ended_post_cannot_be_prolonged(system_admin, mediator):
    post = mediator.posts.get()
    Post.objects.update(until=date(2024, 1, 1))

    as_(system_admin).post(f"/people/{mediator.pk}/posts/{post.pk}/end/", {"on": "2025-01-01"})

    assert mediator.posts.get().until == date(2024, 1, 1)


def test_nobody_changes_the_own_posts_and_account(system_admin):
    client = as_(system_admin)
    post = system_admin.posts.get()

    assert client.post(f"/people/{system_admin.pk}/", NEW).status_code == 403
    assert client.post(f"/people/{system_admin.pk}/reset/").status_code == 403
    assert client.post(f"/people/{system_admin.pk}/disable/").status_code == 403
    ended = client.post(f"/people/{system_admin.pk}/posts/{post.pk}/end/", {"on": "2026-01-01"})
    assert ended.status_code == 403


@pytest.mark.parametrize("door", ["", "reset/", "disable/", "enable/"])
def test_a_person_of_another_street_is_404(system_admin, stranger, door):
    assert as_(system_admin).post(f"/people/{stranger.pk}/{door}", NEW).status_code == 404


def test_who_also_serves_above_is_not_taken_over_from_below(system_admin, mediator):
    Post.objects.create(user=mediator, role="leader", unit="110105", since=date(2023, 1, 1))

    assert as_(system_admin).post(f"/people/{mediator.pk}/reset/").status_code == 403
    assert User.objects.get(pk=mediator.pk).check_password(PASSWORD)


def test_a_reset_password_replaces_the_old_one(system_admin, mediator):
    answer = as_(system_admin).post(f"/people/{mediator.pk}/reset/")

    mediator.refresh_from_db()
    assert not mediator.check_password(PASSWORD)
    assert mediator.check_password(answer.context["password"])
    assert mediator.must_change_password


def test_an_account_is_disabled_and_enabled_once_each(system_admin, mediator):
    client = as_(system_admin)
    for door in ("disable/", "disable/", "enable/"):
        client.post(f"/people/{mediator.pk}/{door}")

    assert User.objects.get(pk=mediator.pk).is_active
    assert [change.act for change in mediator.changes.order_by("id")] == ["disabled", "enabled"]


def test_a_system_administrator_of_the_neighbour_cannot_appoint_here(stranger, mediator):
    neighbour = hire("neighbour", "system_admin", NEIGHBOUR)

    with pytest.raises(PermissionDenied):
        appointments.give_post(
            mediator, by=neighbour, role="leader", unit=STREET, since=date(2024, 1, 1)
        )


def lock(client, username: str) -> None:
    for _ in range(5):
        client.post("/login/", {"username": username, "password": "wrong"})


def test_the_security_administrator_sees_and_lifts_a_lock(security_admin, mediator, client):
    lock(client, "mediator")
    desk = as_(security_admin)
    assert "已锁定" in desk.get("/lockouts/").content.decode()

    desk.post(f"/lockouts/{mediator.pk}/unlock/")

    answer = client.post("/login/", {"username": "mediator", "password": PASSWORD})
    assert answer.status_code == 302
    assert mediator.changes.get().act == "unlocked"


def test_locks_of_another_street_are_neither_seen_nor_lifted(security_admin, stranger, client):
    lock(client, "stranger")
    desk = as_(security_admin)

    assert "stranger" not in desk.get("/lockouts/").content.decode()
    assert desk.post(f"/lockouts/{stranger.pk}/unlock/").status_code == 404


def test_nobody_lifts_the_own_lock(security_admin):
    assert as_(security_admin).post(f"/lockouts/{security_admin.pk}/unlock/").status_code == 403


@pytest.mark.parametrize("tab", ["changes", "access", "logins", "nonsense"])
def test_the_auditor_reads_every_tab(auditor, tab):
    assert as_(auditor).get(f"/audit/?tab={tab}").status_code == 200


def test_the_auditor_reads_what_the_administrator_did_here_and_not_elsewhere(
    auditor, system_admin, mediator, stranger
):
    Change.objects.create(by=system_admin, about=mediator, act="disabled", unit=STREET)
    Change.objects.create(by=None, about=stranger, act="disabled", unit=NEIGHBOUR)

    page = as_(auditor).get("/audit/").content.decode()

    assert "李雪" in page
    assert "stranger" not in page


def test_the_owner_of_the_server_appoints_the_first_administrator(capsys):
    call_command("add_person", "first", "钱一", STREET)

    password = capsys.readouterr().out.strip().partition("：")[2]
    first = User.objects.get(username="first")
    assert first.roles == {"system_admin"}
    assert first.check_password(password)
    assert first.must_change_password


@pytest.mark.parametrize("unit", ["110105999", "x"])
def test_nobody_is_appointed_to_a_unit_that_is_not(unit):
    with pytest.raises(CommandError, match="不存在"):
        call_command("add_person", "first", "钱一", unit)


def test_a_yesterdays_administrator_is_none(system_admin, mediator):
    system_admin.posts.update(until=timezone.localdate() - timedelta(days=1))
    former = User.objects.get(pk=system_admin.pk)

    with pytest.raises(PermissionDenied):
        appointments.reset_password(mediator, by=former)


def test_the_back_office_is_for_the_system_administrator(system_admin, auditor, client):
    assert as_(system_admin).get("/admin/").status_code == 200
    assert as_(auditor).get("/admin/", follow=True).status_code == 403
    assert client.get("/admin/", follow=True).redirect_chain[-1][0].startswith("/login/")
