from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "lawgov.documents"
    verbose_name = "文书"
