"""巡查发现: what a patrol or a camera saw, dispatched, handled, fed back and checked."""

from django.db import models

from lawgov.casework.models import Case


class Finding(models.Model):
    """The detail of a case of kind "finding"; its channel stands in the case."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="finding", verbose_name="案件"
    )
    tag = models.CharField("问题标签", max_length=40, default="", blank=True)
    disorder = models.CharField("六乱类别", max_length=20, default="", blank=True)
    camera = models.CharField("摄像头", max_length=50, default="", blank=True)
    place = models.CharField("地点", max_length=200)
    summary = models.TextField("情况说明")
    feedback = models.TextField("处置情况", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "巡查发现"

    def __str__(self) -> str:
        return str(self.case)
