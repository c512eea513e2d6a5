"""Load the demo streets, and say who may log in; only where demo mode is on."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from demo import loading, people
from lawgov.units import scope
from lawgov.units.models import names


class Command(BaseCommand):
    help = "装入三个街道的演示数据（已装入则不动），并列出演示账号"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--logins", action="store_true", help="只列出演示账号")

    def handle(self, *, logins: bool, **_: Any) -> None:
        if not settings.DEMO:
            raise CommandError("未开启演示模式：设置环境变量 LAWGOV_DEMO=1 后再试。")
        if not logins:
            done = loading.load(timezone.now(), self._say)
            self._say("演示数据已装入。" if done else "演示数据已在，未作改动。")
        if logins or done:
            self._logins()

    def _logins(self) -> None:
        rows = list(people.logins())
        called = names({unit for unit, *_ in rows}) | {scope.NATION: "全平台"}
        self._say(f"演示账号（口令均为 {settings.SECRETS['demo_password']}）：")
        for unit, label, login, many in rows:
            more = f" 等{many}人" if many > 1 else ""
            self._say(f"  {called.get(unit, unit)}\t{label}\t{login}{more}")

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
