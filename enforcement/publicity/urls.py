"""The pages of 执法公示."""

urlpatterns: list = []
