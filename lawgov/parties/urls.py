"""The addresses of parties, for every kind of case that has any."""

from django.urls import URLPattern, path

from lawgov.casework.web.pages import CasePages

from . import views

urlpatterns = [path("parties/<int:pk>/", views.person, name="party")]


def of_parties(stem: str, pages: CasePages) -> list[URLPattern]:
    """/disputes/find/ and /disputes/<id>/parties/<party>/<field>/"""
    fill = {"pages": pages}
    return [
        path(f"{stem}/find/", views.find_party, fill, name=f"{pages.many}-find"),
        path(
            f"{stem}/<int:pk>/parties/<int:party>/<slug:field>/",
            views.unmask,
            fill,
            name=f"{pages.one}-unmask",
        ),
    ]
