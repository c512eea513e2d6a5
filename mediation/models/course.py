"""Course (化解途径): a way that was chosen for a dispute; the first one stays the first."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case
from lawgov.people.models import User

from .. import choices


class CourseQuerySet(models.QuerySet["Course"]):
    def visible_to(self, user: User, *kinds: str) -> "CourseQuerySet":
        return self.filter(case__in=Case.objects.visible_to(user, "dispute"))


class Course(models.Model):
    case = models.ForeignKey(Case, models.PROTECT, related_name="courses", verbose_name="案件")
    course = models.CharField("化解途径", max_length=14, choices=choices.Course)
    first = models.BooleanField("首选", default=False)
    grounds = models.TextField("评估理由")
    on = models.DateField("评估日期")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="评估人",
    )  # fmt: skip

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "化解途径"
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(first=True),
                name="course_first_once",
                violation_error_message="首选途径已登记，不再更改。",
            )
        ]
        indexes = [
            models.Index(fields=["on", "course"], name="course_first", condition=Q(first=True))
        ]

    def __str__(self) -> str:
        first = "首选" if self.first else "改选"
        return f"{self.on} {first}{self.get_course_display()}"
