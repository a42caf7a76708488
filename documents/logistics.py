"""The list of seats, lodging and the rest, as it comes back from Excel: matched by the numbers of the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from documents.delegates import HEADER_WITHIN, Fault, Grid, grid
from documents.workbook import letters
from domain.delegates import clean
from domain.logistics import MOST, Field
from domain.refusal import Refusal
from domain.vietnamese import name_key, search_key

NUMBER, NAME = "number", "name"


@dataclass(frozen=True, slots=True)
class Arranged:
    """A line: the person's number, and what stands in each column that the file has (None for an empty cell)."""

    number: int
    values: tuple[tuple[Field, str | None], ...]


@dataclass(slots=True)
class ArrangedList:
    """The good lines, and the first fault of each of the others."""

    lines: list[Arranged] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_arranged(
    name: str, content: bytes, headings: Mapping[str, str], people: Mapping[int, str], most: int
) -> ArrangedList:
    """What a list says about the `people` (names by number).

    `headings` give the meaning of folded headings: `number`, `name`, or a field's name. A line whose name is not the
    one behind its number is a fault, so that a list sorted apart never gives one person another's bed.
    """
    rows = grid(name, content, most)
    columns = _find_heading(rows, headings)
    found = ArrangedList()
    seen: set[int] = set()
    for at, row in rows:
        if at > most + HEADER_WITHIN:
            raise Refusal("list_too_long", most=most)
        _read_line(at, row, columns, people, seen, found)
    if not found.lines and not found.faults:
        raise Refusal("list_empty")
    return found


def _find_heading(rows: Grid, headings: Mapping[str, str]) -> dict[str, int]:
    for _, row in islice(rows, HEADER_WITHIN):
        columns: dict[str, int] = {}
        for at, heading in enumerate(row):
            meaning = headings.get(search_key(heading))
            if meaning is not None:
                columns.setdefault(meaning, at)
        if {NUMBER, NAME} <= columns.keys() and len(columns) > 2:
            return columns
    raise Refusal("logistics_no_heading")


def _read_line(
    at: int,
    row: Sequence[str],
    columns: Mapping[str, int],
    people: Mapping[int, str],
    seen: set[int],
    found: ArrangedList,
) -> None:
    cells = {meaning: clean(row[place]) if place < len(row) else "" for meaning, place in columns.items()}
    if not any(cells.values()):
        return
    fault = _fault(cells, people, seen)
    if fault is not None:
        meaning, code = fault
        found.faults.append(Fault(f"{letters(columns[meaning])}{at}", code, cells[meaning][:80]))
        return
    number = int(cells[NUMBER])
    seen.add(number)
    values = tuple((each, cells[each.value] or None) for each in Field if each.value in cells)
    found.lines.append(Arranged(number, values))


def _fault(cells: Mapping[str, str], people: Mapping[int, str], seen: set[int]) -> tuple[str, str] | None:
    typed = cells[NUMBER]
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 9) or int(typed) not in people:
        return NUMBER, "number_unknown"
    if int(typed) in seen:
        return NUMBER, "number_twice"
    if name_key(cells[NAME]) != name_key(people[int(typed)]):
        return NAME, "name_other"
    long = next((each.value for each in Field if len(cells.get(each.value, "")) > MOST), None)
    return None if long is None else (long, "too_long")
