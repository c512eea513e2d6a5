"""From 送达 to 归档."""

from lawgov.casework.procedure import Clock, Step

STEPS: dict[str, Step] = {}
CLOCKS: tuple[Clock, ...] = ()
