"""manage.py figures UNIT YEAR: every indicator of a unit in a year."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lawgov.casework.refusals import BadFacts
from reporting.asking import read_unit
from reporting.indicators import Figure, figures
from reporting.periods import Period
from reporting.words import figure_row, for_people, table


class Command(BaseCommand):
    help = "列出一个单位一年的全部指标"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("unit", help="区划代码，如 110105019")
        parser.add_argument("year", help="年份，如 2023")
        parser.add_argument("--as-of", default="", help="截止日，如 2023-12-31，默认今天")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            period = Period.read(options["year"], as_of=options["as_of"])
            unit = read_unit(options["unit"], period)
        except BadFacts as refusal:
            raise CommandError(str(refusal)) from refusal
        found = figures(unit.code, period)
        if options["json"]:
            self.stdout.write(as_json(unit.code, period, found))
        else:
            self.stdout.write(f"{unit.name} {period}（截至 {period.as_of}）")
            self.stdout.write(as_table(found))


def as_json(unit: str, period: Period, found: list[Figure]) -> str:
    body = {
        "unit": unit,
        "year": period.year,
        "as_of": period.as_of.isoformat(),
        "figures": [figure_row(figure) for figure in found],
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def as_table(found: list[Figure]) -> str:
    rows = [("代码", "指标", "数值", "口径")]
    rows += [
        (f.indicator.code, f.indicator.name, for_people(f.value, f.indicator.measure),
         f.indicator.meaning)
        for f in found
    ]  # fmt: skip
    return table(rows)
