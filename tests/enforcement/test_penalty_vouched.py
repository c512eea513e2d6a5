"""What is written past the steps is named by `verify`, though no trigger can tell it apart."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import localdate

from enforcement.penalty.models import Decision, Draft
from enforcement.review.models import POINTS, Opinion
from enforcement.standards.models import CatalogueItem

from .deciding import decision_in, list_fines, passed, take
from .reviews import paper, review_in

__all__ = ["paper"]

pytestmark = pytest.mark.django_db


def past_the_trigger(sql, *args):
    """As one who owns the table could."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE review_opinion DISABLE TRIGGER opinion_append_only")
        cursor.execute("ALTER TABLE penalty_draft DISABLE TRIGGER draft_append_only")
        cursor.execute(sql, args)


def verdict(capsys):
    with pytest.raises(CommandError):
        call_command("verify")
    return capsys.readouterr().out


def test_what_went_its_way_is_sound(squad, paper, capsys):
    review_in("passed", squad, paper)
    call_command("verify")
    assert "不符" not in capsys.readouterr().out


def test_a_decision_that_went_its_way_is_sound(squad, capsys):
    decision_in("decided", squad)
    call_command("verify")
    assert "不符" not in capsys.readouterr().out


def test_a_forged_opinion_is_named(squad, capsys):
    """Its row opens the gate, and then says for ever that it has no event."""
    list_fines()
    case = decision_in("waived", squad)
    passed(case, squad)
    take(case, squad, "decide")

    assert f"案件 {case.pk} 的第1份法制审核意见没有办理记录" in verdict(capsys)


def test_an_opinion_forged_into_a_real_review_is_named(squad, paper, capsys):
    review = review_in("sent_back", squad, paper)
    Opinion.objects.create(
        case=review, subject=paper.case, round=2, type="agree", passes=True, body="同意",
        reviewer=squad.reviewer, text_hash=review.detail.text_hash, on=localdate(),
        **dict.fromkeys(POINTS, "fine"),
    )  # fmt: skip

    assert f"案件 {review.pk} 的第2份法制审核意见没有办理记录" in verdict(capsys)


@pytest.mark.parametrize("change", [
    "text_hash = repeat('0', 64)", "type = 'agree', passes = true", "\"on\" = \"on\" - 1",
])  # fmt: skip
def test_an_opinion_changed_by_the_owner_of_the_table_is_named(squad, paper, change, capsys):
    review = review_in("sent_back", squad, paper)
    past_the_trigger(f"UPDATE review_opinion SET {change}")

    assert f"案件 {review.pk} 的第1份法制审核意见与办理记录不符" in verdict(capsys)


def test_a_draft_written_past_its_step_is_named(squad, capsys):
    case = decision_in("notified", squad)
    row = case.part("drafts")[-1]
    Draft.objects.create(
        **{f.name: getattr(row, f.name) for f in Draft._meta.concrete_fields if f.name != "id"}
        | {"version": 2}
    )
    assert f"案件 {case.pk} 的拟作决定与办理记录不符" in verdict(capsys)


def test_a_draft_whose_words_were_changed_is_named(squad, capsys):
    case = decision_in("notified", squad)
    past_the_trigger("UPDATE penalty_draft SET decision = '罚款五万元'")

    assert f"案件 {case.pk} 的第1稿 给予行政处罚文本与摘要不符" in verdict(capsys)


def test_a_decision_written_past_its_step_is_named(squad, capsys):
    case = decision_in("waived", squad)
    row = case.part("drafts")[-1]
    Decision.objects.create(
        case=case, version=1, outcome=row.outcome, kinds=row.kinds, fine=row.fine,
        party_kind="person", text_hash=row.text_hash, on=localdate(),
    )  # fmt: skip
    assert f"案件 {case.pk} 的处罚决定与办理记录不符" in verdict(capsys)


def replaying(sql):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)


def test_an_opinion_stays_also_where_a_session_replays(squad):
    passed(decision_in("notified", squad), squad, passes=False)
    with pytest.raises(DatabaseError, match="只增不改"):
        replaying("UPDATE review_opinion SET passes = true, type = 'agree'")


def test_an_item_of_the_catalogue_does_not_end_in_the_past(squad):
    """Else a decision that is listed today was never listed."""
    list_fines()
    with pytest.raises(DatabaseError, match="只增不改"), transaction.atomic():
        CatalogueItem.objects.update(until="2020-01-02")
    CatalogueItem.objects.update(until=localdate())
