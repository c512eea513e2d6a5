from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "lawgov.search"
    verbose_name = "检索"
