"""人民调解申请书, 受理登记表 and 当事人权利义务告知书."""

from lawgov.casework.models import Case
from lawgov.documents.papers import BLANK_DAY, Content, day

from ..choices import CHANNEL, DISPUTE_TYPE
from .words import (
    PARTY_SIGNS,
    Shown,
    committee,
    every_party_signs,
    named,
    numbered,
    party_rows,
)

# 人民调解法第二十三、二十四、二十六、二十八至三十三条
RIGHTS = (
    "人民调解是在当事人自愿、平等的基础上，由人民调解委员会通过说服、疏导等方法促使当事人达成调解协议，"
    "解决民间纠纷的活动；不收取任何费用。",
    "当事人可以选择或者接受人民调解员；可以接受、拒绝或者要求终止调解；可以要求调解公开进行或者不公开进行；"
    "自主表达意愿、自愿达成调解协议。",
    "当事人应当如实陈述纠纷事实，遵守调解现场秩序，尊重人民调解员，尊重对方当事人行使权利。",
    "调解协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效；口头协议自"
    "各方当事人达成协议之日起生效。调解协议具有法律约束力，当事人应当按照约定履行。",
    "双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向有管辖权的人民法院申请司法确认。",
    "调解不成的，当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。",
)


def application(case: Case, shown: Shown) -> Content:
    """人民调解申请书: what the parties ask for, of their own will."""
    detail = case.detail
    return Content(
        title="人民调解申请书",
        number=case.number,
        rows=[
            *party_rows(case, shown),
            ("纠纷简要情况", shown.text(detail.summary)),
            ("当事人申请事项", shown.text(numbered(detail.requests))),
        ],
        closing=[
            "人民调解委员会已将申请人民调解的相关规定告知我们，现自愿申请人民调解委员会进行调解。",
        ],
        signatures=[("申请人（签名、盖章、指印）", day(detail.applied_on))],
        seal=committee(case),
        on=day(detail.applied_on or case.opened_on),
    )


def intake(case: Case, shown: Shown) -> Content:
    """人民调解受理登记表."""
    accepted = next(event.on for event in case.history if event.step == "accept")
    registrar = case.history[0].by
    return Content(
        title="人民调解受理登记表",
        number=case.number,
        rows=[
            ("受理日期", day(accepted)),
            ("受理方式", case.detail.get_basis_display()),
            ("案件来源", CHANNEL.on(case.opened_on).get(case.channel, "")),
            ("纠纷类型", DISPUTE_TYPE.on(case.opened_on)[case.detail.type]),
            *party_rows(case, shown),
            ("纠纷简要情况", shown.text(case.detail.summary)),
            ("登记人", registrar.name if registrar else ""),
        ],
        signatures=[(PARTY_SIGNS, BLANK_DAY), ("登记人（签名）", day(case.opened_on))],
        seal=committee(case),
        on=day(accepted),
    )


def notice(case: Case, shown: Shown) -> Content:
    """当事人权利义务告知书 (人民调解工作若干规定第三十条)."""
    detail = case.detail
    return Content(
        title="人民调解当事人权利义务告知书",
        number=case.number,
        rows=[
            *party_rows(case, shown),
            ("告知内容", numbered("\n".join(RIGHTS))),
            ("告知方式", detail.get_informed_how_display() or "口头告知"),
            ("告知人", named(case.handler)),
        ],
        closing=["以上内容已经告知，当事人均已知悉。"],
        signatures=every_party_signs(case, day(detail.informed_on)),
        seal=committee(case),
        on=day(detail.informed_on),
    )
