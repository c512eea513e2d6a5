"""The laws of mediation by name, and what a rule is given."""

from collections.abc import Mapping
from typing import Any

MEDIATION_LAW = "《人民调解法》"
CIVIL_PROCEDURE = "《民事诉讼法》"
PUBLIC_ORDER = "《治安管理处罚法》"
MINISTRY_RULES = "《人民调解工作若干规定》"
PETITION_RULES = "《信访工作条例》"

Facts = Mapping[str, Any]
