"""A model field that is text to Python and ciphertext to the database."""

from typing import Any

from django.core import checks
from django.db import models

from . import crypto


class SealedField(models.TextField):
    """Encrypted at rest; not searchable (keep a blind index beside it); no form is made of it."""

    @property
    def place(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return crypto.unseal(value, self.place) if value else value

    def get_prep_value(self, value: Any) -> str | None:
        value = super().get_prep_value(value)
        return crypto.seal(value, self.place) if value else value

    def to_python(self, value: str | None) -> str | None:
        """A fixture carries the sealed text; everyone else hands in the plain one."""
        value = super().to_python(value)
        if value and crypto.is_sealed(value):
            return crypto.unseal(value, self.place)
        return value

    def value_to_string(self, obj: models.Model) -> str:
        """A dump of the tables must not be where the numbers leak."""
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def formfield(self, **kwargs: Any) -> None:
        """No form by itself, so that no admin page or ModelForm ever shows the plain value."""

    def get_lookup(self, lookup_name: str) -> Any:
        """Comparing ciphertexts finds nothing and says nothing: refuse it loudly (FieldError)."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        found = super().check(**kwargs)
        if self.unique:
            found.append(
                checks.Error(
                    "密文每次不同，不能作唯一约束",
                    hint="另设盲索引列：privacy.crypto.blind()",
                    obj=self,
                    id="privacy.E001",
                )
            )
        return found
