"""Questions of law for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import QuestionFilter

SHOWS = {name: f"question__{name}" for name in ("department", "answer_by", "answered_on")}

urlpatterns = [path("questions/", include(api.of_cases("question", QuestionFilter, SHOWS)))]
