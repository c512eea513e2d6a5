"""What the law asks of an investigation."""

from lawgov.casework.procedure import Rule

from .opening import LAW, SINCE

CERT_SHOWN = Rule(
    "执法人员应当主动出示执法证件，并在笔录中载明",
    LAW,
    "第五十五条",
    lambda case, facts: bool(facts.get("shown")),
    asks=True,
    since=SINCE,
)
HAS_EVIDENCE = Rule(
    "违法事实须查明：调查终结前应有调查取证记录和未作废的证据",
    LAW,
    "第四十条、第四十六条、第五十四条",
    lambda case, facts: (
        bool(case.part("inquiries")) and any(not row.void for row in case.part("evidence"))
    ),
    since=SINCE,
)
