from django.apps import AppConfig


class OfficersConfig(AppConfig):
    name = "enforcement.officers"
    verbose_name = "执法人员"

    def ready(self) -> None:
        from lawgov.casework import procedure
        from lawgov.people import leaving

        from .leavers import still_in_post
        from .procedure import OFFICER

        procedure.register(OFFICER)
        leaving.told.append(still_in_post)
