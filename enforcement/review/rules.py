"""What law and house ask before each step of a legal review."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from enforcement.officers.certified import QUALIFIED_SINCE, is_qualified_reviewer
from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case
from lawgov.casework.procedure import Rule
from lawgov.parties.models import Party
from lawgov.people.models import Post, Role, User
from lawgov.units import scope

from . import subjects
from .choices import Finding, Form, Returned
from .limits import MEMBERS
from .models import POINTS, Recusal, Review
from .standing import last_opinion

Facts = Mapping[str, Any]
PENALTY_LAW = "《行政处罚法》"
THREE_SYSTEMS = "国办发〔2018〕118号"
IN_FORCE = date(2021, 7, 15)
MEETING = (
    Role.REVIEWER, Role.JUSTICE, Role.OFFICER, Role.ENFORCEMENT_HEAD, Role.LEADER,
)  # fmt: skip
# What makes two rows one person, or one organisation.
KNOWN_BY = ("id_blind", "phone_blind", "credit_code")
# The point that must be faulty for each kind of opinion; the rest may rest on any of them.
RESTS_ON = {
    Returned.INVESTIGATE: "proof",
    Returned.PROCEDURE: "course",
    Returned.GROUNDS: "grounds",
    Returned.BEYOND: "authority",
    Returned.CRIME: "crime",
}


def reviewers(case: Any) -> list[tuple[int, str]]:
    """Who may be given the review: legal reviewers whose post covers its desk."""
    posts = Post.objects.on().over(case.desk).filter(role=Role.REVIEWER)
    users = {post.user for post in posts.select_related("user").order_by("user__name")}
    return [(user.pk, user.name) for user in sorted(users, key=lambda user: user.name)]


def is_seen(case: Any, facts: Facts) -> bool:
    subject = facts["subject"]
    if not subject.version or scope.street(case.unit) != subject.registry:
        return False
    # A bulk load names a case that is not stored yet.
    seen = Case.objects.visible_to(facts["by"]).filter(pk=subject.pk)
    return subject._state.adding or bool(seen.exists())


def is_text_ready(case: Any, facts: Facts) -> bool:
    return bool(subjects.of(facts["subject"]).text_hash)


def is_undecided(case: Any, facts: Facts) -> bool:
    return not subjects.of(facts.get("subject") or case.detail.subject).decided


def none_under_way(case: Any, facts: Facts) -> bool:
    return not Review.objects.filter(subject=facts["subject"], under_way=True).exists()


def is_unseen(case: Any, facts: Facts) -> bool:
    """What was passed needs no second review; what was sent back comes again only when changed."""
    opinion = last_opinion(facts["subject"])
    return opinion is None or opinion.text_hash != subjects.of(facts["subject"]).text_hash


def is_complete(case: Any, facts: Facts) -> bool:
    return all(row.present for row in case.part("materials"))


def text_stands(case: Any, facts: Facts) -> bool:
    """The text is still the one that was sent in."""
    return subjects.of(case.detail.subject).text_hash == case.detail.text_hash


def text_is_new(case: Any, facts: Facts) -> bool:
    return not text_stands(case, facts)


def who_reviews(case: Any, facts: Facts) -> User | None:
    return facts.get("handler") or case.handler


def holds_post(case: Any, facts: Facts) -> bool:
    user = who_reviews(case, facts)
    return user is not None and user.seat_for((Role.REVIEWER,), case.desk) is not None


def is_qualified(case: Any, facts: Facts) -> bool:
    user = who_reviews(case, facts)
    return user is not None and is_qualified_reviewer(user, facts.get("on"))


def is_apart(case: Any, facts: Facts) -> bool:
    """By person: neither handled the case, nor chaired its hearing, nor sent it in."""
    user = who_reviews(case, facts)
    sent = {e.by_id for e in case.history if e.step in ("submit", "supplement", "resubmit")}
    return user is None or user.pk not in subjects.of(case.detail.subject).involved | sent


def is_no_relative(case: Any, facts: Facts) -> bool:
    """By person: a relative known from any review is the same one by number, whatever the name."""
    user = who_reviews(case, facts)
    return user is None or not kin(user, subjects.of(case.detail.subject)).exists()


def kin(user: User, subject: subjects.Subject) -> Any:
    """The declared recusals of a user that concern who stands in this case or worked on it."""
    parties = Party.objects.filter(pk__in=subject.names)
    same = Q(party__in=parties) | Q(relative__in=subject.involved)
    for column in KNOWN_BY:
        known = parties.exclude(**{column: ""}).values(column)
        same |= Q(**{f"party__{column}__in": known})
    return Recusal.objects.filter(same, reviewer=user)


def is_assigned(case: Any, facts: Facts) -> bool:
    return facts["by"] is not None and facts["by"].pk == case.handler_id


def all_fine(case: Any, facts: Facts) -> bool:
    return all(facts[point] != Finding.FAULTY for point in POINTS)


def fits_points(case: Any, facts: Facts) -> bool:
    """An opinion that sends back rests on a point that was found faulty."""
    point = RESTS_ON.get(facts["verdict"])
    faulty = [name for name in POINTS if facts[name] == Finding.FAULTY]
    return point in faulty if point else bool(faulty)


def risk_weighed(case: Any, facts: Facts) -> bool:
    asked = case.detail.risk_asked_on
    return asked is None or any(row.on >= asked for row in case.part("risks"))


def objected_once(case: Any, facts: Facts) -> bool:
    """复核 once: of a text whose opinion was weighed again there is no third weighing."""
    same = [row for row in case.part("rounds") if row.text_hash == case.detail.text_hash]
    return all(row.form not in (Form.OBJECTION, Form.ORDERED) for row in same)


def another(case: Any, facts: Facts) -> bool:
    """Who gave an opinion does not weigh it again when the leader has ordered it."""
    ordered = case.taking.step == "order_again" or case.part("rounds")[-1].form == Form.ORDERED
    given = {row.reviewer_id for row in case.part("opinions")}
    return not ordered or facts["handler"].pk not in given


def no_opinion_yet(case: Any, facts: Facts) -> bool:
    return not case.part("opinions")


def within_asked(case: Any, facts: Facts) -> bool:
    return facts["days"] <= (case.detail.asked_days or 0)


def waits_for_risk(case: Any) -> bool:
    return not risk_weighed(case, {})


def has_open_plan(case: Any) -> bool:
    rows = case.part("risks")
    return bool(rows) and rows[-1].done_on is None


def extension(case: Any) -> list[tuple[str, str]]:
    """What a leader consents to."""
    due = f"{case.due_on}" if case.due_on else "—"
    return [("申请延长", f"{case.detail.asked_days}个工作日"), ("现到期日", due)]


def seen_text(case: Any) -> list[tuple[str, str]]:
    """What the opinion will be bound to."""
    now = "与送审时一致" if text_stands(case, {}) else "已变动，须重新送审"
    return [
        ("轮次", f"第{case.detail.round}轮"),
        ("送审文本", case.part("rounds")[-1].text),
        ("文本摘要（SHA-256）", case.detail.text_hash),
        ("案件现有文本", now),
        ("效力", "意见只对上列文本有效；只有“同意”方可作出决定，文本再有变动须重新送审"),
    ]


def involved(case: Any) -> list[tuple[int, str]]:
    people = User.objects.filter(pk__in=subjects.of(case.detail.subject).involved)
    return [(user.pk, user.name) for user in people.order_by("name", "pk")]


def members(case: Any) -> list[tuple[int, str]]:
    """Who works on cases in the street or above it."""
    posts = Post.objects.on().over(case.desk).filter(role__in=MEETING)
    rows = posts.order_by("user__name", "pk").values_list("user", "user__name", "role")
    return list({pk: (pk, f"{name}（{Role(role).label}）") for pk, name, role in rows}.values())


def enough_members(case: Any, facts: Facts) -> bool:
    return len(facts["members"]) >= int(MEMBERS.on(case.unit, facts["on"]))


def mixed_members(case: Any, facts: Facts) -> bool:
    """Both sides of the table: who reviews and who enforces."""
    seats = [{seat.role for seat in user.seats} for user in facts["members"]]
    legal, field = {Role.JUSTICE, Role.REVIEWER}, {Role.OFFICER, Role.ENFORCEMENT_HEAD}
    return any(held & legal for held in seats) and any(held & field for held in seats)


def names_one(case: Any, facts: Facts) -> bool:
    party = facts.get("party")
    if (party is None) == ("relative" not in facts):
        return False
    return party is None or party in subjects.of(case.detail.subject).names


SEEN = rule_of_house("送审案件应在本街镇且在您的数据范围内", is_seen, asks=True)
TEXT_READY = rule_of_house("送审前应先拟定决定（合同、文件）文本", is_text_ready, asks=True)
UNDECIDED = Rule(
    "法制审核应在作出决定之前进行", PENALTY_LAW, "第五十八条", is_undecided, asks=True,
    since=IN_FORCE,
)  # fmt: skip
ONE_UNDER_WAY = rule_of_house("同一案件同时只能有一件法制审核正在办理", none_under_way, asks=True)
TEXT_UNSEEN = rule_of_house(
    "现有文本应未经审核；已有审核意见的，文本变动后方可重新送审", is_unseen, asks=True
)
COMPLETE = Rule(
    "送审材料应齐全；不齐的应退回补正，审核期限自材料齐全之日起算", THREE_SYSTEMS,
    "第四部分", is_complete,
)  # fmt: skip
TEXT_STANDS = Rule(
    "案件文本应与送审时一致；已有变动的，应就新文本重新送审",
    PENALTY_LAW, "第五十八条", text_stands, since=IN_FORCE,
)  # fmt: skip
TEXT_IS_NEW = rule_of_house("再次送审的文本应已修改；对意见有异议的，请申请复核", text_is_new)
REVIEWER_HERE = rule_of_house("审核人应为在审核单位任职的法制审核员", holds_post, asks=True)
QUALIFIED = Rule(
    "初次从事法制审核的人员应当通过法律职业资格考试取得资格，证号须在执法人员档案中", PENALTY_LAW,
    "第五十八条第二款", is_qualified, asks=True, since=QUALIFIED_SINCE,
)  # fmt: skip
APART = Rule(
    "审核人不得是本案承办人、听证主持人或者送审人", PENALTY_LAW, "第四十三条、第五十八条",
    is_apart, asks=True, since=IN_FORCE,
)  # fmt: skip
NO_RELATIVE = Rule(
    "审核人与本案当事人、承办人有近亲属或者其他利害关系的，应当回避", PENALTY_LAW, "第四十三条",
    is_no_relative, asks=True, since=IN_FORCE,
)  # fmt: skip
ASSIGNED = rule_of_house("审核意见应由指定的审核人出具", is_assigned, asks=True)
ALL_FINE = rule_of_house("有审核要点存在问题的，不能出具同意意见", all_fine, asks=True)
FITS_POINTS = rule_of_house(
    "意见类型应有相应的审核要点“存在问题”作为依据，如“纠正程序”须“程序合法”一项存在问题",
    fits_points, asks=True,
)  # fmt: skip
NO_OPINION_YET = rule_of_house(
    "已出具审核意见的不能撤回，应修改后再次送审，或采纳意见终结", no_opinion_yet
)
NO_MORE_THAN_ASKED = rule_of_house("同意延长的天数不得超过申请的天数", within_asked, asks=True)
RISK_WEIGHED = rule_of_house(
    "已提请风险评估的，应先召开评估会，形成处置方案和法律意见书", risk_weighed
)
ONCE = rule_of_house("对同一文本的意见只能申请复核一次，仍有异议的应提请负责人裁定", objected_once)
ANOTHER = rule_of_house("责成重新审核的，应由未就本案出具过意见的审核人办理", another, asks=True)
MEMBERS_ENOUGH = rule_of_house("参加风险评估会的人数应达到规定人数", enough_members, asks=True)
MEMBERS_MIXED = rule_of_house(
    "风险评估会应有司法所（法制审核员）和执法人员参加", mixed_members, asks=True
)
ONE_NAMED = rule_of_house("须在本案当事人和系统人员中指明一人", names_one, asks=True)
