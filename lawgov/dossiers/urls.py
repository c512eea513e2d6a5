"""/penalties/<id>/file/make/, for each kind of case that has a file."""

from django.urls import URLPattern, path

from lawgov.casework.web.pages import CasePages

from . import views


def of_file(stem: str, pages: CasePages) -> list[URLPattern]:
    made = path(f"{stem}/<int:pk>/file/make/", views.make, {"kind": pages.kind},
                name=f"{pages.kind}-file")  # fmt: skip
    return [made]
