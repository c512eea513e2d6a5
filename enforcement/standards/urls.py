"""The pages of 执法标准."""

urlpatterns: list = []
