"""发现与检查 for machines."""

urlpatterns: list = []
