"""The pages of 执法人员."""

urlpatterns: list = []
