"""The workbench, and the addresses of a kind of case or a register."""

from django.urls import URLPattern, path

from . import handing, home, listing, logs, offline, opening, views
from .pages import CasePages, RegisterPages

urlpatterns = [
    path("", home.home, name="home"),
    path("sw.js", offline.worker, name="worker"),
    path("pending/", offline.pending, name="pending"),
    path("attachments/<int:pk>/", handing.attachment, name="attachment"),
    path("attachments/<int:pk>/preview/", handing.preview, name="attachment-preview"),
]


def of_cases(stem: str, pages: CasePages) -> list[URLPattern]:
    """/disputes/, /disputes/new/, /disputes/<id>/, /disputes/<id>/<step>/"""
    fill, one = {"pages": pages}, f"{stem}/<int:pk>/"
    return [
        path(f"{stem}/", listing.index, fill, name=pages.many),
        path(f"{stem}/new/", opening.new, fill, name=f"{pages.one}-new"),
        path(one, views.case, fill, name=pages.one),
        path(f"{one}<slug:name>/", views.step, fill, name=f"{pages.one}-step"),
    ]  # fmt: skip


def of_entries(stem: str, pages: RegisterPages) -> list[URLPattern]:
    fill, one = {"pages": pages}, f"{stem}/<int:pk>/"
    return [
        path(f"{stem}/", listing.index, fill, name=pages.many),
        path(f"{stem}/new/", opening.new, fill, name=f"{pages.one}-new"),
        path(one, logs.entry, fill, name=pages.one),
        path(f"{one}void/", logs.void, fill, name=f"{pages.one}-void"),
    ]
