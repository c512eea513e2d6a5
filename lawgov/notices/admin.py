"""Which other systems are told, kept by the system administrator within their range."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet

from lawgov.casework import sinks
from lawgov.people.ranged import RangedAdmin, RangedForm

from . import pinned
from .models import OF_CASES, Hook
from .telling import HOOK

LEAST = 16  # characters of a secret


class HookForm(RangedForm):
    secret = forms.CharField(
        label="签名密钥",
        required=False,
        strip=False,
        min_length=LEAST,
        max_length=200,
        help_text=f"至少{LEAST}个字符，对方凭它核对签名；不显示，留空为不变",
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    what = forms.MultipleChoiceField(
        label="事项",
        choices=[(what.value, what.label) for what in OF_CASES],
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Hook
        fields = ["unit", "url", "what", "active"]

    def clean_url(self) -> str:
        try:
            pinned.target(self.cleaned_data["url"])
        except pinned.RefusedError as refused:
            raise ValidationError(f"{refused}。") from refused
        return self.cleaned_data["url"]

    def clean_secret(self) -> str:
        given = self.cleaned_data["secret"] or self.instance.secret
        if not given:
            raise ValidationError("请填写签名密钥。")
        return given

    def save(self, commit: bool = True) -> Any:
        self.instance.secret = self.cleaned_data["secret"]
        return super().save(commit)


@admin.register(Hook)
class HookAdmin(RangedAdmin):
    form = HookForm
    fields = ["unit", "url", "what", "active", "secret"]
    list_display = ["url", "unit", "active", "unsent"]
    actions = ["again"]

    def get_queryset(self, request: Any) -> QuerySet[Hook]:
        waiting = Count("calls", Q(calls__sent_at=None))
        found: QuerySet[Hook] = super().get_queryset(request).annotate(waiting=waiting)
        return found

    @admin.display(description="未送达")
    def unsent(self, hook: Any) -> int:
        return hook.waiting

    @admin.action(description="重新发送已停止的")
    def again(self, request: Any, hooks: QuerySet[Hook]) -> None:
        found = sum(sinks.again(HOOK, str(hook.pk)) for hook in hooks)
        messages.success(request, f"{found}条将重新发送")
