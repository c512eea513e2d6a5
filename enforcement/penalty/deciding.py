"""From 拟定决定 to 决定."""

from lawgov.casework.procedure import Clock, Step

STEPS: dict[str, Step] = {}
CLOCKS: tuple[Clock, ...] = ()
