"""Pages and doors about people; `home` belongs to casework."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from . import api, desk, views

urlpatterns = [
    path("login/", views.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("me/", views.me, name="me"),
    path("me/password/", views.ChangePassword.as_view(), name="password"),
    path("people/", desk.people, name="people"),
    path("people/add/", desk.add, name="people-add"),
    path("people/<int:pk>/", desk.person, name="person"),
    path("people/<int:pk>/posts/<int:post>/end/", desk.end_post, name="post-end"),
    path("people/<int:pk>/reset/", desk.reset, name="person-reset"),
    path("people/<int:pk>/disable/", desk.switch, {"active": False}, name="person-disable"),
    path("people/<int:pk>/enable/", desk.switch, {"active": True}, name="person-enable"),
    path("lockouts/", desk.lockouts, name="lockouts"),
    path("lockouts/<int:pk>/unlock/", desk.unlock, name="unlock"),
    path("audit/", desk.audit, name="audit"),
    path("api/v1/auth/token/", api.Token.as_view(), name="token"),
]
