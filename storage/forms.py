"""The one form a person may have open, stored at every step so that a restart loses nothing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId
from storage.database import upsert
from storage.schema import forms


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form as it stands: its kind and version (of the code that began it), the step, what was entered so far."""

    kind: str
    step: str
    version: int = 1
    data: dict[str, Any] = field(default_factory=dict)
    conference: ConferenceId | None = None


async def of(connection: AsyncConnection, account: AccountId) -> OpenForm | None:
    """The person's open form."""
    row = (await connection.execute(select(forms).where(forms.c.account_id == account))).first()
    return None if row is None else OpenForm(row.kind, row.step, row.version, dict(row.data), row.conference_id)


async def save(connection: AsyncConnection, account: AccountId, form: OpenForm, now: datetime) -> None:
    """Store the form in place of whatever was open."""
    values = {"kind": form.kind, "step": form.step, "version": form.version, "data": form.data, "updated_at": now}
    values |= {"account_id": account, "conference_id": form.conference}
    await connection.execute(upsert(connection, forms, ["account_id"], values))


async def close_in(connection: AsyncConnection, account: AccountId, conference: ConferenceId) -> None:
    """Leave the open form, if it is about this conference."""
    here = (forms.c.account_id == account) & (forms.c.conference_id == conference)
    await connection.execute(delete(forms).where(here))


async def close(connection: AsyncConnection, account: AccountId) -> bool:
    """Leave the open form; whether there was one."""
    return bool((await connection.execute(delete(forms).where(forms.c.account_id == account))).rowcount)
