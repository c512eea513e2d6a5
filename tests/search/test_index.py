"""The index follows the cases by the outbox, the bulk twin and a command, and holds no secret."""

from datetime import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from lawgov.casework import outbox, procedure
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.casework.procedure import Procedure, Step
from lawgov.people.models import Role, User
from lawgov.search import indexing
from lawgov.search.finding import Question, newest
from lawgov.search.models import Indexed
from tests.cast import GRID, RESPONDENT, STREET, logged, person, registration

from .conftest import read

pytestmark = pytest.mark.django_db
NOON = datetime(2024, 3, 4, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
CANARIES = {
    "id_number": "11010519491231002X", "phone": "13987654321", "agent_phone": "13787654321",
    "address": "芙蓉弄堂七七号", "occupation": "琵琶演员",
}  # fmt: skip


def in_bulk(cast, *titles: str) -> None:
    batch = Batch()
    for title in titles:
        given = registration(title=title)
        batch.open("dispute", GRID, by=cast.grid, post=None, at=NOON, **given)
    batch.save()


def test_nothing_personal_enters_the_index(cast):
    told = f"联系人{CANARIES['id_number']}，电话 139-8765-4321，或１３７８７６５４３２１"
    logged(
        cast.grid, title=f"纠纷 {CANARIES['phone']}", summary=told, place=CANARIES["id_number"],
        parties=[{"side": "applicant", "name": "甲某", **CANARIES}, RESPONDENT],
    )  # fmt: skip
    read()
    row = Indexed.objects.get()

    held = " ".join([*row.words, row.text, row.initials]).upper()
    assert [value for value in CANARIES.values() if value in held] == []
    assert [part for part in ("87654321", "8765", "19491231") if part in held] == []
    assert "甲某" in held


def test_a_minor_is_found_by_no_name_neither_the_own_nor_the_guardians(cast, ask):
    child = {"side": "applicant", "name": "王小明", "age": "minor"}
    guardian = {"agent_name": "王大海", "agent_kind": "legal"}
    case = logged(cast.grid, title="校园纠纷", parties=[child | guardian, RESPONDENT])
    read()

    assert ask(cast.mediator, "小明") == ask(cast.mediator, "大海") == []
    assert ask(cast.mediator, "校园") == ask(cast.mediator, "乙某") == [case.number]


def test_a_bulk_load_is_found_without_a_worker(cast, ask):
    in_bulk(cast, "楼道堆物", "停车")

    assert len(ask(cast.mediator, "堆物")) == 1
    call_command("verify")


def test_a_step_that_is_told_twice_or_late_does_no_harm(cast):
    case = read(logged(cast.grid, title="停车"))
    old = Case.objects.get(pk=case.pk)
    case.take("correct", by=cast.community, title="堆物", reason="笔误")
    read()

    indexing.index([old])
    indexing.follow({"case": case.pk})
    assert Indexed.objects.get().text.split("\n")[1] == "堆物"


def test_the_command_fills_what_is_missing_and_goes_on_after_a_break(cast, monkeypatch):
    in_bulk(cast, *"甲乙丙丁戊")
    Indexed.objects.all().delete()
    monkeypatch.setattr(indexing, "CHUNK", 2)

    next(indexing.fill(indexing.behind()))
    assert Indexed.objects.count() == 2
    call_command("index_cases")
    assert Indexed.objects.count() == 5
    assert not indexing.behind().exists()


def test_the_command_makes_all_anew_when_told(cast):
    in_bulk(cast, "停车")
    Indexed.objects.update(words=[])

    call_command("index_cases")
    assert Indexed.objects.get().words == []
    call_command("index_cases", all=True)
    assert "停车" in Indexed.objects.get().words


def test_verify_tells_of_a_case_that_nobody_will_index(cast):
    case = logged(cast.grid)
    call_command("verify")  # the worker has been told
    read()
    call_command("verify")

    Indexed.objects.filter(case=case).update(seq=0)
    with pytest.raises(CommandError):
        call_command("verify")


@pytest.fixture
def leaflets(monkeypatch, tree):
    """A second kind of case, without columns or parties of its own."""
    opening = Step("登记", (), "open", (Role.MEDIATOR,), {}, number="宣字",
                   sets=lambda case, facts: {"title": "停车宣传"})  # fmt: skip
    told = Procedure(
        kind="leaflet", label="宣传", states={"open": "办理中"}, steps={"log": opening},
        readers=(Role.MEDIATOR,),
    )  # fmt: skip
    monkeypatch.setitem(procedure.PROCEDURES, "leaflet", told)
    return told


def test_kinds_are_found_together_newest_first(cast, leaflets):
    dispute = logged(cast.grid, title="停车纠纷")
    leaflet = Case.open_new("leaflet", by=cast.mediator, unit=STREET)
    for drained in (False, True):
        if drained:
            outbox.drain()
        found = newest(cast.mediator, ["dispute", "leaflet"], Question("停车"), "", 10)
        assert found == [leaflet.pk, dispute.pk]
        assert newest(cast.leader, ["dispute", "leaflet"], Question("停车"), "", 10) == [dispute.pk]


def fill(rows: int) -> User:
    """Many cases of many streets, bare but indexed; one street's mediator."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO casework_case (id, kind, unit, desk, offered_to, registry, number, state,"
            " title, channel, opened_on, due_clock, due_provisional, returned, sensitivity,"
            " version, head)"
            " SELECT 1000000 + n, 'dispute', u, u, '', '', '', 'registered', '邻里纠纷', '',"
            " date '2024-01-01' + n %% 300, '', false, false, '', 1, '' FROM"
            " (SELECT n, '3101060' || to_char(10 + n %% 40, 'FM00') AS u"
            " FROM generate_series(1, %s) n) AS made",
            [rows],
        )
        cursor.execute(
            "INSERT INTO search_indexed (case_id, words, text, initials, seq) SELECT id,"
            " ARRAY['邻', '里', '邻里', '纠', '纷', '纠纷', '#31', '#3101', '#310106', '#' || unit]"
            " || CASE WHEN id % 997 = 0 THEN ARRAY['漏', '水', '漏水'] ELSE '{}' END,"
            " '邻里纠纷', 'lljf', 1 FROM casework_case WHERE id > 1000000"
        )
        cursor.execute("ANALYZE casework_case")
        cursor.execute("ANALYZE search_indexed")
    return person("walker", Role.MEDIATOR, "310106020")


@pytest.mark.parametrize("text", ["漏水", "水", "漏水 纠纷"])
def test_no_question_reads_the_whole_table(tree, text):
    from lawgov.search.finding import narrow

    user = fill(20_000)
    seen = Case.objects.visible_to(user, "dispute").newest(user, "dispute")
    plan = narrow(seen, user, "dispute", Question(text), []).values("pk")[:51].explain()

    assert "search_words" in plan
    assert "Seq Scan" not in plan


def test_a_list_reads_no_whole_table_either(tree):
    from mediation.filters import DisputeFilter

    user = fill(20_000)
    seen = Case.objects.visible_to(user, "dispute").newest(user, "dispute")
    asked = DisputeFilter.of({"q": "漏水"}, seen, SimpleNamespace(user=user))
    plan = asked.qs.values("pk")[:51].explain()

    assert "Seq Scan" not in plan
