"""The outbox under claims, crashes, pauses and clocks that jump; every time here is given, none is read."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import func, insert, select, update

from domain.ids import ChatId, NoticeId
from storage import deliveries, notices, receipts, results
from storage.database import Database
from storage.deliveries import Claim, Claimed, Terms
from storage.results import Result
from storage.schema import accounts, conferences, group_chats, pacer
from storage.schema import deliveries as outbox
from storage.schema import notices as stored

NOW = datetime(2026, 7, 1, 8, tzinfo=UTC)
AT = NOW.timestamp()
ME = Terms(bot="b", owner="me", rate=20.0)
OTHER = Terms(bot="b", owner="other", rate=20.0)


@pytest_asyncio.fixture
async def conference(database: Database) -> int:
    values = {"code": "A", "title": "Hội nghị", "timezone": "UTC", "language": "vi", "purpose": [], "recipients": []}
    async with database.begin() as connection:
        await connection.execute(
            insert(conferences).values(values | {"state": "published", "revision": 1, "created_at": NOW})
        )
        people = [
            {"account_id": each, "language": "vi", "reachability": "linked", "created_at": NOW, "is_owner": False}
            for each in range(1, 31)
        ]
        await connection.execute(insert(accounts), people)
    return 1


async def notice(database: Database, chats: Iterable[int] = (), **values: Any) -> NoticeId:
    """A stored notice with a delivery for each chat."""
    due_at, urgency = values.pop("due_at", NOW), values.setdefault("urgency", 30)
    common = {"conference_id": 1, "kind": "k", "view": "v", "data": {}, "policy": "resend", "created_at": NOW}
    async with database.begin() as connection:
        made = await connection.execute(insert(stored).values(common | {"wants_receipt": False} | values))
        key = made.inserted_primary_key
        assert key is not None
        for chat in chats:
            row = {"conference_id": 1, "notice_id": key[0], "chat_id": chat, "state": "waiting", "attempt": 0}
            await connection.execute(insert(outbox).values(row | {"urgency": urgency, "due_at": due_at}))
    return NoticeId(key[0])


async def claim(database: Database, terms: Terms = ME, at: float = AT, **more: Any) -> Claim:
    async with database.begin() as connection:
        return await deliveries.claim(connection, terms, more.pop("now", NOW), at, **more)


async def states(database: Database) -> list[tuple[int, str, int, str | None]]:
    query = select(outbox.c.chat_id, outbox.c.state, outbox.c.attempt, outbox.c.reason).order_by(outbox.c.id)
    async with database.begin() as connection:
        return [tuple(row) for row in (await connection.execute(query)).all()]


def result(row: Claimed, state: str, **more: Any) -> Result:
    values = {"chat": row.chat, "attempt": row.attempt, "reason": row.reason}
    return Result(id=row.id, state=state, **values | more)


async def record(database: Database, some: list[Result], owner: str = "me") -> None:
    async with database.begin() as connection:
        await results.record(connection, owner, some)


async def reap(database: Database, owner: str, at: datetime, **more: Any) -> tuple[int, int]:
    async with database.begin() as connection:
        return await results.reap(connection, owner, more.pop("now", at), at, **more)


def chats(found: Claim) -> list[int]:
    return [row.chat for row in found.rows]


async def _is_to_change(database: Database, first: int) -> None:
    """The last row is to change the message of the first, whose number is not known yet."""
    last = select(func.max(outbox.c.id)).scalar_subquery()
    async with database.begin() as connection:
        await connection.execute(update(outbox).where(outbox.c.id == last).values(data={"own": "x", "of": first}))


@pytest.mark.usefixtures("conference")
class TestClaims:
    async def test_a_claim_takes_what_fits_into_the_window_and_spaces_it(self, database: Database) -> None:
        await notice(database, range(1, 6))
        found = await claim(database)
        assert (chats(found), found.wait, found.spacing) == ([1, 2], 0.0, 0.05)
        assert [state for _, state, _, _ in await states(database)] == ["sending"] * 2 + ["waiting"] * 3

    async def test_the_next_claim_follows_on_without_a_gap_and_never_runs_ahead(self, database: Database) -> None:
        await notice(database, range(1, 8))
        await claim(database)
        follows = await claim(database, at=AT + 0.02)
        assert (chats(follows), round(follows.wait or 0, 6)) == ([3, 4], 0.08)
        too_early = await claim(database, at=AT + 0.03)
        assert (chats(too_early), round(too_early.wait or 0, 6)) == ([], 0.07)

    async def test_a_pause_in_the_work_is_not_made_up_for_by_a_burst(self, database: Database) -> None:
        await notice(database, range(1, 8))
        await claim(database)
        assert chats(await claim(database, at=AT + 60)) == [3, 4]
        assert chats(await claim(database, at=AT + 60, terms=OTHER)) == [5, 6]
        assert chats(await claim(database, at=AT + 60)) == []

    async def test_where_several_share_the_pace_no_slot_is_over_before_the_worker_has_it(
        self, database: Database
    ) -> None:
        shared = replace(ME, lead=0.05, slack=0.02)
        await notice(database, range(1, 8))
        first = await claim(database, terms=shared)
        assert (chats(first), round(first.wait or 0, 6), round(first.spacing, 6)) == ([1, 2], 0.05, 0.051)
        follows = await claim(database, at=AT + 0.06, terms=shared)
        assert (chats(follows), round(follows.wait or 0, 6)) == ([3, 4], 0.092)
        late = await claim(database, at=AT + 0.24, terms=shared)
        assert (chats(late), round(late.wait or 0, 6)) == ([5, 6], 0.05)

    async def test_where_the_pacer_stood_tells_whether_another_has_claimed_in_between(self, database: Database) -> None:
        await notice(database, range(1, 20))
        first, mine = await claim(database), await claim(database, at=AT + 0.1)
        assert (first.stood, mine.stood) == (0.0, first.stands)
        await claim(database, at=AT + 0.2, terms=OTHER)
        theirs = await claim(database, at=AT + 0.2, terms=OTHER)
        waits, again = await claim(database, at=AT + 0.2), await claim(database, at=AT + 0.4)
        assert (waits.rows, waits.stood, waits.stands) == ((), theirs.stands, theirs.stands)
        assert (again.stood, again.stands > theirs.stands) == (theirs.stands, True)

    async def test_two_workers_never_get_the_same_row(self, database: Database) -> None:
        await notice(database, range(1, 31))
        wide = [Terms(bot=each, owner=each, rate=100.0) for each in ("b", "c", "d", "e")]
        found = await asyncio.gather(*(claim(database, terms=each) for each in wide))
        assert sorted(chat for each in found for chat in chats(each)) == list(range(1, 31))

    async def test_what_was_on_its_way_is_changed_once_it_is_there(self, database: Database) -> None:
        await notice(database, [1])
        (going,) = (await claim(database)).rows
        await notice(database, [1], way="edit")
        await _is_to_change(database, going.id)
        assert chats(await claim(database, at=AT + 1)) == []
        await record(database, [result(going, "sent", message_id=7, messages=(6, 7), sent_at=NOW)])
        assert chats(await claim(database, at=AT + 2)) == []  # it looks again a second after
        (change,) = (await claim(database, at=AT + 3, now=NOW + timedelta(seconds=1))).rows
        assert change.data == {"own": "x", "messages": [6, 7]}

    @pytest.mark.parametrize("state", ["failed", "unreachable", "uncertain", "waiting"])
    async def test_nothing_is_changed_of_what_did_not_arrive(self, database: Database, state: str) -> None:
        await notice(database, [1])
        (going,) = (await claim(database)).rows
        await record(database, [result(going, state, due_at=NOW + timedelta(days=1))])
        await notice(database, [1], way="delete")
        await _is_to_change(database, going.id)
        assert chats(await claim(database, at=AT + 1)) == []
        assert [each[1] for each in await states(database)] == [state, "superseded"]

    async def test_a_chat_that_another_worker_writes_to_is_left_alone_for_a_while(self, database: Database) -> None:
        """A second for a person, three for a group, after the last that is on its way or was sent; whatever waits."""
        for _ in range(5):
            await notice(database, [1, -5])
        five = [replace(ME, owner=owner, rate=60.0, window=0.04, turns=True) for owner in "abcde"]
        found = [await claim(database, terms=each, at=AT + 0.2 * n) for n, each in enumerate(five[:3])]
        held = [{row.chat: round(row.hold, 1) for row in each.rows} for each in found]
        assert held == [{1: 0, -5: 0}, {1: 0.8, -5: 2.8}, {1: 1.6, -5: 5.6}]
        await record(database, [result(row, "waiting") for row in found[0].rows], owner="a")
        again = await claim(database, terms=five[3], at=AT + 1)
        assert {row.chat: round(row.hold, 1) for row in again.rows} == {1: 2.0, -5: 8.0}
        for owner, each in zip("bcd", (*found[1:], again), strict=True):
            await record(database, [result(row, "sent", sent_at=NOW) for row in each.rows], owner=owner)
        later = await claim(database, terms=five[4], at=AT + 9, now=NOW + timedelta(seconds=0.4))
        assert {row.chat: round(row.hold, 1) for row in later.rows} == {1: 0.6, -5: 2.6}

    async def test_what_was_sent_before_the_clock_was_set_back_holds_nobody(self, database: Database) -> None:
        for _ in range(2):
            await notice(database, [1])
        terms = replace(ME, turns=True)
        first = await claim(database, terms=terms, most=1)
        await record(database, [result(row, "sent", sent_at=NOW + timedelta(hours=1)) for row in first.rows])
        assert [row.hold for row in (await claim(database, terms=terms, at=AT + 9)).rows] == [0]

    async def test_the_urgent_goes_first_then_the_earlier(self, database: Database) -> None:
        await notice(database, [1], urgency=40)
        await notice(database, [2], urgency=20, due_at=NOW - timedelta(seconds=1))
        await notice(database, [3], urgency=20, due_at=NOW - timedelta(seconds=9))
        await notice(database, [4], urgency=10)
        assert chats(await claim(database, terms=Terms(bot="b", owner="me", rate=40.0))) == [4, 3, 2, 1]

    async def test_of_the_equally_urgent_the_one_whose_turn_it_is_goes_first(self, database: Database) -> None:
        for chat, minutes in ((1, 30), (2, 10), (3, 20)):
            await notice(database, [chat], urgency=20, due_at=NOW - timedelta(seconds=chat))
            async with database.begin() as connection:
                turn = update(outbox).where(outbox.c.chat_id == chat)
                await connection.execute(turn.values(turn=NOW + timedelta(minutes=minutes)))
        assert chats(await claim(database, terms=replace(ME, rate=40.0))) == [2, 3, 1]

    async def test_what_is_not_due_waits(self, database: Database) -> None:
        await notice(database, [1], due_at=NOW + timedelta(seconds=1))
        assert await claim(database) == Claim()
        assert chats(await claim(database, now=NOW + timedelta(seconds=1))) == [1]

    async def test_too_late_and_unreachable_are_closed_without_sending_and_cost_no_time(
        self, database: Database
    ) -> None:
        await notice(database, [1], urgency=10, useful_until=NOW)
        await notice(database, [2, 3], urgency=20)
        async with database.begin() as connection:
            await connection.execute(update(accounts).where(accounts.c.account_id == 2).values(reachability="blocked"))
        assert chats(await claim(database)) == []
        assert await states(database) == [
            (1, "cancelled", 0, "too_late"),
            (2, "unreachable", 0, "blocked"),
            (3, "waiting", 0, None),
        ]
        assert (await claim(database)).wait == 0.0

    async def test_replies_that_went_out_besides_take_their_place_in_the_pace(self, database: Database) -> None:
        await notice(database, range(1, 8))
        first = await claim(database, room=2)
        assert round((await claim(database, at=AT)).wait or 0, 6) == 0.1
        assert chats(await claim(database, at=AT + first.taken - 0.11)) == [], "nobody has to ask before that"
        assert chats(await claim(database, at=AT + first.taken - 0.1)) == [3, 4]

    async def test_a_clock_set_back_does_not_silence_the_bot(self, database: Database) -> None:
        await notice(database, range(1, 8))
        await claim(database)
        found = await claim(database, at=AT - 3600)
        assert (chats(found), found.wait) == ([3, 4], 0.0)


@pytest.mark.usefixtures("conference")
class TestPauses:
    async def pace(self, database: Database) -> tuple[float, float]:
        async with database.begin() as connection:
            row = (await connection.execute(select(pacer))).one()
        return round(row.rate, 6), row.paused_until - AT

    async def pause(self, database: Database, terms: Terms, at: float, seconds: float) -> None:
        async with database.begin() as connection:
            await deliveries.pause(connection, terms, at, seconds)

    async def test_a_flood_stops_every_worker_and_cuts_the_pace_once(self, database: Database) -> None:
        await notice(database, range(1, 8))
        await claim(database)
        await self.pause(database, ME, AT, 5)
        await self.pause(database, OTHER, AT + 1, 6)
        await self.pause(database, OTHER, AT + 1, 2)
        assert await self.pace(database) == (round(20 * 2 / 3, 6), 7.0)
        waits = await claim(database, terms=OTHER, at=AT + 2)
        assert (chats(waits), round(waits.wait or 0, 6)) == ([], 4.9)
        assert chats(await claim(database, at=AT + 7)) == [3]

    async def test_the_pace_comes_back_by_one_a_second_each_minute_up_to_what_is_set(self, database: Database) -> None:
        await notice(database, range(1, 31))
        await claim(database)
        await self.pause(database, ME, AT, 5)
        await claim(database, at=AT + 65)
        rate, _ = await self.pace(database)
        assert rate == pytest.approx(20 * 2 / 3 + 1, abs=0.01)
        await claim(database, at=AT + 3600)
        assert (await self.pace(database))[0] == 20.0

    async def test_each_flood_after_a_silence_cuts_the_pace_again_down_to_one(self, database: Database) -> None:
        await notice(database, range(1, 31))
        await claim(database)
        rates = []
        for flood in range(10):
            await self.pause(database, ME, AT + 10 * flood, 5)
            rates.append((await self.pace(database))[0])
        cuts = [round(20 * (2 / 3) ** (flood + 1), 4) for flood in range(10)]
        assert [round(rate, 4) for rate in rates] == [max(1.0, cut) for cut in cuts]
        assert (await claim(database, at=AT + 94)).rows == ()
        assert len((await claim(database, at=AT + 95)).rows) == 1
        await claim(database, at=AT + 3600)
        assert (await self.pace(database))[0] == 20.0

    async def test_a_paid_pace_comes_back_in_proportion(self, database: Database) -> None:
        fast = Terms(bot="b", owner="me", rate=840.0)
        await notice(database, range(1, 31))
        await claim(database, terms=fast, most=1)
        await self.pause(database, fast, AT, 5)
        await claim(database, terms=fast, at=AT + 65)
        assert (await self.pace(database))[0] == pytest.approx(840 * 2 / 3 + 30, abs=0.1)


@pytest.mark.usefixtures("conference")
class TestResults:
    async def test_a_result_is_recorded_once_by_the_worker_that_holds_the_row(self, database: Database) -> None:
        await notice(database, [1])
        row = (await claim(database)).rows[0]
        await record(database, [result(row, "failed")], owner="other")
        assert await states(database) == [(1, "sending", 0, None)]
        await record(database, [result(row, "sent", message_id=7, sent_at=NOW)])
        await record(database, [result(row, "failed")])
        assert await states(database) == [(1, "sent", 0, None)]

    async def test_who_has_blocked_the_bot_is_unreachable_from_then_on(self, database: Database) -> None:
        await notice(database, [1])
        row = (await claim(database)).rows[0]
        await record(database, [result(row, "unreachable", reason="blocked", reachability="blocked")])
        async with database.begin() as connection:
            query = select(accounts.c.reachability).where(accounts.c.account_id == 1)
            assert (await connection.execute(query)).scalar_one() == "blocked"
        await notice(database, [1])
        assert chats(await claim(database, at=AT + 1)) == []

    async def test_a_group_that_has_moved_gets_what_waits_for_it_at_its_new_number(self, database: Database) -> None:
        async with database.begin() as connection:
            await connection.execute(insert(group_chats).values(chat_id=-5, conference_id=1, linked_at=NOW))
        await notice(database, [-5])
        await notice(database, [-5], urgency=40)
        row = (await claim(database, most=1)).rows[0]
        await record(database, [result(row, "waiting", chat=ChatId(-1005), moved_from=ChatId(-5))])
        assert [(chat, state) for chat, state, _, _ in await states(database)] == [(-1005, "waiting")] * 2
        async with database.begin() as connection:
            assert (await connection.execute(select(group_chats.c.chat_id))).scalars().all() == [-1005]


@pytest.mark.usefixtures("conference")
class TestCrashes:
    LATER = NOW + timedelta(seconds=61)

    async def test_rows_of_a_dead_worker_are_repeated_once_and_marked(self, database: Database) -> None:
        await notice(database, [1])
        await claim(database)
        assert await reap(database, "other", NOW + timedelta(seconds=59)) == (0, 0)
        assert await reap(database, "other", self.LATER) == (1, 0)
        assert await states(database) == [(1, "waiting", 1, "repeat:crash")]
        again = await claim(database, terms=OTHER, at=AT + 61)
        assert [(row.chat, row.attempt, row.reason) for row in again.rows] == [(1, 1, "repeat:crash")]
        assert await reap(database, "third", self.LATER + timedelta(seconds=99)) == (0, 1)
        assert await states(database) == [(1, "uncertain", 1, "crash")]

    async def test_what_must_not_be_repeated_waits_for_a_decision(self, database: Database) -> None:
        key = await notice(database, [1, 2], policy="hold")
        await claim(database)
        assert await reap(database, "other", self.LATER) == (0, 2)
        assert await states(database) == [(1, "uncertain", 0, "crash"), (2, "uncertain", 0, "crash")]
        async with database.begin() as connection:
            assert await notices.send_again(connection, key, ["uncertain"], NOW) == 2
        assert await states(database) == [(1, "waiting", 1, "repeat:decided"), (2, "waiting", 1, "repeat:decided")]

    async def test_what_is_of_no_use_any_more_is_not_repeated(self, database: Database) -> None:
        await notice(database, [1], useful_until=NOW + timedelta(seconds=30))
        await claim(database)
        assert await reap(database, "other", self.LATER) == (0, 1)

    async def test_a_worker_that_only_slept_still_tells_the_truth(self, database: Database) -> None:
        await notice(database, [1, 2], policy="hold")
        rows = (await claim(database)).rows
        await reap(database, "other", self.LATER)
        await record(database, [result(rows[0], "sent"), result(rows[1], "waiting")])
        assert await states(database) == [(1, "sent", 0, None), (2, "waiting", 0, None)]

    async def test_a_worker_that_slept_too_long_has_no_say(self, database: Database) -> None:
        await notice(database, [1])
        row = (await claim(database)).rows[0]
        await reap(database, "other", self.LATER)
        await claim(database, terms=OTHER, at=AT + 61)
        await record(database, [result(row, "sent")])
        assert await states(database) == [(1, "sending", 1, "repeat:crash")]

    async def test_a_worker_never_reaps_its_own_rows_and_a_lonely_one_takes_all_others(
        self, database: Database
    ) -> None:
        await notice(database, [1])
        await claim(database)
        assert await reap(database, "me", self.LATER, everybody=True) == (0, 0)
        assert await reap(database, "me again", NOW, everybody=True) == (1, 0)

    async def test_what_a_worker_claimed_without_learning_of_it_is_taken_up_long_after(
        self, database: Database
    ) -> None:
        await notice(database, [1])
        await claim(database)
        assert await reap(database, "me", NOW + timedelta(seconds=180)) == (0, 0)
        assert await reap(database, "me", NOW + timedelta(seconds=181)) == (1, 0)
        assert await states(database) == [(1, "waiting", 1, "repeat:crash")]


@pytest.mark.usefixtures("conference")
class TestWholeNotices:
    async def test_a_withdrawn_notice_reaches_nobody_any_more_even_what_is_given_back(self, database: Database) -> None:
        key = await notice(database, [1, 2, 3])
        row = (await claim(database, most=1)).rows[0]
        async with database.begin() as connection:
            assert await notices.withdraw(connection, key, NOW) == 2
        await record(database, [result(row, "waiting")])
        async with database.begin() as connection:
            assert await results.drop_late(connection, NOW) == 1
        assert await states(database) == [
            (1, "cancelled", 0, "too_late"),
            (2, "cancelled", 0, "stopped"),
            (3, "cancelled", 0, "stopped"),
        ]
        async with database.begin() as connection:
            assert await notices.resume(connection, key, NOW) == 3
        assert chats(await claim(database, at=AT + 1)) == [1, 2]

    async def test_a_tally_counts_states_and_receipts(self, database: Database) -> None:
        key = await notice(database, [1, 2, 3])
        row = (await claim(database, most=1)).rows[0]
        await record(database, [result(row, "sent")])
        async with database.begin() as connection:
            assert (await receipts.acknowledge(connection, key, 1, NOW)) is not None
            assert (await receipts.acknowledge(connection, key, 1, NOW + timedelta(days=1))) is not None
            assert (await receipts.acknowledge(connection, key, 9, NOW)) is None
            assert await notices.tally(connection, key) == {"sent": 1, "waiting": 2, "acknowledged": 1}
