"""What can be asked of the officers: who lacks what, whose time is up."""

from datetime import timedelta

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from lawgov.casework.filters import CaseFilter

from .choices import LINE, CertificateState, Duty, Form, Result
from .limits import RENEW
from .models import HELD, Certificate, Holding, Training
from .procedure import OFFICER


class OfficerFilter(CaseFilter):
    kind = OFFICER.kind
    first = ("q", "unit", "state", "certificate", "lacks", "post_due")

    state = django_filters.ChoiceFilter(label="状态", choices=list(OFFICER.states.items()))
    duty = django_filters.ChoiceFilter(
        label="岗位类别", field_name="officer__duty", choices=Duty.choices
    )
    team = django_filters.CharFilter(
        label="执法队", field_name="officer__team__name", lookup_expr="icontains", max_length=100
    )
    line = django_filters.ChoiceFilter(label="条线", field_name="officer__line", choices=LINE.asked)
    area = django_filters.CharFilter(label="片区代码", field_name="officer__area", max_length=15)
    certificate = django_filters.ChoiceFilter(
        label="执法证",
        method="with_certificate",
        choices=[
            ("good", "有效"), ("none", "没有有效证件"), ("expiring", "将到期"),
            ("applied", "申领中"), ("lost", "已公告遗失"),
        ],
    )  # fmt: skip
    lacks = django_filters.ChoiceFilter(
        label="培训",
        method="lacking",
        choices=[("pre_post", "未完成岗前培训"), ("planned", "有计划、尚未考核")],
    )
    post_due = django_filters.ChoiceFilter(
        label="轮岗",
        method="in_post_too_long",
        choices=[("over", "敏感岗位已超任职上限"), ("sensitive", "在敏感岗位")],
    )

    def with_certificate(self, rows: QuerySet, name: str, which: str) -> QuerySet:
        today, own = localdate(), Certificate.objects.filter(case=OuterRef("pk"))
        ends = today + timedelta(days=RENEW.on())
        found: dict[str, Q] = {
            "good": Q(Exists(own.good(today))),
            "none": ~Q(Exists(own.good(today))) & Q(closed_on=None),
            "expiring": Q(Exists(own.filter(state__in=HELD, valid_until__lte=ends))),
            "applied": Q(Exists(own.filter(state=CertificateState.APPLIED))),
            "lost": Q(Exists(own.filter(state=CertificateState.LOST))),
        }
        return rows.filter(found[which])

    def lacking(self, rows: QuerySet, name: str, which: str) -> QuerySet:
        own = Training.objects.filter(case=OuterRef("pk"))
        passed = own.filter(form=Form.PRE_POST, result=Result.PASSED)
        found = {"pre_post": ~Q(Exists(passed)), "planned": Q(Exists(own.filter(result="")))}
        return rows.filter(found[which], closed_on=None)

    def in_post_too_long(self, rows: QuerySet, name: str, which: str) -> QuerySet:
        held = Holding.objects.filter(case=OuterRef("pk"), held_until=None, sensitive=True)
        late = held.filter(rotate_by__lt=localdate()) if which == "over" else held
        return rows.filter(Exists(late))
