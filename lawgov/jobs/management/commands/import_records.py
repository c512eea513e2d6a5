"""Log the rows of a csv or xlsx; the same file twice adds nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from lawgov.casework.refusals import Refusal
from lawgov.jobs import imports
from lawgov.jobs.rows import Bad
from lawgov.jobs.subjects import named
from lawgov.jobs.template import spoken
from lawgov.jobs.working import said
from lawgov.people.models import User

SHOWN = 200
EVERY = 1000  # rows between two words of progress


class Command(BaseCommand):
    help = "导入案件或台账（csv 或 xlsx，用网页上的模板）；有错误行时不导入，除非 --skip-bad"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", help="案件或台账的种类，如 dispute、screening")
        parser.add_argument("file", type=Path, help="csv 或 xlsx 文件")
        parser.add_argument("--as", dest="username", help="以谁的名义登记（登录名），不填即系统")
        parser.add_argument("--skip-bad", action="store_true", help="跳过错误行")

    def handle(self, *, kind: str, file: Path, username: str, skip_bad: bool, **_: Any) -> None:
        wanted, by = named(kind), self.user(username)
        if not wanted:
            raise CommandError(f"没有“{kind}”这个种类")
        if by and not wanted.open_to(by):
            raise CommandError(f"{by.username} 的岗位不能登记{wanted.label}")
        try:
            found = imports.judge(wanted, file.read_bytes(), by)
            batch, added, bad = imports.gather(found, self)
            self.name(bad)
            if bad and not skip_bad:
                raise CommandError(f"{len(bad)} 行有错误，没有导入")
            with transaction.atomic():
                tally = imports.write(wanted, batch, added, None)
        except OSError as error:
            raise CommandError(f"不能读取 {file}：{error.strerror}") from None
        except Refusal as refused:
            raise CommandError(f"没有导入：{said(refused)}") from None
        past = len(found.lines) - len(added) - len(bad)
        self.stdout.write(f"导入 {tally['logged']} 行，已导入过 {past} 行，错误 {len(bad)} 行")

    def user(self, username: str | None) -> User | None:
        if username is None:
            return None
        by = User.objects.filter(username=username, is_active=True).first()
        if not by:
            raise CommandError(f"没有登录名为 {username} 的在用人员")
        return by

    def tell(self, done: int) -> None:
        if done and done % EVERY == 0:
            self.stderr.write(f"已办 {done} 行……")

    def name(self, bad: list[Bad]) -> None:
        for row in sorted(bad, key=lambda row: row.line)[:SHOWN]:
            self.stderr.write(f"第{row.line}行 {spoken(row.faults)}")
        if len(bad) > SHOWN:
            self.stderr.write(f"……另有 {len(bad) - SHOWN} 行")
