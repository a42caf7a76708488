"""Whether a text typed into a chat is the beginning of a plan: told at a glance where its head says so."""

import re

from domain.vietnamese import nfc

_FEWEST_LINES = 6
_HEAD_LINES = 15
_HEAD = re.compile(
    r"(?:^|[\]:]\s)\W*(?:(?:DỰ THẢO |CONFERENCE )?(?:KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|GIẤY MỜI|THƯ MỜI|PHƯƠNG ÁN"
    r"|KỊCH BẢN|PLAN|PROGRAMME|AGENDA)\b|Kính gửi\b)"
)


async def is_plan(text: str) -> bool:
    """Whether a text is a plan's first part: by its head at once, without one by being read (in a bounded process)."""
    from documents.reading import Unreadable, read_plan_safely  # costs time and memory that most starts do not need

    if has_head(text):
        return True
    return may_be_plan(text) and not isinstance(await read_plan_safely("plan.txt", text.encode()), Unreadable)


def has_head(text: str) -> bool:
    """Whether it begins as a plan does, with the paper's kind or whom it is for, and goes on for some lines."""
    lines = written_lines(nfc(text))
    return len(lines) >= _FEWEST_LINES and any(_HEAD.search(line.strip()) for line in lines[:_HEAD_LINES])


def may_be_plan(text: str) -> bool:
    """Whether a text without such a head is worth reading as a plan: long enough, and asking nothing."""
    return len(written_lines(text)) >= _FEWEST_LINES and "?" not in text


def written_lines(text: str) -> list[str]:
    """The lines that hold something."""
    return [line for line in text.splitlines() if line.strip()]
