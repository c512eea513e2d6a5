"""Log lines in which no ID number or phone stands in plain, tracebacks included."""

import logging
import re

import structlog

from .masks import mask_text

# What PostgreSQL says beside its message: the row that it did not take, names and all.
ROW = re.compile(r"^(DETAIL:  Failing row contains|CONTEXT:  COPY ).*$", re.MULTILINE)


class MaskedFormatter(logging.Formatter):
    """Masks the finished line: a filter would not see what an exception says."""

    def format(self, record: logging.LogRecord) -> str:
        return mask_text(ROW.sub(r"\1…", super().format(record)))


def join() -> None:
    """Have structlog hand its lines to the formatter above; by itself it prints them as they are,
    with the values of local names where it can."""
    structlog.configure(
        processors=[
            structlog.dev.ConsoleRenderer(
                colors=False,
                pad_event_to=0,
                exception_formatter=lambda *_: None,  # logging itself adds the traceback
            )
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
