"""Stories, editions and civic issues for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import CivicIssueFilter, EditionFilter, StoryFilter

STORY = {name: f"story__{name}" for name in ("type", "subject")}
STORY |= {"bound_in": "story__edition"}
EDITION = {name: f"edition__{name}" for name in ("form", "series", "issue", "printed_on", "copies")}
ISSUE = {name: f"civic_issue__{name}" for name in ("topic", "estate", "output", "effective_on")}

urlpatterns = [
    path("stories/", include(api.of_cases("story", StoryFilter, STORY))),
    path("editions/", include(api.of_cases("edition", EditionFilter, EDITION))),
    path("civic-issues/", include(api.of_cases("civic_issue", CivicIssueFilter, ISSUE))),
]
