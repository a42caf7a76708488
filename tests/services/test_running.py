"""Running the day: items begin one after the other, and later ones are shifted."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select

from domain.conference import Conference, Programme, Session, SessionState
from domain.ids import SessionId
from domain.live import following, stepped
from domain.refusal import Refusal
from services import editing, flows, programmes, running
from services.views.live import LiveItem, ShiftLine, ShiftPreview
from services.views.publication import Published
from storage.schema import sessions

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY, ends_on=DAY),
    sessions=(
        Session(id=SessionId(1), title="Buổi sáng", day=DAY, start=time(8), position=1),
        Session(id=SessionId(2), title="Khai mạc", day=DAY, start=time(8), end=time(8, 30), position=2),
        Session(id=SessionId(3), title="Báo cáo", day=DAY, start=time(8, 30), end=time(9), position=3),
        Session(id=SessionId(4), title="Thảo luận", day=DAY, start=time(9), end=time(11), position=4),
        Session(id=SessionId(5), title="Bế mạc", day=DAY, start=time(11), position=5),
    ),
)
NESTED = replace(
    PROGRAMME,
    sessions=(PROGRAMME.sessions[0], *(replace(each, parent=SessionId(1)) for each in PROGRAMME.sessions[1:])),
)


@pytest_asyncio.fixture
async def day(office: Any) -> Any:
    await office.opens(NESTED)
    await office.organizer(1)
    _, token = await office.invited()
    await office.joins(7, token)
    office.clock.now = datetime.fromisoformat("2026-07-30T08:50:00+07:00")
    return office


def item(day: Any, title: str) -> SessionId:
    return next(SessionId(each.id) for each in day.programme.sessions if each.title == title)


async def states(day: Any) -> dict[str, str]:
    async with day.desk.database.begin() as connection:
        rows = (await connection.execute(select(sessions.c.title, sessions.c.state).order_by(sessions.c.id))).all()
    return {row.title: row.state for row in rows}


async def test_when_an_item_begins_what_was_before_it_is_over(day: Any) -> None:
    view = (await day.do(await day.again(1), running.step, item(day, "Báo cáo"))).it
    assert await states(day) == {
        "Buổi sáng": "planned",
        "Khai mạc": "done",
        "Báo cáo": "running",
        "Thảo luận": "planned",
        "Bế mạc": "planned",
    }
    assert view.running == LiveItem(session=item(day, "Báo cáo"), title="Báo cáo", start=time(8, 30), state="running")
    assert (view.next.title, view.before.title, view.late, view.more) == ("Thảo luận", "Khai mạc", 0, 0)


async def test_everybody_is_told_at_once_what_is_running_without_a_publication(day: Any) -> None:
    await day.do(await day.again(1), running.step, item(day, "Báo cáo"))
    found = await day.desk.see(await day.again(7), programmes.current)
    assert [each.title for each in found.sessions if each.state is SessionState.RUNNING] == ["Báo cáo"]
    assert found.conference.revision == 1


async def test_a_mistaken_step_is_taken_back_by_going_to_the_item_before(day: Any) -> None:
    await day.do(await day.again(1), running.step, item(day, "Bế mạc"))
    await day.do(await day.again(1), running.step, item(day, "Khai mạc"))
    assert list((await states(day)).values()) == ["planned", "running", "planned", "planned", "planned"]


async def test_pressing_end_twice_ends_only_that_item(day: Any) -> None:
    await day.do(await day.again(1), running.step, item(day, "Khai mạc"))
    for _ in range(2):
        view = (await day.do(await day.again(1), running.finish, item(day, "Khai mạc"))).it
    assert (view.running, view.next.title) == (None, "Báo cáo")


async def test_later_items_are_shifted_after_a_look_at_the_hours_and_the_people(day: Any) -> None:
    await day.do(await day.again(1), running.step, item(day, "Báo cáo"))
    shown = (await day.do(await day.again(1), running.preview_shift, 20)).it
    assert shown == ShiftPreview(
        minutes=20,
        revision=1,
        lines=(
            ShiftLine(title="Thảo luận", was=time(9), now=time(9, 20)),
            ShiftLine(title="Bế mạc", was=time(11), now=time(11, 20)),
        ),
        touched=1,
    )
    done = (await day.do(await day.again(1), running.shift, 20, 1)).it
    assert (type(done), done.revision) == (Published, 2)
    assert await day.outbox(7) == ["changes/programme_changed"]
    found = await day.desk.see(await day.again(7), programmes.current)
    assert [(each.start, each.end) for each in found.sessions[3:]] == [
        (time(9, 20), time(11, 20)),
        (time(11, 20), None),
    ]
    with pytest.raises(Refusal, match="changed_since_preview"):
        await day.do(await day.again(1), running.shift, 20, 1)  # pressed twice


async def test_edits_that_wait_are_not_published_by_a_shift(day: Any) -> None:
    await day.do(await day.again(1), running.step, item(day, "Báo cáo"))
    await day.do(await day.again(1), editing.ask_session_field, item(day, "Bế mạc"), "title")
    await day.do(await day.again(1), flows.take, "Tổng kết")
    with pytest.raises(Refusal, match="live_unpublished_edits"):
        await day.do(await day.again(1), running.preview_shift, 20)


@pytest.mark.parametrize(("minutes", "code"), [(0, "live_delay_range"), (121, "live_delay_range")])
async def test_a_shift_out_of_range_is_refused(day: Any, minutes: int, code: str) -> None:
    await day.do(await day.again(1), running.step, item(day, "Báo cáo"))
    with pytest.raises(Refusal, match=code):
        await day.do(await day.again(1), running.preview_shift, minutes)


async def test_nothing_is_shifted_before_the_first_item_or_after_the_last(day: Any) -> None:
    with pytest.raises(Refusal, match="live_nothing_runs"):
        await day.do(await day.again(1), running.preview_shift, 10)
    await day.do(await day.again(1), running.step, item(day, "Bế mạc"))
    with pytest.raises(Refusal, match="live_nothing_later"):
        await day.do(await day.again(1), running.preview_shift, 10)


async def test_only_organizers_run_the_day_and_only_what_is_published(office: Any) -> None:
    await office.opens(NESTED, published=False)
    await office.organizer(1)
    with pytest.raises(Refusal, match="live_draft"):
        await office.do(await office.again(1), running.board)
    await office.person(9)
    with pytest.raises(Refusal, match="not_allowed"):
        await office.do(await office.again(9), running.step, SessionId(2))


def test_what_was_left_out_does_not_come_again() -> None:
    items = tuple(replace(each, state=SessionState.PLANNED) for each in PROGRAMME.sessions[1:])
    states = stepped(items, SessionId(4))
    now = tuple(replace(each, state=states.get(each.id, each.state)) for each in items)
    after = following(now)
    assert after is not None and after.title == "Bế mạc"
