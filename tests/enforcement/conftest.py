"""The cast of enforcement: one street, its officers with certificates, and who decides."""

from types import SimpleNamespace

import pytest

from lawgov.people.models import Role

from ..cast import STREET, person


@pytest.fixture
def squad(tree):
    """Three officers, a head, a reviewer, and those who look on."""
    return SimpleNamespace(
        officer=person("officer", Role.OFFICER, STREET),
        partner=person("partner", Role.OFFICER, STREET),
        third=person("third", Role.OFFICER, STREET),
        head=person("head", Role.ENFORCEMENT_HEAD, STREET),
        deputy=person("deputy", Role.ENFORCEMENT_HEAD, STREET),
        reviewer=person("reviewer", Role.REVIEWER, STREET),
        justice=person("justice", Role.JUSTICE, STREET),
        statistician=person("statistician", Role.STATISTICIAN, STREET),
        leader=person("leader", Role.LEADER, STREET),
        grid=person("grid", Role.GRID_WORKER, STREET),
    )
