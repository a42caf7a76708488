"""Columns of a programme whose titles nothing is known of, told by what stands in them: "Giám khảo", "Điểm thi"."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from documents.plan.agenda_who import names_someone
from documents.plan.halls import is_hall
from documents.plan.table_rows import TableRow

_TOLD: tuple[tuple[str, Callable[[str], bool]], ...] = (("place", is_hall), ("who", names_someone))
_LEAST = 2


def with_named_columns(rows: list[TableRow]) -> Iterator[TableRow]:
    """The rows; where a programme has no column of places or of people, the one that holds them is it."""
    for is_head, table in groupby(rows, key=lambda row: row.roles == ("head",)):
        group = [*table]
        found = {} if is_head else {roles: _all_named(roles, group) for roles in {row.roles for row in group}}
        yield from (replace(row, roles=found.get(row.roles, row.roles)) for row in group)


def _all_named(roles: tuple[str, ...], table: list[TableRow]) -> tuple[str, ...]:
    if "" not in roles or not {"time", "content"} <= {*roles}:
        return roles
    rows = [row for row in table if row.roles == roles]
    for role, is_one in _TOLD:
        if role not in roles and not (role == "who" and "lead" in roles):
            roles = _named(roles, rows, role, is_one)
    return roles


def _named(roles: tuple[str, ...], rows: list[TableRow], role: str, is_one: Callable[[str], bool]) -> tuple[str, ...]:
    """The roles with one for the first column that nearly all the time holds such as it is for."""
    for number in (number for number, known in enumerate(roles) if not known):
        cells = [row.cells[number].strip() for row in rows if number < len(row.cells) and row.cells[number].strip()]
        fitting = sum(is_one(cell) for cell in cells)
        if fitting >= _LEAST and fitting * 3 >= len(cells) * 2:
            return (*roles[:number], role, *roles[number + 1 :])
    return roles
