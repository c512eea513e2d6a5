"""Keys that would fail only at the first sealed value are refused at the start."""

from django.conf import settings
from django.core.checks import Error, register


@register
def keys(app_configs, **kwargs) -> list[Error]:
    found = []
    try:
        usable = len(bytes.fromhex(settings.FIELD_KEY)) == 32
    except ValueError:
        usable = False
    if not usable:
        found.append(
            Error(
                "LAWGOV_FIELD_KEY 必须是64位十六进制数（32字节）",
                hint="python -c 'import secrets; print(secrets.token_hex(32))'",
                id="privacy.E002",
            )
        )
    if len(settings.INDEX_KEY) < 32 or settings.INDEX_KEY == settings.FIELD_KEY:
        found.append(Error("LAWGOV_INDEX_KEY 过短或与 LAWGOV_FIELD_KEY 相同", id="privacy.E003"))
    return found
