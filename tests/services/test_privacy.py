"""One's own data."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import insert, select

from domain.conference import Conference, Programme
from domain.delegates import ERASED_NAME, Rsvp
from domain.ids import AccountId
from domain.refusal import Refusal
from services import attending, flows, inviting, joining, listing, privacy
from services.desk import SYSTEM
from services.notifying import Notice, notify
from services.views.delegates import SheetReady
from services.views.joining import Joined, LinkUseless, Welcome
from services.views.privacy import ConsentWithdrawn, DataErased
from storage import people
from storage.inbox import forget_handled as inbox_forget
from storage.schema import feedback_remarks, inbox, metadata, questions, session_absences, sessions, speeches

PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=date(2026, 7, 30), ends_on=date(2026, 7, 31))
)
WORDS = ("Quách Hiếm", "quach hiem", "hiem quach", "0977111222", "977111222", "Trưởng ban", "77001122", "đi đám cưới")


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    await office.opens(PROGRAMME)
    await office.organizer(1)
    return office


async def everything(office: Any) -> str:
    """The whole database as text."""
    found = []
    async with office.desk.database.begin() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(select(table))).all():
                found.append(f"{table.name}: {tuple(row)!r}")
    return "\n".join(found)


async def known_person(office: Any) -> Any:
    """Account 77001122 is on the list, answered, asked, was written to, and its updates are stored."""
    key, token = await office.invited("Quách Hiếm", post="Trưởng ban", unit="Xã Đông", phone="+84977111222")
    joined = await office.joins(77001122, token)
    await office.do(await office.again(77001122), attending.ask_reason, key)
    await office.do(await office.again(77001122), flows.take, "đi đám cưới")
    async with office.desk.database.begin() as connection:
        asked = {"conference_id": office.conference, "account_id": 77001122, "text": "Quách Hiếm hỏi", "language": "vi"}
        await connection.execute(insert(questions).values(**asked, text_key="quach hiem hoi", asked_at=office.clock()))
        raw = {"update_id": 5, "chat_id": 77001122, "raw": '{"first_name": "Quách Hiếm"}', "done_at": office.clock()}
        await connection.execute(insert(inbox).values(**raw, received_at=office.clock()))

    async def tell(work: Any) -> None:
        await notify(work, Notice(kind="x", it=joined, subject="delegate", subject_id=key), [AccountId(1)])
        await notify(work, Notice(kind="x", it=joined), [AccountId(77001122)])

    await office.do(await office.organizer(1), tell)
    return key, token


async def test_one_sees_everything_that_is_kept(opened: Any) -> None:
    await known_person(opened)
    data = (await opened.do(await opened.again(77001122), privacy.show)).it
    (place,) = data.places
    assert (place.name, place.post, place.unit, place.phone, place.rsvp, place.reason) == (
        "Quách Hiếm",
        "Trưởng ban",
        "Xã Đông",
        "0977 111 222",
        "declined",
        "đi đám cưới",
    )
    assert (len(data.questions), data.messages, data.may_correct, data.consented_at is not None) == (1, 1, True, True)


async def test_the_export_is_one_text_to_read_and_one_json(opened: Any) -> None:
    await known_person(opened)
    reply = await opened.do(await opened.again(77001122), privacy.export)
    names = [each.name for each in reply.files]
    assert names == ["thong-tin-cua-toi.txt", "thong-tin-cua-toi.json"]
    readable = reply.files[0].content.decode()
    assert "Họ tên: Quách Hiếm" in readable and "Quách Hiếm hỏi" in readable and "<b>" not in readable
    exact = json.loads(reply.files[1].content)
    assert (exact["account"], exact["places"][0]["phone"]) == (77001122, "0977 111 222")


async def test_erasing_leaves_no_trace_anywhere_in_the_database(opened: Any) -> None:
    key, token = await known_person(opened)
    before = await everything(opened)
    assert [word for word in WORDS if word not in before] == ["0977111222"]
    reply = await opened.do(await opened.again(77001122), privacy.erase)
    assert reply.it == DataErased(was_listed=True, help_contact="")
    after = await everything(opened)
    assert [word for word in WORDS if word in after] == []
    who = await opened.delegate(key)
    assert (who.name, who.account, who.rsvp) == (ERASED_NAME, None, Rsvp.DECLINED)
    greeted = await opened.do(await opened.again(77001122), joining.greet)
    assert greeted.it == Welcome(help_contact="")
    opened_again = await opened.do(await opened.again(77001122), joining.open_link, token)
    assert opened_again.it == LinkUseless(why="taken", help_contact="")


async def test_an_erased_person_is_neither_invited_nor_telephoned_again(opened: Any) -> None:
    await known_person(opened)
    await opened.do(await opened.again(77001122), privacy.erase)
    assert (await opened.do(await opened.again(1), listing.all_links)).it == SheetReady(kind="links", count=0)
    assert (await opened.do(await opened.again(1), listing.phone_list)).it == SheetReady(kind="phones", count=0)


async def test_a_field_is_corrected_and_found_by_the_new_name(opened: Any) -> None:
    key, token = await opened.invited("Nguyễn Văn Am")
    await opened.joins(7, token)
    await opened.do(await opened.again(7), privacy.correct, "name")
    shown = (await opened.do(await opened.again(7), flows.take, "Nguyễn Văn An")).it
    assert (shown.done, shown.places[0].name) == ("corrected", "Nguyễn Văn An")
    with pytest.raises(Refusal, match="nothing_to_correct"):
        await opened.do(await opened.again(7), privacy.correct, "account_id")
    assert (await opened.delegate(key)).name == "Nguyễn Văn An"


async def test_who_withdraws_consent_hears_no_more_and_may_come_back_by_the_same_link(opened: Any) -> None:
    key, token = await opened.invited()
    await opened.joins(7, token)
    assert (await opened.do(await opened.again(7), privacy.withdraw)).it == ConsentWithdrawn(help_contact="")
    actor = await opened.again(7)
    assert (actor.consented, actor.delegate, actor.conference) == (False, None, None)
    assert (await opened.delegate(key)).name == "Nguyễn Văn An"
    assert isinstance(await opened.joins(7, token), Joined)


async def test_the_last_owner_and_the_last_organizer_stay(opened: Any) -> None:
    for service in (privacy.ask_erasure, privacy.erase, privacy.withdraw):
        with pytest.raises(Refusal, match="last_owner_stays"):
            await opened.do(await opened.again(1), service)
    link = await opened.do(SYSTEM, inviting.owner_link)
    await opened.joins(2, link)
    await opened.do(await opened.again(1), privacy.erase)
    with pytest.raises(Refusal, match="last_owner_stays"):
        await opened.do(await opened.again(2), privacy.erase)


async def test_everybody_is_forgotten_once_the_time_is_over(opened: Any) -> None:
    await known_person(opened)
    opened.clock.forward(days=30 + 180)
    assert await opened.do(SYSTEM, privacy.purge_due) == 0
    opened.clock.forward(days=1)
    assert await opened.do(SYSTEM, privacy.purge_due) == 1
    async with opened.desk.database.begin() as connection:
        await inbox_forget(connection, opened.clock())
    left = await everything(opened)
    assert [word for word in WORDS if word in left and word != "77001122"] == []
    assert await opened.do(SYSTEM, privacy.purge_due) == 0


async def test_a_stranger_is_told_that_nothing_is_kept_of_them(opened: Any) -> None:
    data = (await opened.do(await opened.again(99), privacy.show)).it
    assert (data.places, data.offices, data.questions, data.messages) == ((), (), (), 0)
    async with opened.desk.database.begin() as connection:
        assert await people.account(connection, AccountId(99)) is None


async def test_what_was_said_in_the_hall_is_shown_exported_and_erased(opened: Any) -> None:
    key, token = await opened.invited("Quách Hiếm")
    await opened.joins(77001122, token)
    async with opened.desk.database.begin() as connection:
        session = {"conference_id": opened.conference, "title": "Thảo luận", "position": 1, "state": "planned"}
        await connection.execute(insert(sessions).values(id=5, **session))
        of = {"conference_id": opened.conference, "delegate_id": key}
        speech = {"topic": "Chuyện nhà Hiếm", "unit": "Nhà Hiếm", "minutes": 5, "position": 1, "state": "waiting"}
        await connection.execute(insert(speeches).values(session_id=5, created_at=opened.clock(), **of, **speech))
        await connection.execute(insert(session_absences).values(session_id=5, **of))
        remark = {"session_key": 5, "text": "Hiếm thấy hay"}
        await connection.execute(insert(feedback_remarks).values(**of, **remark))
    shown = (await opened.do(await opened.again(77001122), privacy.show)).it
    assert [(each.kind, each.text) for each in shown.kept] == [
        ("speech", "Chuyện nhà Hiếm, Nhà Hiếm"),
        ("absence", "Thảo luận"),
        ("remark", "Hiếm thấy hay"),
    ]
    assert (shown.until, shown.consent_version) == (date(2026, 7, 31) + timedelta(days=180), 1)
    readable = (await opened.do(await opened.again(77001122), privacy.export)).files[0].content.decode()
    assert "Chuyện nhà Hiếm" in readable and "Hiếm thấy hay" in readable
    await opened.do(await opened.again(77001122), privacy.erase)
    assert "Hiếm" not in await everything(opened)
