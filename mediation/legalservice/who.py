"""Who works on public legal service, and who reads of it."""

from lawgov.people.models import Role

FIELD = (Role.GRID_WORKER, Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE)
OFFICE = (Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE)
KEEPERS = (Role.JUSTICE,)
READERS = (*FIELD, Role.STATISTICIAN, Role.LEADER)
TRUSTED = (Role.JUSTICE, Role.LEADER)
