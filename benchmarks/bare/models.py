"""One flat table of fourteen fields: a dispute without scope, rules, history or number."""

from django.db import models


class Dispute(models.Model):
    number = models.CharField(max_length=64)
    unit = models.CharField(max_length=15, db_index=True)
    state = models.CharField(max_length=20, default="registered")
    title = models.CharField(max_length=200)
    channel = models.CharField(max_length=20)
    type = models.CharField(max_length=20)
    summary = models.TextField()
    place = models.CharField(max_length=200, blank=True)
    amount = models.DecimalField(max_digits=15, decimal_places=2, default=0)
    people = models.IntegerField(default=2)
    risk = models.CharField(max_length=10, default="low")
    applicant = models.CharField(max_length=100)
    respondent = models.CharField(max_length=100)
    opened_on = models.DateField()

    class Meta:
        ordering = ["-opened_on", "-id"]
        indexes = [models.Index(fields=["-opened_on", "-id"], name="bare_newest")]

    def __str__(self) -> str:
        return self.number
