"""How much one address, one phone and one query number may ask of the public counter."""

from typing import NamedTuple

from django.conf import settings

HOUR, DAY = 60 * 60, 24 * 60 * 60


class Rate(NamedTuple):
    """So many within a time; `says` is what who comes too often is told."""

    what: str
    most: int
    seconds: int
    says: str


BY_ADDRESS = Rate(
    "send", settings.COUNTER_ADDRESS_HOUR, HOUR, "本网络提交过于频繁，请一小时后再试，或到窗口办理"
)
BY_PHONE = Rate(
    "phone", settings.COUNTER_PHONE_DAY, DAY, "本电话今天提交的次数已满，请明天再试，或到窗口办理"
)
ASKS = Rate("ask", settings.COUNTER_ASK_HOUR, HOUR, "查询过于频繁，请一小时后再试")
ASKS_OF_ONE = Rate(
    "number", settings.COUNTER_NUMBER_DAY, DAY, "该查询号今天查询次数已满，请明天再试"
)
