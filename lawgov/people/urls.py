"""Pages and doors about people; `home` belongs to casework."""

urlpatterns: list = []
