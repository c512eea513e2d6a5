"""The pages of 法制审核."""

from django.urls import path

from lawgov.casework.web.urls import of_cases
from lawgov.documents.urls import of_papers
from lawgov.jobs.urls import of_sheets

from . import views
from .pages import REVIEWS

FILL = {"pages": REVIEWS}
EXPORT, *_ = of_sheets("reviews", REVIEWS)  # nobody sends in a case by a sheet

urlpatterns = [
    path("reviews/defects/", views.defects, FILL, name="review-defects"),
    path("reviews/<int:pk>/rounds/<int:before>/<int:after>/", views.rounds, FILL,
         name="review-rounds"),
    *of_cases("reviews", REVIEWS),
    *of_papers("reviews", REVIEWS),
    EXPORT,
]  # fmt: skip
