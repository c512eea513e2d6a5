"""我的提醒方式: an address that was shown to be one's own, and what is sent there."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from lawgov.people.signed_in import PageRequest

from . import mail
from .models import Preference, What


class AddressForm(forms.Form):
    email = forms.EmailField(label="邮箱", max_length=200)


class CodeForm(forms.Form):
    code = forms.RegexField(
        r"^\d{6}\Z",
        label="验证码",
        max_length=6,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"invalid": "应为6位数字"},
    )


class KindsForm(forms.Form):
    by_mail = forms.MultipleChoiceField(
        label="以下事项同时发邮件",
        choices=What.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@require_http_methods(["GET", "POST"])
@login_required
def preferences(request: PageRequest) -> HttpResponse:
    if request.method == "GET":
        return shown(request)
    kinds = KindsForm(request.POST)
    if not kinds.is_valid():
        return shown(request, kinds=kinds)
    Preference.objects.update_or_create(
        user=request.user, defaults={"by_mail": kinds.cleaned_data["by_mail"]}
    )
    messages.success(request, "已保存")
    return redirect("notice-preferences")


def shown(request: PageRequest, **bound: forms.Form) -> HttpResponse:
    """The page, with a form that was filled in wrongly as it was filled in."""
    mine = Preference.objects.filter(user=request.user).first() or Preference(user=request.user)
    forms_ = {
        "address": AddressForm(),
        "code": CodeForm(),
        "kinds": KindsForm(initial={"by_mail": mine.by_mail}),
    }
    context = {**forms_, **bound, "mine": mine, "masked": masked(mine.email)}
    context["is_on"] = settings.MAIL_ON
    status = 400 if bound else 200
    return render(request, "notices/preferences.html", context, status=status)


def masked(address: str) -> str:
    name, at, domain = address.partition("@")
    return f"{name[:1]}***{at}{domain}" if address else ""


@require_POST
@login_required
def ask(request: PageRequest) -> HttpResponse:
    form = AddressForm(request.POST)
    if form.is_valid() and not settings.MAIL_ON:
        form.add_error(None, "本系统没有启用邮件")
    if not form.is_valid():
        return shown(request, address=form)
    with transaction.atomic():
        sent = mail.ask(request.user, form.cleaned_data["email"])
    if not sent:
        form.add_error(None, "验证码刚刚发出，请一分钟后再试")
        return shown(request, address=form)
    messages.success(request, "验证码已发往该邮箱")
    return redirect("notice-preferences")


@require_POST
@login_required
def verify(request: PageRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    if form.is_valid():
        with transaction.atomic():  # a wrong try must stay counted
            right = mail.verify(request.user, form.cleaned_data["code"])
        if not right:
            form.add_error("code", "验证码不对或已过期，试满5次须重新获取")
    if not form.is_valid():
        return shown(request, code=form)
    messages.success(request, "邮箱已验证")
    return redirect("notice-preferences")


@require_POST
@login_required
def stop(request: PageRequest) -> HttpResponse:
    """Forget the address: nothing is mailed any more."""
    Preference.objects.filter(user=request.user).update(email="", verified_at=None, code="")
    messages.success(request, "邮箱已移除")
    return redirect("notice-preferences")
