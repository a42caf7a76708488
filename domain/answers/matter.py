"""One matter that somebody sees to at a conference: how one asks for it, and how papers tell it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter; `items` where whoever is behind an item of it sees to it, `bodies` whose name alone tells it.

    `general` names the whole matter, where `asked` else names one thing of it that has its own unit; what `first`
    reads is told rather than the rest.
    """

    topic: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    others: re.Pattern[str] | None = None
    items: re.Pattern[str] | None = None
    bodies: re.Pattern[str] | None = None
    general: re.Pattern[str] | None = None
    first: re.Pattern[str] | None = None


def matter(topic: str, asked: str, told: str, **more: str) -> Matter:
    """A matter of patterns that stand for whole words."""
    patterns = {name: re.compile(rf"\b(?:{pattern})(?!\w)") for name, pattern in more.items()}
    return Matter(topic, re.compile(rf"\b(?:{asked})\b"), re.compile(rf"(?<!\w)(?:{told})(?!\w)"), **patterns)
