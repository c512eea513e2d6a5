"""The pages of organisations."""

from django.urls import path

from . import views

urlpatterns = [
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<int:pk>/", views.organisation, name="organisation"),
    path("organisations/<int:pk>/members/<int:member>/leave/", views.leave, name="member-leave"),
]
