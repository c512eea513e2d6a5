"""The pages of 执法标准."""

from django.urls import path

from . import views

urlpatterns = [
    path("standards/", views.standards, name="standards"),
    path("standards/<slug:which>/", views.standards, name="standards-list"),
]
