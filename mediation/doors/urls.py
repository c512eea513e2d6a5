"""The pages of reports by code: those of staff, and those that everybody reaches."""

from django.urls import path

from lawgov.casework.web.urls import of_cases, of_entries
from lawgov.jobs.urls import of_sheets
from lawgov.parties.urls import of_parties

from . import codes, public
from .pages import CODE_PLACES, CODE_REPORTS

urlpatterns = [
    path("code/<int:pk>/", public.report, name="code-report-form"),
    path("code/query/", public.query, name="code-query"),
    path("code/settle/", public.act_on, {"name": "settle"}, name="code-settle"),
    path("code/reopen/", public.act_on, {"name": "reopen"}, name="code-reopen"),
    path("code-places/<int:pk>/code.svg", codes.picture, name="code-place-picture"),
    path("code-places/<int:pk>/poster/", codes.poster, name="code-place-poster"),
    *of_cases("code-reports", CODE_REPORTS),
    *of_parties("code-reports", CODE_REPORTS),
    *of_sheets("code-reports", CODE_REPORTS),
    *of_entries("code-places", CODE_PLACES),
    *of_sheets("code-places", CODE_PLACES),
]
