"""Who of several processes does what only one may do: held for a time, renewed, taken over when it has run out."""

from datetime import datetime

from sqlalchemy import delete, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import insert_new
from storage.schema import leases


async def take(connection: AsyncConnection, name: str, owner: str, now: datetime, until: datetime) -> bool:
    """Take or renew the lease; False while somebody else holds it."""
    values = {"name": name, "owner": owner, "until": until}
    await connection.execute(insert_new(connection, leases, ["name"]).values(values))
    free = or_(leases.c.owner == owner, leases.c.until <= now)
    ours = update(leases).where(leases.c.name == name, free).values(owner=owner, until=until)
    return bool((await connection.execute(ours)).rowcount)


async def release(connection: AsyncConnection, name: str, owner: str) -> None:
    """Give the lease back, where it is still ours."""
    await connection.execute(delete(leases).where(leases.c.name == name, leases.c.owner == owner))
