"""简易程序 and 提请备案."""

from lawgov.casework.procedure import Clock, Step

STEPS: dict[str, Step] = {}
CLOCKS: tuple[Clock, ...] = ()
