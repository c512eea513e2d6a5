"""The pages that everybody reads, and the page on which the publisher sees what is missing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from enforcement.publicity import public, standing
from enforcement.publicity.choices import FIVE
from enforcement.publicity.models import Publication
from enforcement.standards.models import PowerItem
from lawgov.casework.models import Case
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period

from ..cast import OTHER_STREET, STREET, person

pytestmark = pytest.mark.django_db
YEAR = localdate().year


@pytest.fixture(autouse=True)
def anew():
    public.units.forget()


def shown(squad, type="remedy", **changes) -> Case:
    given = {"type": type, "title": f"{type}公示", "text": "内容"} | changes
    made = Case.open_new("publication", by=squad.officer, unit=STREET, **given)
    made.take("approve", by=squad.justice)
    return made


def get(client, page, *args, status=200, **asked) -> str:
    answer = client.get(reverse(page, args=args), asked)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_list_is_filtered_by_kind_year_and_unit(squad, client):
    shown(squad, title="救济告知")
    shown(squad, "basis", title="立案标准")

    assert "立案标准" not in get(client, "public", type="remedy")
    assert "救济告知" in get(client, "public", type="remedy", year=YEAR, unit=STREET)
    assert "救济告知" not in get(client, "public", year=YEAR - 1)
    assert "救济告知" not in get(client, "public", unit=OTHER_STREET)


def test_the_list_goes_on_page_by_page(squad, client, monkeypatch):
    monkeypatch.setattr("lawgov.casework.paging.page.__defaults__", (1,))
    shown(squad, title="先公示的")
    shown(squad, title="后公示的")
    first = get(client, "public")
    assert "后公示的" in first
    assert "先公示的" not in first

    mark = first.partition("?after=")[2].partition('"')[0]
    assert "先公示的" in get(client, "public", after=mark)


@pytest.mark.parametrize("asked", [
    {"year": "0"}, {"type": "nothing"}, {"unit": "31x"}, {"after": "x"}, {"name": "张三"},
])  # fmt: skip
def test_what_is_badly_asked_is_answered_so(tree, client, asked):
    assert "查询条件有误" in get(client, "public", status=400, **asked)


@pytest.mark.parametrize("name", ["public-powers", "public-catalogue"])
def test_the_lists_in_force_are_public(squad, client, name):
    assert "<td" in get(client, name)
    assert "彭浦新村街道" in get(client, name, unit=STREET)
    assert "查询条件有误" in get(client, name, status=400, unit="x")


def test_a_power_that_ended_is_no_longer_shown(tree, client):
    row = PowerItem.objects.in_force().first()
    assert row.name in get(client, "public-powers")
    PowerItem.objects.filter(pk=row.pk).update(until=localdate())
    assert f">{row.name}</th>" not in get(client, "public-powers")


def test_a_public_page_is_only_read_and_may_be_kept_for_a_minute(tree, client):
    answer = client.get(reverse("public"))

    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert client.post(reverse("public")).status_code == 405


def test_what_is_not_out_has_no_page(squad, client):
    made = Case.open_new("publication", by=squad.officer, unit=STREET, type="basis",
                         title="立案标准", text="内容")  # fmt: skip
    get(client, "public-item", made.pk, status=404)
    get(client, "public-item", 10**15, status=404)


def test_a_list_asks_the_database_no_more_for_more_rows(squad, client, django_assert_num_queries):
    shown(squad)
    get(client, "public")
    with django_assert_num_queries(2):
        get(client, "public")
    shown(squad, "basis")
    with django_assert_num_queries(2):
        get(client, "public")


def lacking() -> dict[str, str]:
    return {each.type: each.lacks for each in standing.of(STREET) if each.lacks}


def test_the_publisher_sees_which_of_the_five_kinds_is_missing(squad, client):
    assert lacking() == dict.fromkeys(FIVE, "尚未公示")
    for kind in FIVE:
        shown(squad, kind)
    assert lacking() == {}

    client.force_login(squad.justice)
    assert "已公示" in get(client, "publication-completeness")


def test_what_was_published_last_year_is_outdated(squad):
    shown(squad, "inspection_plan")
    Publication.objects.update(public_on=localdate().replace(year=YEAR - 1, day=1))
    assert lacking()["inspection_plan"] == "本年度尚未更新"


def test_a_list_of_powers_is_outdated_when_a_power_has_changed(squad):
    made = shown(squad, "powers")
    item = PowerItem.objects.in_force().first()
    assert [f"{item.code} {item.name}", item.basis] in made.detail.rows
    Publication.objects.update(public_on=localdate() - timedelta(days=1))
    assert localdate().day == localdate().month == 1 or "powers" not in lacking()

    PowerItem.objects.filter(pk=item.pk).update(until=localdate())
    assert "powers" in lacking()


def test_what_was_withdrawn_is_missing(squad):
    made = shown(squad, "basis")
    made.take("withdraw", by=squad.justice, withdrawal="replaced", explanation="依据已修改")
    assert lacking()["basis"] == "尚未公示"


def test_who_does_not_publish_is_not_asked_for_what_is_missing(squad, client):
    client.force_login(squad.officer)
    assert "公示由司法所、统计员办理" in get(client, "publication-completeness", status=403)


def test_the_figure_counts_the_penalties_that_went_out(squad):
    shown(squad, "penalty")
    shown(squad, "basis")
    [figure] = figures(STREET, Period.of(YEAR), [REGISTRY["disclosure.penalty_items"]])
    assert figure.value == 1


def test_a_neighbour_sees_nothing_of_it_before_it_is_out(squad):
    made = Case.open_new("publication", by=squad.officer, unit=STREET, type="basis",
                         title="立案标准", text="内容")  # fmt: skip
    stranger = person("stranger", "justice", OTHER_STREET)
    assert not Case.objects.visible_to(stranger).filter(pk=made.pk).exists()
