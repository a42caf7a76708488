"""What no field has taken, paragraph by paragraph, so that nothing that the paper says is lost."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from documents.plan.lines import Para
from documents.plan.nodes import Node
from documents.plan.pieces import BRACKETED, MOTTO, NUMBER, is_place_date, pieces_of
from documents.plan.repair import Line
from documents.plan.told import Told, is_time, names_day, tokens_of
from documents.plan.words import AGENDA, CONTENT, PURPOSE, WORK, clean, is_caps, meanings
from domain.conference import REST, Fact, Source
from domain.plan import PlanDraft
from domain.vietnamese import CAPITALS


def leftover_of(root: Node, paras: Iterable[Para], around: tuple[Line, ...], draft: PlanDraft) -> tuple[Fact, ...]:
    """Each paragraph and row of the body, and each line around it, of which the draft does not hold nearly all words.

    Whole, however much of it the draft holds, and behind its heading where it says nothing by itself; the quote is
    the line alone. Headings that only head are none, nor is the frame of the paper.
    """
    told = Told.of(draft)
    found: dict[tuple[str, int], Fact] = {}
    read: set[int] = set()
    for node in root.walk():
        para = node.para
        read.update(range(para.first, para.last + 1))
        held = not para.said and told.holds(node.text)
        if not held and told.lacks(_content(node), para.first, para.last):
            found.setdefault((para.text, para.first), Fact(topic=REST, text=_text(node), source=node.source))
    for text, source in (*_taken_out(paras, read), *_around(around)):
        if told.lacks(_MARK.sub("", text), source.first, source.last):
            found.setdefault((text, source.first), Fact(topic=REST, text=clean(_MARK.sub("", text)), source=source))
    return tuple(found.values())


_MARK = re.compile(r"^\W*(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)/]\s")


def _taken_out(paras: Iterable[Para], read: set[int]) -> Iterator[tuple[str, Source]]:
    """What a paper that amends says of an earlier one: it stands in no outline."""
    for para in paras:
        if para.first not in read and para.roles != ("head",):
            yield para.text, Source(para.source_text, para.first, para.last)


def _around(lines: tuple[Line, ...]) -> Iterator[tuple[str, Source]]:
    """What stands over the title or under the signature and is none of the frame: "Đường dây nóng của đoàn: …"."""
    for piece in pieces_of(lines):
        text = piece.text
        framing = is_caps(text) or MOTTO.search(text) or NUMBER.search(text) or is_place_date(text)
        if framing or BRACKETED.match(text) or _SIGNED.match(text) or _NAME.fullmatch(text):
            continue
        if sum(not is_time(word) for word in tokens_of(text)) >= _SAYS:
            yield text, Source(text, piece.number, piece.number)


_SIGNED = re.compile(r"[(\[]?(?:ký|dấu|nơi nhận|recipients|số(?=\s*:))\b", re.IGNORECASE)
_CAPITAL_WORD = rf"[{CAPITALS}][^\W\d]*"
_NAME = re.compile(rf"{_CAPITAL_WORD}(?:(?:[.,]+\s?|\s){_CAPITAL_WORD})*[.,]*\s?")
_SAYS = 4  # words


def _content(node: Node) -> str:
    """What a line says: nothing where it only heads what stands under it, or names a matter and no more.

    A label that is one of a field, and the number of a row, say nothing either; what a paper that amends says of an
    earlier one does.
    """
    if node.para.cells:
        numbered = node.para.cells[0].strip(" .").isdigit()
        return "" if names_day(node.text) else " | ".join(node.para.cells[numbered:])
    if _only_heads(node):
        besides = " ".join(_BRACKETS.findall(node.text))
        return "" if names_day(besides) else besides
    if node.para.said:
        return _MARK.sub("", node.para.said)
    if node.value and (node.about or meanings(node.label)) and len(node.label.split()) <= _NAMED:
        return node.value
    return node.text


def _only_heads(node: Node) -> bool:
    """Whether a line, but for what it has in brackets, names what stands under it, a day, or a matter left open."""
    bare = _BRACKETS.sub(" ", node.text) if "(" in node.text else node.text
    if names_day(bare):
        return True
    if node.value or node.text.endswith(".") or not (node.children or len(bare) <= _LONGEST_NAME):
        return False
    words = tokens_of(bare)
    if node.children:
        return len(words) <= _HEADING
    if len(words) <= _NAMED:
        return node.kind == "caps" or bool(meanings(bare)) or node.text.endswith(":")
    return node.kind == "caps" and bool(meanings(bare)) and len(words) <= _HEADING


_LONGEST_NAME = 120  # letters
_BRACKETS = re.compile(r"\((?!dự kiến\)|tiếp(?: theo)?\)|nếu có\)|tentative\))[^()]*\)?", re.IGNORECASE)
_HEADING, _NAMED = 16, 6  # words of the longest heading, and of the longest one that nothing stands under


def _text(node: Node) -> str:
    """The line with its heading, where that is needed; a row with the titles of its columns."""
    text = _row(node.para) if node.para.cells else clean(_MARK.sub("", node.para.said) or node.text)
    above = node.parent
    if above is None or not above.text or above.about & _GENERAL:
        return text
    label = clean(above.text)
    alone = len(text.split()) > _ALONE and not node.para.cells
    return text if alone or len(label.split()) > _HEADING or label in text else f"{label}: {text}"


_GENERAL = frozenset({AGENDA, CONTENT, PURPOSE, WORK})
_ALONE = 12  # words of the longest line that is not understood without its heading


def _row(para: Para) -> str:
    named = zip_longest(para.heads, para.cells[: len(para.heads) or None], fillvalue="")
    cells = [f"{head}: {cell}" if head else cell for head, cell in named if cell]
    return clean(" · ".join(cells)) or clean(para.text)
