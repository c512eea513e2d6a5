"""The doors of the API, for files and texts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ..api.conftest import DISPUTES, Api
from ..cast import logged
from ..pages.conftest import as_  # noqa: F401 - a browser without scripts
from .samples import TYPES


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def mediator(cast) -> Api:
    return Api(cast.mediator)


@pytest.fixture
def case(cast):
    return logged(cast.grid)


def upload(name: str, body: bytes, declared: str | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(
        name, body, TYPES.get(name.rpartition(".")[2], "") if declared is None else declared
    )


def attach(api: Api, case, *files: SimpleUploadedFile, version: int | None = None, **form):
    body = {"version": version or case.version, "file": list(files)} | form
    return api.upload(f"{DISPUTES}{case.pk}/attach/", body)
