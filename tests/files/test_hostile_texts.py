"""A text that could act is either refused at its field or shown letter for letter, everywhere."""

import io
import logging
import resource
from email.message import EmailMessage
from html.parser import HTMLParser

import openpyxl
import pytest

from lawgov.casework.models import Attachment, Case
from lawgov.privacy.logs import MaskedFormatter

from ..api.conftest import DISPUTES
from ..browser import needs_chromium
from ..cast import APPLICANT, GRID, RESPONDENT, answers, logged, registration
from ..documents.conftest import made, text_of_docx, text_of_pdf
from .conftest import attach, upload
from .samples import PNG

pytestmark = pytest.mark.django_db

REFUSED = {
    "an escape": "控\x1b[31m制",
    "a bell": "铃\x07声",
    "a backspace": "甲\x08乙",
    "delete": "甲\x7f乙",
    "a control of the second set": "甲\x9b31m",
    "right-to-left override": "甲\u202egnp.exe",
    "left-to-right embedding": "甲\u202a乙",
    "right-to-left embedding": "甲\u202b乙",
    "left-to-right override": "甲\u202d乙",
    "marks piled up": "甲" + "\u0336" * 50,
    "5,000 marks on one letter": "a" + "\u0301" * 5000,
    "no letter": "甲\ufffe",
    "no letter of the Arabic block": "甲\ufdd0",
    "no letter of another plane": "甲\U0001ffff",
    "only ideographic spaces": "\u3000\u3000",
    "only spaces that do not break": "\u00a0\u00a0",
    "only letters of no width": "\u200b\u2060\ufeff",
    "6,000 letters": "长" * 6_000,
}
SHOWN = {
    "script": "<script id=pwned>alert(1)</script>",
    "a picture that fails": "<img id=pwned src=x onerror=alert(1)>",
    "svg": "<svg id=pwned onload=alert(1)>",
    "out of an attribute": '" autofocus onfocus=alert(1) id=pwned x="',
    "out of an attribute, single": "' onmouseover='alert(1)' id='pwned",
    "out of a text field": "</textarea><script id=pwned>alert(1)</script>",
    "out of the head": "</title></style><b id=pwned>",
    "a comment": "<!-- <b id=pwned> -->",
    "a link that runs": "javascript:alert(1)",
    "a page as data": "<iframe id=pwned srcdoc='<script>alert(1)</script>'>",
    "escaped already": "&lt;b id=pwned&gt;&amp;#60;",
    "a style": "<style id=pwned>*{display:none}</style>",
    "a template": "{{ 7*7 }}{% raw %}{{ case.head }}",
    "another template": "${7*7} #{7*7} <%= 7*7 %>",
    "typst": '#eval("7*7") #read("/etc/passwd") $x^2$ *b* _i_ \\ @a <b>',
    "out of a docx": "]]></w:t></w:r><w:p/>&#0;",
    "an entity": "&xxe; <!DOCTYPE a [<!ENTITY b 'c'>]>",
    "sql": "'; DROP TABLE casework_case; --",
    "marks of a search": "100%_\\甲",
    "a formula": "=cmd|' /C calc'!A0",
    "a formula after a tab": "=1+1",
    "a formula by at": "@SUM(1+1)",
    "a formula by plus": "+1+1|a",
    "a formula by minus": "-2+3",
    "a formula in full width": "＝1＋1",
    "a formula that fetches": '=WEBSERVICE("http://evil")',
    "a family and a flag": "👨‍👩‍👧‍👦🇨🇳",
    "rare letters": "𠮷㛃䶮",
    "an Uyghur name": "阿卜杜热合曼·吐尔逊江·买买提依明",
    "Uyghur in its own letters": "ئابدۇراخمان تۇرسۇنجان",
    "Tibetan and Mongolian": "བཀྲ་ཤིས ᠪᠠᠭᠠᠲᠤᠷ",
    "marks that isolate": "甲\u2067abc\u2069乙",
    "letters that look alike": "аррӏе",
    "an encoded header": "%0d%0aSet-Cookie: a=b",
    "a way up": "../../etc/passwd",
    "names of JavaScript": "__proto__ constructor",
}


def filled(text: str) -> dict:
    """Every text column of a registration."""
    party = {"name": text, "occupation": text[:50], "address": text, "agent_name": text}
    return registration(
        title=text, summary=text, place=text, parties=[APPLICANT | party, RESPONDENT]
    )


def walked(cast, text: str) -> Case:
    """A dispute with the text in every column, up to the agreement."""
    case = Case.open_new("dispute", by=cast.grid, unit=GRID, **filled(text))
    said = {
        "session": {
            "place": text,
            "matter": text,
            "helpers": text,
            "body": text,
            "consented": True,
        },
        "agree_written": dict.fromkeys(
            ("disputed", "liability", "content", "manner", "perform_at"), text
        ),
    }
    for step in ("accept", "assign", "session", "agree_written"):
        case.take(step, by=cast.mediator, **answers()[step] | said.get(step, {}))
    return case


def filename_of(header: str) -> str:
    """As a mail or web client reads it."""
    message = EmailMessage()
    message["Content-Disposition"] = header
    return message.get_filename() or ""


class Words(HTMLParser):
    """The text of a page as a reader sees it, and the values in its fields."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs) -> None:
        assert dict(attrs).get("id") != "pwned", tag


@pytest.mark.parametrize("name", REFUSED)
def test_a_text_that_deceives_is_refused_at_every_field(mediator, cast, name):
    text = REFUSED[name]

    answer = mediator.post(DISPUTES, {"unit": GRID, **filled(text)})

    required = {"title", "summary", "parties.0.name"}
    blank = name.startswith("only")
    rest = {f"parties.0.{n}" for n in ("occupation", "address", "agent_name")} | {"place"}
    found = set(answer.json()["errors"])
    assert answer.status_code == 400
    assert found == required if blank else found >= required | (rest - {"parties.0.occupation"})
    assert not Case.objects.exists()


@pytest.mark.parametrize("name", ["an escape", "right-to-left override", "marks piled up"])
def test_the_page_refuses_the_same(as_, cast, name):
    case = logged(cast.grid)

    answer = as_(cast.mediator).fill(f"/disputes/{case.pk}/reject/", reason=REFUSED[name],
                                     organ="court")  # fmt: skip

    assert answer.status_code == 400
    assert "含有" in answer.content.decode() or "叠加" in answer.content.decode()
    assert case.events.count() == 1


@pytest.mark.parametrize("text", ["甲\x00乙", "\ud800"])
def test_what_no_column_can_hold_is_refused_with_the_request(mediator, text):
    answer = mediator.post(DISPUTES, {"unit": GRID, **filled(text)})

    assert answer.status_code == 400
    assert not Case.objects.exists()


def test_ten_megabytes_are_not_even_read(mediator):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    body = b'{"title": "' + b"a" * 10_000_000 + b'"}'

    assert mediator.post(DISPUTES, body).status_code == 413
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # KB


@pytest.mark.parametrize("name", SHOWN)
def test_any_other_text_is_shown_letter_for_letter(mediator, cast, as_, name):
    text = SHOWN[name]
    case, reader = walked(cast, text), as_(cast.leader)

    told = mediator.get(f"{DISPUTES}{case.pk}/").json()
    assert (told["title"], told["detail"]["summary"]) == (text, text)
    assert told["parties"][0]["name"] == text
    assert mediator.get(DISPUTES).json()["results"][0]["title"] == text
    for page in ("", f"{case.pk}/", f"{case.pk}/?tab=parties", f"{case.pk}/?tab=history"):
        assert text in Words(reader.see(f"/disputes/{page}")).text, page


@pytest.mark.parametrize("name", [n for n in SHOWN if "formula" in n])
def test_no_text_is_a_formula_in_a_workbook(cast, as_, name):
    logged(cast.grid, title=SHOWN[name])

    answer = as_(cast.mediator).get("/disputes/export/")

    body = answer.content if not answer.streaming else b"".join(answer.streaming_content)
    sheet = openpyxl.load_workbook(io.BytesIO(body)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(SHOWN[name] in str(cell.value) for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def squeezed(text: str) -> str:
    """Without what the end of a line may swallow when a page is read back."""
    return "".join(text.replace("-", "").split())


PRINTED = [n for n in SHOWN if not n.startswith(("a family", "rare", "Uyghur", "an Uyghur",
                                                 "Tibetan", "marks that isolate"))]  # fmt: skip


def test_papers_print_every_text_as_it_is(cast, media, tmp_path):
    case = logged(cast.grid, summary="\n".join(SHOWN[name] for name in PRINTED))
    case.take("accept", by=cast.mediator, **answers()["accept"])

    paper = made(case, "intake")

    pdf = text_of_pdf((media / paper.pdf).read_bytes())
    docx = text_of_docx((media / paper.docx).read_bytes(), tmp_path)
    assert [SHOWN[name] for name in PRINTED if squeezed(SHOWN[name]) not in squeezed(pdf)] == []
    assert [SHOWN[name] for name in PRINTED if squeezed(SHOWN[name]) not in squeezed(docx)] == []


def test_the_name_of_a_file_stays_in_its_header(mediator, case, media, as_, cast):
    name = 'a"; filename="evil.exe<b id=pwned>{{ 7*7 }}.png'
    assert attach(mediator, case, upload(name, PNG)).status_code == 200

    answer = mediator.get(f"/api/v1/attachments/{Attachment.objects.get().pk}/")

    assert filename_of(answer["Content-Disposition"]).endswith("{{ 7*7 }}.png")
    Words(as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=attachments"))


@pytest.mark.parametrize("name", ["a\r\nSet-Cookie: evil=1\r\n.png", "a\x00.png", "a\u202egnp.exe"])
def test_a_name_that_deceives_is_refused_or_cleaned(mediator, case, media, name):
    attach(mediator, case, upload(name, PNG))

    kept = Attachment.objects.values_list("name", flat=True)
    assert not {"\r", "\n", "\x00", "\u202e"} & set("".join(kept))


@pytest.mark.parametrize("path", ["/no%0d%0aforged/", "/disputes/?q=a%0d%0aforged%00"])
def test_a_request_writes_one_line_of_log(as_, cast, caplog, path):
    caplog.set_level(logging.DEBUG)

    assert as_(cast.mediator).get(path).status_code in (400, 404)

    lines = [MaskedFormatter("%(message)s").format(record) for record in caplog.records]
    assert [line for line in lines if "forged" in line and "\n" in line.strip()] == []


@pytest.fixture
def page(cast, live_server, browser):
    """The street's mediator in a real browser, with everything that a page complains of."""
    cast.mediator.set_password("Text-1234-word")
    cast.mediator.save()
    page = browser.new_page(base_url=live_server.url)
    page.wrong = []
    page.on("dialog", lambda dialog: (page.wrong.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.on("console", lambda m: "Content Security" in m.text and page.wrong.append(m.text))
    page.goto("/login/")
    page.fill("[name=username]", "mediator")
    page.fill("[name=password]", "Text-1234-word")
    page.click("main button")
    page.wait_for_url(live_server.url + "/")
    return page


def all_pages(case: Case, other: Case) -> list[str]:
    tabs = ("facts", "parties", "history", "flow", "records", "attachments", "links")
    steps = ("correct", "link", "attach")
    return [
        "/", "/disputes/", "/disputes/?q=alert", f"/disputes/?q={'<img id=pwned src=x>'}",
        *(f"/disputes/{case.pk}/?tab={tab}" for tab in tabs),
        *(f"/disputes/{other.pk}/{step}/" for step in steps),
        f"/disputes/{other.pk}/",
    ]  # fmt: skip


@needs_chromium
@pytest.mark.django_db(transaction=True)
def test_no_stored_text_runs_or_builds_anything_in_a_browser(cast, page, media):
    for text in SHOWN.values():
        logged(cast.grid, title=text, parties=[APPLICANT | {"name": text}, RESPONDENT])
    case = walked(cast, SHOWN["a picture that fails"])
    open_case = logged(cast.grid, summary="\n".join(SHOWN.values()), place=SHOWN["svg"])
    case.take("attach", by=cast.mediator, file=upload("<svg onload=alert(1)>.png", PNG),
              label="<b id=pwned>")  # fmt: skip

    for url in all_pages(case, open_case):
        page.goto(url)
        assert page.locator("#pwned, [onerror], [onload], [onfocus], iframe").count() == 0, url
        assert page.wrong == [], url
    assert page.locator("main").inner_text() != ""
