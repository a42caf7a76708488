"""Plain text, Markdown, and web pages saved or pasted."""

import re

from documents.readers.encodings import decoded, mended
from documents.readers.paper import Paper, Refused, bounded
from documents.readers.web import read_html

_TAG = re.compile(r"</?(?:!doctype html|html|head|body|table|t[hdr]|div|p|br|li|[uo]l|h\d)\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_BARRED = re.compile(r"^[^\n|]*(?:\|[^\n|]*){2,}$", re.MULTILINE)
"""A row of a table in Markdown, whose cells hold several lines by breaks alone."""
_FRAME = re.compile(r"</?(?:span|div)\b[^<>]*>", re.IGNORECASE)  # left over from a viewer's page
_QUOTED = re.compile(r"\s*(?:> ?)+")  # "> the text", all through
_FENCE = re.compile(r"\s*(?:```|~~~)[\w-]*\s*")
_ESCAPE = re.compile(r"\\(?=[-+*.#_>()\[\]!|~`])")  # "\\- the text", "1\\. the text"
_LINE_END = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029\x85]")


def is_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any code: control bytes that no text holds."""
    sample = content[:8192]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    zeros = max(sample[::2].count(0), sample[1::2].count(0))
    if zeros:  # many on one side of each pair are UTF-16 without a mark
        return zeros < len(sample) * 0.15 or not _speaks(decoded(sample))
    strange = sum(byte < 9 or 13 < byte < 32 for byte in sample if byte)
    return strange > len(sample) * 0.02


def _speaks(text: str) -> bool:
    """Whether nearly all characters are letters, digits, spaces or marks."""
    known = sum(character.isprintable() or character.isspace() for character in text)
    return known > len(text) * 0.97


def read_text(content: bytes) -> Paper:
    """Text of any code; a web page by its elements."""
    if is_binary(content):
        raise Refused("binary")
    text = decoded(content)
    return read_html(text) if _is_page(text) else lines_of(_FRAME.sub("", text))


def _is_page(text: str) -> bool:
    """Whether the text is a web page or a piece of one; a stray tag in a copied text makes it none."""
    sample = _BARRED.sub(lambda row: _BREAK.sub(" ", row[0]), text[:8192].lstrip("\ufeff \t\r\n"))
    tags = len(_TAG.findall(sample))
    return tags > 0 and (_TAG.match(sample) is not None or tags * 3 > sample.count("\n"))


def lines_of(text: str) -> Paper:
    """Its lines, each where it stood, without what Markdown and forwarded letters put before them."""
    lines = [part for line in _LINE_END.split(mended(text)) for part in _unbroken(line)]
    if sum(line.startswith(">") for line in lines) * 2 > sum(bool(line.strip()) for line in lines):
        lines = [_QUOTED.sub("", line) for line in lines]
    return bounded(["" if _FENCE.fullmatch(line) else _ESCAPE.sub("", line) for line in lines])


def _unbroken(line: str) -> list[str]:
    """The lines that a break parts; the row of a table stays whole, with the lines of its cells in them."""
    if "<" not in line:
        return [line]
    return [_BREAK.sub("\n", line)] if _BARRED.fullmatch(line) else _BREAK.split(line)
