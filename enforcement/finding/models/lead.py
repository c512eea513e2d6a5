"""案源线索: an act that was found, and how pressing its field is."""

from django.db import models
from django.db.models import Q

from enforcement.standards.models import Standard, kept
from lawgov.casework.models import Case

from ..choices import FIELD, Manner, Priority


class FieldPriority(Standard):
    """How pressing the leads of a field are, in a unit and all below it, from a day until a day."""

    within = ("field",)

    field = models.CharField("执法领域", max_length=20)
    priority = models.CharField("优先级", max_length=1, choices=Priority)

    class Meta:
        verbose_name = verbose_name_plural = "重点领域优先级"
        ordering = ["unit", "priority", "field", "-since"]
        constraints = kept("field_priority", "field")

    def __str__(self) -> str:
        return f"{FIELD.get(self.field, self.field)} {self.get_priority_display()}"


class Lead(models.Model):
    """The detail of a case of kind "lead"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="lead", verbose_name="案件"
    )
    field = models.CharField("执法领域", max_length=20)
    priority = models.CharField("优先级", max_length=1, choices=Priority)
    manner = models.CharField("执法方式", max_length=10, choices=Manner, default="", blank=True)
    partners = models.CharField("参与部门", max_length=200, default="", blank=True)
    object = models.CharField("执法对象", max_length=20)
    subject = models.CharField("涉事对象名称", max_length=100, default="", blank=True)
    place = models.CharField("地点", max_length=200)
    summary = models.TextField("情况说明")
    repeated = models.BooleanField("再次违法", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "案源线索"
        indexes = [models.Index(fields=["subject"], name="lead_subject", condition=~Q(subject=""))]

    def __str__(self) -> str:
        return str(self.case)
