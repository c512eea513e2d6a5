"""The words of the casebook and of civic issues."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

TOPIC = Dictionary("civic_issue.topic", "民生议题类型")  # what residents of an estate argue about


class Form(TextChoices):
    """In what an edition is printed; only books are counted as editions of the casebook."""

    BOOK = "book", "案例汇编"
    BOARD = "board", "案例展板"


class Output(TextChoices):
    """What the discussion of an issue yields."""

    PACT = "pact", "公约"
    OPINION = "opinion", "法律意见书"
