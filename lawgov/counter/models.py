"""Slip (回执): by which who came to the counter asks again; tally: how often somebody came."""

from django.db import models

from lawgov.casework.models import Case


class Slip(models.Model):
    """A case's query number; it is not the case's own, which one could count up."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="slip", verbose_name="案件"
    )
    number = models.CharField("查询号", max_length=12)

    class Meta:
        verbose_name = verbose_name_plural = "查询回执"
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                name="slip_number_once",
                violation_error_message="查询号未能取得，请再提交一次。",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Tally(models.Model):
    """How often somebody came within a time, where the cache is away. Whom is blinded."""

    pk = models.CompositePrimaryKey("whom", "slot")
    whom = models.CharField("来访者", max_length=64)
    slot = models.BigIntegerField("时段")
    n = models.IntegerField("次数")
    until = models.DateTimeField("至", db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "提交次数"

    def __str__(self) -> str:
        return f"{self.slot}: {self.n}"
