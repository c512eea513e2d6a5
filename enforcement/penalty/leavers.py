"""The open cases that name an officer: who leaves is first replaced in them."""

from lawgov.casework.models import Case
from lawgov.casework.questions import answers
from lawgov.people.models import User


@answers("penalty.naming_officer")
def naming(user: User) -> list[Case]:
    cases = Case.objects.filter(kind="penalty", closed_on=None)
    return list(cases.filter(penalty__officers__contains=[user.pk]).order_by("pk"))
