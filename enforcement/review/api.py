"""法制审核 for machines."""

urlpatterns: list = []
