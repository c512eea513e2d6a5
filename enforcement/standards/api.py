"""执法标准 for machines."""

urlpatterns: list = []
