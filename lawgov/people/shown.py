"""Posts as pages show them: with their units by name."""

from collections.abc import Iterable

from lawgov.units.models import names

from .models import Post, User


def placed(posts: Iterable[Post]) -> list[Post]:
    posts = list(posts)
    called = names(post.unit for post in posts)
    for post in posts:
        post.place = called.get(post.unit, post.unit)
    return posts


def listed(people: Iterable[User]) -> list[User]:
    """A page of people, with one look at the names of all their units."""
    people = list(people)
    placed(post for person in people for post in person.posts.all())
    return people
