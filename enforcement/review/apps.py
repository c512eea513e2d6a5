from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "enforcement.review"
    verbose_name = "法制审核"
