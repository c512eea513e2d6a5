"""The virtual environment: made once, refilled when the pins change, refused in clear words."""

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT


class Clone:
    """A folder with pins that bring in nothing, and the environment made for them."""

    def __init__(self, folder: Path) -> None:
        self.pins, self.venv = folder / "requirements.txt", folder / "venv"

    def install(self, pins: str, **environment: str) -> subprocess.CompletedProcess:
        self.pins.write_text(pins)
        script = ROOT / "lawgov/embedded/install.py"
        words = [sys.executable, str(script), str(self.venv), str(self.pins)]
        return subprocess.run(words, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Clone:
    made = Clone(tmp_path_factory.mktemp("clone"))
    assert "建立虚拟环境" in made.install("# none\n").stdout
    return made


def test_where_nothing_changed_nothing_is_done(clone):
    clone.install("# none\n")
    again = clone.install("# none\n")
    assert (again.returncode, again.stdout) == (0, "")


def test_changed_pins_are_installed(clone):
    clone.install("# none\n")
    assert "安装 requirements.txt" in clone.install("# others\n").stdout


def test_a_failed_installation_is_tried_again(clone):
    assert [clone.install("./no-such-package\n").returncode for _ in range(2)] == [1, 1]


def test_a_python_without_venv_names_the_package_that_brings_it(tmp_path):
    (tmp_path / "ensurepip.py").write_text("raise ImportError")
    refused = Clone(tmp_path).install("# none\n", PYTHONPATH=str(tmp_path))
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert refused.returncode == 1
    assert f"sudo apt-get install -y python{version}-venv" in refused.stderr
