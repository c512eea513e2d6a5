"""What publicity counts: what went out in the period, whatever became of it later."""

from reporting.indicators import Count, register
from reporting.sources import events

from .choices import PENALTY, TYPE

PUBLICATIONS = events("publication", "执法公示办理记录", type=TYPE)

INDICATORS = register(
    Count(
        "disclosure.penalty_items",
        "公开行政处罚信息条数",
        "条",
        PUBLICATIONS,
        "审核后向社会公示的行政处罚决定信息；以后撤回或者到期撤下的照计，更正后重新公示的另计。",
        basis="公示日期",
        step="approve",
        type=PENALTY,
    ),
)
