"""Who did what: written once, never changed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId
from storage.schema import journal


async def note(
    connection: AsyncConnection,
    *,
    at: datetime,
    conference: ConferenceId | None,
    account: AccountId | None,
    act: str,
    subject: str | None = None,
    subject_id: int | None = None,
    **data: Any,
) -> None:
    """Add a line. `act` is a stable code; names, phones and message texts do not belong in `data`."""
    values = {"at": at, "conference_id": conference, "account_id": account, "act": act, "data": data}
    await connection.execute(insert(journal).values(values | {"subject": subject, "subject_id": subject_id}))


async def note_each(
    connection: AsyncConnection,
    *,
    at: datetime,
    conference: ConferenceId | None,
    account: AccountId | None,
    act: str,
    subject: str,
    subjects: Iterable[int],
) -> None:
    """The same line for several subjects, in one statement."""
    line: dict[str, Any] = {
        "at": at,
        "conference_id": conference,
        "account_id": account,
        "act": act,
        "data": {},
        "subject": subject,
    }
    if lines := [line | {"subject_id": each} for each in subjects]:
        await connection.execute(insert(journal), lines)
