"""Answering the invitation."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import insert, select

from domain.conference import Conference, Group, Programme, Session
from domain.delegates import DelegateState, Rsvp
from domain.ids import GroupId, SessionId
from domain.ranks import ranks_lower
from domain.refusal import Refusal
from domain.rsvp import forecast, open_until
from services import (
    attending,
    checking,
    expecting,
    flows,
    joining,
    knocking,
    listing,
    nudging,
    recording,
    reporting,
    substituting,
)
from services.views.attendance import ChaseSent, RsvpKept
from services.views.expecting import GroupLine
from services.views.joining import Joined
from services.views.menu import Refused
from services.views.substitutes import SubstituteNamed, SubstituteWaits
from storage import attendance
from storage.schema import journal, session_absences

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
    await office.do(await office.again(account), substituting.ask, key)
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


async def test_every_change_of_mind_stays_in_the_journal_and_on_the_card(opened: Any) -> None:
    key = await delegate(opened, 7)
    await opened.do(await opened.again(7), attending.attend, key)
    assert (await opened.do(await opened.again(1), listing.show, key)).it.answers == ()
    opened.clock.forward(hours=1)
    await opened.do(await opened.again(7), attending.ask_reason, key)
    await types(opened, 7, "ốm")
    async with opened.desk.database.begin() as connection:
        lines = (await connection.execute(select(journal.c.data).where(journal.c.act == "rsvp"))).scalars().all()
    assert lines == [{"was": "none", "now": "attending"}, {"was": "attending", "now": "declined"}]
    assert (await opened.do(await opened.again(1), listing.show, key)).it.answers == (
        (datetime(2026, 7, 1, 9), "attending"),  # noqa: DTZ001 - local time
        (datetime(2026, 7, 1, 10), "declined"),  # noqa: DTZ001
    )


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
        await opened.do(await opened.again(8), substituting.ask, other)
    with pytest.raises(Refusal, match="already_substituted"):
        await opened.do(await opened.again(7), substituting.ask, key)


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
    for text, reason in (("Ốm, báo qua điện thoại", "Ốm, báo qua điện thoại"), (None, None)):
        await opened.do(await opened.again(1), recording.record, key, Rsvp.DECLINED)
        said = (flows.skip,) if text is None else (flows.take, text)
        card = (await opened.do(await opened.again(1), *said)).it
        assert (card.rsvp, card.reason, card.done) == ("declined", reason, "recorded")
    reply = await opened.do(await opened.again(1), recording.record, key, Rsvp.ATTENDING)
    assert (reply.it.rsvp, reply.it.reason, reply.edit) == ("attending", None, True)


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
    grouped = attendance.Seats(invited=2, linked=1, not_linked=1, attending=1, silent=1, substituted=1)
    line = attendance.GroupCount(group=group, level="", description="Lãnh đạo xã", quota=2, seats=grouped)
    rest = attendance.Seats(invited=1, not_linked=1, silent=1)
    assert found == attendance.Counts(
        seats=attendance.Seats(invited=3, linked=1, not_linked=2, attending=1, silent=2, substituted=1),
        asking=0,
        by_group=(line, attendance.GroupCount(group=None, level="", description="", quota=None, seats=rest)),
    )


async def test_the_list_the_board_and_the_report_count_alike(opened: Any) -> None:
    first = await delegate(opened, 7, group=opened.programme.groups[0].id)
    await substitutes(opened, 7, first)
    await opened.invited("Phạm Duy")
    organizer = await opened.again(1)
    home = (await opened.do(organizer, listing.home)).it.sums
    board = (await opened.do(organizer, expecting.board)).it
    report = (await opened.do(organizer, reporting.collect)).total
    names = ("invited", "attending", "declined", "silent", "substituted")
    assert [[getattr(each, name) for name in names] for each in (home, board, report)] == [[2, 0, 0, 2, 1]] * 3


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
    await opened.do(await opened.again(7), substituting.ask, key)
    await checks_in(opened, key)
    assert (await types(opened, 7, "Trần Thị Bình", "Phó phòng")).it == Refused(code="already_here", values={})
    with pytest.raises(Refusal, match="already_here"):
        await opened.do(await opened.again(7), substituting.ask, key)


async def test_a_substitute_who_has_come_is_not_called_back(opened: Any) -> None:
    key = await delegate(opened, 7)
    token, _ = await substitutes(opened, 7, key)
    await opened.joins(8, token)
    other = (await opened.again(8)).delegate
    await checks_in(opened, other)
    for answer in (
        opened.do(await opened.again(7), attending.attend, key),
        opened.do(await opened.again(1), recording.record, key, Rsvp.ATTENDING),
    ):
        with pytest.raises(Refusal) as refused:
            await answer
        assert refused.value.code == "substitute_is_here"
    assert (await opened.delegate(other)).state is DelegateState.INVITED


async def test_a_form_that_is_too_late_is_left_instead_of_refusing_for_ever(opened: Any) -> None:
    key = await delegate(opened, 7)
    await opened.do(await opened.again(7), attending.ask_reason, key)
    opened.clock.now = datetime.fromisoformat("2026-07-30T08:00:00+07:00")
    assert (await types(opened, 7, "ốm")).it == Refused(code="rsvp_closed", values={})
    assert (await opened.again(7)).form_open is False
    assert (await opened.delegate(key)).rsvp is Rsvp.NONE


async def test_a_form_is_left_when_its_person_has_gone_to_another_conference(office: Any) -> None:
    await office.opens(PROGRAMME)
    first = await delegate(office, 7)
    await office.do(await office.again(7), attending.ask_reason, first)
    await office.opens(replace(PROGRAMME, conference=replace(PROGRAMME.conference, code="TK", title="Tổng kết")))
    await office.person(7)
    assert (await types(office, 7, "ốm")).it == Refused(code="form_elsewhere", values={})
    assert ((await office.delegate(first)).rsvp, (await office.again(7)).form_open) == (Rsvp.NONE, False)


async def sets_deadline(office: Any, typed: str) -> Any:
    await office.do(await office.again(1), expecting.ask_deadline)
    return (await types(office, 1, typed)).it


async def test_organizers_close_the_answers_before_the_conference_begins(opened: Any) -> None:
    key = await delegate(opened, 7)
    card = await sets_deadline(opened, "17h ngày 20/7")
    assert (card.until, card.begins) == (datetime(2026, 7, 20, 17), datetime(2026, 7, 30, 8))  # noqa: DTZ001
    opened.clock.now = datetime.fromisoformat("2026-07-20T16:59:00+07:00")
    reply = await opened.do(await opened.again(7), attending.attend, key)
    assert reply.it.occasion.until == datetime(2026, 7, 20, 17)  # noqa: DTZ001
    opened.clock.forward(minutes=1)
    with pytest.raises(Refusal, match="rsvp_closed"):
        await opened.do(await opened.again(7), attending.ask_reason, key)
    await opened.do(await opened.again(1), recording.record, key, Rsvp.DECLINED)
    assert (await opened.do(await opened.again(1), flows.skip)).it.rsvp == "declined"
    await opened.do(await opened.again(1), expecting.clear_deadline)
    assert (await opened.do(await opened.again(7), attending.attend, key)).it.rsvp == "attending"


async def test_a_deadline_that_has_passed_or_is_none_is_refused(opened: Any) -> None:
    await opened.do(await opened.again(1), expecting.ask_deadline)
    for typed, code in (("1/6/2026", "answer_deadline_past"), ("khi nào cũng được", "deadline_unclear")):
        with pytest.raises(Refusal, match=code):
            await types(opened, 1, typed)


async def test_a_deadline_after_the_start_changes_nothing(opened: Any) -> None:
    key = await delegate(opened, 7)
    await sets_deadline(opened, "31/7/2026")
    opened.clock.now = datetime.fromisoformat("2026-07-30T08:00:00+07:00")
    with pytest.raises(Refusal, match="rsvp_closed"):
        await opened.do(await opened.again(7), attending.attend, key)


async def looks_at_each(office: Any, key: Any) -> Any:
    """The organizers want to see each substitute; An names Trần Thị Bình."""
    await office.do(await office.again(1), expecting.look_at_substitutes, True)
    await office.do(await office.again(7), substituting.ask, key)
    return (await types(office, 7, "Trần Thị Bình", "Chuyên viên")).it


async def test_a_substitute_waits_for_the_organizers_where_they_want_that(opened: Any) -> None:
    key = await delegate(opened, 7, group=opened.programme.groups[0].id)
    assert await looks_at_each(opened, key) == SubstituteWaits(
        delegate=key, name="Trần Thị Bình", post="Chuyên viên", lower=True
    )
    assert (await opened.delegate(key)).rsvp is Rsvp.NONE
    asked = (await opened.do(await opened.again(1), substituting.next_one)).it
    assert (asked.original, asked.group, asked.lower, asked.waits) == ("Nguyễn Văn An", "Lãnh đạo xã", True, True)
    with pytest.raises(Refusal, match="substitute_waits"):
        await opened.do(await opened.again(7), substituting.ask, key)
    other = asked.delegate
    await opened.do(await opened.again(1), substituting.approve, other)
    with pytest.raises(Refusal, match="substitute_settled"):
        await opened.do(await opened.again(1), substituting.approve, other)
    told = await opened.last_notice(7)
    joined = await opened.joins(8, told["link"].split("=")[1])
    assert (joined.delegate, joined.is_substitute, (await opened.delegate(key)).rsvp) == (other, True, Rsvp.SUBSTITUTED)


async def test_a_substitute_who_is_not_wanted_leaves_the_answer_open(opened: Any) -> None:
    key = await delegate(opened, 7)
    await looks_at_each(opened, key)
    asked = (await opened.do(await opened.again(1), substituting.next_one)).it
    await opened.do(await opened.again(1), substituting.refuse, asked.delegate)
    assert await opened.outbox(7) == ["substitutes/substitute_refused"]
    assert ((await opened.delegate(key)).rsvp, (await opened.delegate(asked.delegate)).state) == (
        Rsvp.NONE,
        DelegateState.REMOVED,
    )
    with pytest.raises(Refusal, match="no_substitute_waits"):
        await opened.do(await opened.again(1), substituting.next_one)


async def test_who_comes_after_all_takes_the_waiting_substitute_back(opened: Any) -> None:
    key = await delegate(opened, 7)
    await looks_at_each(opened, key)
    asked = (await opened.do(await opened.again(1), substituting.next_one)).it
    await opened.do(await opened.again(7), attending.attend, key)
    with pytest.raises(Refusal, match="substitute_settled"):
        await opened.do(await opened.again(1), substituting.approve, asked.delegate)


async def test_a_waiting_substitute_of_somebody_removed_waits_no_more(opened: Any) -> None:
    key = await delegate(opened, 7)
    await looks_at_each(opened, key)
    await opened.do(await opened.again(1), listing.remove, key)
    for service, code in ((substituting.next_one, "no_substitute_waits"), (knocking.next_request, "nobody_asks")):
        with pytest.raises(Refusal, match=code):
            await opened.do(await opened.again(1), service)


async def test_a_lower_post_than_asked_for_is_told_to_both_sides(opened: Any) -> None:
    key = await delegate(opened, 7, group=opened.programme.groups[0].id)
    _, view = await substitutes(opened, 7, key)
    assert (view.lower, await opened.outbox(1)) == (True, ["substitutes/substitute_asked"])


async def test_a_post_below_the_persons_own_is_pointed_out_where_they_are_in_no_group(opened: Any) -> None:
    key = await delegate(opened, 7, post="CT UBND xã")
    _, view = await substitutes(opened, 7, key)
    assert (view.lower, await opened.outbox(1)) == (True, ["substitutes/substitute_asked"])


async def test_delegates_decide_nothing_about_substitutes(opened: Any) -> None:
    key = await delegate(opened, 7)
    for service, args in (
        (substituting.approve, (key,)),
        (substituting.refuse, (key,)),
        (expecting.board, ()),
        (expecting.look_at_substitutes, (True,)),
        (expecting.clear_deadline, ()),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            await opened.do(await opened.again(7), service, *args)


async def test_the_board_shows_quotas_the_forecast_and_who_leaves_sessions_out(opened: Any) -> None:
    group = opened.programme.groups[0].id
    key = await delegate(opened, 7, group=group)
    await opened.do(await opened.again(7), attending.attend, key)
    await opened.invited("Phạm Duy", group=group)
    await opened.invited("Vũ Em", group=group)
    async with opened.desk.database.begin() as connection:
        session = opened.programme.sessions[0].id
        row = {"conference_id": opened.conference, "delegate_id": key, "session_id": session}
        await connection.execute(insert(session_absences).values(row))
    view = (await opened.do(await opened.again(1), expecting.board)).it
    assert (view.invited, view.attending, view.silent) == (3, 1, 2)
    assert (view.least, view.likely, view.most) == (1, 2, 3)
    assert view.groups == (GroupLine(text="Lãnh đạo xã", quota=2, named=3, attending=1, left=-1),)
    assert view.away == (("Khai mạc", 1),)
    assert (await opened.do(await opened.again(1), listing.show, key)).it.away == ("Khai mạc",)


@pytest.mark.parametrize(
    ("attending", "declined", "silent", "expected"),
    [(0, 0, 0, (0, 0, 0)), (3, 1, 4, (3, 5, 7)), (80, 20, 50, (80, 120, 130)), (0, 30, 10, (0, 0, 10))],
)
def test_the_forecast_goes_by_those_who_have_answered(
    attending: int, declined: int, silent: int, expected: tuple[int, int, int]
) -> None:
    found = forecast(attending, declined, silent)
    assert (found.least, found.likely, found.most) == expected


@pytest.mark.parametrize(
    ("post", "group", "lower"),
    [
        ("Phó Giám đốc", "Lãnh đạo Sở Y tế", False),
        ("Trưởng phòng", "Lãnh đạo Sở Y tế", True),
        ("Chuyên viên", "Lãnh đạo xã", True),
        (None, "Lãnh đạo xã", True),
        ("Phó trưởng phòng", "Lãnh đạo phòng Nội vụ", False),
        ("Chuyên viên", "Phóng viên báo, đài", False),
        ("Phó Chủ tịch UBND xã", "Ở xã: Lãnh đạo UBND", False),
        ("PCT", "lanh dao xa", False),
    ],
)
def test_a_post_ranks_lower_than_a_leaders(post: str | None, group: str, lower: bool) -> None:
    assert ranks_lower(post, group) is lower


async def test_a_button_of_a_message_two_years_old_changes_nothing(opened: Any) -> None:
    key = await delegate(opened, 7)
    opened.clock.forward(days=730)
    for service in (attending.attend, attending.ask_reason, substituting.ask):
        with pytest.raises(Refusal, match="rsvp_closed"):
            await opened.do(await opened.again(7), service, key)
    assert (await opened.delegate(key)).rsvp is Rsvp.NONE


async def test_who_declines_twice_is_absent_once_with_the_later_reason(opened: Any) -> None:
    key = await delegate(opened, 7)
    for reason in ("ốm", "đi công tác"):
        await opened.do(await opened.again(7), attending.ask_reason, key)
        await types(opened, 7, reason)
    view = (await opened.do(await opened.again(1), expecting.board)).it
    assert (view.declined, (await opened.delegate(key)).reason) == (1, "đi công tác")
