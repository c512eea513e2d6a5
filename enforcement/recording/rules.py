"""On what a record is taken in, checked and put right."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule

from .choices import Form, Stage

Facts = Mapping[str, Any]
PENALTY_LAW = "《行政处罚法》"
MEDIA = ("image/", "audio/", "video/")


def given(case: Any, facts: Facts) -> Any:
    row = case.one("recordings", facts["recording"])
    return None if row is None or row.void else row


def media_types(case: Any, facts: Facts) -> list[str]:
    row = case.one("attachments", facts["attachment"]) if "attachment" in facts else None
    kept = [row.media_type] if row else []
    return [each.format.media_type for each in facts.get("file", ())] + kept


def is_of_its_form(case: Any, facts: Facts) -> bool:
    return facts["form"] == Form.TEXT or all(
        kind.startswith(MEDIA) for kind in media_types(case, facts)
    )


def is_fully_told(case: Any, facts: Facts) -> bool:
    asked = ("in_view", "starts", "ends")
    return facts["form"] == Form.TEXT or all(name in facts for name in asked)


def stands(case: Any, facts: Facts) -> bool:
    row = case.one("attachments", facts["attachment"]) if "attachment" in facts else None
    return "attachment" not in facts or (row is not None and not row.void)


def is_new(case: Any, facts: Facts) -> bool:
    row = case.one("attachments", facts["attachment"]) if "attachment" in facts else None
    used = {each for rec in case.part("recordings") if not rec.void for each in rec.digests}
    return row is None or row.sha256 not in used


def took_no_part(case: Any, facts: Facts) -> bool:
    row, by = given(case, facts), facts["by"]
    return row is None or by is None or by.pk not in (row.by_id, *row.in_view)


def waits(case: Any, facts: Facts) -> bool:
    row = given(case, facts)
    return row is None or row.stage == Stage.FAULTY


ONE_SOURCE = rule_of_house(
    "须上传文件或选定一个已有附件，二者择一",
    lambda case, facts: bool(facts.get("file")) != ("attachment" in facts),
    asks=True,
)
IS_HISTORY = rule_of_house(
    "所记录的应是本案已经办理的环节",
    lambda case, facts: facts["about"] in {event.seq for event in case.history},
    asks=True,
)
NOT_AHEAD = rule_of_house(
    "采集日期不能晚于今天", lambda case, facts: facts["shot_on"] <= facts["on"], asks=True
)
OF_ITS_FORM = Rule(
    "音像记录应为照片、录音或者录像", PENALTY_LAW, "第四十七条", is_of_its_form, asks=True
)
FULLY_TOLD = Rule(
    "音像记录须写明入镜执法人员和起止时间", PENALTY_LAW, "第四十七条", is_fully_told, asks=True
)
ATTACHMENT_STANDS = rule_of_house("所选附件应属于本案且未作废", stands, asks=True)
ATTACHMENT_IS_NEW = rule_of_house("所选附件尚未登记为执法记录", is_new, asks=True)
IS_OURS = rule_of_house(
    "执法记录应属于本案且未作废", lambda case, facts: given(case, facts) is not None, asks=True
)
CHECKED_BY_ANOTHER = rule_of_house(
    "抽查人不得是该记录的上传人或者入镜人员", took_no_part, asks=True
)
WAITS = rule_of_house("只有待整改的记录需要整改", waits, asks=True)
