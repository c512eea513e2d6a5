"""全过程记录 for machines."""

urlpatterns: list = []
