"""Names, posts and units as forms take them."""

from domain.delegates import clean
from domain.refusal import Refusal
from domain.vietnamese import search_key
from services.flows import some_text

LINES_AT_ONCE = 200


def name_text(text: str) -> str:
    """A person's name: at least one letter or digit of whatever script, at most 120 characters."""
    return some_text(clean(text) if any(map(str.isalnum, text)) else "", most=120)


def short_text(text: str) -> str:
    """A post, a unit, a code: not empty, at most 300 characters."""
    return some_text(clean(text), most=300)


def people_lines(text: str) -> list[tuple[str, str | None, str | None]]:
    """Lines of name, post, unit; the post and the unit may be missing."""
    found = []
    for line in text.splitlines():
        parts = [clean(part) for part in line.replace(";", ",").split(",")]
        if not any(parts):
            continue
        if not search_key(parts[0]):
            raise Refusal("line_without_name", line=clean(line)[:80])
        post, unit = (parts[1:2] or [""])[0], ", ".join(part for part in parts[2:] if part)
        found.append((name_text(parts[0]), short_text(post) if post else None, short_text(unit) if unit else None))
    if not found:
        raise Refusal("form_empty")
    if len(found) > LINES_AT_ONCE:
        raise Refusal("too_many_lines", most=LINES_AT_ONCE)
    return found
