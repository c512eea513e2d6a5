"""The pages of bookings: rooms and lawyers' slots."""

from django.urls import path

from . import views

urlpatterns = [
    path("bookings/", views.bookings, name="bookings"),
    path("bookings/resources/<int:pk>/", views.book, name="book"),
    path("bookings/resources/<int:pk>/slots/", views.slots, name="slots"),
    path("bookings/<int:pk>/cancel/", views.cancel, name="booking-cancel"),
]
