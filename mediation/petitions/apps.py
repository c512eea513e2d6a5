from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    name = "mediation.petitions"
    verbose_name = "信访接访"
