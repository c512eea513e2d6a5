"""The pages of 执法公示: for staff, and for everybody."""

from django.urls import path

from lawgov.casework.web.urls import of_cases
from lawgov.jobs.urls import of_sheets

from . import public, views
from .pages import PUBLICATIONS

urlpatterns = [
    path("public/", public.index, name="public"),
    path("public/<int:pk>/", public.item, name="public-item"),
    path("public/powers/", public.power_list, name="public-powers"),
    path("public/review-catalogue/", public.review_catalogue, name="public-catalogue"),
    path("publications/completeness/", views.completeness, name="publication-completeness"),
    *of_cases("publications", PUBLICATIONS),
    *of_sheets("publications", PUBLICATIONS),
]
