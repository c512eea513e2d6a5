"""The pages of 处罚案件."""

urlpatterns: list = []
