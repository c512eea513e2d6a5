"""/disputes/<id>/papers/<paper>.docx and .pdf, for each kind of case that has papers."""

from django.urls import URLPattern, path

from lawgov.casework.web.pages import CasePages

from . import views
from .making import ENDINGS


def of_papers(stem: str, pages: CasePages) -> list[URLPattern]:
    """The papers as the case stands, the versions kept of them, and two versions compared."""
    of, fill = f"{stem}/<int:pk>/papers", {"kind": pages.kind}
    made = [
        path(f"{of}/<slug:code>.{ending}", views.paper, fill | {"ending": ending},
             name=f"{pages.kind}-paper-{ending}")
        for ending in ENDINGS
    ]  # fmt: skip
    kept = [
        path(f"{of}/versions/<int:version>.{ending}", views.version, fill | {"ending": ending},
             name=f"{pages.kind}-version-{ending}")
        for ending in ENDINGS
    ]  # fmt: skip
    both = path(f"{of}/versions/<int:before>/<int:after>/", views.compare, {"pages": pages},
                name=f"{pages.kind}-versions")  # fmt: skip
    return [*made, *kept, both]
