"""Load a year's holiday notice."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from lawgov.workdays import notices


class Command(BaseCommand):
    help = "导入放假调休安排（csv 或 xlsx，列为 date,working,name，可含多个年份）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="csv 或 xlsx 文件")
        parser.add_argument("--notice", default="", help="依据，默认为国务院办公厅当年通知")

    def handle(self, *, file: Path, notice: str, **_: Any) -> None:
        if not file.is_file():
            raise CommandError(f"找不到文件：{file}")
        try:
            tally = notices.load(file, notice)
        except ValidationError as refusal:
            raise CommandError("；".join(refusal.messages)) from None
        self.stdout.write(f"新增 {tally.added}，更改 {tally.changed}，不变 {tally.unchanged}")
