from django.apps import AppConfig


class DictionariesConfig(AppConfig):
    name = "lawgov.dictionaries"
    verbose_name = "字典"
