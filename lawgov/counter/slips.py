"""The query number and the check word, with which one asks again without an account."""

import secrets
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac

from lawgov.casework.facts import Text
from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts
from lawgov.privacy.crypto import normalise

from . import rates
from .limits import ASKS, ASKS_OF_ONE

PARTS = {"slips": "counter.Slip"}
DIGITS = 12
LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679"  # none that is read for another
WORD = 6
ASKED = {
    "number": Text("查询号", most=20, help="回执上的12位数字"),
    "word": Text("校验词", most=10, help="回执上的6位字母数字，不分大小写"),
}
UNKNOWN = "查询号与校验词不符，请核对回执"


def new() -> dict[str, Any]:
    """For the `sets` of a public opening step: the case gets its slip in the same write."""
    return {"slips": [{"number": "".join(secrets.choice("0123456789") for _ in range(DIGITS))}]}


def word_of(number: str) -> str:
    """Not kept anywhere: whoever has the key can tell it, nobody can guess it."""
    digest = salted_hmac("lawgov.counter.word", number, algorithm="sha256").digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:WORD])


def spaced(number: str) -> str:
    """As it is read out: 1234 5678 9012."""
    return " ".join(number[n : n + 4] for n in range(0, DIGITS, 4))


def shown(case: Case) -> dict[str, str]:
    number = case.part("slips")[0].number
    return {"number": spaced(number), "word": word_of(number)}


def find(address: str, kind: str, number: str, word: str) -> Case:
    """The case of a slip; a wrong number and a wrong word get the same answer."""
    number, word = normalise(number), normalise(word)
    rates.count(ASKS, address)
    rates.count(ASKS_OF_ONE, number)
    case = Case.objects.filter(kind=kind, slip__number=number).select_related("slip").first()
    if not constant_time_compare(word_of(number), word) or case is None:
        raise BadFacts({"number": [UNKNOWN]})
    return case
