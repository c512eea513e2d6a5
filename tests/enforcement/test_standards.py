"""Standards: dated, the nearest unit first, and one definition of what must be reviewed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.utils import IntegrityError
from hypothesis import given
from hypothesis import strategies as st

from enforcement.standards import bands, catalogue, hearings, powers, rubrics, scenes, tags
from enforcement.standards.models import (
    CatalogueItem,
    DiscretionBand,
    PatrolTag,
    PowerItem,
    RubricItem,
    SceneItem,
)
from lawgov.parameters import known
from lawgov.parameters.models import Value
from tests.cast import COMMUNITY, OTHER_STREET, STREET, person

DAY = date(2024, 5, 1)
BEFORE, LATER = date(2024, 4, 30), date(2024, 6, 1)
pytestmark = pytest.mark.django_db


def power(code="T-001", unit=STREET, **fields):
    return PowerItem.objects.create(
        **{"unit": unit, "code": code, "name": "某事项", "basis": "某法", "since": DAY, **fields}
    )


def item(**fields):
    start = {"label": "本街道目录", "basis": "本街道规定", "unit": STREET, "since": DAY}
    return CatalogueItem.objects.create(**{**start, **fields})


def listed(unit=STREET, on=LATER, **given):
    return catalogue.listed(unit, on, **given)


def test_a_power_is_held_from_its_day_until_the_day_it_stops():
    power(until=LATER)
    days = (BEFORE, DAY, LATER - timedelta(1), LATER)
    assert [powers.find(STREET, "T-001", day) is not None for day in days] == [
        False, True, True, False,
    ]  # fmt: skip


def test_a_power_holds_below_its_unit_and_not_beside_it():
    power()
    assert powers.find(COMMUNITY, "T-001", DAY)
    assert powers.find(OTHER_STREET, "T-001", DAY) is None


def test_a_units_own_item_stands_before_the_one_from_above():
    power(unit="31", name="市")
    power(name="街道")
    assert powers.find(STREET, "T-001", DAY).name == "街道"
    assert powers.find(OTHER_STREET, "T-001", DAY).name == "市"
    assert [p.name for p in powers.held(STREET, DAY) if p.code == "T-001"] == ["街道"]


def test_of_two_rows_with_one_code_only_one_holds_on_a_day():
    power(until=LATER)
    with pytest.raises(ValidationError):
        PowerItem(unit=STREET, code="T-001", name="又一", basis="某法", since=DAY).full_clean()
    PowerItem(unit=STREET, code="T-001", name="后来", basis="某法", since=LATER).full_clean()


def test_a_standard_in_force_is_neither_changed_nor_removed_only_ended():
    row = power()
    row.name = "改名"
    for wrong in (row.save, row.delete):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()
    PowerItem.objects.filter(pk=row.pk).update(until=date(2090, 1, 1))


def test_what_has_ended_does_not_begin_again():
    row = power(until=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        PowerItem.objects.filter(pk=row.pk).update(until=None)


def band(code, least, most, unit=STREET, **fields):
    return DiscretionBand.objects.create(
        unit=unit, power="T-001", code=code, label=code, kinds=["fine"], least=least, most=most,
        **{"since": DAY, **fields},
    )  # fmt: skip


def test_the_nearest_units_bands_hold_as_a_whole():
    band("省", 0, 100, unit="31")
    band("一", 0, 100)
    band("二", 100, 200)
    assert bands.choices_for(STREET, "T-001", "person", DAY) == [
        ("一", "一（罚款0－1元）"),
        ("二", "二（罚款1－2元）"),
    ]
    assert bands.choices_for(OTHER_STREET, "T-001", "person", DAY) == [("省", "省（罚款0－1元）")]


def test_a_band_for_bodies_is_not_offered_for_a_person():
    band("人", 0, 100, party_kind="person")
    band("单位", 0, 100, party_kind="organisation")
    assert [code for code, _ in bands.choices_for(STREET, "T-001", "person", DAY)] == ["人"]
    assert bands.find(STREET, "T-001", "单位", DAY, "person") is None


@pytest.mark.parametrize(
    ("kinds", "fine", "inside"),
    [
        (["fine"], 100, True), (["fine"], 200, True), (["fine"], 99, False),
        (["fine"], 201, False), (["stoppage"], 0, False), (["fine", "warning"], 150, False),
    ],
)  # fmt: skip
def test_a_penalty_lies_in_its_band_or_not(kinds, fine, inside):
    assert band("一", 100, 200).holds(kinds, fine) is inside


def test_a_bands_sums_run_upward():
    with pytest.raises(IntegrityError), transaction.atomic():
        band("倒", 200, 100)


def test_the_hearing_threshold_is_of_the_region_and_the_kind_of_party(tree):
    assert hearings.threshold(STREET, "person", DAY) == 5_000_00
    assert hearings.threshold(STREET, "organisation", DAY) == 50_000_00


def test_a_threshold_keeps_its_history(tree):
    who = person("sys", "system_admin", "31")
    set_by = {"unit": "31", "since": DAY, "reason": "本市规定", "by": who}
    Value.objects.create(parameter="enforcement.hearing_person", value=3000, **set_by)
    known.remembered.forget()
    assert hearings.threshold(STREET, "person", BEFORE) == 5_000_00
    assert hearings.threshold(STREET, "person", DAY) == 3_000_00
    known.remembered.forget()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"kinds": ["fine"], "fine": 1_999_99, "party_kind": "person"}, []),
        ({"kinds": ["fine"], "fine": 2_000_00, "party_kind": "person"}, ["本街道目录"]),
        ({"kinds": ["fine"], "fine": 2_000_00, "party_kind": "organisation"}, []),
        ({"kinds": ["warning"], "fine": 2_000_00, "party_kind": "person"}, []),
    ],
)
def test_a_fine_from_the_sum_of_the_item_on_is_listed(given, expected):
    item(penalty="fine", party_kind="person", least=2_000_00)
    assert listed(**given) == expected


def test_confiscation_is_measured_by_what_is_confiscated():
    item(penalty="confiscation", least=100)
    assert listed(kinds=["confiscation"], fine=500, confiscated=99) == []
    assert listed(kinds=["confiscation"], confiscated=100) == ["本街道目录"]


@pytest.mark.parametrize("matter", ["heard", "complex", "public", "outside", "transfer"])
def test_the_matters_of_the_law_are_listed_everywhere(matter):
    assert len(listed(matters=[matter])) == 1
    assert listed() == []


def test_an_item_counts_in_its_unit_from_its_day_until_it_ends():
    item(matter="exempt", until=LATER)
    assert listed(on=DAY, matters=["exempt"]) == ["本街道目录"]
    assert listed(unit=COMMUNITY, on=DAY, matters=["exempt"]) == ["本街道目录"]
    for unit, on in ((OTHER_STREET, DAY), (STREET, BEFORE), (STREET, LATER)):
        assert listed(unit, on, matters=["exempt"]) == []


def test_an_item_has_exactly_one_ground():
    for grounds in ({}, {"penalty": "fine", "matter": "heard"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            item(**grounds)


@given(
    fine=st.integers(0, 10**12),
    kinds=st.lists(st.sampled_from(["warning", "fine", "confiscation", "stoppage"])),
)
def test_more_is_never_listed_less(fine, kinds):
    """A heavier fine, or one more kind, meets every item that the lighter penalty met."""
    given = {"party_kind": "person", "kinds": kinds}
    light, heavy = listed(fine=fine, **given), listed(fine=fine + 1, **given)
    more = listed(fine=fine, party_kind="person", kinds=[*kinds, "revocation"])
    assert set(light) <= set(heavy)
    assert set(light) < set(more)


def test_what_must_be_recorded_is_dated_and_overridden_nearby():
    assert "hear" in {scene.code for scene in scenes.required(STREET, DAY)}
    SceneItem.objects.create(unit=STREET, code="hear", label="听证", since=DAY, compulsory=False)
    assert "hear" not in {scene.code for scene in scenes.required(STREET, DAY)}
    assert "hear" in {scene.code for scene in scenes.required(OTHER_STREET, DAY)}


def test_the_rubric_is_the_nearest_units_as_a_whole_and_makes_a_hundred():
    assert sum(mark.points for mark in rubrics.held(STREET, DAY)) == 100
    RubricItem.objects.create(unit="31", code="Z1", label="全", points=100, section="全", since=DAY)
    assert [mark.code for mark in rubrics.held(STREET, DAY)] == ["Z1"]


def test_a_street_adopts_the_tree_of_345_tags_and_goes_on_from_there():
    assert len(tags.held(STREET, DAY)) == 345
    assert len(tags.adopt(STREET, DAY)) == 345
    PatrolTag.objects.filter(unit=STREET, code="010101").update(until=date(2090, 1, 1))
    assert len(tags.held(STREET, date(2090, 1, 1))) == 344
    assert tags.adopt(STREET, LATER) == []


def test_a_finding_is_tagged_with_a_leaf_named_with_its_path():
    offered = dict(tags.choices(STREET, DAY))
    assert offered["010101"] == "市容环境－占道经营－流动摊贩"
    assert not {"01", "0101"} & set(offered)
