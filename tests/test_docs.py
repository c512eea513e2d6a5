"""The documents speak of the code as it is."""

import re
from pathlib import Path

import pytest

from lawgov.people.models import Role
from mediation.procedure import DISPUTE
from reporting.indicators import known

ROOT = Path(__file__).parents[1]
GLOSSARY = (ROOT / "docs/glossary.md").read_text()


@pytest.mark.parametrize("step", DISPUTE.steps)
def test_every_step_stands_in_the_glossary(step):
    assert f"{step} {DISPUTE.steps[step].label}" in GLOSSARY.replace("\n", " ")


@pytest.mark.parametrize("state", DISPUTE.states)
def test_every_state_stands_in_the_glossary(state):
    assert f"{state} {DISPUTE.states[state]}" in GLOSSARY.replace("\n", " ")


def test_every_role_and_clock_stands_in_the_glossary():
    wanted = [*Role.labels, *(clock.label for clock in DISPUTE.clocks)]
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
