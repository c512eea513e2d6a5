"""执法公示 for machines."""

urlpatterns: list = []
