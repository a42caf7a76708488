"""Plain text, Markdown, and web pages saved or pasted."""

import re
from html.parser import HTMLParser

from documents.readers.encodings import decoded, mended
from documents.readers.paper import Paper, Refused, bounded

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "p div br tr h1 h2 h3 h4 h5 h6 li ul ol table section article header footer title blockquote dd dt",
    )
)
_HIDDEN = frozenset(("script", "style", "noscript", "template", "svg", "nav"))
_TAG = re.compile(r"</?(?:!doctype html|html|head|body|table|t[hdr]|div|p|br|li|[uo]l|h\d)\b[^<>]*>", re.IGNORECASE)
_FRAME = re.compile(r"</?(?:span|div)\b[^<>]*>", re.IGNORECASE)  # left over from a viewer's page
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
    sample = text[:8192].lstrip("\ufeff \t\r\n")
    tags = len(_TAG.findall(sample))
    return tags > 0 and (_TAG.match(sample) is not None or tags * 3 > sample.count("\n"))


def lines_of(text: str) -> Paper:
    return bounded(_LINE_END.split(mended(text)))


class _Page(HTMLParser):
    """Collects a page's lines; rows of tables with tabs, items of lists with their marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._hidden = 0
        self._lists: list[int | None] = []
        self._in_row = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "tr":
            self._break()
            self._in_row += 1
        elif tag in ("td", "th"):
            self._add("\t" if self.lines[-1] else "")
        elif tag in _BLOCKS and not self._in_row:
            self._break()
        if tag == "li":
            self._add(self._mark())

    def _mark(self) -> str:
        if self._lists and self._lists[-1] is not None:
            self._lists[-1] += 1
            return f"{self._lists[-1]}. "
        return "- "

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "tr":
            self._in_row = max(0, self._in_row - 1)
            self._break()
        elif tag in _BLOCKS and not self._in_row:
            self._break()
        elif tag in _BLOCKS:
            self._add("\n" if tag in ("p", "div", "li", "br") else "")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._add(re.sub(r"\s+", " ", data))

    def _add(self, text: str) -> None:
        if text != " " or self.lines[-1]:
            self.lines[-1] += text

    def _break(self) -> None:
        if self.lines[-1].strip():
            self.lines.append("")


def read_html(text: str) -> Paper:
    """The visible text of a page."""
    page = _Page()
    page.feed(text)
    page.close()
    return bounded([re.sub(r"\n+(?=\t|$)", "", line) for line in page.lines])
