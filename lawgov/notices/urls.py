"""The pages of notices."""

from django.urls import path

from . import preferences, views

urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/read/", views.read_all, name="notices-read"),
    path("notices/<int:pk>/open/", views.open_one, name="notice-open"),
    path("notices/<int:pk>/read/", views.read_one, name="notice-read"),
    path("me/notices/", preferences.preferences, name="notice-preferences"),
    path("me/notices/mail/", preferences.ask, name="notice-mail"),
    path("me/notices/mail/code/", preferences.verify, name="notice-code"),
    path("me/notices/mail/stop/", preferences.stop, name="notice-stop"),
]
