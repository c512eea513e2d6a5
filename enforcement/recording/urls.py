"""The pages of 全过程记录."""

from django.urls import path

from . import views

urlpatterns = [path("recordings/", views.recordings, name="recordings")]
