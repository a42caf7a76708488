"""A lost phone is nobody's at once, and what was on its way to it waits for the next one."""

from datetime import date, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import insert, select, update

from domain.conference import Conference, Programme, Unit
from domain.delegates import ERASED_NAME, Rsvp
from domain.ids import UnitId
from domain.joining import token_in
from domain.refusal import Refusal
from services import (
    asking,
    attending,
    calling,
    flows,
    joining,
    knocking,
    listing,
    logistics,
    merging,
    newphone,
    privacy,
    recording,
)
from services.views.joining import Joined, JoinMissed, LinkUseless
from services.views.newphone import LostPhoneAsked
from storage import notices as stored_notices
from storage.deliveries import Terms, claim
from storage.results import Result, record
from storage.schema import deliveries, notices, questions

PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=date(2026, 7, 30)),
    units=(Unit(id=UnitId(1), name="Phòng Nội vụ", position=1),),
)


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    await office.opens(PROGRAMME)
    await office.organizer(1)
    office.key, office.token = await office.invited("Nguyễn Văn An")
    await office.joins(7, office.token)
    return office


async def gets_a_seat(office: Any, seat: str | None = "Hàng A, ghế 12") -> None:
    await office.do(await office.again(1), logistics.ask_arrangement, office.key, "seat")
    say = (flows.take, seat) if seat else (flows.skip,)
    await office.do(await office.again(1), *say)


async def loses(office: Any) -> Any:
    asked = (await office.do(await office.again(1), newphone.ask, office.key)).it
    assert isinstance(asked, LostPhoneAsked)
    return (await office.do(await office.again(1), newphone.replace, office.key, asked.check)).it


async def on_their_way(office: Any) -> list[tuple[int | None, str, str | None]]:
    async with office.desk.database.begin() as connection:
        rows = await connection.execute(
            select(deliveries.c.chat_id, deliveries.c.state, deliveries.c.reason).order_by(deliveries.c.id)
        )
        return [tuple(row) for row in rows]


async def test_the_old_account_is_out_before_the_new_link_is_opened(opened: Any) -> None:
    old = await opened.again(7)
    ready = await loses(opened)
    assert (ready.unlinked, ready.other_roles) == (True, False)
    assert ((await opened.again(7)).delegate, (await opened.delegate(opened.key)).account) == (None, None)
    with pytest.raises(Refusal, match="not_invited_here"):
        await opened.do(old, attending.attend, opened.key)
    assert [
        line.name for line in (await opened.do(await opened.again(1), listing.page_of, "unreached", 0)).it.items
    ] == ["Nguyễn Văn An"]


async def test_what_waits_is_held_and_goes_to_the_next_phone(opened: Any) -> None:
    await gets_a_seat(opened)
    assert await on_their_way(opened) == [(7, "waiting", None)]
    ready = await loses(opened)
    assert await on_their_way(opened) == [(None, "unreachable", "new_phone")]
    async with opened.desk.database.begin() as connection:
        (notice,) = (await connection.execute(select(notices.c.id))).scalars()
        rows = await stored_notices.missed(connection, [notice])
    work = await opened.do(await opened.again(1), calling.telephone_list, 1, rows)
    assert [(each[0], each[3]) for each in work.it.people] == [("Nguyễn Văn An", "new_phone")]
    await opened.joins(8, token_in(ready.link))
    assert await on_their_way(opened) == [(8, "waiting", None)]


@pytest.mark.parametrize("state", ["sent", "waiting"])
async def test_what_is_on_its_way_to_the_lost_phone_in_that_moment_goes_to_the_next_one(
    opened: Any, state: str
) -> None:
    await gets_a_seat(opened)
    opened.clock.forward(hours=1)
    async with opened.desk.database.begin() as connection:
        (row,) = (await claim(connection, Terms(bot="b", owner="w", rate=28), opened.clock(), 0.0)).rows
    ready = await loses(opened)
    async with opened.desk.database.begin() as connection:
        await record(connection, "w", [Result(id=row.id, state=state, chat=row.chat, attempt=0)])
    assert await on_their_way(opened) == [(None, "unreachable", "new_phone")]
    await opened.joins(8, token_in(ready.link))
    assert await on_their_way(opened) == [(8, "waiting", None)]


async def test_what_was_sent_is_not_sent_again_but_the_next_phone_hears_how_things_stand(opened: Any) -> None:
    await gets_a_seat(opened)
    async with opened.desk.database.begin() as connection:
        await connection.execute(update(deliveries).values(state="sent"))
    ready = await loses(opened)
    await opened.joins(8, token_in(ready.link))
    assert await on_their_way(opened) == [(7, "sent", None), (8, "waiting", None)]
    assert (await opened.last_notice(8))["changes"] == [["seat", None, "Hàng A, ghế 12"]]


@pytest.mark.parametrize("way", ["old link", "code"])
async def test_the_old_phone_does_not_come_back_not_even_when_the_new_one_is_gone(opened: Any, way: str) -> None:
    ready = await loses(opened)

    async def tries() -> Any:
        if way == "old link":
            return (await opened.do(await opened.again(7), joining.open_link, opened.token)).it
        await opened.do(await opened.again(7), knocking.by_code)
        for line in ("sk", "nguyen van an"):
            reply = await opened.do(await opened.again(7), flows.take, line)
        return reply.it

    assert isinstance(await tries(), LinkUseless | JoinMissed)
    assert isinstance(await opened.joins(8, token_in(ready.link)), Joined)
    await opened.do(await opened.again(8), privacy.withdraw)
    if way == "old link":
        assert await tries() == LinkUseless(why="revoked", help_contact="")
    assert (await opened.again(7)).delegate is None


async def test_the_old_phone_sees_and_erases_nothing(opened: Any) -> None:
    await loses(opened)
    assert (await opened.do(await opened.again(7), privacy.show)).it.places == ()
    assert (await opened.do(await opened.again(1), privacy.show)).it.places == ()
    await opened.do(await opened.again(7), privacy.erase)
    assert (await opened.delegate(opened.key)).name == "Nguyễn Văn An"


async def test_another_role_of_the_old_account_is_pointed_out_and_keeps_its_notices(opened: Any) -> None:
    await opened.focal(7, opened.programme.units[0].id)
    await gets_a_seat(opened)
    async with opened.desk.database.begin() as connection:
        values = {"kind": "task", "view": "x", "data": {}, "urgency": 30, "policy": "resend", "wants_receipt": False}
        values |= {"conference_id": opened.conference, "created_at": opened.clock(), "way": "say"}
        key = (await connection.execute(insert(notices).values(values).returning(notices.c.id))).scalar_one()
        row = {"notice_id": key, "chat_id": 7, "state": "waiting", "urgency": 30, "due_at": opened.clock()}
        await connection.execute(insert(deliveries).values(row | {"conference_id": opened.conference}))
    assert (await loses(opened)).other_roles
    assert await on_their_way(opened) == [(None, "unreachable", "new_phone"), (7, "waiting", None)]
    assert (await opened.again(7)).units == (opened.programme.units[0].id,)


async def test_other_conferences_where_the_old_account_is_linked_are_pointed_out(opened: Any) -> None:
    key, here = opened.key, opened.conference
    await opened.opens(Programme(conference=Conference(code="K2", title="Hội nghị khác")))
    there, token = await opened.invited("Nguyễn Văn An")
    await opened.joins(7, token)
    opened.conference, opened.key = here, key
    assert (await loses(opened)).elsewhere == 1
    assert (await opened.delegate(there)).account == 7


async def test_a_form_that_the_old_phone_had_open_is_left(opened: Any) -> None:
    await opened.do(await opened.again(7), attending.ask_reason, opened.key)
    assert (await opened.again(7)).form_open
    await loses(opened)
    assert not (await opened.again(7)).form_open


async def test_a_link_that_was_replaced_stays_dead_for_who_had_used_it(opened: Any) -> None:
    await opened.do(await opened.again(7), privacy.withdraw)
    await opened.do(await opened.again(1), listing.link_of, opened.key, True)
    shown = (await opened.do(await opened.again(7), joining.open_link, opened.token)).it
    assert shown == LinkUseless(why="revoked", help_contact="")


async def test_nobody_linked_has_no_phone_to_lose_and_only_organizers_say_so(opened: Any) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        await opened.do(await opened.again(7), newphone.replace, opened.key, 1)
    await loses(opened)
    with pytest.raises(Refusal, match="phone_not_linked"):
        await opened.do(await opened.again(1), newphone.replace, opened.key, 1)


async def test_the_confirm_button_pressed_again_later_leaves_the_new_phone_alone(opened: Any) -> None:
    asked = (await opened.do(await opened.again(1), newphone.ask, opened.key)).it
    answer = await opened.do(await opened.again(1), newphone.replace, opened.key, asked.check)
    assert answer.edit
    await opened.joins(8, token_in(answer.it.link))
    with pytest.raises(Refusal, match="phone_changed"):
        await opened.do(await opened.again(1), newphone.replace, opened.key, asked.check)
    assert (await opened.delegate(opened.key)).account == 8
    await loses(opened)
    assert (await opened.delegate(opened.key)).account is None


async def test_what_was_to_change_a_message_on_the_lost_phone_is_given_up(opened: Any) -> None:
    async with opened.desk.database.begin() as connection:
        for way in ("say", "edit", "delete"):
            values = {"kind": "correction", "view": "x", "data": {}, "urgency": 40, "policy": "resend", "way": way}
            values |= {"conference_id": opened.conference, "created_at": opened.clock(), "wants_receipt": False}
            key = (await connection.execute(insert(notices).values(values).returning(notices.c.id))).scalar_one()
            row = {"notice_id": key, "chat_id": 7, "state": "waiting", "urgency": 40, "due_at": opened.clock()}
            row |= {"conference_id": opened.conference, "delegate_id": opened.key, "data": {"messages": [1101]}}
            await connection.execute(insert(deliveries).values(row))
    ready = await loses(opened)
    await opened.joins(8, token_in(ready.link))
    assert await on_their_way(opened) == [(8, "waiting", None), (7, "cancelled", None), (7, "cancelled", None)]


async def test_what_is_held_says_how_things_stand_when_the_new_phone_comes(opened: Any) -> None:
    await gets_a_seat(opened)
    await opened.do(await opened.again(1), recording.record, opened.key, Rsvp.ATTENDING)
    ready = await loses(opened)
    await gets_a_seat(opened, "Hàng B, ghế 3")
    await opened.do(await opened.again(1), recording.record, opened.key, Rsvp.DECLINED)
    await opened.do(await opened.again(1), flows.take, "Đi công tác")
    joined = await opened.joins(8, token_in(ready.link))
    assert joined.rsvp == "declined"
    assert await opened.waiting_for(8) == ["logistics/arranged_anew"]
    assert (await opened.last_notice(8))["changes"] == [["seat", None, "Hàng B, ghế 3"]]


async def test_a_seat_that_is_taken_back_while_the_notice_is_held_is_not_told(opened: Any) -> None:
    await gets_a_seat(opened)
    ready = await loses(opened)
    await gets_a_seat(opened, None)
    await opened.joins(8, token_in(ready.link))
    assert await opened.waiting_for(8) == []


async def test_what_is_said_to_all_between_two_phones_is_told_to_the_next(opened: Any) -> None:
    await said_to_all(opened, "before")
    opened.clock.forward(minutes=1)
    ready = await loses(opened)
    opened.clock.forward(hours=1)
    await said_to_all(opened, "since", urgency=10)
    await said_to_all(opened, "over", useful_until=opened.clock() + timedelta(minutes=5))
    await said_to_all(opened, "rsvp")
    opened.clock.forward(hours=1)
    await opened.joins(8, token_in(ready.link))
    assert await opened.waiting_for(8) == ["before", "since"]
    _, link = await opened.invited("Lê Mới")
    await opened.joins(9, link)
    assert await opened.waiting_for(9) == []


async def said_to_all(office: Any, kind: str, useful_until: Any = None, urgency: int = 30) -> None:
    """Everybody on the list gets a notice, or is kept as not linked."""
    values = {"kind": kind, "view": kind, "data": {}, "urgency": 30, "policy": "resend", "wants_receipt": False}
    values |= {"conference_id": office.conference, "created_at": office.clock(), "useful_until": useful_until}
    account = (await office.delegate(office.key)).account
    async with office.desk.database.begin() as connection:
        key = (await connection.execute(insert(notices).values(values).returning(notices.c.id))).scalar_one()
        row = {
            "notice_id": key,
            "chat_id": account,
            "delegate_id": office.key,
            "urgency": urgency,
            "due_at": office.clock(),
        }
        row |= {"state": "waiting" if account else "unreachable", "reason": None if account else "not_linked"}
        await connection.execute(insert(deliveries).values(row | {"conference_id": office.conference}))


async def test_nothing_waits_for_a_lost_phone_that_was_had_in_another_chat(opened: Any) -> None:
    await said_to_all(opened, "twice")
    async with opened.desk.database.begin() as connection:
        (row,) = (await connection.execute(select(deliveries))).mappings()
        again = {name: value for name, value in row.items() if name != "id"} | {"delegate_id": None}
        await connection.execute(update(deliveries).values(chat_id=6, state="sent"))
        await connection.execute(insert(deliveries).values(again))
    await loses(opened)
    assert await on_their_way(opened) == [(6, "sent", None), (7, "cancelled", None)]


async def test_nothing_held_outlives_what_it_was_about(opened: Any) -> None:
    await gets_a_seat(opened)
    await loses(opened)
    await opened.do(await opened.again(1), listing.remove, opened.key)
    assert await on_their_way(opened) == [(None, "cancelled", "new_phone")]


async def test_what_was_asked_from_the_lost_phone_is_shown_on_the_next(opened: Any) -> None:
    await asking.ask(opened.desk, await opened.again(7), "Có chỗ đỗ xe không?")
    ready = await loses(opened)
    await opened.joins(8, token_in(ready.link))
    shown = (await opened.do(await opened.again(8), privacy.show)).it
    assert [each.text for each in shown.questions] == ["Có chỗ đỗ xe không?"]


async def test_a_phone_that_came_by_a_merge_is_found_when_it_is_lost(opened: Any) -> None:
    kept, _ = await opened.invited("Nguyễn Văn An", post="Chủ tịch")
    shown = (await opened.do(await opened.again(1), merging.preview, kept, opened.key)).it
    await opened.do(await opened.again(1), merging.merge, kept, opened.key, shown.check)
    opened.key = kept
    await asking.ask(opened.desk, await opened.again(7), "Có chỗ đỗ xe không?")
    ready = await loses(opened)
    await opened.joins(8, token_in(ready.link))
    await opened.do(await opened.again(8), privacy.erase)
    async with opened.desk.database.begin() as connection:
        assert (await connection.execute(select(questions.c.text))).scalars().all() == [ERASED_NAME]
