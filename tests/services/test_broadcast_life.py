"""What may happen to a broadcast before and after it is out: put off, followed, taken back, corrected, chased, late."""

import io
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import pytest_asyncio
import python_calamine
from sqlalchemy import insert, select, update

from domain.actor import Actor
from domain.broadcasts import Part
from domain.conference import Conference, Programme, Session, SessionState
from domain.ids import BroadcastId, ConferenceId, SessionId
from domain.refusal import Refusal
from services import audiences, broadcasting, delivering, flows, following, launching, recalling, receipts, scheduling
from services.desk import SYSTEM
from services.flows import Upload
from services.views.broadcast_outcomes import Redone
from storage import programmes
from storage.schema import broadcasts, delegates, deliveries, journal, notices

from .conftest import NOW, Office

OPENING = Session(id=SessionId(1), title="Khai mạc", day=date(2026, 7, 2), start=time(8))
PLAN = Programme(conference=Conference(code="HN1", title="Hội nghị thử"), sessions=(OPENING,))
HALF_PAST_SEVEN = NOW + timedelta(hours=22, minutes=30)


@dataclass
class Scene:
    """An organizer (1) and three delegates: 11 and 12 linked, Bình not."""

    office: Office
    organizer: Actor

    async def do(self, service: Any, *values: Any) -> Any:
        return (await self.office.do(self.organizer, service, *values)).it

    async def draft(self, text: str = "Tập trung lúc 7h30") -> BroadcastId:
        made = await self.do(broadcasting.compose, text)
        await self.do(audiences.toggle, made.id, made.revision, Part("delegates"))
        return BroadcastId(made.id)

    async def revision(self, key: BroadcastId) -> int:
        ((found,),) = await self.rows(select(broadcasts.c.revision).where(broadcasts.c.id == key))
        return int(found)

    async def sent(self, receipt: bool = False) -> BroadcastId:
        key = await self.draft()
        if receipt:
            await self.do(broadcasting.toggle_receipt, key, await self.revision(key))
        await self.do(broadcasting.confirm, key, await self.revision(key), 1, 55)
        return key

    async def delivered(self, chat: int, message: int, at: datetime = NOW) -> None:
        """What the sender would record."""
        mine = (deliveries.c.chat_id == chat) & (deliveries.c.state == "waiting")
        values = {"state": "sent", "message_id": message, "sent_at": at}
        async with self.office.desk.database.begin() as connection:
            await connection.execute(update(deliveries).where(mine).values(values))

    async def rows(self, query: Any) -> list[Any]:
        async with self.office.desk.database.begin() as connection:
            return [tuple(row) for row in (await connection.execute(query)).all()]

    async def outbox(self, kind: str) -> list[Any]:
        """Way, chat, state and data of all deliveries of a kind."""
        query = select(notices.c.way, deliveries.c.chat_id, deliveries.c.state, deliveries.c.data)
        query = query.join(deliveries, deliveries.c.notice_id == notices.c.id).where(notices.c.kind == kind)
        return await self.rows(query.order_by(deliveries.c.id))

    async def state(self, key: BroadcastId) -> str:
        ((found,),) = await self.rows(select(broadcasts.c.state).where(broadcasts.c.id == key))
        return str(found)

    async def ticks(self, at: datetime) -> int:
        self.office.clock.now = at
        count: int = await self.office.do(SYSTEM, scheduling.tick)
        return count

    async def publishes(self, *sessions: Session) -> None:
        async def service(work: Any) -> None:
            old = await programmes.working(work.connection, work.conference)
            new = replace(old, conference=replace(old.conference, revision=2), sessions=sessions)
            await programmes.change_conference(work.connection, work.conference, revision=2)
            await programmes.publish(work.connection, new, work.now, work.actor.account)

        await self.office.do(replace(SYSTEM, conference=self.office.conference), service)


@pytest_asyncio.fixture
async def scene(office: Office) -> Scene:
    made = await office.opens(PLAN)
    organizer = await office.organizer(1)
    scene = Scene(office, organizer)
    for name, account in (("An", 11), ("Chi", 12), ("Bình", None)):
        await add(scene, made.conference.id, name, account)
    return scene


async def add(scene: Scene, conference: ConferenceId, name: str, account: int | None) -> None:
    if account:
        await scene.office.person(account)
    values = {"conference_id": conference, "name": name, "name_key": name.lower(), "state": "invited", "rsvp": "none"}
    values |= {"account_id": account, "created_at": NOW, "phone": "+84900000000"}
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(insert(delegates).values(values))


async def test_a_broadcast_waits_for_its_hour_and_goes_out_once(scene: Scene) -> None:
    key = await scene.draft()
    await scene.do(scheduling.ask_time, key)
    shown = await scene.do(flows.take, "7h30 ngày mai")
    assert (shown.at, shown.total, shown.reached, shown.session) == (datetime(2026, 7, 2, 7, 30), 3, 2, "")  # noqa: DTZ001
    assert await scene.ticks(HALF_PAST_SEVEN - timedelta(seconds=1)) == 0
    assert await scene.outbox("broadcast") == []
    assert await scene.ticks(HALF_PAST_SEVEN) == 1
    assert await scene.ticks(HALF_PAST_SEVEN) == 0
    assert await scene.state(key) == "running"
    assert [(chat, state) for _, chat, state, _ in await scene.outbox("broadcast")] == [
        (11, "waiting"),
        (12, "waiting"),
        (None, "unreachable"),
    ]


async def test_an_hour_that_is_past_is_refused(scene: Scene) -> None:
    key = await scene.draft()
    await scene.do(scheduling.ask_time, key)
    with pytest.raises(Refusal, match="broadcast_time_past"):
        await scene.do(flows.take, "7h hôm nay")


async def test_a_broadcast_beside_a_session_follows_it(scene: Scene) -> None:
    key = await scene.draft()
    assert [title for _, title, _ in (await scene.do(scheduling.sessions, key, 0)).sessions] == ["Khai mạc"]
    shown = await scene.do(scheduling.follow, key, SessionId(1), -30)
    assert (shown.session, shown.minutes, shown.at) == ("Khai mạc", -30, datetime(2026, 7, 2, 7, 30))  # noqa: DTZ001
    await scene.publishes(replace(OPENING, start=time(9)))
    assert await scene.ticks(HALF_PAST_SEVEN) == 0
    assert (await scene.do(following.show, key)).at == datetime(2026, 7, 2, 8, 30)  # noqa: DTZ001
    assert await scene.ticks(HALF_PAST_SEVEN + timedelta(hours=1)) == 1


async def test_a_broadcast_beside_a_cancelled_session_goes_back_to_its_author(scene: Scene) -> None:
    key = await scene.draft()
    await scene.do(scheduling.follow, key, SessionId(1), -30)
    await scene.publishes(replace(OPENING, state=SessionState.CANCELLED))
    assert await scene.ticks(NOW) == 0
    assert await scene.state(key) == "draft"
    assert await scene.office.outbox(1) == ["broadcasts/broadcast_missed"]


async def test_after_a_long_downtime_the_author_decides(scene: Scene) -> None:
    key = await scene.draft()
    await scene.do(scheduling.follow, key, SessionId(1), -30)
    assert await scene.ticks(HALF_PAST_SEVEN + timedelta(hours=1, seconds=1)) == 0
    assert (await scene.state(key), await scene.outbox("broadcast")) == ("draft", [])


async def test_what_was_put_off_can_be_stopped(scene: Scene) -> None:
    key = await scene.draft()
    await scene.do(scheduling.follow, key, SessionId(1), -30)
    await scene.do(scheduling.unschedule, key)
    assert await scene.ticks(HALF_PAST_SEVEN) == 0
    assert await scene.state(key) == "draft"


async def test_a_broadcast_is_taken_back_where_telegram_still_allows_it(scene: Scene) -> None:
    key = await scene.sent()
    await scene.delivered(11, 501, NOW)
    scene.office.clock.forward(hours=49)
    await scene.delivered(12, 502, scene.office.clock.now)
    asked = await scene.do(recalling.ask_recall, key)
    assert (asked.people, asked.too_late, asked.waiting) == (1, 1, 0)
    told = await scene.do(recalling.recall, key, 1)
    assert (told.people, await scene.state(key)) == (1, "recalled")
    assert await scene.outbox("recall") == [("delete", 12, "waiting", {"messages": [502]})]
    with pytest.raises(Refusal, match="broadcast_not_out"):
        await scene.do(recalling.recall, key, 1)


async def test_the_report_says_what_was_taken_back_and_what_could_not_be_and_why(scene: Scene) -> None:
    key = await scene.sent()
    await scene.delivered(11, 501, NOW)
    scene.office.clock.forward(hours=49)
    await scene.delivered(12, 502, scene.office.clock.now)
    await scene.do(recalling.recall, key, 1)
    asked = (await scene.do(following.show, key)).redone
    assert asked == (Redone(kind="recall", done=0, waiting=1, failures=(("too_old", 1),)),)
    await scene.delivered(12, 502)
    assert (await scene.do(following.show, key)).redone == (Redone(kind="recall", done=1, failures=(("too_old", 1),)),)


async def test_the_report_says_where_a_correction_did_not_take(scene: Scene) -> None:
    key = await scene.sent()
    await scene.delivered(11, 501)
    await scene.delivered(12, 502)
    await scene.office.do(SYSTEM, following.progress)
    await scene.do(recalling.ask_correction, key)
    shown = await scene.do(flows.take, "Tập trung lúc 8h")
    await scene.do(recalling.correct, key, shown.revision)
    async with scene.office.desk.database.begin() as connection:
        refused = (deliveries.c.chat_id == 12) & (deliveries.c.state == "waiting")
        await connection.execute(update(deliveries).where(refused).values(state="failed", reason="bad_request"))
    await scene.delivered(11, 501)
    corrected = Redone(kind="correction", done=1, failures=(("refused", 1),))
    assert (await scene.do(following.show, key)).redone == (corrected,)


async def test_what_still_waits_of_a_recalled_broadcast_does_not_go_out(scene: Scene) -> None:
    key = await scene.sent()
    await scene.delivered(11, 501)
    told = await scene.do(recalling.recall, key, 1)
    assert (told.people, told.stopped) == (1, 1)
    assert [state for _, _, state, _ in await scene.outbox("broadcast")] == ["sent", "cancelled", "unreachable"]


async def test_a_correction_replaces_what_arrived_and_what_still_waits(scene: Scene) -> None:
    key = await scene.sent(receipt=True)
    await scene.delivered(11, 501)
    await scene.do(recalling.ask_correction, key)
    shown = await scene.do(flows.take, "Tập trung lúc 8h")
    assert (shown.message.text, shown.people) == ("Tập trung lúc 8h", 1)
    assert await scene.outbox("correction") == []
    await scene.do(recalling.correct, key, shown.revision)
    assert await scene.outbox("correction") == [("edit", 11, "waiting", {"messages": [501]})]
    texts = await scene.rows(select(notices.c.data, notices.c.wants_receipt).order_by(notices.c.id))
    assert [(data["text"], wanted) for data, wanted in texts] == [("Tập trung lúc 8h", True)] * 2
    with pytest.raises(Refusal, match="stale_button"):
        await scene.do(recalling.correct, key, shown.revision)


async def test_what_is_on_its_way_is_corrected_and_taken_back_too(scene: Scene) -> None:
    key = await scene.sent()
    async with scene.office.desk.database.begin() as connection:
        going = update(deliveries).where(deliveries.c.chat_id == 11).values(state="sending").returning(deliveries.c.id)
        (row,) = (await connection.execute(going)).scalars()
    await scene.do(recalling.ask_correction, key)
    shown = await scene.do(flows.take, "Tập trung lúc 8h")
    await scene.do(recalling.correct, key, shown.revision)
    assert await scene.outbox("correction") == [("edit", 11, "waiting", {"of": row})]
    assert (await scene.do(recalling.recall, key, 1)).people == 1
    assert await scene.outbox("recall") == [("delete", 11, "waiting", {"of": row})]


async def test_only_the_silent_are_asked_for_a_receipt_and_their_number_is_shown_first(scene: Scene) -> None:
    key = await scene.sent(receipt=True)
    await scene.delivered(11, 501)
    await scene.delivered(12, 502)
    assert (await scene.do(receipts.preview, key)).silent == 2
    ((notice,),) = await scene.rows(select(broadcasts.c.notice_id).where(broadcasts.c.id == key))
    await scene.office.do(await scene.office.person(11), delivering.acknowledge, notice)
    assert (await scene.do(receipts.chase, key, 2)).silent == 1
    assert (await scene.do(receipts.chase, key, 1)).people == 1
    assert [(chat, state) for _, chat, state, _ in await scene.outbox("receipt")] == [(12, "waiting")]
    with pytest.raises(Refusal, match="chased_just_now"):
        await scene.do(receipts.chase, key, 1)


async def test_a_notice_is_chased_by_itself_once_at_its_hour(scene: Scene) -> None:
    await scene.sent(receipt=True)
    await scene.delivered(11, 501)
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(notices).values(chase_at=NOW + timedelta(hours=4)))
    counts = []
    for hours in (3, 4, 5):
        scene.office.clock.now = NOW + timedelta(hours=hours)
        counts.append(await scene.office.do(SYSTEM, receipts.tick))
    assert counts == [0, 1, 0]
    assert [(chat, state) for _, chat, state, _ in await scene.outbox("receipt")] == [(11, "waiting")]


async def test_those_who_join_later_get_it_once_if_it_is_meant_for_them(scene: Scene) -> None:
    key = await scene.draft()
    await scene.do(broadcasting.toggle_late, key, await scene.revision(key))
    await scene.do(broadcasting.confirm, key, await scene.revision(key), 1, 55)
    await scene.office.person(13)
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(delegates).where(delegates.c.account_id.is_(None)).values(account_id=13))
    await add(scene, scene.office.conference, "Dũng", 14)
    assert await scene.office.do(SYSTEM, launching.late_joiners) == 2
    assert await scene.office.do(SYSTEM, launching.late_joiners) == 0
    assert sorted((chat, state) for _, chat, state, _ in await scene.outbox("broadcast")) == [
        (11, "waiting"),
        (12, "waiting"),
        (13, "waiting"),
        (14, "waiting"),
    ]


async def test_others_are_not_meant_for_late_joiners(scene: Scene) -> None:
    await scene.sent()
    await add(scene, scene.office.conference, "Dũng", 14)
    assert await scene.office.do(SYSTEM, launching.late_joiners) == 0


async def test_a_substitute_gets_the_papers_of_whom_they_stand_in_for_once_and_nothing_recalled(scene: Scene) -> None:
    await scene.sent()  # words for that day, which are not repeated
    papers = [await with_a_paper(scene, name) for name in ("bao-cao.pdf", "bo.pdf", "nghi-quyet.pdf")]
    await scene.delivered(11, 70)
    await scene.do(recalling.recall, papers[1], await scene.revision(papers[1]))
    ((an,),) = await scene.rows(select(delegates.c.id).where(delegates.c.account_id == 11))
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(delegates).where(delegates.c.id == an).values(rsvp="substituted"))
    key, token = await scene.office.invited("Thay")
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(delegates).where(delegates.c.id == key).values(substitute_for=an))
    await scene.office.joins(15, token)
    await scene.office.joins(15, token)
    theirs = select(notices.c.subject_id).join(deliveries, deliveries.c.notice_id == notices.c.id)
    theirs = theirs.where(deliveries.c.chat_id == 15, notices.c.kind == "broadcast").order_by(notices.c.id)
    assert [each for (each,) in await scene.rows(theirs)] == [papers[0], papers[2]]


async def with_a_paper(scene: Scene, name: str) -> BroadcastId:
    """A paper goes out to all delegates."""
    await scene.do(broadcasting.compose)
    await scene.do(flows.take, f"Gửi {name}")
    made = await scene.do(flows.take_file, Upload(name=name, content=b"%PDF"))
    await scene.do(audiences.toggle, made.id, made.revision, Part("delegates"))
    await scene.do(broadcasting.confirm, made.id, await scene.revision(made.id), 1, 55)
    return BroadcastId(made.id)


async def test_a_forwarded_album_goes_out_as_it_is(scene: Scene) -> None:
    await scene.do(broadcasting.compose)
    assert await scene.office.do(scene.organizer, broadcasting.takes_message)
    first = await scene.do(broadcasting.take_message, 1, 900, "Sơ đồ", "album")
    assert await scene.office.do(scene.organizer, broadcasting.belongs, "album")
    for message in (902, 901):
        assert await scene.office.do(scene.organizer, broadcasting.take_message, 1, message, "", "album") is None
    await scene.do(audiences.toggle, first.id, await scene.revision(first.id), Part("delegates"))
    shown = await scene.do(broadcasting.preview, first.id)
    assert shown.message.copy_of == (1, (900, 901, 902))
    with pytest.raises(Refusal, match="album_without_receipt"):
        await scene.do(broadcasting.toggle_receipt, first.id, shown.revision)
    with pytest.raises(Refusal, match="broadcast_copy_stays"):
        await scene.do(broadcasting.rewrite, first.id)
    await scene.do(broadcasting.confirm, first.id, shown.revision, 1, 55)
    ((data,),) = await scene.rows(select(notices.c.data).where(notices.c.kind == "broadcast"))
    assert data["copy_of"] == [1, [900, 901, 902]]


async def test_the_telephone_list_is_a_sheet_with_the_reason_for_each(scene: Scene) -> None:
    key = await scene.sent()
    await scene.delivered(11, 501)
    mine = deliveries.c.chat_id == 12
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(deliveries).where(mine).values(state="unreachable", reason="blocked"))
    reply = await scene.office.do(scene.organizer, broadcasting.unreached, key)
    book = python_calamine.load_workbook(io.BytesIO(reply.files[0].content))
    rows = [tuple(row) for row in book.get_sheet_by_index(0).to_python()]
    assert [row[:5] for row in rows] == [
        ("Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", "Lý do"),
        ("Bình", "", "", "+84900000000", "chưa vào bot"),
        ("Chi", "", "", "+84900000000", "đã chặn bot"),
    ]
    noted = await scene.rows(select(journal.c.act, journal.c.data).where(journal.c.act == "phones_exported"))
    assert [tuple(each) for each in noted] == [("phones_exported", {"count": 2})]
