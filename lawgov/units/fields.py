"""The code of a unit, as every table stores it."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Length

PATTERN = r"^(0|[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15})\Z"


class UnitCode(models.CharField):
    """A prefix code: C collation makes a subtree one range of the index."""

    default_validators = [
        RegexValidator(PATTERN, "区划代码应为 2、4、6、9、12 或 15 位数字（全国为 0）。")
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": 15, "db_collation": "C"}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"], kwargs["db_collation"]
        return name, path, list(args), kwargs

    def db_type(self, connection: Any) -> str:
        # Django adds a "_like" index to what calls itself varchar; under C it only costs.
        return "character varying(15)"


UnitCode.register_lookup(Length)
