"""Word files: paragraphs with their automatic numbers, tables, text boxes, tracked changes as accepted."""

import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from documents.readers.encodings import mended_lines
from documents.readers.fonts import mend_by_fonts
from documents.readers.grids import Cell, table_lines
from documents.readers.numbering import Numbering
from documents.readers.paper import Paper, Refused, bounded, part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # "Strict Open XML", another name of the same
_MAIN = re.compile(rb"<Relationship\b(?=[^>]*/officeDocument\")[^>]*\bTarget=\"/?([^\"]+)\"")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset((W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr", _FALLBACK))
_TEXT = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_DEEPEST = 40
_MOST_ELEMENTS = 500_000  # counted before the tree is built; a paper of two hundred pages has a third of them
_MOST_CELLS = 100_000
_GONE = (W + "del", W + "moveFrom")
_PAGE_COUNT = re.compile(r"\b(?:trang|page|of)\b|[\W\d_]", re.IGNORECASE)


def tree(data: bytes) -> ElementTree.Element:
    """The XML of one part; a document type (the door to entities) is refused."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise Refused("bad_archive")
    try:
        return ElementTree.fromstring(data.replace(_STRICT, W[1:-1].encode()))
    except (ElementTree.ParseError, ValueError, RecursionError) as error:
        raise Refused("bad_archive") from error


def read_docx(archive: zipfile.ZipFile) -> Paper:
    """All lines of the document, the page header first and what the footers say last."""
    data = part(archive, "word/document.xml") or _named_otherwise(archive)
    if data is None:
        raise Refused("bad_archive")
    if data.count(b"<") - data.count(b"</") > _MOST_ELEMENTS:
        raise Refused("too_long")
    body = tree(data).find(W + "body")
    if body is None:
        raise Refused("bad_archive")
    if sum(min(_width(span), 60) for span in body.iter(W + "gridSpan")) > _MOST_CELLS:
        raise Refused("too_long")
    styles = _optional(archive, "word/styles.xml")
    mend_by_fonts(body, styles)
    numbering = Numbering.of(_optional(archive, "word/numbering.xml"), styles)
    lines = list(_header_lines(archive, numbering)) + list(_blocks(body, numbering, 0))
    lines += _footer_lines(archive, numbering)
    return bounded(mended_lines(list(bounded(lines).lines)))


def _named_otherwise(archive: zipfile.ZipFile) -> bytes | None:
    """The document where the archive says that it has another name, as programs on the web write it."""
    named = _MAIN.search(part(archive, "_rels/.rels") or b"")
    return part(archive, named[1].decode("utf-8", errors="replace")) if named else None


def _optional(archive: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    data = part(archive, name)
    return None if data is None else tree(data)


def _header_lines(archive: zipfile.ZipFile, numbering: Numbering) -> Iterator[str]:
    for name in sorted(archive.namelist()):
        if name.startswith("word/header") and name.endswith(".xml"):
            root = _optional(archive, name)
            lines = list(_blocks(root, numbering, 0)) if root is not None else []
            if any(line.strip() and not line.strip().isdigit() for line in lines):
                yield from lines
                return


def _footer_lines(archive: zipfile.ZipFile, numbering: Numbering) -> list[str]:
    """What the footers say, each sentence once; page numbers say nothing."""
    said: dict[str, None] = {}
    for name in sorted(archive.namelist()):
        if name.startswith("word/footer") and name.endswith(".xml"):
            root = _optional(archive, name)
            lines = _blocks(root, numbering, 0) if root is not None else iter(())
            said.update((line, None) for line in lines if _PAGE_COUNT.sub("", line))
    return list(said)


def _blocks(container: ElementTree.Element, numbering: Numbering, depth: int) -> Iterator[str]:
    """The lines of everything in the container; a paragraph whose end is deleted goes on in the next one."""
    if depth > _DEEPEST:
        raise Refused("bad_archive")  # nobody writes so; leaving its words out would be worse
    held = ""
    for element in container:
        if element.tag == W + "p":
            lines = list(_paragraph(element, numbering, depth, held))
            held = lines.pop() if lines and _is_gone(element.find(f"{W}pPr/{W}rPr")) else ""
            yield from lines
            continue
        if held and element.tag in (W + "tbl", W + "sdt", W + "sectPr"):
            yield held
            held = ""
        if element.tag == W + "tbl":
            yield from _table(element, numbering, depth)
        elif element.tag not in _SKIPPED and element.tag != W + "sectPr":
            yield from _blocks(element, numbering, depth + 1)
    if held:
        yield held


def _is_gone(properties: ElementTree.Element | None) -> bool:
    """Whether a tracked change took away what has these properties."""
    return properties is not None and any(properties.find(tag) is not None for tag in _GONE)


def _paragraph(paragraph: ElementTree.Element, numbering: Numbering, depth: int, held: str) -> Iterator[str]:
    """The lines held back before it and its own, its number before the first; then those of its text boxes."""
    pieces: list[str] = []
    boxes: list[ElementTree.Element] = []
    _collect(paragraph, pieces, boxes, 0)
    text = "".join(pieces)
    number = numbering.mark(paragraph) if text.strip() and not held else ""
    yield from (held + number + text).split("\n")
    for box in boxes:
        yield from _blocks(box, numbering, depth + 1)


def _collect(element: ElementTree.Element, pieces: list[str], boxes: list[ElementTree.Element], depth: int) -> None:
    if depth > _DEEPEST:
        return
    for child in element:
        if child.tag == W + "t":
            pieces.append(child.text or "")
        elif child.tag in _TEXT:
            pieces.append(_TEXT[child.tag])
        elif child.tag == W + "txbxContent":
            boxes.append(child)
        elif child.tag not in _SKIPPED and not (child.tag == W + "r" and _is_hidden(child)):
            _collect(child, pieces, boxes, depth + 1)


def _is_hidden(run: ElementTree.Element) -> bool:
    """Whether Word shows the run to nobody."""
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(W + "val", "1") not in ("0", "false", "off")


# --- tables --------------------------------------------------------------------------------------------------------


def _table(table: ElementTree.Element, numbering: Numbering, depth: int) -> Iterator[str]:
    """Its lines; those of a frame around text with its own tables just as they stand in it."""
    kept = [row for row in _through(table, W + "tr", 0) if not _is_gone(row.find(W + "trPr"))]
    cells = [list(_through(row, W + "tc", 0)) for row in kept]
    if all(len(row) <= 1 for row in cells):
        for row in cells:
            for cell in row:
                yield from _blocks(cell, numbering, depth + 1)
        return
    yield from table_lines([_row(row, numbering, depth) for row in cells])


def _row(row: list[ElementTree.Element], numbering: Numbering, depth: int) -> list[Cell]:
    """Each cell's text, and whether it goes on with the cell above; spanned columns are empty cells."""
    cells: list[Cell] = []
    for cell in row:
        properties = cell.find(W + "tcPr")
        merge = properties.find(W + "vMerge") if properties is not None else None
        span = properties.find(W + "gridSpan") if properties is not None else None
        lines = [line.replace("\t", " ") for line in _blocks(cell, numbering, depth + 1)]
        kept = [line for line in lines if line.strip()] if len(lines) > 1 else lines
        cells.append(("\n".join(kept), merge is not None and merge.get(W + "val", "continue") == "continue"))
        cells.extend([("", False)] * (min(_width(span), 60) - 1 if span is not None else 0))
    return cells


def _width(span: ElementTree.Element) -> int:
    width = span.get(W + "val", "1")
    return int(width) if width.isdecimal() and len(width) < 6 else 1


def _through(element: ElementTree.Element, wanted: str, depth: int) -> Iterator[ElementTree.Element]:
    """The element's own rows or cells, those that stand in a content control too; never those of inner tables."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml") and depth < _DEEPEST:
            yield from _through(child, wanted, depth + 1)
