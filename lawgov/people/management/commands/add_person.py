"""The first administrator of an installation, whom only the owner of the server can appoint."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lawgov.people import appointments
from lawgov.people.models import Role
from lawgov.units.models import Unit


class Command(BaseCommand):
    help = "新增人员并任命首个岗位，打印一次性密码（用于新装系统的首位系统管理员）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="登录名")
        parser.add_argument("name", help="姓名")
        parser.add_argument("unit", help="单位代码，全国为 0")
        parser.add_argument("--role", choices=Role.values, default=Role.SYSTEM_ADMIN)

    def handle(self, *args, **given) -> None:
        if given["unit"] != "0" and not Unit.objects.current().filter(code=given["unit"]).exists():
            raise CommandError(f"单位 {given['unit']} 不存在，请先 import_units")
        facts = {key: given[key] for key in ("username", "name", "unit", "role")}
        try:
            _, password = appointments.add_person(by=None, since=timezone.localdate(), **facts)
        except ValidationError as refused:
            raise CommandError("；".join(refused.messages)) from refused
        self.stdout.write(f"{given['username']} 的一次性密码：{password}")
