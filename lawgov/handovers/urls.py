"""The pages of handovers: what was offered to me, what I offered, agencies, a leaver's work."""

from django.urls import path

from . import views

urlpatterns = [
    path("handovers/", views.index, name="handovers"),
    path("handovers/agencies/", views.agencies, name="referrals"),
    path("handovers/people/", views.people, name="leavers"),
    path("handovers/people/<int:pk>/", views.person, name="leaver"),
]
