from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "lawgov.organisations"
    verbose_name = "组织"
