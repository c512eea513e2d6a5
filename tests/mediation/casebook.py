"""How a story, an edition and a civic issue get somewhere."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lawgov.casework.models import Case

from ..cast import COMMUNITY, STREET, dispute_in
from ..files import samples

TEXT = "某甲与某乙是楼上楼下的邻居。某乙家水管破裂，某甲家天花板受损。\n调解员上门三次，双方和解。"
BOOK = {"form": "book", "series": "心桥集——人民调解工作案例汇编", "issue": 6}
ISSUE = {"title": "3号楼加装电梯", "topic": "lift", "estate": "彭浦新村", "summary": "低层不同意"}
TALK = {"venue": "居委会", "people": 12, "views": "先听律师意见"}


def post(client: Any, address: str, case: Case | None = None, **given: Any) -> Case:
    """A form sent as the page sends it; the case as it stands then."""
    seen = {"_seen": Case.objects.get(pk=case.pk).version} if case else {}
    answer = client.post(address, {"_key": address, **seen, **given})
    assert answer.status_code == 302, answer.content.decode()
    return Case.objects.get(pk=case.pk) if case else Case.objects.latest("pk")


def recommended(cast: Any, subject: Case | None = None, by: Any = None, **changes: Any) -> Case:
    subject = subject or dispute_in("failed", cast)
    facts = {"subject": subject.pk, "title": "一根水管引出的邻里心结", "reason": "有代表性"}
    return Case.open_new("story", by=by or cast.mediator, unit=STREET, **facts | changes)


def story_in(state: str, cast: Any, **changes: Any) -> Case:
    case = recommended(cast, **changes)
    told = {"title": case.title, "text": TEXT}
    for step, by, facts in (
        ("deidentify", cast.mediator, told),
        ("edit", cast.mediator, told | {"commentary": "情理法并用"}),
        ("review", cast.justice, {}),
    ):
        if case.state == state:
            break
        case.take(step, by=by, **facts)
    return case


def edition(cast: Any, **changes: Any) -> Case:
    return Case.open_new("edition", by=cast.justice, unit=STREET, **BOOK | changes)


def printed(cast: Any, *stories: Case) -> Case:
    case = edition(cast)
    case.take("collect", by=cast.mediator, stories=[story.pk for story in stories])
    case.take("publish", by=cast.justice, copies=500)
    return case


def raised(cast: Any, **changes: Any) -> Case:
    return Case.open_new("civic_issue", by=cast.community, unit=COMMUNITY, **ISSUE | changes)


def drafted(cast: Any, ago: int = 0) -> Case:
    """A draft pact, made some days ago."""
    case = raised(cast, on=days_on(-ago))
    case.take("discuss", by=cast.community, on=days_on(-ago), **TALK)
    told = {"output": "pact", "text": "一、……", "drafter": "居委会"}
    case.take("draft", by=cast.community, on=days_on(-ago), **told)
    return case


def days_on(n: int) -> str:
    return (timezone.localdate() + timedelta(days=n)).isoformat()


def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("法律意见书.docx", samples.document(), samples.TYPES["docx"])
