"""How many years a file is kept; no law says so for the files of mediation."""

from django.conf import settings

from lawgov.parameters.known import Parameter

SHORT_YEARS = Parameter(
    "dossier.short_years", "调解卷宗短期保管年限", settings.DOSSIER_SHORT_YEARS, "年", 1, 30
)
LONG_YEARS = Parameter(
    "dossier.long_years", "调解卷宗长期保管年限", settings.DOSSIER_LONG_YEARS, "年", 5, 60
)
