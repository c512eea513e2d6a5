"""A file of units, read line by line; every fault is kept with its line, field and reason."""

import csv
import lzma
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from .fields import PATTERN
from .scope import LEVELS, NATION, parent

HEADER = ["code", "name", "level"]
NAME_LENGTH = 100
FAULTS_SHOWN = 20
PROGRESS_EVERY = 100_000

CODE = re.compile(PATTERN)
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class UnreadableError(Exception):
    """The rest of the file cannot be read."""


class UnitFile:
    def __init__(self, path: Path, progress: Callable[[int], None]) -> None:
        self.path = path
        self.progress = progress
        self.faults: list[str] = []
        self.lines: dict[str, int] = {}

    def rows(self) -> Iterator[tuple[str, str]]:
        """Sound rows as (code, name); reading stops where nothing more can be made of the file."""
        try:
            with self._open() as file:
                yield from self._sound(csv.reader(self._texts(file)))
        except UnreadableError as fault:
            self.faults.append(str(fault))
        except (lzma.LZMAError, EOFError):
            self.faults.append("文件不是完整的 xz 压缩文件。")
        except OSError as fault:
            self.faults.append(f"文件打不开：{fault.strerror}。")

    def orphans(self, known: Callable[[set[str]], set[str]]) -> None:
        """Every parent stands in the file or is known already."""
        parents = {parent(code) for code in self.lines} - {"", NATION} - self.lines.keys()
        missing = parents - known(parents)
        for code, line in self.lines.items() if missing else ():
            if parent(code) in missing and len(self.faults) < FAULTS_SHOWN:
                self._fault(line, "code", f"{code} 的上级 {parent(code)} 不存在")

    def _open(self) -> IO[bytes]:
        return lzma.open(self.path) if self.path.suffix == ".xz" else self.path.open("rb")

    def _texts(self, file: IO[bytes]) -> Iterator[str]:
        for line, text in enumerate(file, 1):
            try:
                yield text.decode("utf-8-sig" if line == 1 else "utf-8")
            except UnicodeDecodeError:
                raise UnreadableError(f"第 {line} 行：不是 UTF-8 编码。") from None

    def _sound(self, reader: Any) -> Iterator[tuple[str, str]]:
        try:
            if next(reader, []) != HEADER:
                raise UnreadableError("第 1 行：表头应为 code,name,level。")
            for row in reader:
                if self._is_sound(reader.line_num, row):
                    yield row[0], row[1]
                if len(self.faults) >= FAULTS_SHOWN:
                    raise UnreadableError("错误过多，其余未查。")
        except csv.Error:
            raise UnreadableError(f"第 {reader.line_num} 行：不是 csv 格式。") from None

    def _is_sound(self, line: int, row: list[str]) -> bool:
        if len(row) != len(HEADER):
            return self._fault(line, "", f"应有 3 列，实有 {len(row)} 列")
        code, name, level = row
        if not CODE.match(code):
            return self._fault(line, "code", f"“{code[:20]}”应为 2、4、6、9、12 或 15 位数字")
        if not name.strip() or len(name) > NAME_LENGTH or CONTROL.search(name):
            return self._fault(line, "name", f"应为 1 至 {NAME_LENGTH} 个字，不含控制字符")
        if level != LEVELS[len(code)]:
            return self._fault(line, "level", f"{len(code)} 位代码应为 {LEVELS[len(code)]}")
        if code in self.lines:
            return self._fault(line, "code", f"{code} 与第 {self.lines[code]} 行重复")
        self.lines[code] = line
        if len(self.lines) % PROGRESS_EVERY == 0:
            self.progress(len(self.lines))
        return True

    def _fault(self, line: int, field: str, reason: str) -> bool:
        self.faults.append(f"第 {line} 行{f'，{field}' if field else ''}：{reason}。")
        return False
