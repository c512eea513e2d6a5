"""manage.py compare UNIT YEAR: what the unit's report prints beside what the records say."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lawgov.casework.refusals import BadFacts
from reporting.asking import read_unit
from reporting.hedges import UnreadableError
from reporting.periods import Period
from reporting.published import Claim, compare, tally
from reporting.words import NOT_COUNTED, for_machines, for_people, table


class Command(BaseCommand):
    help = "把系统的指标与单位公开报告所列数字对照"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("unit", help="区划代码，如 110105019")
        parser.add_argument("year", help="年份，如 2023")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            period = Period.read(options["year"])
            unit = read_unit(options["unit"], period)
            claims = compare(unit.code, period)
        except (BadFacts, UnreadableError) as refusal:
            raise CommandError(str(refusal)) from refusal
        if claims is None:
            raise CommandError(f"没有{unit.name}{period}的公开报告数字可供对照")
        if options["json"]:
            self.stdout.write(as_json(unit.code, period, claims))
        else:
            counts = "，".join(f"{verdict.label} {n}" for verdict, n in tally(claims))
            self.stdout.write(f"{unit.name} {period}（截至 {period.as_of}）：{counts}")
            self.stdout.write(as_table(claims))


def as_json(unit: str, period: Period, claims: list[Claim]) -> str:
    rows = [as_dict(claim) for claim in claims]
    body = {"unit": unit, "year": period.year, "rows": rows}
    return json.dumps(body, ensure_ascii=False, indent=2)


def as_dict(claim: Claim) -> dict[str, Any]:
    return {
        "indicator": claim.code,
        "published": claim.written,
        "hedge": claim.reading.hedge.value,
        "ours": for_machines(claim.ours),
        "verdict": claim.verdict.value,
    }


def as_table(claims: list[Claim]) -> str:
    rows = [("指标", "系统", "报告所列", "结论")]
    for claim in claims:
        ours = for_people(claim.ours, claim.measure) if claim.indicator else NOT_COUNTED
        verdict = f"{claim.verdict.label}（{claim.verdict.value}）"
        rows.append((f"{claim.name} {claim.code}", ours, claim.written + claim.measure, verdict))
    return table(rows)
