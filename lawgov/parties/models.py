"""Who stands in a case: on which side, with which numbers, and by whom they are represented."""

from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case
from lawgov.people.models import User
from lawgov.privacy.blind import BlindField
from lawgov.privacy.fields import SealedField


class Side(models.TextChoices):
    APPLICANT = "applicant", "申请人"
    RESPONDENT = "respondent", "被申请人"
    THIRD = "third", "第三人"


class PartyKind(models.TextChoices):
    PERSON = "person", "自然人"
    ORGANISATION = "organisation", "单位"


class Gender(models.TextChoices):
    MALE = "male", "男"
    FEMALE = "female", "女"


class Party(models.Model):
    """One row per person and case; two rows are the same person only by blind index."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties", verbose_name="案件")
    side = models.CharField("当事人地位", max_length=10, choices=Side)
    kind = models.CharField("类别", max_length=12, choices=PartyKind, default=PartyKind.PERSON)
    name = models.CharField("姓名（名称）", max_length=100)
    id_number = SealedField("证件号码", default="", blank=True)
    id_blind = BlindField(of="id_number")
    phone = SealedField("联系电话", default="", blank=True)
    phone_blind = BlindField(of="phone")
    credit_code = models.CharField("统一社会信用代码", max_length=18, default="", blank=True)
    gender = models.CharField("性别", max_length=6, choices=Gender, default="", blank=True)
    ethnicity = models.CharField("民族", max_length=20, default="", blank=True)
    occupation = models.CharField("职业", max_length=50, default="", blank=True)
    address = models.CharField("单位或住址", max_length=200, default="", blank=True)
    agent_name = models.CharField("代理人", max_length=100, default="", blank=True)
    agent_phone = SealedField("代理人电话", default="", blank=True)

    class Meta:
        db_table = "casework_party"  # what is sealed is bound to it, see docs/adr/party-table.md
        verbose_name = verbose_name_plural = "当事人"
        indexes = [
            models.Index(fields=["id_blind"], name="party_same", condition=~Q(id_blind="")),
            models.Index(fields=["phone_blind"], name="party_phone", condition=~Q(phone_blind="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_side_display()} {self.name}"

    def may_reveal(self, user: User, field: str) -> bool:
        """Who handles the case, or works on it at its desk; who only reads it may not."""
        case = self.case
        workers = {role for step in case.procedure.steps.values() for role in step.roles}
        at_desk = user.seat_for(workers, case.desk) is not None
        return at_desk or (case.handler_id == user.pk and bool(user.seat_for(workers, case.unit)))
