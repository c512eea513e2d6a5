"""What counsellings, crises and key persons have beyond a case. Notes are the counsellor's own."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from lawgov.casework.models import Case
from lawgov.people.models import User
from lawgov.privacy.fields import SealedField

from .choices import Closing, Grade, Outcome, Struck, Way


class Counselling(models.Model):
    """心理服务: the detail of a case of kind "counselling"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="counselling", verbose_name="案件"
    )
    reason = models.CharField("转介原因", max_length=200)
    consented = models.BooleanField("服务对象同意", default=False)
    grade = models.CharField("评估等级", max_length=10, choices=Grade, default="", blank=True)
    advice = models.CharField("干预建议", max_length=500, default="", blank=True)
    closing = models.CharField("结果", max_length=10, choices=Closing, default="", blank=True)
    institution = models.CharField("转介去向", max_length=100, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "心理服务"

    def __str__(self) -> str:
        return str(self.case)


class Intervention(models.Model):
    """心理干预: one meeting of the counsellor with the person; what was said stands elsewhere."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="interventions", verbose_name="案件"
    )
    on = models.DateField("日期")
    way = models.CharField("方式", max_length=10, choices=Way)
    minutes = models.SmallIntegerField("时长（分钟）")
    persons = models.SmallIntegerField("人数", default=1)

    class Meta:
        verbose_name = verbose_name_plural = "心理干预"

    def __str__(self) -> str:
        return f"{self.on} {self.get_way_display()}"


class Note(models.Model):
    """咨询手记: sealed, read by the counsellor who wrote it, not even by a successor."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="notes", verbose_name="案件")
    on = models.DateField("日期")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="记录人",
    )  # fmt: skip
    private = SealedField("手记")

    class Meta:
        verbose_name = verbose_name_plural = "咨询手记"

    def __str__(self) -> str:
        return f"{self.on} 手记"

    def may_reveal(self, user: User, field: str) -> bool:
        """What was written before its writer was kept is of who handles the case."""
        return user.pk == (self.by_id or self.case.handler_id)


class Crisis(models.Model):
    """危机事件: the detail of a case of kind "crisis"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="crisis", verbose_name="案件"
    )
    type = models.CharField("危机类型", max_length=20)
    persons = models.SmallIntegerField("涉及人数")
    at = models.TimeField("发生时间", null=True)
    place = models.CharField("地点", max_length=200, default="", blank=True)
    situation = models.TextField("情况")
    outcome = models.CharField("处置结果", max_length=10, choices=Outcome, default="", blank=True)
    averted = models.SmallIntegerField("化解人数", default=0)
    measures = models.TextField("处置措施", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "危机事件"
        constraints = [
            models.CheckConstraint(
                condition=Q(averted__gte=0, averted__lte=F("persons")),
                name="crisis_averted",
                violation_error_message="化解人数不得多于涉及人数。",
            )
        ]

    def __str__(self) -> str:
        return str(self.case)


class Goer(models.Model):
    """到场人员: who went to a crisis: a person of the system, or a name from outside."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="goers", verbose_name="案件")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="系统人员",
    )  # fmt: skip
    name = models.CharField("姓名", max_length=50)
    position = models.CharField("单位及职务", max_length=100, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "到场人员"

    def __str__(self) -> str:
        return self.name


class KeyPerson(models.Model):
    """重点人员: the detail of a case of kind "key_person"; the person is its party."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="key_person", verbose_name="案件"
    )
    type = models.CharField("人员类别", max_length=20)
    grade = models.CharField("关注等级", max_length=10, choices=Grade)
    reason = models.CharField("纳管原因", max_length=200)
    next_on = models.DateField("下次走访日期")
    struck = models.CharField("销号原因", max_length=10, choices=Struck, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "重点人员"

    def __str__(self) -> str:
        return str(self.case)


class KeyVisit(models.Model):
    """重点人员走访."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="key_visits", verbose_name="案件")
    on = models.DateField("走访日期")
    way = models.CharField("方式", max_length=10, choices=Way)
    situation = models.TextField("走访情况")
    worse = models.BooleanField("有异常动向", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "重点人员走访"

    def __str__(self) -> str:
        return f"{self.on} {self.get_way_display()}"
