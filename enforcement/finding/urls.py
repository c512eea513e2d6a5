"""The pages of 发现与检查."""

urlpatterns: list = []
