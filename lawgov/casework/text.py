"""What counts as clean text, wherever it comes from."""

import unicodedata

# Reordering marks let a title show other words than it holds; isolates in prose are harmless.
REORDERING = {"\u202a", "\u202b", "\u202d", "\u202e"}
INVISIBLE = {"\u200b", "\ufeff", "\u2060"}
MOST_MARKS = 8  # combining marks on one letter; real scripts use up to four


def unclean(text: str) -> str:
    """Why the text cannot be stored, or nothing."""
    run = 0
    for letter in text:
        kind = unicodedata.category(letter)
        run = run + 1 if kind == "Mn" else 0
        if (kind == "Cn" and ord(letter) & 0xFFFE == 0xFFFE) or 0xFDD0 <= ord(letter) <= 0xFDEF:
            return "含有不是文字的码位"
        if kind == "Cs":
            return "含有不成对的代理字符"
        if kind == "Cc" and letter not in "\n\r\t":
            return "含有控制字符"
        if letter in REORDERING:
            return "含有改变显示顺序的字符"
        if run > MOST_MARKS:
            return "一个字上叠加的符号过多"
    return ""


def clean(text: str) -> str:
    """One spelling for one text: composed, no invisible letters, no blank ends."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(c for c in composed if c not in INVISIBLE).strip()
