"""Papers and photos such as a file holds: drawn here, each unlike the others."""

import io

from PIL import Image, ImageDraw

from lawgov.dossiers.leaves import Leaf

PARAGRAPHS = 90  # three pages


def exhibits(n: int) -> list[tuple[str, str, bytes]]:
    """Name, type and bytes."""
    return [
        ("测绘报告.pdf", "application/pdf", report(n)),
        ("现场照片.jpg", "image/jpeg", photo(n)),
    ]


def report(n: int) -> bytes:
    lines = [f"演示数据：第{line}测点，坐标与面积按现场测量记录。" for line in range(1, PARAGRAPHS)]
    return Leaf("演示数据：测绘报告", f"演示测{n}", lines=lines).pdf()


def photo(n: int) -> bytes:
    """A house against the sky, which stands somewhere else each time."""
    picture = Image.new("RGB", (640, 480), "lightblue")
    draw = ImageDraw.Draw(picture)
    left = 40 + n * 7 % 200
    draw.rectangle((left, 200, left + 220, 420), fill="tan")
    draw.polygon(((left, 200), (left + 110, 90), (left + 220, 200)), fill="brown")
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()
