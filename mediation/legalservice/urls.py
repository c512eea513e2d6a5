"""The pages of public legal service."""

from django.urls import path

from lawgov.casework.web.urls import of_cases, of_entries
from lawgov.jobs.urls import of_sheets
from lawgov.parties.urls import of_parties

from . import pages, public, rota

urlpatterns = [
    path("public/legal/times/<int:pk>/<slug:hour>/", public.book, name="legal-book"),
    path("public/legal/query/", public.query, name="legal-query"),
    path("public/legal/cancel/", public.cancel, name="legal-cancel"),
    path("public/legal/rate/", public.rate, name="legal-rate"),
    path("public/legal/<slug:unit>/", public.schedule, name="legal-schedule"),
    path("rota/", rota.week, name="rota"),
    path("pacts/coverage/", rota.coverage, name="pact-coverage"),
    *of_cases("consultations", pages.CONSULTATIONS),
    *of_parties("consultations", pages.CONSULTATIONS),
    *of_sheets("consultations", pages.CONSULTATIONS),
    *of_cases("pacts", pages.PACTS),
    *of_sheets("pacts", pages.PACTS),
    *of_cases("aid-requests", pages.AID_REQUESTS),
    *of_parties("aid-requests", pages.AID_REQUESTS),
    *of_sheets("aid-requests", pages.AID_REQUESTS),
    *of_cases("service-points", pages.POINTS),
    *of_sheets("service-points", pages.POINTS),
    *of_entries("duties", pages.DUTIES),
    *of_sheets("duties", pages.DUTIES),
]
