"""Requests behind the login: their user is one of ours."""

from django.http import HttpRequest
from rest_framework.request import Request

from .models import User


class PageRequest(HttpRequest):
    user: User


class ApiRequest(Request):
    user: User
