"""TeamMember (双员双师队员)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case

from ..choices import TEAM_ROLE


class TeamMember(models.Model):
    """双员双师队员: who fills a role of a dispute's team, from a day until a day."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="team", verbose_name="案件")
    role = models.CharField("角色", max_length=20)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="系统人员",
    )
    name = models.CharField("姓名", max_length=50)
    since = models.DateField("加入日期")
    until = models.DateField("退出日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "双员双师队员"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "role"],
                condition=Q(until=None),
                name="team_role_once",
                violation_error_message="该角色已有人担任。",
            ),
        ]

    def __str__(self) -> str:
        return f"{TEAM_ROLE.on(self.since).get(self.role, self.role)}：{self.name}"
