"""The pages of 执法案卷."""

urlpatterns: list = []
