"""What is made public: the text as everybody reads it, and how long it stands there."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate

from lawgov.casework.models import Case

from .choices import TYPE, Secrecy, Withdrawal


class PublicationQuerySet(models.QuerySet["Publication"]):
    def shown(self, day: date | None = None) -> "PublicationQuerySet":
        """What everybody reads on a day; what was withdrawn leaves its reason behind."""
        day = day or localdate()
        begun = self.filter(public_on__lte=day)
        return begun.filter(Q(until=None) | Q(until__gt=day))

    def standing(self) -> "PublicationQuerySet":
        return self.shown().filter(withdrawn_on=None)


class Publication(models.Model):
    """公示: the detail of a case of kind "publication". Nothing in it names a person."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="publication", verbose_name="案件"
    )
    source = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="publications", verbose_name="公示的案件"
    )
    type = models.CharField("公示事项", max_length=20)
    rows = models.JSONField("公示内容", default=list)  # label and words, as they are shown
    remedy = models.TextField("救济途径", default="", blank=True)
    decided_on = models.DateField("决定（形成）日期", null=True)
    party_kind = models.CharField("当事人类别", max_length=12, default="", blank=True)
    text_hash = models.CharField("原文摘要", max_length=64, default="", blank=True)
    public_on = models.DateField("公示日期", null=True)
    until = models.DateField("撤下日期", null=True)
    annulled_on = models.DateField("决定被变更、撤销日期", null=True)
    withdrawn_on = models.DateField("撤回日期", null=True)
    withdrawal = models.CharField(
        "撤回事由", max_length=10, choices=Withdrawal, default="", blank=True
    )
    explanation = models.CharField("撤回说明", max_length=500, default="", blank=True)
    secrecy = models.CharField(
        "不予公示事由", max_length=10, choices=Secrecy, default="", blank=True
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "公示"
        constraints = [
            models.UniqueConstraint(
                fields=["source"],
                condition=Q(withdrawn_on=None),
                name="publication_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | (~Q(explanation="") & ~Q(public_on=None)),
                name="publication_withdrawn_says_why",
            ),
            models.CheckConstraint(
                condition=Q(secrecy="") | Q(public_on=None), name="publication_secret_is_not_out"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-public_on", "-case"],
                name="publication_newest",
                condition=~Q(public_on=None),
            )
        ]

    def __str__(self) -> str:
        return self.case.title

    @property
    def type_label(self) -> str:
        return TYPE.get(self.type, self.type)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None
