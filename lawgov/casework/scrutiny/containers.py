"""A zip container before anything in it is unpacked: sizes, names and kinds of its entries."""

import stat
import zipfile
from typing import IO

from .hostile import Hostile, length

MOST_ENTRIES = 1000
MOST_BYTES = 100 * 1024 * 1024  # unpacked, all entries together
MOST_RATIO = 100
SMALL = 64 * 1024  # packed below this, a high ratio says nothing
START, END = b"PK\x03\x04", b"PK\x05\x06"
END_SIZE = 22


def opened(file: IO[bytes]) -> zipfile.ZipFile:
    """The container, if its directory tells of nothing out of the way."""
    check_edges(file)
    try:
        box = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise Hostile("文件损坏，打不开") from error
    entries = box.infolist()
    check_sizes(entries)
    if len({entry.filename for entry in entries}) != len(entries):
        raise Hostile("文件内有重名的部分")
    for entry in entries:
        check_entry(entry)
    return box


def check_edges(file: IO[bytes]) -> None:
    """Nothing before the first entry, and nothing after the directory."""
    size = length(file)
    head = file.read(len(START))
    file.seek(max(size - END_SIZE, 0))
    tail = file.read(len(END))
    file.seek(0)
    if head != START:
        raise Hostile("内容与扩展名不一致，不是 Office 文件")
    if tail != END:
        raise Hostile("文件不完整，或后面附带其他数据")


def check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES:
        raise Hostile(f"文件内的部分超过{MOST_ENTRIES}个")
    if unpacked > MOST_BYTES or unpacked > MOST_RATIO * max(packed, SMALL):
        raise Hostile("文件解开后过大（疑似压缩炸弹）")


def check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    if entry.flag_bits & 0x1:
        raise Hostile("文件已加密，请去掉密码后再传")
    if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        raise Hostile("文件内的路径指向文件之外")
    if "\0" in name or not name.isprintable():
        raise Hostile("文件内的部分名称不合规")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Hostile("文件内含有符号链接")
