"""处罚案件 for machines."""

urlpatterns: list = []
