from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lawgov.casework.models import Case
from lawgov.search import indexing


class Command(BaseCommand):
    help = "补建检索索引：缺失或过时的案件；中断后再次运行即接着做。--all 全部重建。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="全部案件，不论是否已有索引")

    def handle(self, *args: Any, **options: Any) -> None:
        cases = Case.objects.order_by() if options["all"] else indexing.behind()
        done = 0
        for done in indexing.fill(cases):
            self.stdout.write(f"已建索引 {done:,} 件", ending="\r")
            self.stdout.flush()
        self.stdout.write(f"检索索引：新建或更新 {done:,} 件")
