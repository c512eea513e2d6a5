"""What of a personal value may be shown to everyone: a name's first character, a number's ends."""

import re

# Surnames of two characters that a reader would not split.
DOUBLE_SURNAMES = re.compile(
    "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|端木|东方|独孤|南宫|夏侯|轩辕|呼延|"
    "澹台|申屠|淳于|太史|钟离|闻人|濮阳|单于|赫连|完颜|鲜于|闾丘|宗政|公冶|万俟"
)
PLACE_ENDS = "省市区县旗州盟镇乡街路道巷弄村里苑园"

# Separators that people type between the groups of a number; \d also takes full-width digits.
GAP = r"[ \u00a0\u3000\-]?"
ID_IN_TEXT = re.compile(
    rf"(?<![\dA-Za-z])(?:\d{GAP}){{17}}[\dXxＸｘ](?![\dA-Za-z])"
    # The old card of fifteen digits, known by month and day; grid codes have fifteen too.
    r"|(?<!\d)\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)"
)
PHONE_IN_TEXT = re.compile(
    rf"(?<!\d)(?P<country>(?:[+＋]?86|0086){GAP})?"
    rf"[1１][3-9３-９]\d{GAP}(?:\d{GAP}){{7}}\d(?!\d)"
)


def mask_id_number(number: str) -> str:
    """First six (the place) and last two; a fragment shows nothing."""
    if len(number) < 15:
        return "*" * len(number)
    return f"{number[:6]}{'*' * (len(number) - 8)}{number[-2:]}"


def mask_phone(number: str) -> str:
    """First three and last four; a fragment shows nothing."""
    if len(number) < 11:
        return "*" * len(number)
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"


def mask_name(name: str) -> str:
    """姓 + 某; a name written with · keeps its first character."""
    name = name.strip()
    if not name:
        return ""
    surname = 2 if len(name) > 2 and DOUBLE_SURNAMES.match(name) else 1
    return f"{name[:surname]}某"


def mask_address(address: str) -> str:
    """To the road or the estate: never the house, the stairs or the door."""
    address = address.strip()
    door = re.search(r"[0-9０-９一二三四五六七八九十甲乙丙丁]*[0-9０-９]+", address)
    shown = address[: door.start()] if door else address
    end = max((shown.rfind(c) for c in PLACE_ENDS), default=-1)
    return f"{shown[: end + 1]}***" if address else ""


def mask_text(text: str) -> str:
    """Free text with every ID number and phone inside it masked, correct or mistyped."""
    return PHONE_IN_TEXT.sub(hide_phone, ID_IN_TEXT.sub(hide_id, text))


def hide_id(found: re.Match[str]) -> str:
    return mask_id_number("".join(c for c in found[0] if c.isalnum()))


def hide_phone(found: re.Match[str]) -> str:
    country = found["country"] or ""
    digits = "".join(c for c in found[0][len(country) :] if c.isdigit())
    return country + mask_phone(digits)
