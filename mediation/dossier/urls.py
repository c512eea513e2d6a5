"""/disputes/<id>/file/make/"""

from lawgov.dossiers.urls import of_file

from ..pages import DISPUTES

urlpatterns = of_file("disputes", DISPUTES)
