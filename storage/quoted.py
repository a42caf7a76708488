"""Where somebody's name stands in what was said to others, typed by others, or meant for them and never used."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, String, cast, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delegates import ERASED_NAME
from domain.ids import AccountId
from storage.schema import delegates, focal_people, forms, inbox, invitations, notices, organizers, questions


async def forget(connection: AsyncConnection, account: AccountId, lines: Sequence[int]) -> None:
    """Nothing said to others names the person any more, no open form is about them, no link is kept for them."""
    for conference, name in sorted(await _names(connection, account, lines)):
        await _forget_in_notices(connection, conference, name, lines)
        meant = (invitations.c.conference_id == conference) & (invitations.c.name == name)
        unused = invitations.c.used_at.is_(None)  # who used one of that name is somebody, perhaps somebody else
        await connection.execute(update(invitations).where(meant, unused).values(name=None))
        handled = inbox.c.done_at.is_not(None) & inbox.c.reply.is_(None)
        await connection.execute(update(inbox).where(handled, inbox.c.raw.contains(name)).values(raw="{}"))
        said = (forms.c.conference_id == conference) & _says(forms.c.data, name)
        await connection.execute(delete(forms).where(said))
    await _forget_forms_about_questions(connection, account)


async def _names(connection: AsyncConnection, account: AccountId, lines: Sequence[int]) -> set[tuple[int, str]]:
    """What the person is called, by conference."""
    found: set[tuple[int, str]] = set()
    for table in (delegates, organizers, focal_people):
        mine = table.c.account_id == account
        query = select(table.c.conference_id, table.c.name).where(
            or_(mine, table.c.id.in_(lines)) if table is delegates else mine
        )
        found |= {(row.conference_id, row.name) for row in (await connection.execute(query)).all() if row.name}
    return {(conference, name) for conference, name in found if name != ERASED_NAME}


def _says(column: Column[Any], name: str) -> ColumnElement[bool]:
    """Whether the JSON of a row has the name as one of its values."""
    return cast(column, String).contains(json.dumps(name), autoescape=True)


async def _forget_in_notices(connection: AsyncConnection, conference: int, name: str, lines: Sequence[int]) -> None:
    """What is about somebody else on the list speaks of that person, even where the two have one name."""
    others = (notices.c.subject == "delegate") & notices.c.subject_id.not_in(lines)
    query = select(notices.c.id, notices.c.data).where(
        notices.c.conference_id == conference,
        _says(notices.c.data, name),
        or_(notices.c.subject.is_(None), ~others),
    )
    for row in (await connection.execute(query)).all():
        without = update(notices).where(notices.c.id == row.id).values(data=_without(row.data, name))
        await connection.execute(without)


def _without(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: _without(each, name) for key, each in value.items()}
    if isinstance(value, list):
        return [_without(each, name) for each in value]
    return ERASED_NAME if value == name else value


async def _forget_forms_about_questions(connection: AsyncConnection, account: AccountId) -> None:
    """An answer that somebody is typing repeats the question."""
    asked = set((await connection.execute(select(questions.c.id).where(questions.c.account_id == account))).scalars())
    if not asked:
        return
    answering = select(forms.c.account_id, forms.c.data).where(forms.c.kind == "answer_question")
    for row in (await connection.execute(answering)).all():
        if row.data.get("question") in asked:
            await connection.execute(delete(forms).where(forms.c.account_id == row.account_id))
