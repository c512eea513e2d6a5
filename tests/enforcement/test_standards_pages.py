"""The standards as the staff reads them, and as the system administrator keeps them."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from enforcement.standards import bands, powers
from enforcement.standards.models import CatalogueItem, DiscretionBand, PowerItem
from enforcement.standards.shown import LISTS
from lawgov.casework.refusals import BadFacts, StepRefused
from tests.cast import OTHER_STREET, STREET, person, today
from tests.enforcement.penalty import registered

ADMIN = "/admin/standards/"
POWER = {"unit": STREET, "code": "T-001", "name": "某事项", "kind": "penalty", "basis": "某法",
         "batch": "", "since": "2024-05-01", "until": ""}  # fmt: skip
ITEM = {"unit": STREET, "label": "本街道目录", "basis": "本街道规定", "penalty": "fine",
        "matter": "", "party_kind": "person", "least": "2000.50", "until": ""}  # fmt: skip


@pytest.fixture
def keeper(tree, client):
    client.force_login(person("keeper", "system_admin", STREET))
    return client


@pytest.fixture
def reader(tree, client):
    client.force_login(person("reader", "officer", STREET))
    return client


@pytest.mark.parametrize("which", LISTS)
def test_each_list_is_read_as_it_holds_today(reader, which):
    page = reader.get(f"/standards/{which}/")
    assert page.status_code == 200
    assert f"共{len(page.context['rows'])}项" in page.content.decode()
    assert page.context["rows"]


def test_the_powers_of_another_day_are_those_of_that_day(reader):
    page = reader.get("/standards/powers/", {"on": "2021-08-01"})
    words = page.content.decode()
    assert "首批" in words
    assert "第二批" not in words
    assert reader.get("/standards/powers/", {"on": "2021-07-14"}).context["rows"] == []


@pytest.mark.parametrize(
    ("asked", "code"),
    [({"on": "昨天"}, 400), ({"unit": OTHER_STREET}, 404), ({"unit": "31"}, 404)],
)
def test_what_is_out_of_reach_or_out_of_order_is_refused(reader, asked, code):
    assert reader.get("/standards/powers/", asked).status_code == code


def test_there_is_no_list_of_another_name(reader):
    assert reader.get("/standards/secrets/").status_code == 404


def test_the_administrator_adds_a_power_of_the_own_range(keeper):
    assert keeper.post(f"{ADMIN}poweritem/add/", POWER).status_code == 302
    assert powers.find(STREET, "T-001", localdate()).name == "某事项"
    refused = keeper.post(f"{ADMIN}poweritem/add/", POWER | {"unit": "0"})
    assert "不在您的管辖范围内" in refused.content.decode()


def test_a_catalogue_item_is_asked_in_yuan_and_does_not_begin_in_the_past(keeper):
    yesterday = (localdate() - timedelta(1)).isoformat()
    refused = keeper.post(f"{ADMIN}catalogueitem/add/", ITEM | {"since": yesterday})
    assert "不能早于今天" in refused.content.decode()
    keeper.post(f"{ADMIN}catalogueitem/add/", ITEM | {"since": today()})
    assert CatalogueItem.objects.get(label="本街道目录").least == 2_000_50


def test_a_band_is_entered_with_its_kinds(keeper):
    given = {
        "unit": STREET, "power": "CG-001", "code": "一", "label": "轻", "party_kind": "",
        "kinds": ["warning", "fine"], "least": "0", "most": "50", "basis": "", "since": today(),
        "until": "",
    }  # fmt: skip
    assert keeper.post(f"{ADMIN}discretionband/add/", given).status_code == 302
    (band,) = bands.held(STREET, "CG-001")
    assert (band.kinds, band.most) == (["warning", "fine"], 50_00)
    assert keeper.get(f"{ADMIN}discretionband/{band.pk}/change/").status_code == 200


def test_of_a_row_in_force_only_the_end_is_set(keeper):
    keeper.post(f"{ADMIN}poweritem/add/", POWER)
    row = PowerItem.objects.get(code="T-001")
    end = localdate() + timedelta(9)
    keeper.post(f"{ADMIN}poweritem/{row.pk}/change/", {"name": "改名", "until": end.isoformat()})
    row.refresh_from_db()
    assert (row.name, row.until) == ("某事项", end)


def test_what_comes_from_above_is_read_and_not_changed(keeper):
    row = DiscretionBand.objects.filter(unit="0").first()
    page = f"{ADMIN}discretionband/{row.pk}/change/"
    assert keeper.get(page).status_code == 200
    assert keeper.post(page, {"until": "2090-01-01"}).status_code == 403


def test_open_a_case_and_choose_only_powers_in_force_that_day(squad, client):
    """The list offers what is in force; what is not, or is not held here, is refused."""
    row = {"name": "某事项", "basis": "某法"}
    PowerItem.objects.create(unit=STREET, code="T-1", since="2024-01-01", **row)
    PowerItem.objects.create(unit=STREET, code="T-2", since="2024-01-01", until=localdate(), **row)
    PowerItem.objects.create(unit=OTHER_STREET, code="T-3", since="2024-01-01", **row)
    client.force_login(squad.officer)
    offered = dict(client.get("/penalties/new/").context["form"].fields["power"].choices)
    assert "T-1" in offered
    assert "T-2" not in offered
    assert registered(squad, power="T-1").detail.power == "T-1"
    with pytest.raises(BadFacts):
        registered(squad, power="T-2")
    with pytest.raises(StepRefused, match="权责事项"):
        registered(squad, power="T-3")
