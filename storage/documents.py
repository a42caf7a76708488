"""What is known of the files that people sent; the files themselves stand in the file store."""

from datetime import datetime

from sqlalchemy import insert
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
) -> DocumentId:
    """Note a kept file as a plan, a report or material, under the name that its sender gave it."""
    values = {"conference_id": conference, "kind": kind, "name": name[:LONGEST_NAME], "size": kept.size}
    values |= {"sha256": kept.sha256, "path": kept.path, "account_id": by or None, "added_at": now}
    return DocumentId(await insert_id(connection, insert(documents).values(values)))
