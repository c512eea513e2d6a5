"""Posts as pages show them: with their units by name."""

from collections.abc import Iterable

from lawgov.units.models import names

from .models import Post, Role, User


def placed(posts: Iterable[Post]) -> list[Post]:
    posts = list(posts)
    called = names(post.unit for post in posts)
    for post in posts:
        post.place = called.get(post.unit, post.unit)
    return posts


def seated(user: User) -> list[tuple[str, str]]:
    """The posts held today, by id and name, for who has to choose one."""
    called = names(seat.unit for seat in user.seats)
    return [
        (str(seat.id), f"{called.get(seat.unit, seat.unit)} {Role(seat.role).label}")
        for seat in user.seats
    ]


def listed(people: Iterable[User]) -> list[User]:
    """A page of people, with one look at the names of all their units."""
    people = list(people)
    placed(post for person in people for post in person.posts.all())
    return people
