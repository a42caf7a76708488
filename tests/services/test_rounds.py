"""What became of the rounds of reminders and the notices of changes, and what organizers do about it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from domain.buttons import press
from domain.conference import Conference, Programme
from domain.ids import AccountId, NoticeId
from domain.refusal import Refusal
from services import linking, notifying, rounds
from services.desk import Work
from services.notifying import Notice
from services.views.changes import SAMPLES as CHANGES
from services.views.reminders import SAMPLES as REMINDERS
from services.views.reminders import SessionReminder
from services.views.rounds import CallRound, RoundLine, RoundReport, Rounds
from storage.schema import delegates, deliveries, journal, notices

from .conftest import NOW, Office

REMINDER: SessionReminder = REMINDERS[0]


async def goes_out(office: Office, notice: Notice, *people: int) -> NoticeId:
    async def service(work: Work) -> NoticeId | None:
        return await notifying.notify(work, notice, [AccountId(each) for each in people])

    for each in people:
        await office.person(each)
    key: NoticeId = await office.do(await office.organizer(), service)
    return key


async def ends(office: Office, **states: str) -> None:
    """What became of each person's delivery; `p7="sent"`."""
    async with office.desk.database.begin() as connection:
        for person, state in states.items():
            mine = deliveries.c.chat_id == int(person[1:])
            await connection.execute(update(deliveries).where(mine).values(state=state))


async def taken_out(office: Office) -> Any:
    query = select(journal.c.act, journal.c.data).where(journal.c.act.endswith("_exported"))
    async with office.desk.database.begin() as connection:
        return (await connection.execute(query)).all()


async def states(office: Office) -> list[tuple[Any, ...]]:
    query = select(deliveries.c.chat_id, deliveries.c.state, deliveries.c.attempt).order_by(deliveries.c.chat_id)
    async with office.desk.database.begin() as connection:
        return [tuple(row) for row in (await connection.execute(query)).all()]


@pytest.fixture
async def opened(office: Office) -> Office:
    await office.opens(Programme(conference=Conference(title="Hội nghị", code="HN", timezone="UTC")))
    return office


def line(key: NoticeId, sent: int, total: int, kind: str = "reminder") -> RoundLine:
    about = REMINDER.lines[0].title if kind == "reminder" else CHANGES[0].conference
    return RoundLine(id=key, kind=kind, at=NOW.replace(tzinfo=None), about=about, sent=sent, total=total)


async def test_all_notices_of_a_round_are_one_report_from_which_failures_are_tried_again(opened: Office) -> None:
    office = opened
    first = await goes_out(office, Notice(kind="reminder", it=REMINDER, subject="session", subject_id=1), 7, 8)
    rest = Notice(kind="reminder", it=REMINDER, subject="reminder_round", subject_id=first)
    await goes_out(office, rest, 9, 10)
    await ends(office, p7="sent", p8="failed", p9="failed", p10="uncertain")
    lan = await office.organizer()
    shown = await office.do(lan, rounds.rounds)
    assert shown.it == Rounds(lines=(line(first, 1, 4),))
    report = await office.do(lan, rounds.show, first)
    assert report.it == RoundReport(line=line(first, 1, 4), failed=2, uncertain=1)
    await office.do(lan, rounds.resend, first, "failed")
    await office.do(lan, rounds.resend, first, "uncertain")
    assert await states(office) == [(7, "sent", 0), (8, "waiting", 0), (9, "waiting", 0), (10, "waiting", 1)]


async def test_a_reminder_of_what_has_begun_is_not_offered_again(opened: Office) -> None:
    office = opened
    until = NOW + timedelta(hours=1)
    key = await goes_out(office, Notice(kind="reminder", it=REMINDER, useful_until=until), 7)
    await ends(office, p7="failed")
    office.clock.forward(hours=2)
    report = await office.do(await office.organizer(), rounds.show, key)
    assert report.it == RoundReport(line=line(key, 0, 1), failed=1, useful=False)


async def test_who_is_silent_about_a_change_is_asked_once_an_hour_and_not_again_by_itself(opened: Office) -> None:
    office = opened
    notice = Notice(kind="change", it=CHANGES[0], wants_receipt=True, chase_at=NOW + timedelta(hours=4))
    key = await goes_out(office, notice, 7, 8)
    await ends(office, p7="sent", p8="sent")
    async with office.desk.database.begin() as connection:
        await connection.execute(update(deliveries).where(deliveries.c.chat_id == 8).values(acknowledged_at=NOW))
    lan = await office.organizer()
    seen = RoundReport(line=line(key, 2, 2, "change"), acknowledged=1)
    assert (await office.do(lan, rounds.chase, key, 2)).it == seen, "as many as were shown, or nothing happens"
    asked = await office.do(lan, rounds.chase, key, 1)
    assert (asked.it, asked.toast) == (seen, "round_chased")
    with pytest.raises(Refusal, match="chased_just_now"):
        await office.do(lan, rounds.chase, key, 1)
    async with office.desk.database.begin() as connection:
        kinds = (await connection.execute(select(notices.c.kind, notices.c.chase_at).order_by(notices.c.id))).all()
    assert [tuple(row) for row in kinds] == [("change", None), ("receipt", None)]


async def test_only_organizers_see_them_and_only_of_their_conference(opened: Office) -> None:
    office = opened
    key = await goes_out(office, Notice(kind="broadcast", it=REMINDER), 7)
    lan = await office.organizer()
    for number in (key, NoticeId(99)):
        with pytest.raises(Refusal, match="round_unknown"):
            await office.do(lan, rounds.show, number)
    for service, arguments in ((rounds.rounds, ()), (rounds.show, (key,)), (rounds.resend, (key, "failed"))):
        with pytest.raises(Refusal):
            await office.do(replace(lan, roles=frozenset()), service, *arguments)


async def test_whom_a_round_has_not_reached_is_a_list_for_the_telephone_and_a_sheet(opened: Office) -> None:
    office = opened
    first = await goes_out(office, Notice(kind="reminder", it=REMINDER, subject="session", subject_id=1), 7, 8)
    rest = Notice(kind="reminder", it=REMINDER, subject="reminder_round", subject_id=first)
    await goes_out(office, rest, 9)
    await ends(office, p7="sent", p8="unreachable", p9="uncertain")
    async with office.desk.database.begin() as connection:
        person = {
            "conference_id": office.conference,
            "name": "Lê Thị Hoa",
            "name_key": "hoa le thi",
            "post": "Chủ tịch",
        }
        person |= {"unit_text": "Xã Bình", "phone": "+84900000001", "state": "invited", "rsvp": "none"}
        made = await connection.execute(insert(delegates).values(person | {"created_at": NOW}))
        hoa = (made.inserted_primary_key or (0,))[0]
        mine = deliveries.c.chat_id == 8
        await connection.execute(update(deliveries).where(mine).values(delegate_id=hoa, reason="blocked"))
    lan = await office.organizer()
    keyboard = (await office.do(lan, rounds.show, first)).it.keyboard()
    assert press(CallRound(first)) in [button for row in keyboard for button in row]
    listed = await office.do(lan, rounds.unreached, first)
    assert listed.it.people == (
        ("Lê Thị Hoa", "Chủ tịch, Xã Bình", "+84900000001", "blocked"),
        ("", "", "", "uncertain"),
    )
    assert [tuple(each) for each in await taken_out(office)] == [("phones_exported", {"count": 2})]
    assert (await office.do(lan, linking.exports)).it.items[0].count == 2
    assert [file.name for file in listed.files] == ["danh-sach-goi-dien.xlsx"]
