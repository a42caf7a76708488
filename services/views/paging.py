"""What lists on several pages have in common."""

from collections.abc import Callable

from domain.buttons import press
from domain.views import Keyboard


def short(text: str, most: int = 48) -> str:
    """A text as it fits on a button."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def turning(page: int, pages: int, at: Callable[[int], object]) -> Keyboard:
    before = (press(at(page - 1), "page_before"),) if page > 0 else ()
    after = (press(at(page + 1), "page_after"),) if page + 1 < pages else ()
    return ((*before, *after),) if before or after else ()
