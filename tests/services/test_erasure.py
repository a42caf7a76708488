"""Whoever is erased is nowhere in the database, whatever became of their place before."""

from datetime import date, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import insert, select, update

from domain.conference import Conference, Programme, Session
from domain.delegates import ERASED_NAME, DelegateState, Rsvp
from domain.ids import AccountId, DelegateId, SessionId
from domain.joining import Purpose, token_in
from domain.rsvp import AnswerRules, Substitutes
from services import (
    asking,
    attending,
    ending,
    flows,
    gathering,
    inviting,
    joining,
    knocking,
    listing,
    merging,
    newphone,
    privacy,
    recording,
    substituting,
    tasking,
    unitdesk,
)
from services.desk import SYSTEM
from services.notifying import Notice, Policy, notify
from services.views.agenda import CalendarReady
from storage import attendance, invitations, people, questions
from storage.deliveries import Terms, claim
from storage.results import Result, reap, record
from storage.schema import answered, deliveries, inbox, metadata
from storage.schema import invitations as invitation_rows
from storage.schema import questions as asked_questions
from tests.services.taskscene import REPORT, build

PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=date(2026, 7, 30), ends_on=date(2026, 7, 31))
)
WHO = 77001122
WORDS = ("Quách Hiếm", "Quach Hiem", "quách hiếm", "quach hiem", "hiem quach", "977111222", "Trưởng ban lạ", str(WHO))


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    await office.opens(PROGRAMME)
    await office.organizer(1)
    return office


async def left(office: Any, *words: str) -> list[str]:
    """The rows of the whole database that hold one of the words."""
    async with office.desk.database.begin() as connection:
        return [
            f"{table.name}: {tuple(row)!r}"
            for table in metadata.sorted_tables
            for row in (await connection.execute(select(table))).all()
            if any(word in repr(tuple(row)) for word in words or WORDS)
        ]


async def types(office: Any, account: int, *lines: str) -> Any:
    replies = [await office.do(await office.again(account), flows.take, each) for each in lines]
    return replies[-1].it


async def erase(office: Any, account: int = WHO) -> None:
    await office.do(await office.again(account), privacy.erase)


async def listed(office: Any) -> DelegateId:
    key, token = await office.invited("Quách Hiếm", post="Trưởng ban lạ", phone="+84977111222")
    await office.joins(WHO, token)
    return DelegateId(key)


@pytest.mark.parametrize("joined", ["kept", "dropped", "later"])
async def test_who_stood_on_the_list_twice(opened: Any, joined: str) -> None:
    keep, kept = await opened.invited("Quách Hiếm", post="Trưởng ban lạ")
    drop, dropped = await opened.invited("Quach Hiem", unit="Xã Đông", phone="+84977111222")
    if joined != "later":
        await opened.joins(WHO, kept if joined == "kept" else dropped)
    shown = (await opened.do(await opened.again(1), merging.preview, keep, drop)).it
    await opened.do(await opened.again(1), merging.merge, keep, drop, shown.check)
    gone = await opened.delegate(drop)
    assert (gone.name, gone.phone, gone.unit, gone.state) == (ERASED_NAME, None, None, DelegateState.REMOVED)
    if joined == "later":
        await opened.joins(WHO, kept)
    assert (await opened.delegate(keep)).phone == "+84977111222"
    await erase(opened)
    assert await left(opened) == []


async def test_what_was_said_of_the_dropped_line(opened: Any) -> None:
    await opened.person(WHO)
    await opened.do(await opened.again(WHO), knocking.ask)
    await types(opened, WHO, "sk", "Quách Hiếm", "Trưởng ban lạ", "Xã Đông")
    drop = (await opened.last_notice(1))["delegate"]
    await opened.do(await opened.again(1), knocking.let_in, drop)
    keep, _ = await opened.invited("Quach Hiem")
    shown = (await opened.do(await opened.again(1), merging.preview, keep, drop)).it
    await opened.do(await opened.again(1), merging.merge, keep, drop, shown.check)
    await erase(opened)
    assert await left(opened) == []


async def test_a_substitute_called_back(opened: Any) -> None:
    key, token = await opened.invited("Lê An")
    await opened.joins(7, token)
    await opened.do(await opened.again(7), substituting.ask, key)
    named = await types(opened, 7, "Quách Hiếm", "Trưởng ban lạ")
    await opened.joins(WHO, token_in(named.link))
    await opened.do(await opened.again(7), attending.attend, key)
    assert (await opened.do(await opened.again(WHO), privacy.show)).it.places == ()
    assert await left(opened, "Quách Hiếm", "Trưởng ban lạ") == []
    await erase(opened)
    assert await left(opened) == []


async def test_who_was_taken_off_the_list(opened: Any) -> None:
    key = await listed(opened)
    await opened.do(await opened.again(1), listing.remove, key)
    assert (await opened.do(await opened.again(WHO), privacy.show)).it.places == ()
    await erase(opened)
    assert await left(opened) == []


async def test_who_withdrew_still_sees_and_erases_their_place(opened: Any) -> None:
    await listed(opened)
    await opened.do(await opened.again(WHO), privacy.withdraw)
    (place,) = (await opened.do(await opened.again(WHO), privacy.show)).it.places
    assert (place.name, place.phone) == ("Quách Hiếm", "0977 111 222")
    assert (await opened.do(await opened.again(WHO), privacy.erase)).it.was_listed
    assert await left(opened) == []


async def test_a_place_that_another_account_has_taken_since_is_not_erased(opened: Any) -> None:
    key = await listed(opened)
    await opened.do(await opened.again(WHO), privacy.withdraw)
    ready = (await opened.do(await opened.again(1), listing.link_of, key, True)).it
    await opened.joins(8, token_in(ready.link))
    await erase(opened)
    assert (await opened.delegate(key)).name == "Quách Hiếm"
    await opened.do(await opened.again(8), privacy.withdraw)
    await erase(opened, 8)
    assert await left(opened) == []


@pytest.mark.parametrize("outcome", ["turned_away", "let_in", "as_listed"])
async def test_who_knocked(opened: Any, outcome: str) -> None:
    key, _ = await opened.invited("Quách Hiếm", unit="Xã Đông")
    await opened.person(WHO)
    await opened.do(await opened.again(WHO), knocking.ask)
    await types(opened, WHO, "sk", "quách hiếm", "Trưởng ban lạ", "xã đông")
    asked = (await opened.last_notice(1))["delegate"]
    if outcome == "turned_away":
        await opened.do(await opened.again(1), knocking.turn_away, asked)
    else:
        await opened.do(await opened.again(1), knocking.let_in, asked, *([key] if outcome == "as_listed" else []))
    await erase(opened)
    words = WORDS if outcome == "as_listed" else ("quách hiếm", "Trưởng ban lạ", str(WHO))
    assert await left(opened, *words) == []


async def test_the_original_in_what_was_said_of_the_substitute(opened: Any) -> None:
    key = await listed(opened)
    async with opened.desk.database.begin() as connection:
        await attendance.set_rules(connection, opened.conference, AnswerRules(substitutes=Substitutes.ORGANIZERS))
    await opened.do(await opened.again(WHO), substituting.ask, key)
    await types(opened, WHO, "Trần Thị Bình", "Phó phòng")
    await erase(opened)
    assert await left(opened) == []
    assert (await opened.last_notice(1))["name"] == "Trần Thị Bình"


async def test_a_question_that_was_passed_on(opened: Any) -> None:
    await listed(opened)
    await asking.ask(opened.desk, await opened.again(WHO), "Tôi là Quách Hiếm, con tôi bị ốm thì gửi ở đâu?")
    async with opened.desk.database.begin() as connection:
        (asked,) = [row.id for row in await questions.unanswered(connection, opened.conference)]
    await opened.do(await opened.again(WHO), asking.pass_on, asked)
    assert await left(opened, "con tôi bị ốm") != []
    await erase(opened)
    assert await left(opened, *WORDS, "con tôi bị ốm") == []


async def test_who_handed_a_unit_over(office: Any) -> None:
    scene = await build(office)
    async with office.desk.database.begin() as connection:
        await people.call_by_name(connection, office.conference, AccountId(21), "Quách Hiếm")
    ready = (await scene.unit("Phòng Đỏ", unitdesk.successor, AccountId(21), who=scene.cuc)).it
    await office.do(await office.person(31), joining.open_link, token_in(ready.link))
    assert await left(office, "Quách Hiếm") != []
    await erase(office, 21)
    assert await left(office, "Quách Hiếm") == []


async def test_who_took_a_unit_over(office: Any) -> None:
    scene = await build(office)
    _, token = await office.invited("Quách Hiếm")
    await office.joins(31, token)
    ready = (await scene.unit("Phòng Đỏ", unitdesk.successor, AccountId(21), who=scene.cuc)).it
    await office.do(await office.again(31), joining.open_link, token_in(ready.link))
    assert any("'came': 'Quách Hiếm'" in row for row in await left(office, "Quách Hiếm"))
    await erase(office, 31)
    assert await left(office, "Quách Hiếm") == []


async def helper(office: Any) -> str:
    await office.do(await office.again(1), inviting.invite_helper, Purpose.DOOR)
    return str((await types(office, 1, "Quách Hiếm")).link)


async def test_the_name_on_the_link_of_somebody_at_the_door(opened: Any) -> None:
    await opened.joins(WHO, token_in(await helper(opened)))
    await erase(opened)
    assert await left(opened) == []


@pytest.mark.parametrize("revoked", [True, False])
async def test_the_name_on_a_link_once_the_time_is_over(opened: Any, revoked: bool) -> None:
    await helper(opened)
    if revoked:
        async with opened.desk.database.begin() as connection:
            await invitations.revoke(connection, opened.clock(), kind="door", conference_id=opened.conference)
    opened.clock.forward(days=400)
    assert await left(opened, "Quách Hiếm") != []
    await opened.desk.do(SYSTEM, privacy.purge_due)
    assert await left(opened, "Quách Hiếm") == []


@pytest.mark.parametrize("known", ["sessions", "closed"])
async def test_the_time_is_over_also_where_the_plan_names_no_first_day(office: Any, known: str) -> None:
    day = date(2026, 7, 20) if known == "sessions" else None
    await office.opens(
        Programme(
            conference=Conference(code="SK", title="Hội nghị sơ kết"),
            sessions=(Session(id=SessionId(1), title="Khai mạc", day=day, position=1),),
        )
    )
    await office.organizer(1)
    key = await listed(office)
    office.clock.forward(days=18)
    if known == "closed":
        await office.do(await office.again(1), ending.end, 1)
        assert (await office.desk.do(SYSTEM, privacy.purge_due)) == 0
    until = (await office.do(await office.again(WHO), privacy.show)).it.until
    assert until == date(2026, 7, 20 if known == "sessions" else 19) + timedelta(days=180)
    while office.clock().date() <= until:
        assert await office.desk.do(SYSTEM, privacy.purge_due) == 0
        office.clock.forward(days=40)
    assert await office.desk.do(SYSTEM, privacy.purge_due) == 1
    assert await left(office, "Quách Hiếm", "977111222") == []
    assert await left(office, str(WHO)) == []
    assert (await office.delegate(key)).name == ERASED_NAME


async def test_the_time_is_over_for_helpers_and_focal_people_too_where_nobody_else_was_named(office: Any) -> None:
    scene = await build(office)
    async with office.desk.database.begin() as connection:
        await people.call_by_name(connection, office.conference, AccountId(21), "Quách Hiếm")
        await people.call_by_name(connection, office.conference, scene.organizer.account, "Trưởng ban lạ")
    office.clock.forward(days=700)
    assert len(await left(office, "Quách Hiếm", "Trưởng ban lạ")) == 2
    await office.desk.do(SYSTEM, privacy.purge_due)
    assert await left(office, "Quách Hiếm", "Trưởng ban lạ") == []


async def test_who_withdrew_from_a_line_that_was_merged_away(opened: Any) -> None:
    drop = await listed(opened)
    await opened.do(await opened.again(WHO), privacy.withdraw)
    keep, _ = await opened.invited("Quach Hiem", unit="Xã Đông")
    shown = (await opened.do(await opened.again(1), merging.preview, keep, drop)).it
    await opened.do(await opened.again(1), merging.merge, keep, drop, shown.check)
    (place,) = (await opened.do(await opened.again(WHO), privacy.show)).it.places
    assert (place.name, place.phone) == ("Quach Hiem", "0977 111 222")
    await erase(opened)
    assert await left(opened) == []


async def test_who_answered_for_a_unit_in_what_its_others_were_told(office: Any) -> None:
    scene = await build(office)
    async with office.desk.database.begin() as connection:
        await people.call_by_name(connection, office.conference, scene.an.account, "Quách Hiếm")
    await scene.do(scene.an, tasking.accept, REPORT)
    assert (await office.last_notice(12))["by"] == "Quách Hiếm"
    await erase(office, scene.an.account)
    assert await left(office, "Quách Hiếm") == []


async def test_who_answered_for_a_unit_in_the_messages_that_others_have(office: Any) -> None:
    scene = await build(office)
    async with office.desk.database.begin() as connection:
        await people.call_by_name(connection, office.conference, scene.an.account, "Quách Hiếm")
        await connection.execute(update(deliveries).values(state="sent", message_id=100 + deliveries.c.id))
    await scene.do(scene.an, tasking.accept, REPORT)
    assert any(line["by"] == "Quách Hiếm" for line in (await office.last_notice(12))["tasks"])
    await erase(office, scene.an.account)
    assert await left(office, "Quách Hiếm") == []


async def test_whom_an_organizer_has_a_form_open_about(opened: Any) -> None:
    key = await listed(opened)
    await opened.do(await opened.again(1), recording.record, key, Rsvp.DECLINED)
    assert {row.split(":")[0] for row in await left(opened, "Quách Hiếm")} == {"forms", "delegates"}
    await erase(opened)
    assert await left(opened) == []


async def test_whose_question_an_organizer_is_answering(opened: Any) -> None:
    await listed(opened)
    await asking.ask(opened.desk, await opened.again(WHO), "Con tôi bị ốm thì gửi ở đâu?")
    async with opened.desk.database.begin() as connection:
        (asked,) = [row.id for row in await questions.unanswered(connection, opened.conference)]
    await opened.do(await opened.again(1), gathering.ask_for_answer, asked)
    await erase(opened)
    assert await left(opened, *WORDS, "bị ốm") == []


async def test_who_was_looked_for_in_a_message_that_could_not_be_handled(opened: Any) -> None:
    await listed(opened)
    row = {"update_id": 5, "chat_id": 1, "raw": '{"text": "Quách Hiếm"}', "incident": "A1", "done_at": opened.clock()}
    async with opened.desk.database.begin() as connection:
        await connection.execute(insert(inbox).values(**row, received_at=opened.clock()))
    await erase(opened)
    assert await left(opened) == []


async def test_somebody_else_of_the_same_name_keeps_it(opened: Any) -> None:
    await listed(opened)
    other, token = await opened.invited("Quách Hiếm", unit="Xã Tây")
    await opened.joins(8, token)
    async with opened.desk.database.begin() as connection:
        await attendance.set_rules(connection, opened.conference, AnswerRules(substitutes=Substitutes.ORGANIZERS))
    await opened.do(await opened.again(8), substituting.ask, other)
    await types(opened, 8, "Trần Thị Bình", "Phó phòng")
    await erase(opened)
    assert (await opened.delegate(other)).name == "Quách Hiếm"
    assert (await opened.last_notice(1))["original"] == "Quách Hiếm"


@pytest.mark.parametrize("over", ["revoked", "expired"])
async def test_the_name_on_a_helpers_link_that_nobody_used_goes_with_the_link(opened: Any, over: str) -> None:
    await helper(opened)
    await opened.desk.do(SYSTEM, privacy.purge_due)
    assert await left(opened, "Quách Hiếm") != []
    if over == "revoked":
        async with opened.desk.database.begin() as connection:
            await invitations.revoke(connection, opened.clock(), kind="door", conference_id=opened.conference)
    else:
        opened.clock.forward(days=opened.desk.settings.link_days + 1)
    await opened.desk.do(SYSTEM, privacy.purge_due)
    assert await left(opened, "Quách Hiếm") == []


async def test_a_second_link_in_the_name_of_a_helper_who_erases(opened: Any) -> None:
    await opened.joins(WHO, token_in(await helper(opened)))
    await helper(opened)
    await erase(opened)
    assert await left(opened) == []


async def said_and_lost(office: Any) -> None:
    """What the person asked from their phone, before it is lost and account 8 comes in its place."""
    key = await listed(office)
    mark = {"account_id": WHO, "text": "Quách Hiếm hỏi", "conference_id": office.conference, "asked_at": office.clock()}
    raw = {"update_id": 5, "chat_id": WHO, "raw": '{"first_name": "Quách Hiếm"}', "done_at": office.clock()}
    async with office.desk.database.begin() as connection:
        await connection.execute(insert(answered).values(**mark, mark=1, said="x"))
        await connection.execute(insert(asked_questions).values(**mark, text_key="quach hiem", language="vi"))
        await connection.execute(insert(inbox).values(**raw, received_at=office.clock()))
    question = (await office.do(await office.again(1), newphone.ask, key)).it
    ready = (await office.do(await office.again(1), newphone.replace, key, question.check)).it
    await office.joins(8, token_in(ready.link))


@pytest.mark.parametrize("state", ["sent", "waiting"])
async def test_to_whom_a_message_was_on_its_way(opened: Any, state: str) -> None:
    await listed(opened)
    who = await opened.again(WHO)
    told = Notice(kind="change", it=CalendarReady(count=1))
    await opened.do(who, notify, told, [AccountId(WHO)])
    async with opened.desk.database.begin() as connection:
        sending = await claim(connection, Terms(bot="b", owner="w", rate=28), opened.clock(), 0.0)
    await erase(opened)
    results = [Result(id=row.id, state=state, chat=row.chat, attempt=0, message_id=5) for row in sending.rows]
    assert results
    async with opened.desk.database.begin() as connection:
        await record(connection, "w", results)
        states = (await connection.execute(select(deliveries.c.state).distinct())).scalars().all()
    assert (await left(opened), states) == ([], ["cancelled"])


@pytest.mark.parametrize("state", ["sent", "waiting"])
async def test_what_nobody_knows_the_end_of_stays_so_once_the_time_is_over(opened: Any, state: str) -> None:
    await listed(opened)
    told = Notice(kind="change", it=CalendarReady(count=1), policy=Policy.HOLD)
    await opened.do(await opened.again(WHO), notify, told, [AccountId(WHO)])
    async with opened.desk.database.begin() as connection:
        (row,) = (await claim(connection, Terms(bot="b", owner="w", rate=28), opened.clock(), 0.0)).rows
        assert await reap(connection, "v", opened.clock(), opened.clock(), everybody=True) == (0, 1)
    opened.clock.forward(days=400)
    assert await opened.desk.do(SYSTEM, privacy.purge_due) == 1
    async with opened.desk.database.begin() as connection:
        await record(connection, "w", [Result(id=row.id, state=state, chat=row.chat, attempt=0, message_id=5)])
        stored = (await connection.execute(select(deliveries.c.state, deliveries.c.message_id))).one()
    assert (await left(opened), tuple(stored)) == ([], ("uncertain", None))


async def test_what_was_said_from_a_phone_that_was_lost(opened: Any) -> None:
    await said_and_lost(opened)
    assert len(await left(opened, "Quách Hiếm hỏi")) == 2
    await erase(opened, 8)
    assert await left(opened) == []


async def test_an_account_with_a_role_of_its_own_keeps_what_it_said_when_another_phone_took_its_place(
    opened: Any,
) -> None:
    await said_and_lost(opened)
    await opened.organizer(WHO)
    await erase(opened, 8)
    assert len([each for each in await left(opened, str(WHO)) if each.startswith("questions")]) == 1


async def test_a_link_that_somebody_else_of_the_same_name_has_used_keeps_it(opened: Any) -> None:
    await opened.joins(8, token_in(await helper(opened)))
    await helper(opened)
    await listed(opened)
    await erase(opened)
    async with opened.desk.database.begin() as connection:
        links = select(invitation_rows.c.used_by, invitation_rows.c.name).where(invitation_rows.c.kind == "door")
        rows = (await connection.execute(links.order_by(invitation_rows.c.used_by.is_(None)))).all()
    assert [tuple(row) for row in rows] == [(8, "Quách Hiếm"), (None, None)]
