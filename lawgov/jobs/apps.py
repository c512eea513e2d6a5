from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "lawgov.jobs"
    verbose_name = "导入导出"

    def ready(self) -> None:
        from . import bulk, imports

        imports.register()
        bulk.register()
