"""Pages and API of the tree."""

from django.urls import path, re_path

from . import api, views

CODE = r"(?P<code>0|[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15})"

urlpatterns = [
    path("units/", views.units, name="units"),
    re_path(rf"^units/{CODE}/\Z", views.unit, name="unit"),
    re_path(
        rf"^units/{CODE}/(?P<name>rename|close|mark|found)/\Z", views.change, name="unit-change"
    ),
    path("api/v1/units/", api.Units.as_view(), name="api-units"),
]
