"""Several processes at once, sessions that are ended, servers that stop; and the same schema on both databases."""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, inbox, leases
from storage.database import Database, Unavailable
from storage.deliveries import Terms
from storage.migrate import current, differences, downgrade, head, upgrade
from storage.schema import accounts, conferences, journal, notices, pacer
from storage.schema import deliveries as outbox
from tests.postgres import BACKENDS, POOLER, Cluster, pooler, programs

NOW = datetime(2026, 7, 1, 8, tzinfo=UTC)
AT = NOW.timestamp()
HERE = pytest.mark.skipif("postgresql" not in BACKENDS, reason="one skip is enough: see the first test")


def test_a_server_is_here_to_be_tested_against() -> None:
    if programs() is None and os.environ.get("CI") != "true":
        pytest.skip("no PostgreSQL server is installed here: everything ran on SQLite only")
    assert programs() is not None


@pytest_asyncio.fixture(params=BACKENDS)
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A database without any table."""
    if request.param == "sqlite":
        opened = Database(f"sqlite+aiosqlite:///{tmp_path}/empty.db")
        yield opened
        await opened.close()
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    async with cluster.fresh(template=None) as url:
        opened = Database(url)
        yield opened
        await opened.close()


async def test_migrations_go_up_down_and_up_again_and_end_at_the_schema(empty: Database) -> None:
    assert await current(empty) is None
    assert await upgrade(empty) is True
    assert (await current(empty), await differences(empty)) == (head(), [])
    await downgrade(empty)
    assert await current(empty) is None
    assert await upgrade(empty) is True
    assert await differences(empty) == []


async def test_processes_that_start_at_once_migrate_once(empty: Database) -> None:
    several = [Database(empty.url) for _ in range(4)]
    try:
        await asyncio.gather(*(upgrade(each) for each in several))
    finally:
        for each in several:
            await each.close()
    assert (await current(empty), await differences(empty)) == (head(), [])


async def test_parallel_services_lose_nothing_without_any_lock(database: Database) -> None:
    await add_pacer(database)

    async def add_one(connection: AsyncConnection) -> None:
        seen = (await connection.execute(select(pacer.c.next_at))).scalar_one()
        await asyncio.sleep(0)
        await connection.execute(update(pacer).values(next_at=seen + 1))

    async def add_ten() -> None:
        for _ in range(10):
            await database.run(add_one)

    await asyncio.gather(*(add_ten() for _ in range(4)))
    async with database.begin() as connection:
        assert (await connection.execute(select(pacer.c.next_at))).scalar_one() == 40


async def test_two_who_look_before_they_add_end_up_one_after_the_other(database: Database) -> None:
    """The rule "at most one line" is in no constraint: only serializable transactions keep it."""

    async def unless_there(connection: AsyncConnection) -> bool:
        count = (await connection.execute(select(func.count()).select_from(journal))).scalar_one()
        await asyncio.sleep(0)
        if count:
            return False
        await connection.execute(insert(journal).values(at=NOW, act="only", data={}))
        return True

    assert sorted(await asyncio.gather(*(database.run(unless_there) for _ in range(5)))) == [False] * 4 + [True]


async def test_an_update_that_two_processes_fetch_is_new_to_one_of_them(database: Database) -> None:
    rows = [{"update_id": each, "chat_id": 1, "raw": "{}", "received_at": NOW} for each in range(20)]

    async def keep() -> set[int]:
        async with database.begin() as connection:
            return await inbox.keep(connection, rows)

    found = await asyncio.gather(*(keep() for _ in range(4)))
    assert sorted(each for new in found for each in new) == list(range(20))


async def add_pacer(database: Database, **values: str | float) -> None:
    row = {"bot": "b", "next_at": 0.0, "rate": 1000.0, "paused_until": 0.0} | values
    async with database.begin() as connection:
        await connection.execute(insert(pacer).values(row))


async def add_outbox(database: Database, count: int) -> None:
    conference = {"code": "A", "title": "Hội nghị", "timezone": "UTC", "language": "vi", "purpose": []}
    conference |= {"recipients": [], "state": "published", "revision": 1, "created_at": NOW}
    notice = {"conference_id": 1, "kind": "k", "view": "v", "data": {}, "urgency": 30, "policy": "resend"}
    row = {"conference_id": 1, "notice_id": 1, "state": "waiting", "urgency": 30, "due_at": NOW, "attempt": 0}
    async with database.begin() as connection:
        await connection.execute(insert(conferences).values(conference))
        await connection.execute(insert(notices).values(notice | {"wants_receipt": False, "created_at": NOW}))
        await connection.execute(insert(outbox), [row | {"chat_id": each} for each in range(1, count + 1)])


async def test_eight_claimers_get_every_row_once_and_keep_the_pace(database: Database) -> None:
    """400 rows at 1000 a second, in portions of 20: whoever claims, every portion has its own 20 ms."""
    await add_outbox(database, 400)
    at, slots = AT, []

    async def claimer(number: int) -> list[int]:
        nonlocal at
        terms, mine = Terms(bot="b", owner=str(number), rate=1000.0, window=0.02), []
        while True:
            asked = at
            async with database.begin() as connection:
                claim = await deliveries.claim(connection, terms, NOW, asked)
            if claim.rows:
                mine += [row.chat for row in claim.rows]
                slots.extend(asked + (claim.wait or 0) + each * claim.spacing for each in range(len(claim.rows)))
            elif claim.wait is None:
                return mine
            else:
                at = max(at, asked + claim.wait)

    found = await asyncio.gather(*(claimer(each) for each in range(8)))
    assert sorted(chat for mine in found for chat in mine) == list(range(1, 401))
    slots.sort()
    assert min(round(later - sooner, 6) for sooner, later in pairwise(slots)) == 0.001


async def test_a_lease_is_one_holders_until_it_runs_out_or_is_given_back(database: Database) -> None:
    async def take(owner: str, seconds: float) -> bool:
        now = NOW + timedelta(seconds=seconds)
        async with database.begin() as connection:
            return await leases.take(connection, "polling", owner, now, now + timedelta(seconds=15))

    first = await asyncio.gather(*(take(owner, 0) for owner in "abcdefgh"))
    assert first.count(True) == 1
    holder, other = "abcdefgh"[first.index(True)], "abcdefgh"[first.index(False)]
    assert [await take(other, 14), await take(holder, 14), await take(other, 28)] == [False, True, False]
    assert [await take(other, 29), await take(holder, 30)] == [True, False]
    async with database.begin() as connection:
        await leases.release(connection, "polling", holder)
    assert await take(holder, 31) is False
    async with database.begin() as connection:
        await leases.release(connection, "polling", other)
    assert await take(holder, 31) is True


@HERE
class TestTheServer:
    async def test_a_session_that_is_ended_is_unavailable_and_the_next_one_works(
        self, postgresql: Database, cluster: Cluster
    ) -> None:
        with pytest.raises(Unavailable):
            async with postgresql.begin() as connection:
                await add_pacer(postgresql, rate=2.0)
                name = postgresql.url.database
                await cluster.execute(
                    f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
                )
                await connection.execute(update(pacer).values(rate=3.0))
        async with postgresql.begin() as connection:
            assert (await connection.execute(select(pacer.c.rate))).scalar_one() == 2.0

    async def test_a_server_that_is_down_is_unavailable_until_it_is_back(
        self, postgresql: Database, cluster: Cluster
    ) -> None:
        await add_pacer(postgresql)
        cluster.stop("immediate")
        try:
            for _ in range(2):
                with pytest.raises(Unavailable):
                    async with postgresql.begin():
                        pass
        finally:
            cluster.start()
        async with postgresql.begin() as connection:
            assert (await connection.execute(select(pacer.c.bot))).scalar_one() == "b"

    async def test_a_database_that_is_read_only_is_unavailable(self, postgresql: Database, cluster: Cluster) -> None:
        name = postgresql.url.database
        await cluster.execute(f"alter database {name} set default_transaction_read_only = on")
        with pytest.raises(Unavailable, match="25006"):
            await add_pacer(postgresql)

    async def test_a_lock_that_nobody_lets_go_of_is_unavailable(self, postgresql: Database, cluster: Cluster) -> None:
        await add_pacer(postgresql)
        async with postgresql.begin() as holder:
            await holder.execute(select(pacer).with_for_update())
            with pytest.raises(Unavailable, match="55P03"):
                async with postgresql.begin() as connection:
                    await connection.execute(text("set local lock_timeout = '50ms'"))
                    await connection.execute(update(pacer).values(rate=3.0))

    async def test_more_connections_than_the_server_has_are_unavailable(
        self, postgresql: Database, cluster: Cluster
    ) -> None:
        await cluster.execute(f"alter database {postgresql.url.database} connection limit 0")
        await cluster.execute("create role clerk login", f"grant all on database {postgresql.url.database} to clerk")
        clerk = Database(postgresql.url.set(username="clerk"))
        with pytest.raises(Unavailable, match="53300"):
            async with clerk.begin():
                pass
        await clerk.close()
        await postgresql.close()
        await cluster.execute(f"revoke all on database {postgresql.url.database} from clerk", "drop role clerk")

    async def test_a_deadlock_outside_of_services_is_unavailable_to_one_of_two(self, postgresql: Database) -> None:
        await add_pacer(postgresql)
        await add_pacer(postgresql, bot="c")
        both = asyncio.Barrier(2)

        async def change(first: str, second: str) -> None:
            async with postgresql.begin() as connection:
                await connection.execute(text("set local deadlock_timeout = '20ms'"))
                await connection.execute(update(pacer).where(pacer.c.bot == first).values(rate=2.0))
                await both.wait()
                await connection.execute(update(pacer).where(pacer.c.bot == second).values(rate=2.0))

        ended = await asyncio.gather(change("b", "c"), change("c", "b"), return_exceptions=True)
        assert sorted(type(each).__name__ for each in ended) == ["NoneType", "Unavailable"]

    async def test_a_mistake_of_ours_is_no_lack_of_a_database(self, postgresql: Database) -> None:
        with pytest.raises(DBAPIError) as missing:
            async with postgresql.begin() as connection:
                await connection.execute(text("select * from nowhere"))
        with pytest.raises(IntegrityError) as orphan:
            async with postgresql.begin() as connection:
                row = {"account_id": 1, "conference_id": 9, "language": "vi", "reachability": "linked"}
                await connection.execute(insert(accounts).values(row | {"created_at": NOW, "pending_token": "secret"}))
        assert not isinstance(missing.value, Unavailable)
        assert "secret" not in str(orphan.value)

    async def test_every_session_lets_go_of_its_rows_when_its_worker_was_put_to_sleep(
        self, postgresql: Database
    ) -> None:
        async with postgresql.begin() as connection:
            shown = await connection.execute(text("show idle_in_transaction_session_timeout"))
            assert shown.scalar_one() == "10s"
            with pytest.raises(Unavailable):
                async with postgresql.begin() as other:
                    await other.execute(text("set local idle_in_transaction_session_timeout = '20ms'"))
                    await connection.execute(text("select 1 from pg_sleep(0.1)"))
                    await other.execute(text("select 1"))


@HERE
async def test_behind_a_pooler_nothing_belongs_to_a_session(cluster: Cluster) -> None:
    async with cluster.fresh() as url:
        pooled = Database(f"{url}&pgbouncer=true")
        await add_pacer(pooled)
        async with pooled.begin() as connection:
            await connection.execute(update(pacer).values(rate=2.0))
            left = text("select count(*) from pg_prepared_statements where name not like '\\_\\_asyncpg\\_%-%'")
            assert (await connection.execute(left)).scalar_one() == 0
            assert (await connection.execute(text("show idle_in_transaction_session_timeout"))).scalar_one() == "0"
        await pooled.close()


@HERE
@pytest.mark.skipif(POOLER is None, reason="no PgBouncer is installed here")
async def test_pgbouncer_in_transaction_mode_carries_everything(cluster: Cluster) -> None:
    async with cluster.fresh(template=None) as url:
        with pooler(cluster) as through:
            several = [Database(through(url)) for _ in range(4)]
            await asyncio.gather(*(upgrade(each) for each in several))
            assert await differences(several[0]) == []
            await add_pacer(several[0])

            async def add_one(connection: AsyncConnection) -> None:
                seen = (await connection.execute(select(pacer.c.next_at))).scalar_one()
                await connection.execute(update(pacer).values(next_at=seen + 1))

            async def add_ten(database: Database) -> None:
                for _ in range(10):
                    await database.run(add_one)

            await asyncio.gather(*(add_ten(each) for each in several))
            async with several[0].begin() as connection:
                assert (await connection.execute(select(pacer.c.next_at))).scalar_one() == 40
            for each in several:
                await each.close()


@HERE
async def test_the_time_of_a_claim_is_read_once_no_other_worker_holds_the_pace(postgresql: Database) -> None:
    async with postgresql.begin() as connection:
        values = {"bot": "b", "next_at": AT, "rate": 20.0, "paused_until": 0.0}
        await connection.execute(insert(pacer).values(values))

    async def time() -> float:
        async with postgresql.begin() as connection:
            return await deliveries.held_time(connection, "b", 0.0)

    async with postgresql.begin() as holder:
        mine = await deliveries.held_time(holder, "b", 0.0)
        other = asyncio.create_task(time())
        while not await _somebody_waits(postgresql):  # noqa: ASYNC110 - the server has no bell
            await asyncio.sleep(0)
        later = await deliveries.shared_time(holder, 0.0)
    assert mine < later < await other


async def _somebody_waits(database: Database) -> bool:
    query = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
    async with database.begin() as connection:
        return bool((await connection.execute(text(query))).scalar_one())
