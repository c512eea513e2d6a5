"""两法衔接."""

from lawgov.casework.procedure import Clock, Step

STEPS: dict[str, Step] = {}
CLOCKS: tuple[Clock, ...] = ()
