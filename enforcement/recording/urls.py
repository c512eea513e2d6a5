"""The pages of 全过程记录."""

urlpatterns: list = []
