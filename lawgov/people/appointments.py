"""What administrators do to people. Each verb asks who may, does it, and writes the change down."""

from datetime import date

from axes.utils import reset as forget_failures
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from knox.models import AuthToken

from lawgov.units import scope

from . import passwords
from .models import Act, Change, Post, Role, User

Seated = Role | str


def add_person(
    *, by: User | None, role: Seated, unit: str, since: date, **facts: str
) -> tuple[User, str]:
    """A new account with its first post; returns the one-time password, which is kept nowhere."""
    require_seat(by, Role.SYSTEM_ADMIN, unit)
    password = passwords.one_time()
    with transaction.atomic():
        person = User(must_change_password=True, **facts)
        person.set_password(password)
        person.full_clean()
        person.save()
        record(Act.ADDED, by, person, unit)
        give_post(person, by=by, role=role, unit=unit, since=since)
    return person, password


def give_post(
    person: User,
    *,
    by: User | None,
    role: Seated,
    unit: str,
    since: date,
    until: date | None = None,
) -> Post:
    require_other(by, person)
    require_seat(by, Role.SYSTEM_ADMIN, unit)
    post = Post(user=person, role=role, unit=unit, since=since, until=until)
    post.full_clean()
    try:
        with transaction.atomic():
            post.save()
            record(Act.POST_GIVEN, by, person, unit, f"{post.get_role_display()}，自{since}起")
    except IntegrityError as clash:  # another administrator was faster
        raise ValidationError("该岗位与此人同期的其他岗位冲突") from clash
    return post


def end_post(post: Post, *, by: User, on: date) -> None:
    """The post is no longer held on that day."""
    require_other(by, post.user)
    require_seat(by, Role.SYSTEM_ADMIN, post.unit)
    with transaction.atomic():
        ended = Post.objects.filter(pk=post.pk, since__lte=on).exclude(until__lte=on)
        if not ended.update(until=on):
            raise ValidationError({"on": "止日不得早于起日，也不得推迟已终止的岗位"})
        record(Act.POST_ENDED, by, post.user, post.unit, f"{post.get_role_display()}，至{on}止")


def reset_password(person: User, *, by: User) -> str:
    """A one-time password; every session and token of the old one ends."""
    require_whole(by, person)
    password = passwords.one_time()
    with transaction.atomic():
        person.set_password(password)
        person.must_change_password = True
        person.save(update_fields=["password", "must_change_password"])
        AuthToken.objects.filter(user=person).delete()
        record(Act.PASSWORD_RESET, by, person, home(person))
    return password


def set_active(person: User, *, by: User, active: bool) -> None:
    require_whole(by, person)
    with transaction.atomic():
        if not User.objects.filter(pk=person.pk, is_active=not active).update(is_active=active):
            return
        if not active:
            AuthToken.objects.filter(user=person).delete()
        record(Act.ENABLED if active else Act.DISABLED, by, person, home(person))


def unlock(person: User, *, by: User) -> None:
    """Forget the failed logins, so that a locked account opens before its half hour is over."""
    require_other(by, person)
    if not User.objects.held_within(by.spans({Role.SECURITY_ADMIN})).filter(pk=person.pk).exists():
        raise PermissionDenied("只有安全管理员可以解除本范围内账号的锁定")
    with transaction.atomic():
        forget_failures(username=person.username)
        record(Act.UNLOCKED, by, person, home(person))


def require_other(by: User | None, person: User) -> None:
    if by is not None and by.pk == person.pk:
        raise PermissionDenied("不能办理本人的岗位和账号")


def require_seat(by: User | None, role: Role, unit: str) -> None:
    """A command runs as the system, which is nobody."""
    if by is not None and by.seat_for({role}, unit) is None:
        raise PermissionDenied(f"须由范围包含该单位的{role.label}办理")


def require_whole(by: User, person: User) -> None:
    """Who holds a post beyond the range is not to be taken over by its administrator."""
    require_other(by, person)
    for unit in standing(person):
        require_seat(by, Role.SYSTEM_ADMIN, unit)


def standing(person: User) -> list[str]:
    """The units of the posts held now or later; of the last ones where none is left."""
    posts = list(person.posts.all())
    return sorted(post.unit for post in [p for p in posts if p.is_open] or posts)


def home(person: User) -> str:
    """The unit under which a change of the account itself is filed."""
    return next(iter(standing(person)), scope.NATION)


def record(act: Act, by: User | None, about: User, unit: str, detail: str = "") -> None:
    Change.objects.create(act=act, by=by, about=about, unit=unit, detail=detail)
