from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lawgov.casework.invariants import CHECKS


class Command(BaseCommand):
    help = "核对全部不变量：办理记录的链、编号、附件摘要、数字与记录。发现第一处即指明。"

    def handle(self, *args: Any, **options: Any) -> None:
        bad = 0
        for label, check in CHECKS.items():
            faults = list(check())
            self.stdout.write(f"{label}：{'无误' if not faults else f'{len(faults)}处不符'}")
            for fault in faults[:20]:
                self.stdout.write(f"  {fault}")
            bad += len(faults)
        if bad:
            raise CommandError(f"共{bad}处不符")
