from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lawgov.people"
    verbose_name = "人员与岗位"
