"""Sound and film: the boxes, chunks or frames that a player would walk, walked to their end."""

from collections.abc import Iterator
from typing import IO

from .hostile import Hostile, length, refuse_archive

PICTURES = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"avif"}
MOST_BOXES = 100_000
BROKEN = "录音录像文件损坏或不完整"
RATES = {  # MPEG version -> kbit/s of layer III by index
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
SAMPLES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def mp4(file: IO[bytes]) -> bytes:
    """MP4 and M4A: boxes one after another, the first of them naming the format."""
    file.seek(4)
    kind, brand = file.read(4), file.read(4)
    if kind != b"ftyp" or brand in PICTURES | {b"qt  "}:
        raise Hostile("内容与扩展名不一致，不是 MP4 音视频")
    kinds = set(boxes(file))
    if not {b"moov", b"mdat"} <= kinds and not {b"moov", b"moof"} <= kinds:
        raise Hostile(BROKEN)
    refuse_archive(file)
    return b""


def boxes(file: IO[bytes]) -> Iterator[bytes]:
    """The kinds of the outermost boxes, which fill the file exactly."""
    place, end = 0, length(file)
    for _ in range(MOST_BOXES):
        if place == end:
            return
        file.seek(place)
        head = file.read(16)
        size, kind = int.from_bytes(head[:4]), head[4:8]
        size = {0: end - place, 1: int.from_bytes(head[8:16])}.get(size, size)
        if size < 8 or place + size > end or not all(32 <= c < 127 or c == 0xA9 for c in kind):
            raise Hostile(BROKEN)
        yield kind
        place += size
    raise Hostile(BROKEN)


def mp3(file: IO[bytes]) -> bytes:
    """Perhaps a tag, then frames of layer III; two in a row are no accident."""
    file.seek(0)
    head = file.read(10)
    place = 0
    if head.startswith(b"ID3"):
        seven = [byte & 0x7F for byte in head[6:]]  # the tag's length, seven bits a byte
        place = 10 + int("".join(f"{bits:07b}" for bits in seven) or "0", 2)
    elif not frame(head):
        raise Hostile("内容与扩展名不一致，不是 MP3 录音")
    for _ in range(2):
        file.seek(place)
        if not (step := frame(file.read(4))):
            raise Hostile(BROKEN)
        place += step
    refuse_archive(file)
    return b""


def frame(head: bytes) -> int:
    """The length of the frame that begins here, or 0."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, sample = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or rate in (0, 15) or sample == 3:
        return 0
    bits = RATES[3 if version == 3 else 2][rate] * 1000
    return (144 if version == 3 else 72) * bits // SAMPLES[version][sample] + (head[2] >> 1 & 1)


def wav(file: IO[bytes]) -> bytes:
    end = length(file)
    head = file.read(12)
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        raise Hostile("内容与扩展名不一致，不是 WAV 录音")
    if int.from_bytes(head[4:8], "little") + 8 not in (end, end - 1):
        raise Hostile(BROKEN)
    kinds: set[bytes] = set()
    place = 12
    while place + 8 <= end and len(kinds) < 50:
        file.seek(place)
        chunk = file.read(8)
        kinds.add(chunk[:4])
        size = int.from_bytes(chunk[4:], "little")
        place += 8 + size + size % 2
    if not {b"fmt ", b"data"} <= kinds or place not in (end, end + 1):
        raise Hostile(BROKEN)
    refuse_archive(file)
    return b""


def webm(file: IO[bytes]) -> bytes:
    """An EBML head that says webm, then one segment."""
    file.seek(0)
    head = file.read(1024)
    if not head.startswith(b"\x1a\x45\xdf\xa3") or b"\x42\x82\x84webm" not in head:
        raise Hostile("内容与扩展名不一致，不是 WebM 音视频")
    if b"\x18\x53\x80\x67" not in head:
        raise Hostile(BROKEN)
    refuse_archive(file)
    return b""
