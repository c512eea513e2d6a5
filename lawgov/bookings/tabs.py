"""The tab with the rooms that are booked for a case, and where to book one."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.casework.web.pages import Tab
from lawgov.people.models import User
from lawgov.units import scope

from .models import Booking, Kind, Resource


def of_case(case: Case, user: User) -> dict[str, Any]:
    """Bookings that the reader may see; the rooms of the street, while the case is open."""
    own = Booking.objects.visible_to(user).standing().filter(case=case)
    rooms = Resource.objects.visible_to(user).in_force().exclude(kind=Kind.LAWYER)
    near = scope.within("unit", [scope.span(scope.street(case.desk))])
    return {
        "bookings": own.select_related("resource", "by").order_by("starts"),
        "rooms": rooms.filter(near).order_by("unit", "name") if not case.closed_on else (),
    }


TAB = Tab("bookings", "场所预约", "bookings/_of_case.html", of_case)
