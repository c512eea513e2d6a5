"""What of a text may go out to everybody: no number, no house, no health, no name but a firm's."""

import re
from collections.abc import Iterable, Mapping

from .masks import DOUBLE_SURNAMES, GAP, ID_IN_TEXT, PHONE_IN_TEXT, mask_name

HIDDEN = "***"
UNWELL = "（涉及健康信息，不予公开）"
WIDE = {wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
# Sixteen to nineteen digits, as bank cards and accounts have them.
ACCOUNT = re.compile(rf"(?<![\dA-Za-z])(?:\d{GAP}){{15,18}}\d(?![\dA-Za-z])")
LANDLINE = re.compile(r"(?<!\d)0\d{2,3}[-－— ]\d{7,8}(?!\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
PLATE = re.compile(
    r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[·• ]?[A-Z0-9]{5,6}"
)
NUMERAL = "0-9０-９一二三四五六七八九十百"
HOUSE = re.compile(
    r"(?<=[路街道巷弄村里苑园坊区厦城])"
    rf"(?:\s*[{NUMERAL}]+[-－—]?[{NUMERAL}A-Za-z]*(?:支弄|弄|号楼|号|栋|幢|座|单元|层|楼|室|门))+"
    rf"(?:\s*[{NUMERAL}]+室?)?"
)
HEALTH = re.compile(
    r"[^，。；、,;：:\n]*(?:艾滋|HIV|癌|肿瘤|精神病|精神障碍|抑郁|怀孕|孕妇|肝炎|结核|糖尿病|高血压|"
    r"残疾(?!人(?:专用|通道|车位|停车|设施)|车)|病史|病情|病历|患有|患病|住院|诊断)[^，。；、,;\n]*"
)
# Who is named after one of these words is a person; surnames that are common words are left out.
ROLES = (
    "当事人|经营者|负责人|法定代表人|证人|见证人|邻居|店主|店员|员工|雇员|业主|住户|居民|举报人|投诉人|"
    "受害人|被害人|家属|父亲|母亲|妻子|丈夫|儿子|女儿|司机|驾驶员|房东|租户|代理人|联系人"
)
NOBODY = frozenset(
    (*ROLES.split("|"), "本人", "第三人", "被处罚人", "执法人员", "执法队", "本机关")
)
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林郭罗郑梁谢宋唐许韩冯邓曹彭萧蔡潘袁董余苏吕魏蒋杜丁沈姜范傅钟卢汪戴崔廖"
    "姚邱夏谭韦贾邹熊孟秦阎薛侯龙史陶黎贺顾毛郝龚邵钱严武莫孔汤康施牛洪樊翁齐庄聂鲁岳葛翟"
)
NAMED = re.compile(
    rf"(?P<role>{ROLES})(?P<gap>[：:（( ]*)"
    rf"(?P<name>(?:{DOUBLE_SURNAMES.pattern}|[{SURNAMES}])[\u4e00-\u9fa5]{{1,2}}?)"
    r"(?=[，。、；：,;\s）)]|$|称|说|反映|陈述|证实|表示|于|在|和|与|及|的|将|向|对)"
)
PATTERNS = (
    (ID_IN_TEXT, HIDDEN), (PHONE_IN_TEXT, HIDDEN), (ACCOUNT, HIDDEN), (LANDLINE, HIDDEN),
    (EMAIL, HIDDEN), (PLATE, rf"\1{HIDDEN}"), (HOUSE, HIDDEN), (HEALTH, UNWELL),
)  # fmt: skip


def disclosed(text: str, known: Mapping[str, str], kept: Iterable[str] = ()) -> str:
    """The text without personal data: `known` values as they may be shown, then by their shape.

    What is `kept` is public and looks like something that is not: a firm's code is all digits.
    """
    text = text.translate(WIDE)
    for value, shown in longest_first(known):
        text = spread(value).sub(shown, text)
    places = {chr(0xE000 + n): value for n, value in enumerate(filter(None, kept))}
    for place, value in places.items():
        text = text.replace(value, place)
    for pattern, instead in PATTERNS:
        text = pattern.sub(instead, text)
    text = NAMED.sub(lambda found: found["role"] + found["gap"] + mask_name(found["name"]), text)
    for place, value in places.items():
        text = text.replace(place, value)
    return text


def unnumbered(text: str) -> str:
    """A text of the house without anybody's numbers; its own address and telephone stay."""
    for pattern, instead in PATTERNS[:3]:
        text = pattern.sub(instead, text.translate(WIDE))
    return text


def longest_first(known: Mapping[str, str]) -> list[tuple[str, str]]:
    """An address before the street in it; a value that may be shown as it is needs no cover."""
    real = ((value.translate(WIDE), shown) for value, shown in known.items())
    told = ((value, shown) for value, shown in real if value not in NOBODY and value != shown)
    return sorted((pair for pair in told if len(pair[0]) > 1), key=lambda pair: -len(pair[0]))


def spread(value: str) -> re.Pattern[str]:
    """The value, however it was spaced."""
    return re.compile(r"[ \u00a0\u3000\-]?".join(map(re.escape, value)))


def leaks(text: str, known: Mapping[str, str], kept: Iterable[str] = ()) -> bool:
    """Whether anything stands in the text that would be covered."""
    return disclosed(text, known, kept) != text.translate(WIDE)
