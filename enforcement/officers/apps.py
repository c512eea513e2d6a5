from django.apps import AppConfig


class OfficersConfig(AppConfig):
    name = "enforcement.officers"
    verbose_name = "执法人员"
