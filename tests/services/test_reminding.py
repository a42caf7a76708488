"""Reminders from the publication to the outbox, over moves, downtime, quiet hours and clocks that jump."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from time import tzset
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import func, insert, select, update

from domain.conference import Conference, Programme, Session, SessionState
from domain.ids import ConferenceId, SessionId
from domain.settings import Lead
from services import reminding
from services.desk import SYSTEM
from storage import programmes, reminders
from storage.deliveries import Terms, claim
from storage.schema import accounts, delegates, deliveries, journal, notices
from storage.schema import reminders as rows

from .conftest import NOW, Office

THURSDAY = date(2026, 7, 2)
OPENING = Session(id=SessionId(1), title="Khai mạc", day=THURSDAY, start=time(8), room="P.1")
REPORT = Session(id=SessionId(2), title="Báo cáo", day=THURSDAY, start=time(8), end=time(9))
CLOSING = Session(id=SessionId(3), title="Bế mạc", day=THURSDAY, start=time(16))
START = datetime(2026, 7, 2, 1, tzinfo=UTC)
EVE = datetime(2026, 7, 1, 9, tzinfo=UTC)


def programme(*sessions: Session) -> Programme:
    conference = Conference(title="Hội nghị", code="HN", venue="Hội trường A", contact="Văn phòng")
    return Programme(conference=conference, sessions=sessions or (OPENING, REPORT, CLOSING))


class Desk:
    """The office with a published programme, its delegates, and a short way to publish and tick."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.clock = office.clock

    @property
    def system(self) -> Any:
        return replace(SYSTEM, conference=self.office.conference)

    async def publishes(self, sessions: Sequence[Session], title: str = "Hội nghị") -> None:
        """Another revision with these sessions, as the publication does it."""

        async def service(work: Any) -> None:
            old = await programmes.working(work.connection, work.conference)
            revision = old.conference.revision + 1
            new = replace(
                old, conference=replace(old.conference, revision=revision, title=title), sessions=tuple(sessions)
            )
            await programmes.change_conference(work.connection, work.conference, revision=revision)
            await programmes.publish(work.connection, new, work.now, work.actor.account)
            await reminding.plan(work, new)

        await self.office.do(self.system, service)

    async def delegate(self, account: int | None, **columns: Any) -> None:
        if account is not None:
            await self.office.person(account)
        values = {"conference_id": self.office.conference, "name": "A", "name_key": "a", "account_id": account}
        values |= {"state": "invited", "rsvp": "none", "created_at": NOW}
        async with self.office.desk.database.begin() as connection:
            await connection.execute(insert(delegates).values(values | columns))

    async def tick(self, at: datetime | None = None) -> int:
        if at is not None:
            self.clock.now = at
        count: int = await self.office.do(self.system, reminding.tick)
        return count

    async def tell_of_tick(self, at: datetime) -> list[int]:
        """The tick of a moment as the bot has it; who is to have a message after it who was not before."""
        self.clock.now = at
        if not await self.office.desk.see(SYSTEM, reminding.conferences_due):
            return []
        last = (await self.all(select(func.coalesce(func.max(deliveries.c.id), 0))))[0][0]
        await self.tick()
        query = select(deliveries.c.chat_id).where(deliveries.c.id > last)
        return [chat for (chat,) in await self.all(query)]

    async def planned(self) -> list[tuple[int, str, str]]:
        query = select(rows.c.session_id, rows.c.lead, rows.c.state).order_by(rows.c.id)
        return await self.all(query)

    async def told(self) -> list[tuple[int | None, str, str | None]]:
        query = select(deliveries.c.chat_id, deliveries.c.state, deliveries.c.reason).order_by(deliveries.c.id)
        return await self.all(query)

    async def views(self) -> list[dict[str, Any]]:
        return [data for (data,) in await self.all(select(notices.c.data).order_by(notices.c.id))]

    async def all(self, query: Any) -> list[Any]:
        async with self.office.desk.database.begin() as connection:
            return [tuple(row) for row in (await connection.execute(query)).all()]


@pytest_asyncio.fixture
async def desk(office: Office) -> Desk:
    made = await office.opens(programme())
    desk = Desk(office)
    await office.do(desk.system, reminding.plan, made)
    await desk.delegate(101)
    return desk


async def test_publishing_plans_each_session_and_lead_once_however_often(desk: Desk) -> None:
    expected = [(session, lead, "waiting") for session in (1, 2, 3) for lead in ("eve16:00", "60m", "15m")]
    assert await desk.planned() == expected
    await desk.publishes((OPENING, REPORT, CLOSING))
    assert await desk.planned() == expected


async def test_a_lead_that_is_past_when_it_is_published_is_not_planned(desk: Desk) -> None:
    today = Session(id=SessionId(3), title="Bế mạc", day=NOW.date(), start=time(9, 30))
    await desk.publishes((OPENING, REPORT, today))
    states = {(session, lead, state) for session, lead, state in await desk.planned() if session == 3}
    assert states == {
        (3, "eve16:00", "superseded"),
        (3, "60m", "superseded"),
        (3, "15m", "superseded"),
        (3, "15m", "waiting"),
    }


async def test_several_sessions_in_one_minute_are_one_message_to_each_delegate(desk: Desk) -> None:
    await desk.delegate(102)
    assert await desk.tick(START - timedelta(minutes=61)) == 3
    assert await desk.tick(START - timedelta(minutes=60)) == 2
    assert await desk.tick() == 0
    assert await desk.told() == [(101, "waiting", None), (102, "waiting", None)] * 2
    assert (await desk.views())[1] == {
        "conference": "Hội nghị",
        "lines": [
            {
                "session": 1,
                "title": "Khai mạc",
                "day": "2026-07-02",
                "start": "08:00:00",
                "end": None,
                "place": "P.1",
            },
            {
                "session": 2,
                "title": "Báo cáo",
                "day": "2026-07-02",
                "start": "08:00:00",
                "end": "09:00:00",
                "place": "Hội trường A",
            },
        ],
        "minutes": 60,
        "eve": False,
        "late": False,
        "contact": "Văn phòng",
        "speaks": [],
        "honoured": [],
    }


async def test_the_day_before_is_one_message_for_the_whole_day(desk: Desk) -> None:
    assert await desk.tick(EVE) == 3
    view = (await desk.views())[0]
    assert [line["session"] for line in view["lines"]] == [1, 2, 3]
    assert (view["eve"], view["late"], view["minutes"]) == (True, False, 960)


async def test_after_downtime_what_is_useful_goes_out_late_in_one_message_and_says_so(desk: Desk) -> None:
    assert await desk.tick(START - timedelta(minutes=10)) == 7
    views = await desk.views()
    assert [(view["late"], view["minutes"], len(view["lines"])) for view in views] == [(True, 10, 3)]
    assert {state for _, _, state in await desk.planned() if state != "waiting"} == {"late"}


async def test_reminder_is_skipped_once_the_session_has_begun_with_a_line_in_the_journal(desk: Desk) -> None:
    assert await desk.tick(START) == 1
    assert [line["title"] for line in (await desk.views())[0]["lines"]] == ["Bế mạc"]
    lines = await desk.all(select(journal.c.act, journal.c.subject_id, journal.c.data).order_by(journal.c.id))
    assert lines == [
        ("reminder_skipped", session, {"lead": lead, "why": "begun"})
        for session in (1, 2)
        for lead in ("eve16:00", "60m", "15m")
    ]


async def test_a_clock_going_back_doubles_nothing(desk: Desk) -> None:
    await desk.tick(EVE)
    assert await desk.tick(EVE - timedelta(days=1)) == 0
    assert await desk.tick(EVE + timedelta(seconds=1)) == 0
    assert len(await desk.told()) == 1


async def test_only_those_who_come_are_reminded_and_the_substitute_instead_of_the_original(desk: Desk) -> None:
    await desk.delegate(102, rsvp="declined")
    await desk.delegate(103, rsvp="substituted")
    await desk.delegate(104, substitute_for=3, rsvp="attending")
    await desk.delegate(105, state="removed")
    await desk.delegate(106)
    await desk.delegate(None)
    async with desk.office.desk.database.begin() as connection:
        await connection.execute(update(accounts).where(accounts.c.account_id == 106).values(reachability="blocked"))
    await desk.tick(EVE)
    assert await desk.told() == [
        (101, "waiting", None),
        (104, "waiting", None),
        (106, "unreachable", "blocked"),
    ]


async def test_a_moved_session_is_reminded_of_at_its_new_time_only(desk: Desk) -> None:
    moved = replace(OPENING, start=time(10))
    await desk.publishes((moved, REPORT, CLOSING))
    assert [(lead, state) for session, lead, state in await desk.planned() if session == 1] == [
        ("eve16:00", "superseded"),
        ("60m", "superseded"),
        ("15m", "superseded"),
        ("eve16:00", "waiting"),
        ("60m", "waiting"),
        ("15m", "waiting"),
    ]
    await desk.tick(START - timedelta(minutes=60))
    assert [[line["session"] for line in view["lines"]] for view in await desk.views()] == [[2, 1, 3]]


async def test_a_session_moved_back_is_reminded_of_again_at_its_first_time(desk: Desk) -> None:
    await desk.publishes((replace(OPENING, start=time(10)), REPORT, CLOSING))
    await desk.publishes((OPENING, REPORT, CLOSING))
    first = [row for row in await desk.planned() if row[0] == 1]
    assert first == [(1, lead, state) for state in ("waiting", "superseded") for lead in ("eve16:00", "60m", "15m")]


async def test_a_message_that_loses_its_first_session_counts_from_the_next(desk: Desk) -> None:
    await desk.tick(EVE)
    moved = [replace(each, start=time(17)) for each in (OPENING, REPORT)]
    await desk.publishes((*moved, CLOSING))
    view = (await desk.views())[0]
    assert ([line["session"] for line in view["lines"]], view["minutes"]) == ([3], 960 + 8 * 60)
    assert await desk.all(select(notices.c.useful_until)) == [(START + timedelta(hours=8),)]


async def test_messages_that_still_wait_lose_what_has_moved(desk: Desk) -> None:
    await desk.tick(EVE)
    await desk.publishes((replace(OPENING, start=time(10)), REPORT, CLOSING))
    assert [line["session"] for line in (await desk.views())[0]["lines"]] == [2, 3]
    assert await desk.told() == [(101, "waiting", None)]
    cancelled = [replace(each, state=SessionState.CANCELLED) for each in (OPENING, REPORT, CLOSING)]
    await desk.publishes(cancelled)
    assert await desk.told() == [(101, "superseded", "moved")]
    assert {state for _, _, state in await desk.planned()} == {"sent", "superseded"}


async def test_a_reminder_in_the_night_waits_for_the_morning_unless_the_session_is_earlier(desk: Desk) -> None:
    early = replace(OPENING, start=time(6, 30))
    earlier = replace(REPORT, start=time(5))
    await desk.publishes((early, earlier, CLOSING))
    await desk.tick(EVE)
    await desk.tick(datetime(2026, 7, 1, 21, tzinfo=UTC))
    await desk.tick(datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    query = select(deliveries.c.due_at, notices.c.useful_until).join(notices, notices.c.id == deliveries.c.notice_id)
    assert await desk.all(query.order_by(deliveries.c.id)) == [
        (EVE, datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (datetime(2026, 7, 1, 21, tzinfo=UTC), datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (datetime(2026, 7, 1, 23, tzinfo=UTC), datetime(2026, 7, 1, 23, 30, tzinfo=UTC)),
    ]
    assert [view["minutes"] for view in await desk.views()] == [780, 60, 30]


async def test_conferences_that_are_not_public_are_not_ticked(desk: Desk) -> None:
    desk.clock.now = EVE

    async def due() -> tuple[list[ConferenceId], datetime | None]:
        async with desk.office.desk.database.begin() as connection:
            upcoming = await reminders.next_due(connection)
        return await desk.office.desk.see(SYSTEM, reminding.conferences_due), upcoming

    assert await due() == ([ConferenceId(1)], EVE)
    async with desk.office.desk.database.begin() as connection:
        await programmes.change_conference(connection, ConferenceId(1), state="closed")
    assert await due() == ([], None)


async def test_what_many_people_could_not_read_in_time_goes_out_earlier_and_organizers_hear_of_it_before(
    desk: Desk,
) -> None:
    await desk.tick(START - timedelta(minutes=60))
    await desk.office.organizer(1)
    desk.office.desk.settings = replace(desk.office.desk.settings, rate=1 / 1100)
    begins = START - timedelta(seconds=1210)
    for now, due, sent in (
        (begins - timedelta(minutes=30, seconds=1), [], 0),
        (begins - timedelta(minutes=30), [ConferenceId(1)], 0),
        (begins - timedelta(seconds=1), [ConferenceId(1)], 0),
        (begins, [ConferenceId(1)], 2),
    ):
        desk.clock.now = now
        assert await desk.office.desk.see(SYSTEM, reminding.conferences_due) == due
        assert await desk.tick() == sent
    assert (await desk.views())[-2] == {
        "title": "Khai mạc",
        "people": 1,
        "begins": "2026-07-02T07:39:50",
        "planned": "2026-07-02T07:45:00",
        "starts": "2026-07-02T08:00:00",
        "minutes": 19,
    }
    assert await desk.told() == [(101, "waiting", None), (1, "waiting", None), (101, "waiting", None)]


async def test_the_reminder_of_what_begins_first_goes_out_first_whenever_it_was_due(desk: Desk) -> None:
    soon = replace(CLOSING, day=THURSDAY - timedelta(days=1), start=time(16, 20))
    await desk.publishes((OPENING, soon))
    for minutes in (-40, 0, 5):
        await desk.tick(EVE + timedelta(minutes=minutes))
    terms = Terms(bot="b", owner="me", rate=100.0)
    async with desk.office.desk.database.begin() as connection:
        found = await claim(connection, terms, desk.clock.now, desk.clock.now.timestamp())
    lines = [found.notices[row.notice].data["lines"] for row in found.rows]
    assert [[line["title"] for line in each] for each in lines] == [["Bế mạc"], ["Bế mạc"], ["Khai mạc"]]


async def test_ten_thousand_are_all_reminded_before_a_session_they_would_else_have_missed_it_for(desk: Desk) -> None:
    await desk.office.organizer(1)
    numbers = range(1000, 10_999)
    async with desk.office.desk.database.begin() as connection:
        linked = {"language": "vi", "is_owner": False, "reachability": "linked", "created_at": NOW}
        await connection.execute(insert(accounts), [linked | {"account_id": each} for each in numbers])
        comes = {"conference_id": desk.office.conference, "name": "A", "name_key": "a", "state": "invited"}
        comes |= {"rsvp": "attending", "created_at": NOW}
        await connection.execute(insert(delegates), [comes | {"account_id": each} for each in numbers])
    desk.office.desk.settings = replace(desk.office.desk.settings, leads=(Lead.of("5m"),), rate=28.0)
    await desk.publishes((OPENING,))
    sent: dict[int, timedelta] = {}
    at = START - timedelta(minutes=45)
    while at < START:
        for account in await desk.tell_of_tick(at):
            sent.setdefault(account, START - at)
        at += timedelta(seconds=15)
    organizer, first, last = sent.pop(1), max(sent.values()), min(sent.values())
    assert len(sent) == 10_000
    assert timedelta(minutes=6) < first == last < timedelta(minutes=7)
    assert first > timedelta(seconds=10_000 / 28), "or the last would have it after the session has begun"
    assert organizer >= first + timedelta(minutes=29)


async def test_what_was_announced_and_is_cancelled_before_is_neither_sent_nor_announced_again(desk: Desk) -> None:
    await desk.tick(START - timedelta(minutes=60))
    await desk.office.organizer(1)
    desk.office.desk.settings = replace(desk.office.desk.settings, rate=1 / 1100)
    await desk.tick(START - timedelta(seconds=1300))
    await desk.publishes([replace(each, state=SessionState.CANCELLED) for each in (OPENING, REPORT)])
    assert await desk.tick(START - timedelta(seconds=1200)) == 0
    assert [chat for chat, _, _ in await desk.told()] == [101, 1]


@pytest.mark.parametrize(("seconds", "minutes"), [(400, 10), (600, 15)])
async def test_the_morning_is_waited_for_only_where_so_many_can_then_still_be_reminded_in_time(
    desk: Desk, seconds: int, minutes: int
) -> None:
    await desk.publishes((replace(OPENING, start=time(6, 10)),))
    start = datetime(2026, 7, 1, 23, 10, tzinfo=UTC)
    desk.office.desk.settings = replace(desk.office.desk.settings, rate=1 / seconds)
    await desk.tick(start - timedelta(minutes=15))
    last = select(deliveries.c.due_at).order_by(deliveries.c.id.desc()).limit(1)
    assert await desk.all(last) == [(start - timedelta(minutes=minutes),)]


@pytest.fixture(params=["America/New_York", "Pacific/Kiritimati"])
def host_elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's own clock shows another hour, and mostly another day."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", request.param)
        tzset()
        yield
    tzset()


@pytest.mark.usefixtures("host_elsewhere")
async def test_all_times_are_the_conferences_whatever_zone_the_host_is_in(desk: Desk) -> None:
    await desk.publishes((replace(OPENING, start=time(9)),))
    due = select(rows.c.due_at).where(rows.c.state == "waiting").order_by(rows.c.due_at)
    nine = START + timedelta(hours=1)
    assert await desk.all(due) == [(EVE,), (nine - timedelta(minutes=60),), (nine - timedelta(minutes=15),)]
    assert (await desk.tick(EVE - timedelta(seconds=1)), await desk.tick(EVE)) == (0, 1)
    (view,) = await desk.views()
    assert [(line["day"], line["start"][:5]) for line in view["lines"]] == [("2026-07-02", "09:00")]
