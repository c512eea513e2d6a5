"""/disputes/<id>/papers/<paper>.docx and .pdf, for each kind of case that has papers."""

from django.urls import URLPattern, path

from . import views
from .making import ENDINGS


def of_papers(stem: str, kind: str) -> list[URLPattern]:
    return [
        path(
            f"{stem}/<int:pk>/papers/<slug:code>.{ending}",
            views.paper,
            {"kind": kind, "ending": ending},
            name=f"{kind}-paper-{ending}",
        )
        for ending in ENDINGS
    ]
