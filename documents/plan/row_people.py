"""Who is named in a row of a table with several columns of people: who speaks and who chairs, body and person."""

from dataclasses import dataclass

from documents.plan.agenda_who import LABELLED, by_name, is_who, responsible_in
from documents.plan.outline import Node
from documents.plan.words import BODY_HEAD, clean

_ROLES = ("who", "lead")
_EMPTY = ("", "-", "–", "—", "x")
_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Named:
    """What a cell says of people, with the title over its column and what that column is for."""

    title: str
    text: str
    role: str


def named_in(row: Node) -> list[Named]:
    """The filled cells of people in a row, in their order, those that do the work before those that lead it."""
    titles = row.para.heads or ("",) * len(row.para.cells)
    cells = zip(titles, row.para.cells, row.para.roles, strict=False)
    found = [
        Named(clean(title), _one_line(cell), role) for title, cell, role in cells if role in _ROLES and not _empty(cell)
    ]
    return sorted(found, key=lambda one: _ROLES.index(one.role))


def doer_of_item(row: Node) -> str | None:
    """Who has the item of a row in hand, and by the titles of their columns who else: "TS. An; Chủ tọa: bà Hạnh"."""
    found = named_in(row)
    if not found:
        return None
    first, *others = found
    told = [responsible_in(first.text) or "", *(_by_title(one) for one in others if one.text != first.text)]
    return "; ".join(filter(None, told)) or None


def unit_of_work(row: Node) -> Named | None:
    """Whose the work of a row is: the body where one column names it and another the person."""
    found = sorted(named_in(row), key=lambda one: one.role != "lead")
    bodies = [one for one in found if BODY_HEAD.match(one.text)]
    persons = [one for one in found if is_person(one.text)]
    if bodies and persons and len(bodies) + len(persons) == len(found):
        return bodies[0]
    return found[0] if found else None


def titled_at_work(row: Node) -> tuple[tuple[str, str], ...]:
    """The cells of people in a row of work, each with the title of its column."""
    return tuple((one.title, one.text) for one in named_in(row) if one.title)


def is_person(text: str) -> bool:
    """Whether words name a person, by a title or a name, and no body."""
    return BODY_HEAD.match(text) is None and (is_who(text) or by_name(text))


def _by_title(one: Named) -> str:
    text = clean(LABELLED.sub("", one.text))
    return f"{one.title}: {text}" if one.title and len(one.title) <= _LONGEST_TITLE else text


def _one_line(cell: str) -> str:
    return clean(", ".join(part.strip(" -,") for part in cell.split("\n")))


def _empty(cell: str) -> bool:
    return clean(cell) in _EMPTY
