"""The pages of 法制审核."""

urlpatterns: list = []
