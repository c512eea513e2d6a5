"""Synthetic words for disputes: what they were about, who took part, what was said."""

from random import Random
from typing import Any, NamedTuple

from lawgov.privacy.identity import id_check_digit
from mediation.choices import Risk


class Matter(NamedTuple):
    weight: int
    type: str
    title: str
    subtype: str = ""
    yuan: int = 0  # a usual amount


MATTERS = (
    Matter(14, "neighbour", "楼上漏水引发的邻里纠纷", "leak", 4000),
    Matter(12, "neighbour", "夜间噪音引发的邻里纠纷", "noise"),
    Matter(9, "neighbour", "楼道堆物引发的邻里纠纷"),
    Matter(10, "property", "停车位使用引发的物业纠纷", "parking", 1200),
    Matter(9, "property", "物业费缴纳引发的纠纷", "", 2600),
    Matter(8, "family", "赡养费引发的家庭纠纷", "", 9000),
    Matter(6, "family", "婚姻家庭财产分割纠纷", "", 60000),
    Matter(8, "labour", "拖欠工资引发的劳动争议", "wages", 18000),
    Matter(6, "consumer", "预付卡退费引发的消费纠纷", "prepaid", 3000),
    Matter(5, "damages", "电动自行车剐蹭引发的损害赔偿纠纷", "", 1500),
    Matter(4, "traffic", "道路交通事故赔偿纠纷", "", 12000),
    Matter(4, "contract", "房屋租赁合同押金纠纷", "", 5000),
    Matter(3, "housing", "加装电梯意见不一引发的纠纷", "lift"),
    Matter(2, "housing", "旧住房改造施工引发的纠纷", "renovation", 2000),
    Matter(1, "business", "沿街商铺经营引发的纠纷", "", 8000),
    Matter(1, "environment", "油烟排放引发的环境污染纠纷"),
    Matter(1, "medical", "诊疗费用引发的医疗纠纷", "", 7000),
)
CHANNELS = {
    "screening": 34, "application": 22, "department": 12, "hotline": 10,
    "police": 8, "leader": 5, "consultation": 5, "petition": 2,
    "court": 1, "qr": 1,
}  # fmt: skip
WITH_NUMBER: dict[str, str] = {
    "hotline": "演示工单",
    "court": "演示委派",
    "petition": "演示信访",
}
RISKS = {Risk.LOW: 90, Risk.MEDIUM: 10}  # what is red is told by itself
WITH_IDENTITY = 0.02


def pick(rng: Random, weights: dict[Any, int]) -> Any:
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def matter(rng: Random) -> Matter:
    return rng.choices(MATTERS, weights=[m.weight for m in MATTERS])[0]


def amount(rng: Random, about: Matter) -> str:
    """In 元, round as people name it; many quarrels are about no money."""
    if not about.yuan or rng.random() < 0.25:
        return ""
    return str(max(100, round(rng.lognormvariate(0, 0.7) * about.yuan / 100) * 100))


def intake(rng: Random, serial: int, channel: str, county: str) -> dict[str, Any]:
    """What is asked when a dispute is logged."""
    about = matter(rng)
    facts = {
        "title": about.title,
        "channel": channel,
        "type": about.type,
        "subtype": about.subtype,
        "parties": parties(rng, serial, county),
        "summary": f"演示数据：{about.title}，双方各执一词，请求调解。",
        "place": f"演示小区{rng.randint(1, 30)}号楼",
        "amount": amount(rng, about),
        "people": 2 if rng.random() < 0.8 else rng.randint(3, 20),
        "risk": pick(rng, RISKS),
    }
    if word := WITH_NUMBER.get(channel):
        facts["source_number"] = f"{word}{serial:05d}"
    return facts


def parties(rng: Random, serial: int, county: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {"side": "applicant", "name": f"演示当事人甲{serial:04d}"},
        {"side": "respondent", "name": f"演示当事人乙{serial:04d}"},
    ]
    if rng.random() < WITH_IDENTITY:
        for place, row in enumerate(rows):
            row |= {"id_number": identity(county, serial, place), "address": "演示小区"}
    return rows


def identity(county: str, serial: int, place: int) -> str:
    """A well-formed number of somebody born in 1900: valid, and nobody's any more."""
    body = f"{county}1900{serial % 12 + 1:02d}{serial % 28 + 1:02d}{serial % 500 * 2 + place:03d}"
    return body + id_check_digit(body)


def session(rng: Random, title: str) -> dict[str, Any]:
    return {
        "place": rng.choice(["演示调解室", "演示社区议事厅", "演示小区现场"]),
        "matter": title,
        "body": "演示记录：调解员告知双方权利义务，听取申请人、被申请人陈述，核对事实，"
        "提出调解方案，双方交换意见。",
        "informed": True,
    }


TERMS = {
    "disputed": "演示数据：双方对损失数额和各自的做法有争议，事实经双方当面核对。",
    "liability": "演示数据：双方均有不当之处，被申请人承担主要责任。",
    "content": "演示数据：一、被申请人按约定给付；二、申请人不再就此事提出其他要求。",
    "manner": "一次性履行",
    "perform_at": "演示调解室",
}
