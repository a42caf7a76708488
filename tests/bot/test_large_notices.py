"""Notices to very many: what is due is found by the index from the first claim on."""

from sqlalchemy import text

from benchmarks.outbox import database_of, fill
from tests.postgres import Cluster

_CLAIM = (
    "explain select id from deliveries where state = 'waiting' and due_at <= now() "
    "order by urgency, turn, id limit 100 for update skip locked"
)
_CHATS = "explain select chat_id from deliveries where chat_id in (1000001, 1000002, 1000003)"


async def test_postgresql_knows_how_much_waits_as_soon_as_it_is_written(cluster: Cluster) -> None:
    """It would sort all that waits for every claim, until it looked by itself a minute later."""
    async with cluster.fresh() as url:
        await fill(url, 5000)
        database = database_of(url)
        async with database.begin() as connection:
            plans = ["\n".join((await connection.execute(text(each))).scalars()) for each in (_CLAIM, _CHATS)]
        await database.close()
    assert ["ix_deliveries_due" in plans[0], "Sort" in plans[0], "ix_deliveries_chat_id" in plans[1]] == [
        True,
        False,
        True,
    ]
