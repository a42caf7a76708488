"""What is known of the files that people sent; the files themselves stand in the file store."""

from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, DocumentId
from storage.database import insert_id
from storage.files import Kept
from storage.schema import documents

LONGEST_NAME = 200


async def add(
    connection: AsyncConnection,
    conference: ConferenceId,
    kind: str,
    kept: Kept,
    name: str,
    by: AccountId,
    now: datetime,
    album: str | None = None,
) -> DocumentId:
    """Note a kept file as a plan, a report or material, under the name that its sender gave it.

    `album` is Telegram's name for the files that were sent with it in one go.
    """
    values = {"conference_id": conference, "kind": kind, "name": name[:LONGEST_NAME], "size": kept.size}
    values |= {"sha256": kept.sha256, "path": kept.path, "account_id": by or None, "added_at": now, "album": album}
    return DocumentId(await insert_id(connection, insert(documents).values(values)))


async def in_album(connection: AsyncConnection, conference: ConferenceId, by: AccountId, album: str) -> int:
    """How many files of an album are kept."""
    query = select(func.count()).where(
        documents.c.conference_id == conference, documents.c.account_id == by, documents.c.album == album
    )
    return int((await connection.execute(query)).scalar_one())
