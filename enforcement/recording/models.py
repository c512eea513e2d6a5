"""One text, sound or film of what was done in a case, and what its check found."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case
from lawgov.casework.procedure import PROCEDURES
from lawgov.people.models import User

from .choices import Form, Stage


class RecordingQuerySet(models.QuerySet["Recording"]):
    def visible_to(self, user: User) -> "RecordingQuerySet":
        """Those of the cases that the user sees."""
        kinds = [kind for kind, each in PROCEDURES.items() if "recordings" in each.parts]
        seen = Case.objects.visible_to(user, *kinds) if kinds else Case.objects.none()
        return self.filter(case__in=seen, void=False)


class Recording(models.Model):
    """执法记录: of one step of a case; its files are attachments of the case, by their hashes."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="recordings", verbose_name="案件")
    about = models.IntegerField("所记录的环节", null=True)  # the seq of the event
    scene = models.CharField("场景", max_length=40)  # its step, or a scene of the list
    form = models.CharField("记录方式", max_length=10, choices=Form)
    digests = ArrayField(models.CharField(max_length=64), verbose_name="文件摘要", default=list)
    in_view = ArrayField(models.BigIntegerField(), verbose_name="入镜执法人员", default=list)
    place = models.CharField("地点", max_length=200)
    shot_on = models.DateField("采集日期")
    starts = models.CharField("开始时间", max_length=5, default="", blank=True)
    ends = models.CharField("结束时间", max_length=5, default="", blank=True)
    told = models.BooleanField("已告知当事人正在记录", default=False)
    keeper = models.CharField("保管人", max_length=50, default="", blank=True)
    stored_at = models.CharField("存储位置", max_length=100, default="", blank=True)
    note = models.CharField("说明", max_length=200, default="", blank=True)
    keep_until = models.DateField("至少保存至")
    defects = ArrayField(
        models.CharField(max_length=20), verbose_name="存在问题", default=list, blank=True
    )
    stage = models.CharField("状态", max_length=10, choices=Stage, default=Stage.KEPT)
    mend_by = models.DateField("整改期限", null=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="抽查人",
    )  # fmt: skip
    checked_on = models.DateField("抽查日期", null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="上传人",
    )  # fmt: skip
    at = models.DateTimeField("上传时间", null=True)
    void = models.BooleanField("已作废", default=False)

    objects = RecordingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "执法记录"
        constraints = [
            models.CheckConstraint(
                condition=~Q(stage=Stage.FAULTY) | (~Q(defects=[]) & ~Q(mend_by=None)),
                name="recording_fault_is_named",
            )
        ]
        indexes = [models.Index(fields=["shot_on", "id"], name="recording_by_day")]

    def __str__(self) -> str:
        return f"{self.shot_on} {self.scene_label} {self.get_form_display()}"

    @property
    def scene_label(self) -> str:
        step = self.case.procedure.steps.get(self.scene)
        return step.label if step else self.scene

    @property
    def is_faulty(self) -> bool:
        return self.stage == Stage.FAULTY and not self.void
