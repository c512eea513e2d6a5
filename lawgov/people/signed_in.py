"""Requests behind the login: their user is one of ours."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails
from rest_framework.request import Request

from .models import User


class PageRequest(HttpRequest):
    user: User
    htmx: HtmxDetails


class ApiRequest(Request):
    user: User
