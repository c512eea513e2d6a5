"""Personal values on a paper: masked for everyone, plain for who may and says why."""

from typing import Any

from lawgov.casework.shown import MASKS
from lawgov.parties.models import Party
from lawgov.people.models import User
from lawgov.privacy import masks
from lawgov.privacy.unmask import reveal


class Masked:
    """What the kept copy shows."""

    def name(self, party: Party) -> str:
        return party.shown_name

    def agent(self, party: Party) -> str:
        return party.shown_agent

    def value(self, party: Party, field: str) -> str:
        return MASKS[field](getattr(party, field))

    def text(self, words: str) -> str:
        return masks.mask_text(words)


class Plain:
    """What the parties sign. A named user asks for every value, and each asking is logged."""

    def __init__(self, user: User, reason: str) -> None:
        self.user, self.reason = user, reason

    def name(self, party: Party) -> str:
        return self.value(party, "name")

    def agent(self, party: Party) -> str:
        return self.value(party, "agent_name")

    def value(self, party: Party, field: str) -> str:
        return reveal(self.user, party, field, self.reason) if getattr(party, field) else ""

    def text(self, words: Any) -> str:
        return str(words)
