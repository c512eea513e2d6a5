"""执法人员 for machines."""

urlpatterns: list = []
