"""执法案卷 for machines."""

urlpatterns: list = []
