"""Log lines in which no ID number or phone stands in plain, tracebacks included."""

import logging

from .masks import mask_text


class MaskedFormatter(logging.Formatter):
    """Masks the finished line: a filter would not see what an exception says."""

    def format(self, record: logging.LogRecord) -> str:
        return mask_text(super().format(record))
