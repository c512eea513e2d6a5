"""The documents speak of the code as it is."""

import re
from pathlib import Path

import pytest

from lawgov.casework.procedure import PROCEDURES
from lawgov.people.models import Role
from reporting.indicators import known

ROOT = Path(__file__).parents[1]
GLOSSARY = (ROOT / "docs/glossary.md").read_text()


@pytest.mark.parametrize("kind", PROCEDURES)
def test_every_step_stands_in_the_glossary(kind):
    wanted = [f"{name} {step.label}" for name, step in PROCEDURES[kind].steps.items()]
    assert [words for words in wanted if words not in GLOSSARY.replace("\n", " ")] == []


@pytest.mark.parametrize("kind", PROCEDURES)
def test_every_state_stands_in_the_glossary(kind):
    wanted = [f"{name} {label}" for name, label in PROCEDURES[kind].states.items()]
    assert [words for words in wanted if words not in GLOSSARY.replace("\n", " ")] == []


def test_every_role_and_clock_stands_in_the_glossary():
    clocks = [clock.label for each in PROCEDURES.values() for clock in each.clocks]
    wanted = [*Role.labels, *clocks]
    assert [word for word in wanted if word not in GLOSSARY] == []


def test_every_setting_that_is_read_stands_in_the_settings_page():
    read = re.findall(r'env(?:\.\w+)?\(\s*"(\w+)"', (ROOT / "lawgov/settings.py").read_text())
    page = (ROOT / "docs/settings.md").read_text()
    assert [name for name in read if name not in page] == []


def test_every_indicator_stands_in_its_page():
    page = (ROOT / "docs/indicators.md").read_text()
    assert [i.code for i in known() if i.code not in page or i.name not in page] == []


def test_what_the_readme_names_exists():
    readme = (ROOT / "README.md").read_text()
    named = re.findall(r"`([a-z_./-]+/)`", readme)
    assert named
    assert [path for path in named if path != "var/" and not (ROOT / path).exists()] == []
