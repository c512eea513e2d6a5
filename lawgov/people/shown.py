"""People and posts as pages show them: units by name, phones masked."""

from collections.abc import Iterable

from django.utils import timezone

from lawgov.privacy.masks import mask_phone
from lawgov.units.models import names

from .models import Post, User


def placed(posts: Iterable[Post]) -> list[Post]:
    posts = list(posts)
    called = names(post.unit for post in posts)
    today = timezone.localdate()
    for post in posts:
        post.place = called.get(post.unit, post.unit)
        post.is_open = post.until is None or post.until > today
    return posts


def listed(people: Iterable[User]) -> list[User]:
    """A page of people with one look at the names of all their units."""
    people = list(people)
    placed(post for person in people for post in person.posts.all())
    for person in people:
        person.shown_phone = mask_phone(person.phone)
    return people
