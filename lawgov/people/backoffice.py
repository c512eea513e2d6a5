"""Django's admin, kept for the dictionaries that the system administrator edits."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


class BackOffice(AdminSite):
    site_header = site_title = "基础数据"
    index_title = "单位、日历、机构、字典、参数、可预约资源、执法标准"
    site_url = "/"

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """One login page for all; who is logged in without the post is told so."""
        if request.user.is_authenticated:
            raise PermissionDenied("本页由系统管理员使用")
        back = request.GET.get("next", reverse("admin:index"))
        return redirect(f"{reverse('login')}?{urlencode({'next': back})}")

    def password_change(self, request: HttpRequest, extra_context=None) -> Any:
        return redirect("password")


class BackOfficeConfig(AdminConfig):
    default_site = "lawgov.people.backoffice.BackOffice"
