"""What petitions count: batches received (批), not persons; and backlog that was resolved."""

from mediation.choices import Level
from reporting.indicators import Count, Sum, register
from reporting.sources import entries, events

from .choices import MATTER, Standing, Way

RECEPTIONS = entries("reception", "领导接访台账")
PETITIONS = events("petition", "信访事项办理记录", type=MATTER)

INDICATORS = register(
    Count(
        "petition.received",
        "领导接访群众批次",
        "批",
        RECEPTIONS,
        "街道领导和社区“两委”接访的批次，一批记一次，不论来了几人；作废的不计。",
        basis="接访日期",
    ),
    Count(
        "petition.leader_received",
        "街道主要领导定期接访批次",
        "批",
        RECEPTIONS,
        "领导接访群众批次中，街道主要领导在周四大接访中接访的批次。",
        basis="接访日期",
        type=Way.THURSDAY,
        facet=Level.PRINCIPAL,
    ),
    Sum(
        "petition.persons",
        "领导接访群众人次",
        "人次",
        RECEPTIONS,
        "领导接访的各批次来访人数之和。",
        basis="接访日期",
        of="n1",
    ),
    Count(
        "petition.backlog_resolved",
        "信访积案化解数",
        "件",
        PETITIONS,
        "列为积案的信访事项中化解办结的；程序终结而未化解的不计。",
        basis="化解办结日期",
        step="resolve",
        facet=Standing.BACKLOG,
    ),
)
