"""Numbers for people who do not exist: well-formed, of a chosen day of birth."""

from datetime import date

from django.utils.timezone import localdate

from lawgov.privacy.identity import id_check_digit


def id_of(born: date, serial: int = 1) -> str:
    body = f"110105{born:%Y%m%d}{serial:03d}"
    return body + id_check_digit(body)


def aged(years: int, serial: int = 1) -> str:
    """Of somebody whose birthday is the first of January."""
    return id_of(date(localdate().year - years, 1, 1), serial)
