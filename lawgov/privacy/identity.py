"""Numbers that name a person or an organisation: what they must look like, and why one is wrong."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from .crypto import normalise

ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
ID_CHECKS = "10X98765432"
PROVINCES = frozenset(
    {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46}
    | {50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83}
)
FIRST_BIRTH = date(1850, 1, 1)

CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100: no I O S V Z
CREDIT_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))
BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714, the inner nine


def wrong(reason: str, code: str) -> ValidationError:
    return ValidationError(reason, code=code)


def id_number(text: str) -> str:
    """居民身份证号, GB 11643: length, province, birth date and check digit; normalised."""
    number = normalise(text)
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        raise wrong("身份证号应为18位：前17位数字，末位数字或X", "id_shape")
    if int(number[:2]) not in PROVINCES:
        raise wrong("身份证号的地区码不存在", "id_area")
    birth_date(number)
    if number[-1] != id_check_digit(number):
        raise wrong("身份证号的校验位不符，请核对是否输错", "id_check")
    return number


def id_check_digit(number: str) -> str:
    return ID_CHECKS[sum(int(d) * w for d, w in zip(number, ID_WEIGHTS, strict=False)) % 11]


def birth_date(number: str) -> date:
    """The birth date that an 18-digit ID number carries."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise wrong("身份证号中的出生日期不存在", "id_birth") from None
    if not FIRST_BIRTH <= born <= timezone.localdate():
        raise wrong("身份证号中的出生日期不合理", "id_birth")
    return born


def age(born: date, on: date) -> int:
    """Full years (周岁) on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def credit_code(text: str) -> str:
    """统一社会信用代码, GB 32100: alphabet, its own check character and that of the inner nine."""
    code = normalise(text)
    if len(code) != 18 or any(c not in CREDIT_ALPHABET for c in code):
        raise wrong("统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z）", "credit_shape")
    total = sum(CREDIT_ALPHABET.index(c) * w for c, w in zip(code, CREDIT_WEIGHTS, strict=False))
    if code[17] != CREDIT_ALPHABET[-total % 31] or code[16] != body_check_digit(code[8:16]):
        raise wrong("统一社会信用代码的校验位不符，请核对是否输错", "credit_check")
    return code


def body_check_digit(body: str) -> str:
    """GB 11714 counts A as 10 through Z as 35, unlike the alphabet around it."""
    rest = 11 - sum(int(c, 36) * w for c, w in zip(body, BODY_WEIGHTS, strict=True)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def phone(text: str) -> str:
    """A mobile number of the mainland, without country code or separators."""
    number = re.sub(r"^(\+86|0086)", "", normalise(text).replace("-", ""))
    if not re.fullmatch(r"1[3-9][0-9]{9}", number):
        raise wrong("手机号应为11位数字，以13至19开头", "phone_shape")
    return number
