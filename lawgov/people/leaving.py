"""What is left behind by who leaves; a room that keeps open work says so here when it is ready."""

from collections.abc import Callable
from datetime import date

from django.db.models import Q

from .models import User

# Called with a person who goes: a sentence for the administrator, without content, or nothing.
told: list[Callable[[User], str]] = []


def left(person: User) -> list[str]:
    return [words for tell in told if (words := tell(person))]


def goes_on(person: User, on: date) -> bool:
    """Some other post is held on that day or later."""
    return person.posts.filter(Q(until=None) | Q(until__gt=on)).exists()
