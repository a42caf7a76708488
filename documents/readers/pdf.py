"""PDF files with text: pieces of text put back into lines and columns by where they stand on the page."""

import math
import statistics
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from documents.readers.encodings import mended_lines
from documents.readers.paper import MAX_CHARACTERS, MAX_PAGES, Paper, Refused, bounded
from documents.readers.pdf_columns import in_reading_order
from documents.readers.pdf_tables import Grid, grids_of


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text, its box in points from the page's lower left, and the size of its letters (0: unknown)."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    size: float


def read_pdf(content: bytes) -> Paper:
    """The lines of all pages; a scan without text is refused as such."""
    import pypdfium2
    from pypdfium2 import PdfiumError

    try:
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
    except PdfiumError as error:
        raise Refused("encrypted" if "password" in str(error).lower() else "damaged") from error
    try:
        if pages > MAX_PAGES:
            raise Refused("too_many_pages")
        lines = [line for number in range(pages) for line in _page_lines(document, number)]
    finally:
        document.close()
    if sum(len(line.strip()) for line in lines) < 20:
        raise Refused("scan_without_text")
    return bounded(mended_lines(lines), pages)


def _page_lines(document: Any, number: int) -> Iterator[str]:
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text = page.get_textpage()
        pieces = list(_pieces(text))
        if sum(len(piece.text) for piece in pieces) > text.count_chars() * _DOUBLED:
            pieces = _by_letters(text)
        grids = grids_of(page)
        text.close()
        page.close()
    except PdfiumError as error:
        raise Refused("damaged") from error
    sizes = [piece.size for piece in pieces if piece.size]
    usual = statistics.median(sizes) if len(pieces) >= 8 and sizes else 0.0
    for grid in grids:
        inside = [(cell, p) for p in pieces if (cell := grid.cell_of(p.left, p.right, (p.bottom + p.top) / 2))]
        taken = {id(piece) for _, piece in inside}
        above = [p for p in pieces if id(p) not in taken and p.bottom >= grid.top - 2]
        yield from _in_columns(above)
        yield from _table_lines(grid, inside)
        pieces = [p for p in pieces if id(p) not in taken and p.bottom < grid.top - 2]
    yield from _in_columns(_without_notes(pieces, usual))


def _in_columns(pieces: list[_Piece]) -> Iterator[str]:
    for block in in_reading_order(_rows(pieces)):
        yield from _laid_out(block)


def _without_notes(pieces: list[_Piece], usual: float) -> list[_Piece]:
    """What stands below the tables without footnotes and page numbers: smaller letters at the foot.

    The size of the font decides: a line without tails and tone marks is as low as a note but no note.
    """
    rows = _rows(pieces)
    while rows and usual and _is_note(rows[-1], usual):
        rows.pop()
    return [piece for row in rows for piece in row]


def _is_note(row: list[_Piece], usual: float) -> bool:
    words = "".join(piece.text for piece in row).strip()
    small = all(0 < piece.size < usual * 0.84 for piece in row) and not _is_list(row)
    return small or (words.isdigit() and len(words) <= 3)


def _is_list(row: list[_Piece]) -> bool:
    """Recipients stand in smaller letters too, behind dashes or closed by semicolons."""
    text = " ".join(piece.text for piece in sorted(row, key=lambda p: p.left)).strip()
    return text.startswith(("-", "–", "+")) or text.endswith(";") or text.lower().startswith(("lưu", "nơi nhận"))


def _table_lines(grid: Grid, inside: list[tuple[tuple[int, int], _Piece]]) -> Iterator[str]:
    """A line for each row of the table, its cells between tabs; a row with one cell is a line of its own."""
    rows: dict[int, dict[int, list[_Piece]]] = {}
    for (row, column), piece in inside:
        rows.setdefault(row, {}).setdefault(column, []).append(piece)
    above: list[str] = []
    for row in sorted(rows):
        cells = [
            " ".join(line.strip() for line in _laid_out(rows[row].get(c, []))) for c in range(len(grid.columns) - 1)
        ]
        cells = [above[c] if above and (row, c) in grid.joined else cell for c, cell in enumerate(cells)]
        above = cells
        filled = [cell for cell in cells if cell.strip()]
        yield filled[0] if len(filled) == 1 else "\t".join(cells)


def _pieces(text: Any) -> Iterator[_Piece]:
    total = 0
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        words = text.get_text_bounded(left, bottom, right, top).replace("\r", " ").replace("\n", " ")
        total += len(words)
        if total > MAX_CHARACTERS:
            raise Refused("too_long")
        if words.strip() and right > left:
            yield _Piece(left, bottom, right, top, words, _size(text, left, bottom, right, top))


_DOUBLED = 1.1
"""More letters in the runs than on the page: letters of a second font stand amid the first one's runs."""


def _by_letters(text: Any) -> list[_Piece]:
    """Runs put together letter by letter: those on one baseline from left to right, parted where a word could stand."""
    import pypdfium2.raw as raw

    lines: dict[int, list[_Piece]] = {}
    left, right, bottom, top, x, y = (c_double() for _ in range(6))
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter.isspace() or not letter.isprintable():
            continue
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        size = float(raw.FPDFText_GetFontSize(text, index))
        own = _Piece(left.value, y.value, right.value, y.value + 0.7 * size, letter, size)
        near = next((at for at in (round(y.value), round(y.value) - 1, round(y.value) + 1) if at in lines), None)
        lines.setdefault(round(y.value) if near is None else near, []).append(own)
    return [piece for letters in lines.values() for piece in _joined(sorted(letters, key=lambda each: each.left))]


def _joined(letters: list[_Piece]) -> Iterator[_Piece]:
    """The runs of one line; a gap of a fifth of the letters' size is a space, one of nearly a whole ends the run."""
    run = letters[0]
    for letter in letters[1:]:
        gap = letter.left - run.right
        if gap > letter.size * 0.8:
            yield run
            run = letter
        else:
            words = run.text + (" " if gap > letter.size * 0.18 else "") + letter.text
            right, top = max(run.right, letter.right), max(run.top, letter.top)
            run = _Piece(run.left, run.bottom, right, top, words, run.size)
    yield run


def _size(text: Any, left: float, bottom: float, right: float, top: float) -> float:
    """The font size of a run on the page: what the file names, stretched as the text is."""
    import pypdfium2.raw as raw

    at = raw.FPDFText_GetCharIndexAtPos(text, left + min(2.0, (right - left) / 2), (bottom + top) / 2, 4.0, 4.0)
    matrix = raw.FS_MATRIX()
    if at < 0 or not raw.FPDFText_GetMatrix(text, at, matrix):
        return 0.0
    return float(raw.FPDFText_GetFontSize(text, at)) * math.hypot(matrix.c, matrix.d)


def _laid_out(pieces: list[_Piece]) -> Iterator[str]:
    """Pieces on one height are one line, each at the column its place on the page stands for."""
    if not pieces:
        return
    width = statistics.median((p.right - p.left) / max(len(p.text), 1) for p in pieces) or 5.0
    margin = min(piece.left for piece in pieces)
    rows = [sorted(row, key=lambda p: p.left) for row in _rows(pieces)]
    begun = _starts(rows, 2.2 * width)
    for row in rows:
        line, end = "", None
        for piece in row:
            gap = piece.left - end if end is not None else 0.0
            column = round((piece.left - margin) / width)
            at_start = gap > 0.6 * width and any(abs(piece.left - start) <= _NEAR for start in begun)
            if end is None or gap > 2.2 * width or at_start:
                line = line.rstrip() + " " * max(column - len(line.rstrip()), 3 if line.strip() else 0)
                line += piece.text.strip()
            else:
                glue = " " if gap > 0.25 * width and not line.endswith(" ") else ""
                line += glue + piece.text.rstrip() + (" " if piece.text.endswith(" ") else "")
            end = piece.right
        yield line.rstrip()


_NEAR = 1.5


def _starts(rows: list[list[_Piece]], wide: float) -> set[int]:
    """Where columns begin: places behind a wide gap in two rows and more."""
    behind = Counter(
        round(piece.left) for row in rows for before, piece in pairwise(row) if piece.left - before.right > wide
    )
    return {at for at, count in behind.items() if count >= 2}


def _rows(pieces: list[_Piece]) -> list[list[_Piece]]:
    rows: list[list[_Piece]] = []
    middle = 0.0
    for piece in sorted(pieces, key=lambda p: -(p.bottom + p.top)):
        own = (piece.bottom + piece.top) / 2
        height = piece.top - piece.bottom
        if rows and abs(own - middle) < max(height, 6) * 0.5:
            rows[-1].append(piece)
        else:
            rows.append([piece])
            middle = own
    return rows
