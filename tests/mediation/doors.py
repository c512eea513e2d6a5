"""Roads to a report by code: a place where a code hangs, a report from its public form."""

import re
from time import time

from django.core import signing

from lawgov.casework.models import Case, Entry
from lawgov.counter import slips, tokens

from ..cast import COMMUNITY

TEXT = {"text": "楼上夜里装修", "where": "3号楼", "name": "丙某", "phone": "13912345678"}


def hung(by, unit=COMMUNITY):
    return Entry.log("code_place", by=by, unit=unit, subject="3号楼门厅")


def reported(place, **changes):
    facts = {"code_place": place.pk, **TEXT, **changes}
    return Case.open_new("code_report", by=None, unit=place.unit, **facts)


def token(form, key="k", age=60):
    about = {"form": form, "key": key, "at": int(time()) - age}
    return signing.dumps(about, salt=tokens.SALT)


def send(client, url, form, key="k", **given):
    return client.post(url, {"_token": token(form, key), **given})


def slip_of(case):
    number = case.part("slips")[0].number
    return {"number": number, "word": slips.word_of(number)}


def slip_on(page):
    """The number and the word as they stand on the page."""
    found = re.findall(r"<strong>([^<]+)</strong>", page)
    return {"number": found[0], "word": found[1]}


def graded(case, by, **facts):
    case.take("grade", by=by, **facts)
    return case


def answered(case, by):
    """Handled where it came in, and replied to."""
    graded(case, by)
    case.take("route", by=by, desk=case.unit)
    case.take("take_up", by=by)
    case.take("answer", by=by, reply="已约谈，夜间停工")
    return case
