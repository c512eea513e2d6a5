"""Agreement (调解协议): drafted, signed, in force, and what may become of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case
from lawgov.privacy.masks import mask_name

from ..choices import AgreementKind, Annulment, Mark, Signer


class Draft(models.Model):
    """协议草案: one version of the text that the parties talk about."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="agreement_drafts", verbose_name="案件"
    )
    agreement_ordinal = models.SmallIntegerField("第几份协议")
    version = models.SmallIntegerField("稿次")
    on = models.DateField("日期")
    clauses = ArrayField(
        models.CharField(max_length=20), verbose_name="选用条款", default=list, blank=True
    )
    content = models.TextField("协议内容")
    note = models.CharField("修改说明", max_length=200, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "协议草案"
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="agreement_draft_once")
        ]

    def __str__(self) -> str:
        return f"第{self.version}稿"


class Signature(models.Model):
    """签名: a mark under one draft: drawn on the screen, of a finger, or on scanned paper."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="agreement_signatures", verbose_name="案件"
    )
    version = models.SmallIntegerField("稿次")
    signer = models.CharField("签署人", max_length=10, choices=Signer)
    party = models.ForeignKey(
        "parties.Party", models.PROTECT, null=True, related_name="+", verbose_name="当事人"
    )
    mark = models.CharField("方式", max_length=12, choices=Mark)
    on = models.DateField("签署日期")
    note = models.CharField("说明", max_length=200, default="", blank=True)
    files = ArrayField(
        models.CharField(max_length=64),
        verbose_name="附件摘要",
        default=list,
        blank=True,
        editable=False,
    )

    class Meta:
        verbose_name = verbose_name_plural = "签名"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "version", "signer", "party"], name="signature_once",
                nulls_distinct=False, violation_error_message="该签署人已在这一稿上签署",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        who = mask_name(self.party.name) if self.party else ""
        return f"{self.get_signer_display()}{who} {self.get_mark_display()}"


class Agreement(models.Model):
    """调解协议: written (人民调解法第二十九条) or oral and registered (第三十条)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="agreements", verbose_name="案件")
    # A dispute that flares up again may be settled again: 1, 2, … in the order of time.
    ordinal = models.SmallIntegerField("第几份", default=1, db_default=1)
    form = models.CharField("形式", max_length=10, choices=AgreementKind)
    disputed = models.TextField("纠纷主要事实、争议事项", default="", blank=True)
    liability = models.TextField("各方当事人的责任", default="", blank=True)
    content = models.TextField("协议内容")
    manner = models.CharField("履行方式", max_length=200, default="", blank=True)
    perform_by = models.DateField("履行期限", null=True)
    perform_at = models.CharField("履行地点", max_length=200, default="", blank=True)
    copies = models.SmallIntegerField("份数", default=3)
    agreed_amount = models.BigIntegerField("协议涉及金额（分）", default=0)
    parties_signed_on = models.DateField("各方当事人签名日期", null=True)
    mediator_signed_on = models.DateField("调解员签名日期", null=True)
    sealed_on = models.DateField("调解委员会盖章日期", null=True)
    effective_on = models.DateField("生效日期", null=True)
    annulment = models.CharField(
        "失效情形", max_length=10, choices=Annulment, default="", db_default="", blank=True
    )
    annulled_on = models.DateField("失效日期", null=True)
    annulled_by = models.CharField(
        "裁判文书号", max_length=100, default="", db_default="", blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "调解协议"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "ordinal"], name="agreement_ordinal_once",
                violation_error_message="这一份协议已经登记",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_form_display()
