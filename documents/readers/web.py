"""Web pages, saved or pasted: their visible text by its elements."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from documents.readers.grids import Cell, is_data, table_lines
from documents.readers.numbering import written
from documents.readers.paper import MAX_LINE, Paper, Refused, bounded

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "p div br hr h1 h2 h3 h4 h5 h6 li ul ol dl dd dt section article header footer main blockquote pre center",
    )
)
_NEVER_SHOWN = frozenset(("script", "style", "noscript", "template", "svg", "title", "select", "iframe"))
_BESIDE = frozenset(("nav", "footer", "aside", "button"))
"""What a site puts around its papers."""
_EMPTY = frozenset(("br", "hr", "img", "input", "meta", "link", "col", "wbr"))
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FORMS = {"I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
_STYLED = {"upper-roman": "I", "lower-roman": "i", "upper-alpha": "A", "lower-alpha": "a", "lower-latin": "a"}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_MARKED = re.compile(r"\s*(?:[-–+•*·]|(?:\d{1,2}|[IVXivx]{1,5}|[a-zđ])[.)])\s")
_DEEPEST = 20
_LONG_CELL = 30  # lines; a cell of more holds a page, not something beside something
_WIDEST = 60
_STRAY = 1000
_LEAST = 20  # characters
Attributes = dict[str, str]


@dataclass(slots=True)
class _Table:
    """A table that is being read: its rows, and the cells that still reach down from above by column."""

    rows: list[list[Cell]] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    open: list[str] | None = None
    span: tuple[int, int] = (1, 1)
    holds_pages: bool = False

    def lines(self) -> list[str]:
        rows = [row for row in self.rows if row]
        grid = [[text for text, _ in row] for row in rows]
        pages = self.holds_pages or any(text.count("\n") > _LONG_CELL for row in grid for text in row)
        if all(len(row) == 1 for row in rows) or (pages and not is_data(grid)):
            return [line for row in grid for text in row for line in text.split("\n")]
        return list(table_lines([[(text.replace("\t", " "), goes_on) for text, goes_on in row] for row in rows]))


class _Page(HTMLParser):
    """Collects a page's lines; `around` says whether also what a site puts around its papers."""

    def __init__(self, *, around: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._skipped = _NEVER_SHOWN if around else _NEVER_SHOWN | _BESIDE
        self._hidden: tuple[str, int] | None = None
        self._lists: list[tuple[str, int]] = []
        self._mark = ""
        self._tables: list[_Table] = []
        self._as_typed = 0

    # --- elements

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if self._hidden is not None:
            if tag == self._hidden[0]:
                self._hidden = tag, self._hidden[1] + 1
        elif tag not in _EMPTY and (tag in self._skipped or "hidden" in said or _UNSEEN.search(said.get("style", ""))):
            self._hidden = tag, 1
        else:
            self._begin(tag, said)

    def _begin(self, tag: str, said: Attributes) -> None:
        if tag == "table" and len(self._tables) < _DEEPEST:
            self._break()
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._end_cell()
            self._tables[-1].rows.append([])
            self._reach_down()
        elif tag in ("td", "th") and self._tables:
            self._end_cell()
            self._begin_cell(said)
        elif tag in _BLOCKS:
            self._break()
        if tag in ("ul", "ol"):
            self._lists.append((_form(tag, said), _number(said.get("start", ""), 1)))
        elif tag == "li":
            self._mark = self._next_mark(said)
        elif tag == "pre":
            self._as_typed += 1

    def handle_endtag(self, tag: str) -> None:
        if self._hidden is not None:
            if tag == self._hidden[0]:
                self._hidden = (tag, self._hidden[1] - 1) if self._hidden[1] > 1 else None
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag in ("td", "th", "tr") and self._tables:
            self._end_cell()
        elif tag in _BLOCKS:
            self._break()
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            self._as_typed = max(0, self._as_typed - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        if self._hidden is not None:
            return
        if not self._as_typed:
            self._add(re.sub(r"\s+", " ", data))
            return
        first, *rest = data.split("\n")
        self._add(first)
        for line in rest:
            self._current().append(line)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Office's own signs ("<![if …]>") say nothing; of unknown ones the library would make an error."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    # --- lines

    def _current(self) -> list[str]:
        table = self._tables[-1] if self._tables else None
        return self.lines if table is None or table.open is None else table.open

    def _add(self, text: str) -> None:
        lines = self._current()
        if not text.strip() and not lines[-1].strip():
            return
        if self._mark and text.strip():
            lines[-1] += "" if _MARKED.match(text) else self._mark
            self._mark = ""
        lines[-1] += text if lines[-1].strip() else text.lstrip()
        if len(lines[-1]) > MAX_LINE:
            raise Refused("too_long")  # else a line without end is put together letter by letter

    def _break(self) -> None:
        lines = self._current()
        if lines[-1].strip():
            lines.append("")

    def _next_mark(self, said: Attributes) -> str:
        if not self._lists:
            return "- "
        form, count = self._lists[-1]
        count = _number(said.get("value", ""), count)
        self._lists[-1] = form, count + 1
        if form in ("-", ""):
            return f"{form} " if form else ""
        closed = ")" if form == "a" else "."
        return f"{written(count, _FORMS.get(form, 'decimal'))}{closed} "

    # --- tables

    def _begin_cell(self, said: Attributes) -> None:
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        table.open = [""]
        table.span = _number(said.get("colspan", ""), 1), _number(said.get("rowspan", ""), 1)

    def _end_cell(self) -> None:
        table = self._tables[-1]
        if table.open is None:
            return
        row, (wide, deep) = table.rows[-1], (min(table.span[0], _WIDEST), table.span[1])
        text = "\n".join(line.strip() if "\t" not in line else line for line in table.open if line.strip())
        table.open = None
        for at in range(max(wide, 1)):
            if deep > 1:
                table.reaching[len(row)] = deep - 1
            row.append((text if at == 0 else "", False))
        self._reach_down()

    def _reach_down(self) -> None:
        """The cells at the end of the row so far that began in a row above."""
        table = self._tables[-1]
        row = table.rows[-1]
        while table.reaching.get(len(row), 0) > 0 and len(row) < 2 * _WIDEST and len(table.rows) > 1:
            if len(row) >= len(table.rows[-2]):
                break
            table.reaching[len(row)] -= 1
            row.append(("", True))

    def _end_table(self) -> None:
        self._end_cell()
        lines = self._tables.pop().lines()
        if self._tables:
            self._tables[-1].holds_pages = self._tables[-1].holds_pages or len(lines) > 1
        self._current().extend([*lines, ""])


def _form(tag: str, said: Attributes) -> str:
    """How a list is numbered: the type of its figures, "-" for none, and nothing where it is without marks."""
    style = _LIST_STYLE.search(said.get("style", ""))
    named = style[1].lower() if style else ""
    if tag == "ul":
        return "" if named == "none" else "-"
    return _STYLED.get(named) or said.get("type") or "1"


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 5 else otherwise


def read_html(text: str) -> Paper:
    """The visible text of a page; what stands around the paper on a site only where there is nothing else."""
    if text.count("<") > 2 * text.count(">") + _STRAY:
        raise Refused("damaged")  # elements that never end, over which the library takes minutes
    lines = _lines(text, around=False)
    return bounded(lines if sum(map(len, lines)) > _LEAST else _lines(text, around=True))


def _lines(text: str, *, around: bool) -> list[str]:
    page = _Page(around=around)
    page.feed(text)
    page.close()
    while page._tables:
        page._end_table()
    return [line.rstrip() for line in page.lines]
