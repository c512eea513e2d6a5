"""Posts as pages show them: with their units by name."""

from collections.abc import Collection, Iterable

from lawgov.units import scope
from lawgov.units.models import names

from .models import Post, Role, Span, User

MOST_OFFERED = 500


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


def working_in(spans: Collection[Span], roles: Collection[str] = ()) -> list[tuple[int, str]]:
    """Who works in these ranges (in one of the roles), each with a place; in a range too wide to
    read, nobody."""
    posts = Post.objects.on().filter(scope.within("unit", spans), user__is_active=True)
    if roles:
        posts = posts.filter(role__in=roles)
    rows = posts.order_by("unit", "user__name").values_list("user", "user__name", "unit")
    found = {user: (name, unit) for user, name, unit in rows[: MOST_OFFERED + 1]}
    if len(found) > MOST_OFFERED:
        return []
    called = names({unit for _, unit in found.values()})
    return [(user, f"{name}（{called.get(unit, unit)}）") for user, (name, unit) in found.items()]
