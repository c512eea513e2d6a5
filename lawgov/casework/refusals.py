"""The ways in which a wish is refused; each has one answer over HTTP (see answers.py)."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Why something was not done, in the user's words; nothing was written."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("；".join(reasons))
        self.reasons = list(reasons)


class BadFacts(Refusal):
    """Badly asked (400): each field with what is wrong in it."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        super().__init__(*(f"{field}：{'、'.join(why)}" for field, why in errors.items()))
        self.errors = errors


class NotYours(Refusal):
    """Not yours to do (403)."""


class StepRefused(Refusal):
    """Not now (409), with every reason at once."""


class Doubtful(StepRefused):
    """Not without a second look (409): sent again with `knowingly`, it is done."""


class AnotherBody(Refusal):
    """The same idempotency key came with another body (422)."""


class TooMany(Refusal):
    """Too often (429): who comes without an account is counted."""
