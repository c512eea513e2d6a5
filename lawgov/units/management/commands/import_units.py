"""Load the units of a file; the same file twice changes nothing."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from lawgov.units import imports


class Command(BaseCommand):
    help = "导入单位（csv 或 csv.xz，列为 code,name,level）：只新增和更名，不停用文件中没有的单位"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="csv 或 csv.xz 文件")

    def handle(self, *, file: Path, **_: Any) -> None:
        try:
            tally = imports.load(file, lambda lines: self._say(f"已读 {lines:,} 行……"))
        except ValidationError as refusal:
            raise CommandError("\n".join(["没有导入：", *refusal.messages])) from None
        self._say(
            f"新增 {tally.added:,}，更名 {tally.renamed:,}，不变 {tally.unchanged:,}"
            "（文件不带日期，更名就地进行；有变动记录的单位不动）"
        )

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
