"""Votes: who may, once, secret or open, with a quorum, and never after closing."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import insert, select

from domain.conference import Conference, Programme, Session
from domain.ids import PollId, SessionId
from domain.polls import Share, needed, read_options, read_quorum, shares
from domain.refusal import Refusal
from services import checking, flows, linking, listing, merging, privacy, substituting, voting
from services.views.polls import Ballot, PollOpened, PollResult, PollShare, VoteKept
from storage import checkins, inbox, polls
from storage.schema import check_ins, notices, poll_tallies, poll_voters
from storage.schema import inbox as inbox_table

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY, ends_on=DAY),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),),
)
PEOPLE = ((7, "Nguyễn Văn An"), (8, "Lê Ba"), (9, "Phạm Duy"), (10, "Vũ Em"))


@pytest_asyncio.fixture
async def hall(office: Any) -> Any:
    """Four delegates, of whom An and Ba are checked in."""
    await office.opens(PROGRAMME)
    await office.organizer(1)
    office.clock.now = datetime.fromisoformat("2026-07-30T08:10:00+07:00")
    for account, name in PEOPLE:
        _, token = await office.invited(name, unit="Xã Đông")
        await office.joins(account, token)
    for account in (7, 8):
        await arrives(office, account)
    return office


async def arrives(hall: Any, account: int, at: datetime | None = None) -> None:
    at = at or hall.clock.now
    row = {"conference_id": hall.conference, "delegate_id": (await hall.again(account)).delegate, "slot": f"d{at:%d}"}
    row |= {"at": at, "recorded_at": at, "role": "door", "way": "scan"}
    async with hall.desk.database.begin() as connection:
        await connection.execute(insert(check_ins).values(row))


async def made(hall: Any, quorum: str | None = None, secret: bool = True) -> PollId:
    await hall.do(await hall.again(1), voting.ask)
    await hall.do(await hall.again(1), flows.take, "Thông qua nghị quyết?")
    await hall.do(await hall.again(1), flows.take, "Tán thành\nKhông tán thành")
    last = (flows.take, quorum) if quorum else (flows.skip,)
    view = (await hall.do(await hall.again(1), *last)).it
    key = PollId(view.poll)
    if not secret:
        await hall.do(await hall.again(1), voting.set_secret, key, False)
    return key


async def opened(hall: Any, **how: Any) -> PollId:
    key = await made(hall, **how)
    await hall.do(await hall.again(1), voting.open_it, key)
    return key


async def test_only_those_checked_in_are_asked_and_their_votes_counted(hall: Any) -> None:
    key = await opened(hall)
    assert [await hall.outbox(account) for account, _ in PEOPLE] == [["polls/ballot"]] * 2 + [[]] * 2
    assert (await hall.do(await hall.again(7), voting.vote, key, 0)).it == VoteKept(
        question="Thông qua nghị quyết?", choice=None
    )
    with pytest.raises(Refusal, match="poll_not_present"):
        await hall.do(await hall.again(9), voting.vote, key, 0)
    await arrives(hall, 9)
    assert isinstance((await hall.do(await hall.again(9), voting.show, key)).it, Ballot)
    await hall.do(await hall.again(9), voting.vote, key, 1)
    reply = await hall.do(await hall.again(1), voting.close, key)
    assert reply.it == PollResult(
        poll=key,
        question="Thông qua nghị quyết?",
        shares=(PollShare("Tán thành", 1, 50), PollShare("Không tán thành", 1, 50)),
        voted=2,
        entitled=3,
        expected=4,
        needed=None,
        secret=True,
        reached=3,
    )
    assert "ket-qua-bieu-quyet.xlsx" in [each.name for each in reply.files]


async def test_who_is_here_without_the_bot_counts_for_the_quorum_but_is_not_said_to_be_asked(hall: Any) -> None:
    key, _ = await hall.invited("Lò Văn Cương")
    now = hall.clock.now
    row = {"conference_id": hall.conference, "delegate_id": key, "slot": "d30", "role": "door", "way": "sheet"}
    async with hall.desk.database.begin() as connection:
        await connection.execute(insert(check_ins).values(row | {"at": now, "recorded_at": now}))
    poll = await made(hall)
    view = (await hall.do(await hall.again(1), voting.open_it, poll)).it
    assert view == PollOpened(poll=poll, question="Thông qua nghị quyết?", present=3, reached=2)


async def test_everybody_votes_once(hall: Any) -> None:
    key = await opened(hall)
    await hall.do(await hall.again(7), voting.vote, key, 0)
    for choice in (0, 1):
        with pytest.raises(Refusal, match="poll_voted_already"):
            await hall.do(await hall.again(7), voting.vote, key, choice)
    assert (await hall.do(await hall.again(1), voting.close, key)).it.voted == 1


async def test_no_vote_counts_after_closing_or_before_opening(hall: Any) -> None:
    key = await made(hall)
    with pytest.raises(Refusal, match="poll_gone"):
        await hall.do(await hall.again(7), voting.vote, key, 0)
    await hall.do(await hall.again(1), voting.open_it, key)
    await hall.do(await hall.again(1), voting.close, key)
    await hall.do(await hall.again(1), voting.close, key)  # pressed twice
    with pytest.raises(Refusal, match="poll_closed"):
        await hall.do(await hall.again(7), voting.vote, key, 0)


async def leaves(hall: Any, account: int) -> None:
    """An organizer takes the check-in back."""
    key = (await hall.again(account)).delegate
    async with hall.desk.database.begin() as connection:
        (row,) = await checkins.of_delegate(connection, key)
    await hall.do(await hall.again(1), checking.undo, row.id)


async def test_an_open_vote_of_who_is_not_checked_in_at_the_close_does_not_count(hall: Any) -> None:
    key = await opened(hall, secret=False)
    for account, choice in ((7, 0), (8, 1)):
        await hall.do(await hall.again(account), voting.vote, key, choice)
    await leaves(hall, 7)
    closed = (await hall.do(await hall.again(1), voting.close, key)).it
    assert ([each.votes for each in closed.shares], closed.voted, closed.entitled) == ([0, 1], 1, 1)
    async with hall.desk.database.begin() as connection:
        assert await polls.votes_by_name(connection, key) == [("Lê Ba", "Xã Đông", 1)]


async def test_who_is_checked_in_again_before_the_close_has_voted(hall: Any) -> None:
    key = await opened(hall, secret=False)
    await hall.do(await hall.again(7), voting.vote, key, 0)
    await leaves(hall, 7)
    await arrives(hall, 7)
    closed = (await hall.do(await hall.again(1), voting.close, key)).it
    assert (closed.voted, closed.entitled) == (1, 2)


async def test_the_quorum_is_that_of_those_checked_in_at_the_close(hall: Any) -> None:
    key = await opened(hall, quorum="1/2")
    await leaves(hall, 8)
    closed = (await hall.do(await hall.again(1), voting.close, key)).it
    assert (closed.needed, closed.entitled) == (2, 1)


async def test_no_check_in_is_taken_back_while_a_secret_vote_of_theirs_may_be_counted(hall: Any) -> None:
    key = await opened(hall)
    await hall.do(await hall.again(7), voting.vote, key, 0)
    with pytest.raises(Refusal, match="checkin_undo_voted"):
        await leaves(hall, 7)
    await leaves(hall, 8)  # has not voted
    closed = (await hall.do(await hall.again(1), voting.close, key)).it
    assert (closed.voted, closed.entitled) == (1, 1)
    await leaves(hall, 7)
    assert (await hall.do(await hall.again(1), voting.result, key)).it == replace(closed, reached=0)


async def test_nobody_is_taken_off_the_list_while_a_secret_vote_of_theirs_may_be_counted(hall: Any) -> None:
    key = await opened(hall)
    an, ba = [(await hall.again(account)).delegate for account in (7, 8)]
    await hall.do(await hall.again(7), voting.vote, key, 0)
    with pytest.raises(Refusal, match="remove_voted"):
        await hall.do(await hall.again(1), listing.remove, an)
    await hall.do(await hall.again(1), listing.remove, ba)  # has not voted
    closed = (await hall.do(await hall.again(1), voting.close, key)).it
    assert (closed.voted, closed.entitled) == (1, 1)
    await hall.do(await hall.again(1), listing.remove, an)
    assert (await hall.do(await hall.again(1), voting.result, key)).it.voted == 1


async def test_nobody_is_asked_for_a_vote_that_is_closed(hall: Any) -> None:
    key = await opened(hall)
    await hall.do(await hall.again(1), voting.close, key)
    async with hall.desk.database.begin() as connection:
        over = (await connection.execute(select(notices.c.useful_until).where(notices.c.kind == "poll"))).scalar()
    assert over == hall.clock.now.astimezone(UTC)


async def test_two_lines_of_one_person_that_both_voted_count_once_or_are_merged_after_the_close(hall: Any) -> None:
    keep, drop = [(await hall.again(account)).delegate for account in (7, 8)]
    key = await opened(hall)
    for account in (7, 8):
        await hall.do(await hall.again(account), voting.vote, key, 0)
    with pytest.raises(Refusal, match="merge_both_voted"):
        await hall.do(await hall.again(1), merging.preview, keep, drop)
    await hall.do(await hall.again(1), voting.close, key)
    key = await opened(hall, secret=False)
    for account in (7, 8):
        await hall.do(await hall.again(account), voting.vote, key, 0)
    shown = (await hall.do(await hall.again(1), merging.preview, keep, drop)).it
    await hall.do(await hall.again(1), merging.merge, keep, drop, shown.check)
    closed = (await hall.do(await hall.again(1), voting.close, key)).it
    assert (closed.voted, closed.entitled) == (1, 1)


async def test_a_vote_that_is_closed_the_day_after_counts_those_of_its_own_day(hall: Any) -> None:
    key = await opened(hall, secret=False)
    await hall.do(await hall.again(7), voting.vote, key, 0)
    hall.clock.forward(days=1)
    closed = (await hall.do(await hall.again(1), voting.close, key)).it
    assert (closed.voted, closed.entitled) == (1, 2)


async def test_who_was_checked_in_yesterday_is_not_here_today(hall: Any) -> None:
    key = await opened(hall)
    await arrives(hall, 10, hall.clock.now.replace(day=29))
    with pytest.raises(Refusal, match="poll_not_present"):
        await hall.do(await hall.again(10), voting.vote, key, 0)


async def test_a_substitute_votes_and_the_original_does_not(hall: Any) -> None:
    key = await opened(hall)
    hall.clock.now = datetime.fromisoformat("2026-07-30T07:00:00+07:00")
    original = await hall.again(9)
    await hall.do(original, substituting.ask, original.delegate)
    await hall.do(await hall.again(9), flows.take, "Trần Thị Bình")
    link = (await hall.do(await hall.again(9), flows.skip)).it.link
    await hall.joins(20, link.split("=")[1])
    for account in (9, 20):
        await arrives(hall, account)
    with pytest.raises(Refusal, match="poll_not_present"):
        await hall.do(await hall.again(9), voting.vote, key, 0)
    assert isinstance((await hall.do(await hall.again(20), voting.vote, key, 0)).it, VoteKept)


async def test_without_a_quorum_a_vote_is_not_opened(hall: Any) -> None:
    key = await made(hall, quorum="2/3")
    with pytest.raises(Refusal, match="poll_no_quorum") as refused:
        await hall.do(await hall.again(1), voting.open_it, key)
    assert refused.value.values == {"present": 2, "expected": 4, "needed": 3}
    await arrives(hall, 9)
    await hall.do(await hall.again(1), voting.open_it, key)
    assert (await hall.do(await hall.again(1), voting.close, key)).it.needed == 3


async def test_nothing_stored_tells_what_somebody_chose_in_a_secret_vote(hall: Any) -> None:
    key = await opened(hall)
    raw = {"update_id": 5, "callback_query": {"id": "1", "from": {"id": 7}, "data": f"ov:{key}:1"}}
    kept = {"update_id": 5, "chat_id": 7, "raw": json.dumps(raw), "received_at": hall.clock.now}
    async with hall.desk.database.begin() as connection:
        await inbox.keep(connection, [kept])
    voter = replace(await hall.again(7), update_id=5)
    await hall.do(voter, voting.vote, key, 1)
    async with hall.desk.database.begin() as connection:
        row = (await connection.execute(select(inbox_table.c.raw, inbox_table.c.reply))).one()
        voters = (await connection.execute(select(poll_voters.c.delegate_id, poll_voters.c.choice))).all()
    assert json.loads(row.raw)["callback_query"]["data"] == ""
    assert "tán thành" not in json.dumps(row.reply, ensure_ascii=False).lower()
    assert [tuple(each) for each in voters] == [(voter.delegate, None)]


async def test_an_open_vote_lists_who_chose_what_and_cannot_become_open_later(hall: Any) -> None:
    key = await opened(hall, secret=False)
    assert (await hall.do(await hall.again(8), voting.vote, key, 1)).it.choice == "Không tán thành"
    with pytest.raises(Refusal, match="poll_opened_already"):
        await hall.do(await hall.again(1), voting.set_secret, key, True)
    async with hall.desk.database.begin() as connection:
        assert await polls.votes_by_name(connection, key) == [("Lê Ba", "Xã Đông", 1)]
    await hall.do(await hall.again(1), voting.close, key)
    (seen,) = (await hall.do(await hall.again(1), linking.exports)).it.items
    assert (seen.act, seen.count) == ("votes_exported", 1)


async def test_the_table_of_a_secret_vote_names_nobody_and_is_no_export(hall: Any) -> None:
    key = await opened(hall)
    await hall.do(await hall.again(8), voting.vote, key, 1)
    await hall.do(await hall.again(1), voting.close, key)
    assert (await hall.do(await hall.again(1), linking.exports)).it.items == ()


async def test_a_vote_of_somebody_erased_still_counts_without_them(hall: Any) -> None:
    key = await opened(hall, secret=False)
    await hall.do(await hall.again(8), voting.vote, key, 1)
    await hall.do(await hall.again(8), privacy.erase)
    async with hall.desk.database.begin() as connection:
        assert await polls.tally(connection, key) == {1: 1}
        assert await polls.votes_by_name(connection, key) == [("—", None, 1)]


async def test_forged_choices_and_other_peoples_buttons_do_nothing(hall: Any) -> None:
    key = await opened(hall)
    for choice in (-1, 2, 10**9):
        with pytest.raises(Refusal, match="stale_button"):
            await hall.do(await hall.again(7), voting.vote, key, choice)
    for service in (voting.open_it, voting.close, voting.tell, voting.result):
        with pytest.raises(Refusal, match="not_allowed"):
            await hall.do(await hall.again(7), service, key)
    async with hall.desk.database.begin() as connection:
        assert (await connection.execute(select(poll_tallies))).all() == []


async def test_the_result_is_told_once(hall: Any) -> None:
    key = await opened(hall)
    await hall.do(await hall.again(1), voting.close, key)
    await hall.do(await hall.again(1), voting.tell, key)
    with pytest.raises(Refusal, match="poll_told_already"):
        await hall.do(await hall.again(1), voting.tell, key)
    assert (await hall.outbox(7), await hall.outbox(9)) == (["polls/ballot", "polls/poll_closed"], [])


@pytest.mark.parametrize(
    ("typed", "expected", "people"),
    [
        *(("2/3", 300, 200), ("2/3", 4, 3), ("50%", 181, 91), ("50%", 180, 90), ("1/1", 7, 7), ("33%", 100, 33)),
        *(("quá bán", 180, 91), ("Qua ban", 181, 91), ("quá bán", 1000, 501)),
    ],
)
def test_a_quorum_is_read_as_it_is_written_and_counted_exactly(typed: str, expected: int, people: int) -> None:
    assert needed(read_quorum(typed), expected) == people


@pytest.mark.parametrize("typed", ["", "0", "3/2", "1/0", "200%", "nhiều"])
def test_what_is_no_quorum_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="poll_quorum_unclear"):
        read_quorum(typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Một", "poll_options_count"), ("Có\ncó ", "poll_options_alike"), ("Có\n" + "x" * 51, "poll_option_long")],
)
def test_options_that_will_not_do_are_refused(typed: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        read_options(typed)


def test_shares_of_no_votes_are_nothing() -> None:
    assert shares(("a", "b"), {}) == (Share("a", 0, 0), Share("b", 0, 0))
