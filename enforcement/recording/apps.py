from django.apps import AppConfig


class RecordingConfig(AppConfig):
    name = "enforcement.recording"
    verbose_name = "全过程记录"
