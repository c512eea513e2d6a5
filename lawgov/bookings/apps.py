from django.apps import AppConfig


class BookingsConfig(AppConfig):
    name = "lawgov.bookings"
    verbose_name = "预约"
