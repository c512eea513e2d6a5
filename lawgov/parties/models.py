"""Who stands in a case: on which side, with which numbers, and by whom they are represented."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.casework.shown import name_of
from lawgov.people.models import User
from lawgov.privacy import identity
from lawgov.privacy.blind import BlindField
from lawgov.privacy.fields import SealedField


class Side(models.TextChoices):
    APPLICANT = "applicant", "申请人"
    RESPONDENT = "respondent", "被申请人"
    THIRD = "third", "第三人"


class Charged(models.TextChoices):
    """Where an authority acts against somebody, nobody applies and nobody responds."""

    PARTY = "party", "当事人"
    THIRD = "third", "第三人"


SIDES = dict([*Side.choices, *Charged.choices])


class PartyKind(models.TextChoices):
    PERSON = "person", "自然人"
    ORGANISATION = "organisation", "单位"


class Gender(models.TextChoices):
    MALE = "male", "男"
    FEMALE = "female", "女"


class Age(models.TextChoices):
    """Said where no ID number says it (民法典第十七、十八条)."""

    ADULT = "adult", "成年人"
    MINOR = "minor", "未成年人"
    EARNING = "earning", "十六周岁以上、以自己的劳动收入为主要生活来源的未成年人"


class AgentKind(models.TextChoices):
    LEGAL = "legal", "法定代理人（监护人）"
    APPOINTED = "appointed", "指定代理人"
    ENTRUSTED = "entrusted", "委托代理人"
    HEAD = "head", "法定代表人（负责人）"


class Authority(models.TextChoices):
    GENERAL = "general", "一般授权"
    SPECIAL = "special", "特别授权"


ADULT_FROM = 18
GUARDIANS = (AgentKind.LEGAL, AgentKind.APPOINTED)


class Party(models.Model):
    """One row per person and case; two rows are the same person only by blind index."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties", verbose_name="案件")
    side = models.CharField("当事人地位", max_length=10, choices=list(SIDES.items()))
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
    age = models.CharField("年龄情况", max_length=10, choices=Age, default="", blank=True)
    agent_name = models.CharField("代理人", max_length=100, default="", blank=True)
    agent_phone = SealedField("代理人电话", default="", blank=True)
    agent_kind = models.CharField(
        "代理人类别", max_length=10, choices=AgentKind, default="", blank=True
    )
    agent_authority = models.CharField(
        "代理权限", max_length=10, choices=Authority, default="", blank=True
    )

    class Meta:
        db_table = "casework_party"  # what is sealed is bound to it, see docs/adr/party-table.md
        verbose_name = verbose_name_plural = "当事人"
        indexes = [
            models.Index(fields=["id_blind"], name="party_same", condition=~Q(id_blind="")),
            models.Index(fields=["phone_blind"], name="party_phone", condition=~Q(phone_blind="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_side_display()} {self.shown_name}"

    @property
    def shown_name(self) -> str:
        return name_of(self.case, self, self.name)

    @property
    def shown_agent(self) -> str:
        """A minor is known by the guardian's name as well."""
        return name_of(self.case, self, self.agent_name)

    @property
    def is_minor(self) -> bool:
        """On the day the case was opened: who was a child in it stays hidden later."""
        return self.is_minor_on(self.case.opened_on or localdate())

    def is_minor_on(self, day: date) -> bool:
        if self.kind != PartyKind.PERSON:
            return False
        if self.id_number:
            return identity.age(identity.birth_date(self.id_number), day) < ADULT_FROM
        return self.age in (Age.MINOR, Age.EARNING)

    def lacks_guardian(self, day: date) -> bool:
        """A minor binds nobody alone, but for who lives by own earnings from sixteen on."""
        needs = self.is_minor_on(day) and self.age != Age.EARNING
        return needs and not (self.agent_name and self.agent_kind in GUARDIANS)

    def may_reveal(self, user: User, field: str) -> bool:
        """Who handles the case, or works on it at its desk; who only reads it may not."""
        case = self.case
        workers = case.procedure.workers
        at_desk = user.seat_for(workers, case.desk) is not None
        return at_desk or (case.handler_id == user.pk and bool(user.seat_for(workers, case.unit)))
