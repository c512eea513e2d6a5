import shutil
import subprocess

import pytest
from django.test import Client

from lawgov.documents.making import make
from lawgov.documents.papers import PAPERS
from tests.cast import answers, logged

ID_NUMBER = "11010519491231002X"


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def settled(cast, *, step="agree_written", says=None, **registered):
    """A dispute settled by the street's mediator, with other words where they matter."""
    case = logged(cast.grid, **registered)
    for name in ("accept", "assign", "session"):
        case.take(name, by=cast.mediator, **answers()[name])
    case.take(step, by=cast.mediator, **answers()[step] | (says or {}))
    return case


def made(case, code):
    return make(case, PAPERS["dispute"][code])


def browser(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def tool(name):
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} 未安装：apt-get install libreoffice-writer poppler-utils")
    return found


def text_of_pdf(data):
    done = subprocess.run(
        [tool("pdftotext"), "-", "-"], input=data, capture_output=True, check=True, timeout=60
    )
    return "".join(done.stdout.decode().split())


def text_of_docx(data, folder):
    """What LibreOffice reads in it: proof that the file opens."""
    office = tool("soffice")
    (folder / "paper.docx").write_bytes(data)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "pdf", "--outdir", folder, folder / "paper.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return text_of_pdf((folder / "paper.pdf").read_bytes())
