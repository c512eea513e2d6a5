"""The process in which one file is decoded: `python -m lawgov.casework.scrutiny JPEG < file`.

Exit 0 with what was made of it on stdout, or `REFUSED` with the reason. It starts without the
environment of the caller, can write no file, and ends when it takes too much memory or time.
"""

import resource
import sys

from .hostile import Hostile
from .limits import CPU_SECONDS, MEMORY, REFUSED


def confine() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def look(called: str) -> bytes:
    with open(0, "rb", closefd=False) as file:
        if called == "PDF":
            from .reading import read

            return read(file)
        if called in ("PAGES", "BOOK"):
            from . import binding

            return {"PAGES": binding.count, "BOOK": binding.bind}[called](file)
        from .drawing import draw

        return draw(file, called)


def main() -> int:
    confine()
    try:
        told, code = look(sys.argv[1]), 0
    except Hostile as why:
        told, code = str(why).encode(), REFUSED
    sys.stdout.buffer.write(told)
    return code


sys.exit(main())
