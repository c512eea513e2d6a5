"""The virtual environment: made once, refilled when the pins change, refused in clear words."""

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT


@pytest.fixture
def pins(tmp_path: Path) -> Path:
    file = tmp_path / "requirements.txt"
    file.write_text("# nothing yet\n")
    return file


def install(pins: Path, **environment: str) -> subprocess.CompletedProcess:
    script = ROOT / "lawgov/embedded/install.py"
    words = [sys.executable, str(script), str(pins.parent / "venv"), str(pins)]
    return subprocess.run(words, env=environment, capture_output=True, text=True)


def test_where_nothing_changed_nothing_is_done(pins):
    first = install(pins)
    assert "建立虚拟环境" in first.stdout
    assert (pins.parent / "venv/bin/python").exists()
    again = install(pins)
    assert (again.returncode, again.stdout) == (0, "")


def test_changed_pins_are_installed(pins):
    install(pins)
    pins.write_text("# something else\n")
    assert "安装 requirements.txt" in install(pins).stdout


def test_a_failed_installation_is_tried_again(pins):
    pins.write_text("./no-such-package\n")
    assert [install(pins).returncode for _ in range(2)] == [1, 1]


def test_a_python_without_venv_names_the_package_that_brings_it(pins):
    (pins.parent / "ensurepip.py").write_text("raise ImportError")
    refused = install(pins, PYTHONPATH=str(pins.parent))
    assert refused.returncode == 1
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"sudo apt-get install -y python{version}-venv" in refused.stderr
