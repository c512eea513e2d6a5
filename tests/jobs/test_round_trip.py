"""What is written into the template comes back as the same facts."""

import string
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lawgov.casework import facts as asked
from lawgov.casework.procedure import PROCEDURES
from lawgov.casework.registers import REGISTERS
from lawgov.jobs import sheets
from lawgov.jobs.columns import MARK, Layout, given_by
from lawgov.jobs.rows import Bad
from lawgov.jobs.template import Filled, error_book, template
from lawgov.organisations.models import Kind, Organisation

from ..cast import STREET
from .conftest import layout

pytestmark = pytest.mark.django_db
TEXT = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="*"), min_size=1, max_size=30
).filter(lambda text: asked.Text("").read(text) == text)
DAYS = st.dates(date(1949, 1, 1), date(2100, 12, 31))
PHONES = st.text("0123456789", min_size=8, max_size=8).map("138{}".format)
# A file for many rows; what fails is not made smaller, since each try starts a program.
FEW = settings(max_examples=6, phases=[Phase.explicit, Phase.reuse, Phase.generate])
PARTY = st.fixed_dictionaries(
    {"side": st.sampled_from(["applicant", "respondent", "third"]), "name": TEXT},
    optional={"phone": PHONES, "address": TEXT, "gender": st.sampled_from(["male", "female"])},
)
GIVEN = st.fixed_dictionaries(
    {
        "title": TEXT,
        "channel": st.sampled_from(["police", "court", "other"]),
        "type": st.sampled_from(["neighbour", "labour", "land"]),
        "summary": TEXT,
        "parties": st.lists(PARTY, min_size=1, max_size=2),
    },
    optional={
        "amount": st.integers(0, 10**12).map(lambda cents: f"{cents // 100}.{cents % 100:02}"),
        "people": st.integers(1, 100000),
        "on": DAYS,
        "source_number": st.text(string.digits, min_size=1, max_size=20),
    },
)


def words(column, value):
    """As a person would write it: the word of a choice, a day, a number."""
    if isinstance(column.fact, asked.Choice):
        return str(column.fact.choices(value).label)
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return float(value) if isinstance(column.fact, asked.Money) else value


def cells(known: Layout, given_facts):
    for column in known.columns:
        value = given_facts
        for part in column.path:
            if isinstance(value, list):
                value = value[part] if part < len(value) else {}
            else:
                value = (value or {}).get(part)
        if value not in (None, {}):
            yield column.label, words(column, value)


def came_back(known: Layout, data: bytes):
    sheet = sheets.read(data)
    places = known.places(sheet.rows[0])
    for line in sheet.rows[1:]:
        row = {places[n]: cell for n, cell in enumerate(line)}
        raw, faults = given_by({c: cell for c, cell in row.items() if not isinstance(c, str)})
        assert faults == {}
        yield asked.read(known.subject.facts, raw)


def meant(known: Layout, rows):
    return [asked.read(known.subject.facts, row) for row in rows]


@settings(FEW)
@given(st.lists(GIVEN, min_size=10, max_size=30))
def test_what_is_filled_in_is_what_is_read(rows):
    known = layout()
    filled = [dict(cells(known, row)) for row in rows]
    data = Filled(known, None).made(filled, with_why=False)

    assert list(came_back(known, data)) == meant(known, rows)


@settings(FEW)
@given(st.lists(GIVEN, min_size=10, max_size=30))
def test_what_stands_in_the_error_book_is_what_was_sent(rows):
    known = layout()
    bad = [Bad(7, [("来源", "不对")], dict(cells(known, row))) for row in rows]
    data = error_book(known, None, bad)

    assert list(came_back(known, data)) == meant(known, rows)


def test_the_sample_of_every_template_would_itself_pass(cast):
    Organisation.objects.create(  # what the sample calls a body of the register
        kind=Kind.LAW_FIRM, name="示例内容", unit=STREET, since="2020-01-01"
    )
    for kind in (*PROCEDURES, *REGISTERS):
        known = layout(kind)
        assert len(list(came_back(known, template(known, cast.leader)))) == 1


def test_every_template_knows_its_version_and_marks_its_sample(cast):
    known = layout()
    sheet = sheets.read(template(known, cast.grid))

    assert sheet.version == known.version
    assert sheet.rows[0][0] == MARK
    assert sheet.rows[1][:2] == ["示例", "第一居委会第1网格"]
    assert len(sheet.rows) == 2
