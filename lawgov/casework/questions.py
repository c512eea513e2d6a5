"""What one room asks of another by name, where neither may import the other."""

from collections.abc import Callable
from typing import Any

ANSWERS: dict[str, Callable[..., Any]] = {}


def answers(name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Have a function answer the question of this name; each has one answer."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        if ANSWERS.setdefault(name, function) is not function:
            raise ValueError(f"{name} 已有答复")
        return function

    return add


def ask(name: str, *about: Any) -> Any:
    """The answer; a question that no room answers is a fault in the code."""
    return ANSWERS[name](*about)


def is_answered(name: str) -> bool:
    return name in ANSWERS
