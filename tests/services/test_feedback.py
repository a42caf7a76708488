"""Feedback: one score each, remarks without a name unless they are signed, results for organizers."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select, update

from domain.conference import Conference, Programme, Session, SessionState
from domain.feedback import WHOLE, Asking, scores, slots_for, to_ask_about
from domain.ids import AccountId, SessionId
from domain.refusal import Refusal
from services import feedback, flows, privacy
from services.desk import SYSTEM
from services.views.feedback import FeedbackChoice, FeedbackGiven, ResultLine
from storage import checkins, delegates, programmes
from storage import feedback as storage_feedback
from storage.schema import conferences, deliveries, feedback_givers, feedback_remarks, feedback_scores, notices

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY, ends_on=DAY),
    sessions=(
        Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),
        Session(id=SessionId(2), title="Thảo luận", day=DAY, start=time(9), position=2),
    ),
)


@pytest_asyncio.fixture
async def hall(office: Any) -> Any:
    return await opens(office, PROGRAMME)


async def opens(office: Any, programme: Programme) -> Any:
    """Two people who have said that they come."""
    await office.opens(programme)
    await office.organizer(1)
    office.clock.now = datetime.fromisoformat("2026-07-30T08:40:00+07:00")
    for account, name in ((7, "Nguyễn Văn An"), (8, "Lê Ba")):
        key, token = await office.invited(name)
        await office.joins(account, token)
        async with office.desk.database.begin() as connection:
            await delegates.change(connection, key, rsvp="attending")
    return office


async def stored(hall: Any, table: Any) -> list[Any]:
    async with hall.desk.database.begin() as connection:
        return [tuple(row) for row in (await connection.execute(select(table))).all()]


async def test_only_what_has_begun_and_the_whole_are_offered(hall: Any) -> None:
    opening = hall.programme.sessions[0].id
    view = (await hall.do(await hall.again(7), feedback.home)).it
    assert view == FeedbackChoice(items=((opening, "Khai mạc"), (0, "")))
    await hall.do(await hall.again(7), feedback.give, opening, 4)
    assert (await hall.do(await hall.again(7), feedback.home)).it == FeedbackChoice(items=((0, ""),))


async def test_a_score_counts_once_and_belongs_to_nobody(hall: Any) -> None:
    view = (await hall.do(await hall.again(7), feedback.give, 0, 5)).it
    assert view == FeedbackGiven(session=0, title="")
    with pytest.raises(Refusal, match="feedback_given"):
        await hall.do(await hall.again(7), feedback.give, 0, 1)
    assert await stored(hall, feedback_scores) == [(hall.conference, 0, 5, 1)]
    assert await stored(hall, feedback_givers) == [(hall.conference, 0, (await hall.again(7)).delegate, False)]


@pytest.mark.parametrize("score", [0, 6, -1, 10**6])
async def test_a_forged_score_is_refused(hall: Any, score: int) -> None:
    with pytest.raises(Refusal, match="stale_button"):
        await hall.do(await hall.again(7), feedback.give, 0, score)


async def test_remarks_have_a_name_only_where_they_are_signed(hall: Any) -> None:
    for account, signed in ((7, False), (8, True)):
        await hall.do(await hall.again(account), feedback.give, 0, 3)
        await hall.do(await hall.again(account), feedback.ask_remark, 0, signed)
        await hall.do(await hall.again(account), flows.take, f"Góp ý {account}")
    signer = (await hall.again(8)).delegate
    assert [row[3:] for row in await stored(hall, feedback_remarks)] == [("Góp ý 7", None), ("Góp ý 8", signer)]
    reply = await hall.do(await hall.again(1), feedback.results)
    assert reply.it.remarks == (("", "Góp ý 7", None), ("", "Góp ý 8", "Lê Ba"))
    assert reply.it.items == (ResultLine(session=0, title="", average=3.0, votes=(0, 0, 2, 0, 0)),)
    assert [each.name for each in reply.files] == ["gop-y.xlsx"]


async def test_one_remark_each_and_none_without_a_score(hall: Any) -> None:
    with pytest.raises(Refusal, match="feedback_remarked"):
        await hall.do(await hall.again(7), feedback.ask_remark, 0, False)
    await hall.do(await hall.again(7), feedback.give, 0, 3)
    await hall.do(await hall.again(7), feedback.ask_remark, 0, False)
    await hall.do(await hall.again(7), flows.take, "Tốt")
    with pytest.raises(Refusal, match="feedback_remarked"):
        await hall.do(await hall.again(7), feedback.ask_remark, 0, True)


async def test_only_those_who_said_nothing_are_asked_and_only_once(hall: Any) -> None:
    await hall.do(await hall.again(7), feedback.give, 0, 3)
    assert (await hall.do(await hall.again(1), feedback.preview, 0)).it.count == 1
    await hall.do(await hall.again(1), feedback.ask_all, 0)
    assert (await hall.outbox(7), await hall.outbox(8)) == ([], ["feedback/feedback_wanted"])
    with pytest.raises(Refusal, match="feedback_asked_already"):
        await hall.do(await hall.again(1), feedback.ask_all, 0)


async def test_results_are_for_organizers(hall: Any) -> None:
    for service in (feedback.results, feedback.preview, feedback.ask_all):
        with pytest.raises(Refusal, match="not_allowed"):
            await hall.do(await hall.again(7), service, *(() if service is feedback.results else (0,)))


async def test_a_signed_remark_goes_with_its_author(hall: Any) -> None:
    await hall.do(await hall.again(8), feedback.give, 0, 3)
    await hall.do(await hall.again(8), feedback.ask_remark, 0, True)
    await hall.do(await hall.again(8), flows.take, "Lê Ba đề nghị thêm nước")
    await hall.do(await hall.again(8), privacy.erase)
    assert await stored(hall, feedback_remarks) == []
    assert await stored(hall, feedback_scores) == [(hall.conference, 0, 3, 1)]


def test_the_average_has_one_decimal_and_nothing_has_none() -> None:
    assert (scores({5: 2, 4: 1}).average, scores({}).average) == (4.7, None)


async def asked_by_itself(hall: Any, moment: str) -> list[str | None]:
    """What a tick at that moment asks about, by the keys that make each question the only one."""
    hall.clock.now = datetime.fromisoformat(moment)
    await hall.do(SYSTEM, feedback.tick)
    async with hall.desk.database.begin() as connection:
        query = select(notices.c.dedup).where(notices.c.kind == "feedback").order_by(notices.c.id)
        return list((await connection.execute(query)).scalars())


async def test_people_are_asked_about_the_whole_once_when_it_is_over(hall: Any) -> None:
    assert await asked_by_itself(hall, "2026-07-30T09:05:00+07:00") == []
    assert await asked_by_itself(hall, "2026-07-30T09:15:00+07:00") == ["feedback:0"]
    assert await asked_by_itself(hall, "2026-07-30T12:00:00+07:00") == ["feedback:0"]


async def test_a_question_that_comes_too_late_is_not_asked(hall: Any) -> None:
    assert await asked_by_itself(hall, "2026-07-31T06:00:00+07:00") == []


async def test_nobody_is_asked_where_the_office_does_not_want_it(hall: Any) -> None:
    hall.desk.settings = replace(hall.desk.settings, ask_feedback=Asking.OFF)
    assert await asked_by_itself(hall, "2026-07-30T09:15:00+07:00") == []


async def test_nobody_is_woken_for_feedback(hall: Any) -> None:
    hall.desk.settings = replace(hall.desk.settings, quiet_from=time(9), quiet_until=time(14))
    await asked_by_itself(hall, "2026-07-30T09:15:00+07:00")
    async with hall.desk.database.begin() as connection:
        due = (await connection.execute(select(deliveries.c.due_at))).scalars().all()
    assert {each.isoformat() for each in due} == {"2026-07-30T07:00:00+00:00"}


def test_long_items_are_asked_about_on_their_own_where_the_office_wants_it() -> None:
    items = (
        Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), end=time(8, 15), position=1),
        Session(id=SessionId(2), title="Thảo luận", day=DAY, start=time(8, 15), end=time(9), position=2),
        Session(id=SessionId(3), title="Bế mạc", day=DAY, start=time(11), end=time(11, 30), position=3),
    )
    held = replace(PROGRAMME, sessions=items)

    def due(hour: int, minute: int, asking: Asking) -> list[int]:
        return [key for key, _ in to_ask_about(held, datetime.combine(DAY, time(hour, minute)), asking)]

    assert [due(9, 9, Asking.SESSIONS), due(9, 10, Asking.SESSIONS), due(13, 0, Asking.SESSIONS)] == [[], [2], [0]]
    assert [due(11, 40, Asking.SESSIONS), due(11, 40, Asking.END), due(11, 40, Asking.OFF)] == [[0, 2], [0], []]


def test_items_that_follow_each_other_are_asked_about_at_the_next_pause_and_breaks_never() -> None:
    hours = ((8, 0, 9, 0), (9, 0, 9, 45), (9, 45, 10, 15), (10, 15, 11, 0), (11, 0, 11, 30), (11, 30, 13, 30))
    titles = ("Báo cáo", "Tham luận", "Giải lao", "Thảo luận", "Bế mạc", "Ăn trưa")
    held = replace(
        PROGRAMME,
        sessions=tuple(
            Session(id=SessionId(n), title=title, day=DAY, start=time(*at[:2]), end=time(*at[2:]), position=n)
            for n, (title, at) in enumerate(zip(titles, hours, strict=True), 1)
        ),
    )

    def due(hour: int, minute: int) -> list[int]:
        return sorted(key for key, _ in to_ask_about(held, datetime.combine(DAY, time(hour, minute)), Asking.SESSIONS))

    assert [due(9, 15), due(9, 56), due(11, 20), due(11, 41)] == [[], [1, 2], [1, 2], [1, 2, 4, 5]]


async def test_what_is_over_at_once_is_one_message_with_a_button_for_each(hall: Any) -> None:
    await ends(hall, (8, 30), (9, 0))
    first, second = (each.id for each in hall.programme.sessions)
    keys = [f"feedback:{WHOLE}", f"feedback:{first}"]
    assert await asked_by_itself(hall, "2026-07-30T09:15:00+07:00") == keys[:1]
    assert await hall.outbox(7) == ["feedback/feedback_round"]
    assert (await hall.last_notice(7))["items"] == [[first, "Khai mạc"], [WHOLE, ""]]
    assert await asked_by_itself(hall, "2026-07-30T09:20:00+07:00") == keys[:1]
    await checks_in(hall, 8, f"s{second}")
    await asked_by_itself(hall, "2026-07-30T09:25:00+07:00")
    assert (await hall.outbox(7), await hall.outbox(8)) == (["feedback/feedback_round"],) * 2


async def ends(hall: Any, *clocks: tuple[int, int]) -> None:
    """The items end then, as published anew."""
    timed = tuple(replace(each, end=time(*clock)) for each, clock in zip(hall.programme.sessions, clocks, strict=True))
    held = replace(hall.programme, sessions=timed)
    async with hall.desk.database.begin() as connection:
        again = replace(held, conference=replace(held.conference, revision=2))
        await programmes.publish(connection, again, hall.clock(), AccountId(1))
        await connection.execute(update(conferences).values(revision=2))
    hall.desk.programmes.clear()


def test_an_item_that_is_still_running_is_not_over_whatever_the_programme_says() -> None:
    def held(*states: SessionState) -> Programme:
        items = (
            Session(id=SessionId(1), title="Thảo luận", day=DAY, start=time(8), end=time(9), position=1),
            Session(id=SessionId(2), title="Bế mạc", day=DAY, start=time(9), end=time(9, 30), position=2),
        )
        return replace(
            PROGRAMME, sessions=tuple(replace(each, state=to) for each, to in zip(items, states, strict=True))
        )

    def due(hour: int, minute: int, *states: SessionState) -> list[int]:
        now = datetime.combine(DAY, time(hour, minute))
        return [key for key, _ in to_ask_about(held(*states), now, Asking.SESSIONS)]

    planned, running, done = SessionState.PLANNED, SessionState.RUNNING, SessionState.DONE
    assert due(9, 40, planned, planned) == [0, 1]  # nobody steps through the day
    assert due(9, 40, running, planned) == []
    assert due(9, 40, done, running) == []  # no pause yet between the two
    assert due(9, 40, done, planned) == []
    assert due(10, 30, done, done) == [0, 1]
    assert due(11, 30, done, running) == [0, 1]  # forgotten: two hours after its end it is over all the same


def test_who_was_in_a_session_is_shown_by_its_own_check_ins_or_those_of_its_day() -> None:
    assert slots_for(PROGRAMME, 1) == ("s1", "d2026-07-30")
    assert slots_for(PROGRAMME, 0) is None
    nowhere = replace(PROGRAMME, conference=replace(PROGRAMME.conference, starts_on=None, ends_on=None), sessions=())
    assert slots_for(nowhere, 9) == ("s9",)


async def checks_in(hall: Any, account: int, slot: str) -> None:
    who = (await hall.again(account)).delegate
    row = {"conference_id": hall.conference, "delegate_id": who, "slot": slot, "role": "door", "way": "scan"}
    async with hall.desk.database.begin() as connection:
        await checkins.add(connection, [row | {"at": hall.clock.now, "recorded_at": hall.clock.now}])


async def test_where_people_were_checked_in_only_those_who_came_are_asked(hall: Any) -> None:
    await checks_in(hall, 7, "d2026-07-30")
    assert (await hall.do(await hall.again(1), feedback.preview, 0)).it.count == 1
    await asked_by_itself(hall, "2026-07-30T09:15:00+07:00")
    assert (await hall.outbox(7), await hall.outbox(8)) == (["feedback/feedback_wanted"], [])


async def test_where_nobody_was_checked_in_only_those_who_said_they_come_are_asked(hall: Any) -> None:
    silent = (await hall.again(8)).delegate
    async with hall.desk.database.begin() as connection:
        await delegates.change(connection, silent, rsvp="none")
    await asked_by_itself(hall, "2026-07-30T09:15:00+07:00")
    assert (await hall.outbox(7), await hall.outbox(8)) == (["feedback/feedback_wanted"], [])


async def test_a_sheet_typed_in_after_the_end_asks_those_on_it_and_nobody_twice(hall: Any) -> None:
    await checks_in(hall, 7, "d2026-07-30")
    await asked_by_itself(hall, "2026-07-30T09:15:00+07:00")
    hall.clock.now = datetime.fromisoformat("2026-07-30T10:00:00+07:00")
    await checks_in(hall, 8, "d2026-07-30")
    assert await asked_by_itself(hall, "2026-07-30T10:05:00+07:00") == ["feedback:0"]
    assert await asked_by_itself(hall, "2026-07-30T10:10:00+07:00") == ["feedback:0"]
    assert (await hall.outbox(7), await hall.outbox(8)) == (["feedback/feedback_wanted"],) * 2


async def test_a_sheet_typed_in_late_for_one_of_several_items_asks_about_them_all(office: Any) -> None:
    times = ((time(8), time(8, 45)), (time(8, 50), time(9, 40)), (time(14), time(15, 30)))
    three = tuple(
        Session(id=SessionId(n), title=title, day=DAY, start=start, end=end, position=n)
        for n, (title, (start, end)) in enumerate(zip(("Báo cáo", "Thảo luận", "Tổng kết"), times, strict=True), 1)
    )
    hall = await opens(office, replace(PROGRAMME, sessions=three))
    hall.desk.settings = replace(hall.desk.settings, ask_feedback=Asking.SESSIONS)
    first, second, _ = (each.id for each in hall.programme.sessions)
    await checks_in(hall, 7, f"s{second}")
    assert await asked_by_itself(hall, "2026-07-30T09:55:00+07:00") == [f"feedback:{second}"]
    assert (await hall.outbox(7), await hall.outbox(8)) == (["feedback/feedback_round"], [])
    hall.clock.forward(minutes=1)
    await checks_in(hall, 8, f"s{first}")
    for moment in ("2026-07-30T10:00:00+07:00", "2026-07-30T10:05:00+07:00"):
        await asked_by_itself(hall, moment)
    assert (await hall.outbox(7), await hall.outbox(8)) == (["feedback/feedback_round"],) * 2


async def test_an_item_is_still_asked_about_when_the_whole_was_asked_before(hall: Any) -> None:
    hall.desk.settings = replace(hall.desk.settings, ask_feedback=Asking.SESSIONS)
    long = replace(PROGRAMME.sessions[0], id=hall.programme.sessions[0].id, end=time(8, 45))
    held = replace(hall.programme, sessions=(long, hall.programme.sessions[1]))
    await hall.do(await hall.again(1), feedback.ask_all, 0)
    async with hall.desk.database.begin() as connection:
        again = replace(held, conference=replace(held.conference, revision=2))
        await programmes.publish(connection, again, hall.clock(), AccountId(1))
        await connection.execute(update(conferences).values(revision=2))
    hall.desk.programmes.clear()
    assert await asked_by_itself(hall, "2026-07-30T08:56:00+07:00") == ["feedback:0", f"feedback:{long.id}"]


async def test_a_closed_conference_and_a_session_moved_out_of_its_days_are_not_forgotten(hall: Any) -> None:
    async with hall.desk.database.begin() as connection:
        await connection.execute(update(conferences).values(state="closed"))
    hall.desk.programmes.clear()
    assert await asked_by_itself(hall, "2026-07-30T09:15:00+07:00") == ["feedback:0"]
    async with hall.desk.database.begin() as connection:
        assert await storage_feedback.around(connection, hall.clock.now) == [hall.conference]
        await connection.execute(update(conferences).values(starts_on=date(2026, 7, 1), ends_on=date(2026, 7, 1)))
        assert await storage_feedback.around(connection, hall.clock.now) == [hall.conference]
        await connection.execute(update(conferences).values(state="draft"))
        assert await storage_feedback.around(connection, hall.clock.now) == []
