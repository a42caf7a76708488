"""Whom only the telephone reaches: as a message, and as a sheet to work from."""

from collections.abc import Sequence
from typing import Any

from documents.workbook import Column, sheet
from domain.views import Attachment, Reply
from services.desk import Work
from services.views.broadcast_outcomes import UnreachedPeople
from templates.render import known, words

SHOWN = 60
_WHY = (
    "not_linked",
    "new_phone",
    "blocked",
    "deactivated",
    "never_started",
    "chat_not_found",
    "failed",
    "uncertain",
    "cancelled",
)
Person = tuple[str, str, str, str, str]
"""Name, post, unit, phone, why."""


async def telephone_list(work: Work, key: int, rows: Sequence[Any]) -> Reply:
    """Those of `storage.addressees.unreached` or `storage.notices.missed`; all of them are in the sheet."""
    people = [_person(row) for row in rows]
    listed = tuple(
        (name, ", ".join(part for part in (post, unit) if part), phone, why)
        for name, post, unit, phone, why in people[:SHOWN]
    )
    view = UnreachedPeople(id=key, people=listed, total=len(people))
    if not people:
        return Reply(it=view)
    await work.note("phones_exported", "delegates", None, count=len(people))
    return Reply(it=view, files=(_sheet(work, people),))


def _person(row: Any) -> Person:
    return row.name or "", row.post or "", row.unit_text or "", row.phone or "", row.why if row.why in _WHY else "other"


def _sheet(work: Work, people: Sequence[Person]) -> Attachment:
    language = known(work.actor.language)
    table, why = words(language)["telephone_list"], words(language)["unreached_why"]
    columns = [
        Column(heading=table[name], width=width)
        for name, width in (("name", 28), ("post", 28), ("unit", 28), ("phone", 16), ("why", 22))
    ]
    content = sheet(table["title"], columns, [(*person[:4], why[person[4]]) for person in people])
    return Attachment(table["file"], content)
