"""Answering the invitation."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select

from domain.conference import Conference, Group, Programme, Session
from domain.delegates import DelegateState, Rsvp
from domain.ids import GroupId, SessionId
from domain.refusal import Refusal
from domain.rsvp import open_until
from services import attending, checking, flows, joining, nudging
from services.views.attendance import ChaseSent, RsvpKept, SubstituteNamed
from services.views.joining import Joined
from storage import attendance
from storage.schema import journal

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),),
    groups=(Group(id=GroupId(1), description="Lãnh đạo xã", quota=2, position=1),),
)


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    await office.opens(PROGRAMME)
    await office.organizer(1)
    return office


async def delegate(office: Any, account: int, name: str = "Nguyễn Văn An", **more: Any) -> Any:
    key, token = await office.invited(name, **more)
    await office.joins(account, token)
    return key


async def types(office: Any, account: int, *lines: str) -> Any:
    reply = None
    for line in lines:
        reply = await office.do(await office.again(account), flows.take, line)
    return reply


async def substitutes(office: Any, account: int, key: Any) -> tuple[str, Any]:
    """Sends Trần Thị Bình; her token, and the view."""
    await office.do(await office.again(account), attending.ask_substitute, key)
    view = (await types(office, account, "Trần Thị Bình", "Phó phòng")).it
    return view.link.split("=")[1], view


async def test_a_delegate_says_that_they_come(opened: Any) -> None:
    key = await delegate(opened, 7)
    reply = await opened.do(await opened.again(7), attending.attend, key)
    assert (type(reply.it), reply.it.rsvp, reply.edit) == (RsvpKept, "attending", True)
    assert (await opened.delegate(key)).rsvp is Rsvp.ATTENDING


async def test_declining_needs_a_reason(opened: Any) -> None:
    key = await delegate(opened, 7)
    await opened.do(await opened.again(7), attending.ask_reason, key)
    assert (await types(opened, 7, "  ")).it.complaint == ("form_empty", {})
    assert (await types(opened, 7, "Đi công tác")).it.rsvp == "declined"
    who = await opened.delegate(key)
    assert (who.rsvp, who.reason) == (Rsvp.DECLINED, "Đi công tác")


async def test_every_change_of_mind_stays_in_the_journal(opened: Any) -> None:
    key = await delegate(opened, 7)
    await opened.do(await opened.again(7), attending.attend, key)
    await opened.do(await opened.again(7), attending.ask_reason, key)
    await types(opened, 7, "ốm")
    async with opened.desk.database.begin() as connection:
        lines = (await connection.execute(select(journal.c.data).where(journal.c.act == "rsvp"))).scalars().all()
    assert lines == [{"was": "none", "now": "attending"}, {"was": "attending", "now": "declined"}]


async def test_a_substitute_gets_a_link_of_their_own_and_the_place_on_the_list(opened: Any) -> None:
    group = opened.programme.groups[0].id
    key = await delegate(opened, 7, unit="Xã Đông", group=group)
    token, view = await substitutes(opened, 7, key)
    assert (type(view), view.name, view.post) == (SubstituteNamed, "Trần Thị Bình", "Phó phòng")
    joined = await opened.joins(8, token)
    assert (type(joined), joined.is_substitute) == (Joined, True)
    other = await opened.delegate(joined.delegate)
    assert (other.substitute_for, other.unit, other.group, other.rsvp) == (key, "Xã Đông", group, Rsvp.NONE)
    assert (await opened.delegate(key)).rsvp is Rsvp.SUBSTITUTED


async def test_there_is_no_substitute_of_a_substitute(opened: Any) -> None:
    key = await delegate(opened, 7)
    token, _ = await substitutes(opened, 7, key)
    other = (await opened.joins(8, token)).delegate
    with pytest.raises(Refusal, match="no_second_substitute"):
        await opened.do(await opened.again(8), attending.ask_substitute, other)
    with pytest.raises(Refusal, match="already_substituted"):
        await opened.do(await opened.again(7), attending.ask_substitute, key)


async def test_who_comes_after_all_calls_the_substitute_back(opened: Any) -> None:
    key = await delegate(opened, 7)
    token, _ = await substitutes(opened, 7, key)
    other = (await opened.joins(8, token)).delegate
    await opened.do(await opened.again(7), attending.attend, key)
    called_back = await opened.delegate(other)
    assert (called_back.state, called_back.account, called_back.substitute_for) == (DelegateState.REMOVED, None, None)
    assert await opened.outbox(8) == ["attendance/no_longer_substitute"]
    assert (await opened.again(8)).delegate is None
    token, _ = await substitutes(opened, 7, key)
    assert isinstance(await opened.joins(9, token), Joined)


async def test_the_link_of_a_substitute_called_back_is_useless(opened: Any) -> None:
    key = await delegate(opened, 7)
    token, _ = await substitutes(opened, 7, key)
    await opened.do(await opened.again(7), attending.attend, key)
    assert (await opened.do(await opened.again(8), joining.open_link, token)).it.why == "revoked"


async def test_answers_are_changed_until_the_conference_begins(opened: Any) -> None:
    key = await delegate(opened, 7)
    opened.clock.now = datetime.fromisoformat("2026-07-30T07:59:00+07:00")
    await opened.do(await opened.again(7), attending.attend, key)
    opened.clock.forward(minutes=1)
    with pytest.raises(Refusal, match="rsvp_closed"):
        await opened.do(await opened.again(7), attending.ask_reason, key)
    shown = (await opened.do(await opened.again(7), attending.mine)).it
    assert (shown.occasion.begun, shown.keyboard()) == (True, ())
    reply = await opened.do(await opened.again(1), attending.record, key, Rsvp.DECLINED)
    assert (reply.it.rsvp, reply.it.done) == ("declined", "recorded")


async def test_a_button_of_somebody_else_or_of_an_old_place_does_nothing(opened: Any) -> None:
    key = await delegate(opened, 7)
    await delegate(opened, 8, "Lê Ba")
    with pytest.raises(Refusal, match="not_invited_here"):
        await opened.do(await opened.again(8), attending.attend, key)


async def test_an_answer_counts_for_the_conference_of_its_message(office: Any) -> None:
    await office.opens(PROGRAMME)
    first = await delegate(office, 7)
    await office.opens(replace(PROGRAMME, conference=replace(PROGRAMME.conference, code="TK", title="Tổng kết")))
    second = await delegate(office, 7)
    await office.do(await office.again(7), attending.attend, first)
    assert [(await office.delegate(each)).rsvp for each in (first, second)] == [Rsvp.ATTENDING, Rsvp.NONE]


async def test_sums_count_everybody_once_by_reach_and_by_answer(opened: Any) -> None:
    group = opened.programme.groups[0].id
    first = await delegate(opened, 7, group=group)
    await substitutes(opened, 7, first)
    second = await delegate(opened, 8, "Lê Ba", group=group)
    await opened.do(await opened.again(8), attending.attend, second)
    await opened.invited("Phạm Duy")
    async with opened.desk.database.begin() as connection:
        found = await attendance.counts(connection, opened.conference)
    assert found == attendance.Counts(
        invited=4,
        linked=2,
        blocked=0,
        not_linked=2,
        attending=1,
        declined=0,
        substituted=1,
        silent=2,
        substitutes=1,
        asking=0,
        by_group=(
            attendance.GroupCount(group=group, level="", description="Lãnh đạo xã", quota=2, named=2, attending=1),
        ),
    )


async def test_only_the_silent_who_can_be_reached_are_asked_after_a_look_at_the_count(opened: Any) -> None:
    first = await delegate(opened, 7)
    await opened.do(await opened.again(7), attending.attend, first)
    second = await delegate(opened, 8, "Lê Ba")
    await opened.invited("Phạm Duy")
    shown = (await opened.do(await opened.again(1), nudging.preview)).it
    assert (shown.reached, shown.unreached) == (1, 1)
    assert (await opened.do(await opened.again(1), nudging.chase)).it == ChaseSent(reached=1)
    assert (await opened.outbox(7), await opened.outbox(8)) == ([], ["attendance/answer_wanted"])
    answering = (await opened.do(await opened.again(8), attending.mine_in, opened.conference)).it
    assert (type(answering), answering.delegate, answering.rsvp) == (Joined, second, "none")
    await opened.do(await opened.again(8), attending.attend, second)
    with pytest.raises(Refusal, match="nobody_silent"):
        await opened.do(await opened.again(1), nudging.chase)
    with pytest.raises(Refusal, match="not_allowed"):
        await opened.do(await opened.again(8), nudging.chase)


async def test_the_button_of_a_chase_answers_in_the_conference_it_came_from(office: Any) -> None:
    await office.opens(PROGRAMME)
    first, conference = await delegate(office, 7), office.conference
    await office.opens(replace(PROGRAMME, conference=replace(PROGRAMME.conference, code="TK", title="Tổng kết")))
    await delegate(office, 7)
    shown = (await office.do(await office.again(7), attending.mine_in, conference)).it
    assert (shown.delegate, (await office.again(7)).conference) == (first, conference)
    with pytest.raises(Refusal, match="not_invited_here"):
        await office.do(await office.again(9), attending.mine_in, conference)


@pytest.mark.parametrize(
    ("day", "session_day", "start", "until"),
    [
        (DAY, DAY, time(8), datetime(2026, 7, 30, 8)),  # noqa: DTZ001
        (DAY, DAY, None, datetime(2026, 7, 30, 23, 59)),  # noqa: DTZ001
        (None, DAY, time(14), datetime(2026, 7, 30, 14)),  # noqa: DTZ001
        (DAY, DAY + timedelta(days=1), time(8), datetime(2026, 7, 30, 23, 59)),  # noqa: DTZ001
        (None, None, time(8), None),
    ],
)
def test_answers_close_when_the_first_hour_known_has_come(
    day: date | None, session_day: date | None, start: time | None, until: datetime | None
) -> None:
    session = Session(title="Khai mạc", day=session_day, start=start)
    assert open_until(Programme(conference=Conference(starts_on=day), sessions=(session,))) == until


async def checks_in(office: Any, key: Any) -> None:
    """The organizer checks somebody in an hour before the start."""
    office.clock.now = datetime(2026, 7, 30, tzinfo=UTC)
    await office.do(await office.again(1), checking.check_in, key)


async def test_nobody_is_sent_in_place_of_somebody_who_has_come(opened: Any) -> None:
    key = await delegate(opened, 7)
    await opened.do(await opened.again(7), attending.ask_substitute, key)
    await checks_in(opened, key)
    for asked in (
        types(opened, 7, "Trần Thị Bình", "Phó phòng"),
        opened.do(await opened.again(7), attending.ask_substitute, key),
    ):
        with pytest.raises(Refusal) as refused:
            await asked
        assert refused.value.code == "already_here"


async def test_a_substitute_who_has_come_is_not_called_back(opened: Any) -> None:
    key = await delegate(opened, 7)
    token, _ = await substitutes(opened, 7, key)
    await opened.joins(8, token)
    other = (await opened.again(8)).delegate
    await checks_in(opened, other)
    for answer in (
        opened.do(await opened.again(7), attending.attend, key),
        opened.do(await opened.again(1), attending.record, key, Rsvp.ATTENDING),
    ):
        with pytest.raises(Refusal) as refused:
            await answer
        assert refused.value.code == "substitute_is_here"
    assert (await opened.delegate(other)).state is DelegateState.INVITED
