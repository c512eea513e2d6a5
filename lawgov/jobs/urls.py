"""The pages of imports and exports."""

from django.urls import URLPattern, path

from lawgov.casework.web.pages import Pages

from . import downloads, uploads, views

urlpatterns = [
    path("jobs/", views.jobs, name="jobs"),
    path("jobs/<int:pk>/", views.job, name="job"),
    path("jobs/<int:pk>/progress/", views.progress, name="job-progress"),
    path("jobs/<int:pk>/choose/", views.choose, name="job-choose"),
    path("jobs/<int:pk>/decide/", downloads.decide, name="job-decide"),
    path("jobs/<int:pk>/errors/", views.errors, name="job-errors"),
    path("jobs/<int:pk>/result/", views.result, name="job-result"),
]


def of_sheets(stem: str, pages: Pages) -> list[URLPattern]:
    """/disputes/export/, /disputes/import/ and its template, for each kind that has a list."""
    fill = {"pages": pages}
    return [
        path(f"{stem}/export/", downloads.export, fill, name=f"{pages.many}-export"),
        path(f"{stem}/import/", uploads.start, fill, name=f"{pages.many}-import"),
        path(f"{stem}/import/template/", uploads.blank, fill, name=f"{pages.many}-template"),
    ]
