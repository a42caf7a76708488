"""Long answers in pieces that Telegram takes, cut where a reader would cut them."""

import html
import re

LIMIT = 4096  # UTF-16 units after the marks are parsed: Telegram, sendMessage
_TAG = re.compile(r"<(/?)([a-z-]+)([^>]*)>")


def length(markup: str) -> int:
    """How long Telegram counts a text of HTML: UTF-16 units of what the reader sees."""
    return len(html.unescape(_TAG.sub("", markup)).encode("utf-16-le")) // 2


def split(markup: str, limit: int = LIMIT) -> list[str]:
    """The text in pieces of at most `limit`, cut at line ends; marks open at a cut are closed and opened again."""
    if length(markup) <= limit:
        return [markup]
    pieces: list[str] = []
    piece: list[str] = []
    size = 0
    for line in _lines(markup, limit):
        line_size = length(line) + 1
        if piece and size + line_size > limit:
            pieces.append("\n".join(piece))
            piece, size = [], 0
        piece.append(line)
        size += line_size
    pieces.append("\n".join(piece))
    return [balanced for balanced in _balance(pieces) if length(balanced)]


def _lines(markup: str, limit: int) -> list[str]:
    """The lines, those too long for one message cut at spaces (marks inside such a line are dropped)."""
    lines: list[str] = []
    for line in markup.split("\n"):
        lines += [line] if length(line) < limit else _cut(line, limit - 1)
    return lines


def _cut(line: str, limit: int) -> list[str]:
    """One long line in pieces, at spaces where it has them."""
    rest = html.unescape(_TAG.sub("", line))
    pieces = []
    while rest:
        end = _fitting(rest, limit)
        if end < len(rest):
            end = rest.rfind(" ", 1, end) if " " in rest[1:end] else end
        pieces.append(html.escape(rest[:end]))
        rest = rest[end:].lstrip(" ")
    return pieces


def _fitting(text: str, limit: int) -> int:
    """How many characters fit into `limit` UTF-16 units."""
    used = 0
    for index, character in enumerate(text):
        used += 2 if ord(character) > 0xFFFF else 1
        if used > limit:
            return index
    return len(text)


def _balance(pieces: list[str]) -> list[str]:
    """Close in each piece what it leaves open, and open it again in the next."""
    balanced = []
    carried: list[tuple[str, str]] = []
    for piece in pieces:
        opened = "".join(f"<{name}{rest}>" for name, rest in carried)
        for closing, name, rest in _TAG.findall(piece):
            if closing and carried and carried[-1][0] == name:
                carried.pop()
            elif not closing:
                carried.append((name, rest))
        closed = "".join(f"</{name}>" for name, _ in reversed(carried))
        balanced.append(opened + piece + closed)
    return balanced
