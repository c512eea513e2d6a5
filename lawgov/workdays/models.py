"""The State Council's holiday notices, as data: only days that differ from Monday to Friday."""

from django.db import models


class HolidayYear(models.Model):
    year = models.PositiveSmallIntegerField("年份", primary_key=True)
    notice = models.CharField("依据", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "已载入年份"
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"{self.year}年"


class Holiday(models.Model):
    day = models.DateField("日期", primary_key=True)
    working = models.BooleanField("上班", help_text="勾选为调休上班，不勾为放假")
    name = models.CharField("名称", max_length=50)

    class Meta:
        verbose_name = verbose_name_plural = "放假与调休"
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.name}{'上班' if self.working else '放假'}"
