"""Pages and API of figures."""

from django.urls import path

from . import api, views

urlpatterns = [
    path("figures/", views.year, name="figures"),
    path("figures/export/", views.export, name="figures-export"),
    path("figures/compare/", views.compared, name="compare"),
    path("figures/<str:code>/", views.one, name="figure"),
    path("figures/<str:code>/records/", views.records, name="figure-records"),
    path("returns/", views.all_returns, name="returns"),
    path("returns/<slug:code>/", views.one_return, name="return"),
    path("returns/<slug:code>/export/", views.export_return, name="return-export"),
    path("api/v1/figures/", api.Figures.as_view(), name="api-figures"),
    path("api/v1/figures/<str:code>/records/", api.Records.as_view(), name="api-figure-records"),
    path("api/v1/figures/<str:code>/split/", api.Split.as_view(), name="api-figure-split"),
]
