"""A broadcast is composed, addressed, previewed, confirmed once, watched, and reported."""

from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import insert, select, update

from domain.actor import Actor
from domain.broadcasts import LONGEST, Part
from domain.conference import Conference, Group, Programme, Session, Unit
from domain.ids import BroadcastId, GroupId, SessionId, UnitId
from domain.refusal import Refusal
from domain.vietnamese import name_key
from services import audiences, broadcasting, flows, following
from services.desk import SYSTEM
from services.flows import Upload
from storage.schema import accounts, check_ins, delegates, deliveries, focal_people, notices

PLAN = Programme(
    conference=Conference(code="HN1", title="Hội nghị thử"),
    sessions=(Session(id=SessionId(1), title="Khai mạc"),),
    groups=(Group(id=GroupId(1), description="Lãnh đạo"), Group(id=GroupId(2), description="Các xã", position=1)),
    units=(Unit(id=UnitId(1), name="Phòng Xanh"),),
)


@dataclass
class Scene:
    """Lãnh đạo: An (attending), Bình (silent, not linked). Các xã: Chi (declined), Dũng (attending). Focal: Em, An."""

    office: Any
    organizer: Actor
    groups: list[int]
    unit: int

    async def draft(self, text: str = "Tập trung lúc 7h30", *parts: Part) -> BroadcastId:
        reply = await self.office.do(self.organizer, broadcasting.compose, text)
        for part in parts:
            revision = (await self.office.do(self.organizer, audiences.choose, reply.it.id)).it.revision
            await self.office.do(self.organizer, audiences.toggle, reply.it.id, revision, part)
        return BroadcastId(reply.it.id)

    async def counts(self, *parts: Part, join: str = "or") -> tuple[int, int]:
        key = await self.draft("Thử", *parts)
        shown = (await self.office.do(self.organizer, audiences.choose, key)).it
        if join == "and":
            shown = (await self.office.do(self.organizer, audiences.turn, key, shown.revision)).it
        return shown.total, shown.reached

    async def sent(self, *parts: Part) -> BroadcastId:
        key = await self.draft("Tập trung lúc 7h30", *(parts or (Part("all"),)))
        revision = (await self.office.do(self.organizer, broadcasting.preview, key)).it.revision
        await self.office.do(self.organizer, broadcasting.confirm, key, revision, 1, 55)
        return key

    async def becomes(self, chat: int, state: str, reason: str | None = None) -> None:
        """What the sender would record."""
        query = select(notices.c.id).where(notices.c.kind == "broadcast")
        mine = (deliveries.c.chat_id == chat) & deliveries.c.notice_id.in_(query)
        async with self.office.desk.database.begin() as connection:
            await connection.execute(update(deliveries).where(mine).values(state=state, reason=reason))

    async def states(self) -> dict[int | None, str]:
        query = select(deliveries.c.chat_id, deliveries.c.state).join(notices, notices.c.id == deliveries.c.notice_id)
        async with self.office.desk.database.begin() as connection:
            rows = (await connection.execute(query.where(notices.c.kind == "broadcast"))).all()
        return {row.chat_id: row.state for row in rows}


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    made = await office.opens(PLAN)
    organizer = await office.organizer(1)
    groups = [group.id for group in made.groups]
    await office.focal(11, made.units[0].id)
    await office.focal(15, made.units[0].id)
    people = (
        ("Lê Văn An", 11, groups[0], "attending"),
        ("Lê Thị Bình", None, groups[0], "none"),
        ("Lê Thị Chi", 13, groups[1], "declined"),
        ("Lê Văn Dũng", 14, groups[1], "attending"),
        ("Lê Văn Thay", None, groups[1], "substituted"),
    )
    for _, account, _, _ in people:
        if account:
            await office.person(account)
    async with office.desk.database.begin() as connection:
        for name, account, group, rsvp in people:
            values = {"conference_id": made.conference.id, "name": name, "name_key": name_key(name), "state": "invited"}
            values |= {"account_id": account, "group_id": group, "rsvp": rsvp, "created_at": office.clock()}
            await connection.execute(insert(delegates).values(values))
    return Scene(office, organizer, groups, made.units[0].id)


async def test_an_audience_counts_each_person_once_and_says_who_can_be_reached(scene: Scene) -> None:
    assert await scene.counts(Part("all")) == (5, 4)
    assert await scene.counts(Part("delegates")) == (4, 3)
    assert await scene.counts(Part("focal")) == (2, 2)
    assert await scene.counts(Part("group", scene.groups[0])) == (2, 1)
    assert await scene.counts(Part("unit", scene.unit)) == (2, 2)
    assert await scene.counts(Part("attending")) == (2, 2)
    assert await scene.counts(Part("silent")) == (1, 0)
    assert await scene.counts(Part("session", 1)) == (3, 2)
    assert await scene.counts(Part("linked")) == (4, 4)


async def test_who_has_checked_in_is_told_from_who_is_still_awaited(scene: Scene) -> None:
    """An is here; Bình and Dũng are not, and Chi has declined."""
    async with scene.office.desk.database.begin() as connection:
        an = (await connection.execute(select(delegates.c.id).where(delegates.c.account_id == 11))).scalar_one()
        row = {"conference_id": scene.office.conference, "delegate_id": an, "slot": "d:2026-07-01", "way": "list"}
        at = {"at": scene.office.clock(), "recorded_at": scene.office.clock(), "role": "door"}
        await connection.execute(insert(check_ins).values(row | at))
    assert await scene.counts(Part("here")) == (1, 1)
    assert await scene.counts(Part("missing")) == (2, 1)
    assert await scene.counts(Part("here"), Part("missing")) == (3, 2)


async def test_parts_are_joined_by_or_and_by_and(scene: Scene) -> None:
    both = (Part("group", scene.groups[0]), Part("attending"))
    assert await scene.counts(*both) == (3, 2)
    assert await scene.counts(*both, join="and") == (1, 1)


async def test_a_single_person_is_found_by_folded_name_and_unit_and_joined_with_the_rest(scene: Scene) -> None:
    key = await scene.draft("Thử", Part("group", scene.groups[0]))

    async def find(typed: str) -> Any:
        await scene.office.do(scene.organizer, audiences.ask_person, key)
        return (await scene.office.do(scene.organizer, flows.take, typed)).it

    async with scene.office.desk.database.begin() as connection:
        chi = delegates.c.account_id == 13
        await connection.execute(update(delegates).where(chi).values(unit_text="Xã Suối Đá"))
        number = (await connection.execute(select(delegates.c.id).where(chi))).scalar_one()
    assert [name for _, _, name, _ in (await find("le thi")).choices] == ["Lê Thị Bình", "Lê Thị Chi, Xã Suối Đá"]
    assert [name for _, _, name, _ in (await find("lê SUỐI đa")).choices] == ["Lê Thị Chi, Xã Suối Đá"]
    assert (await find("khong co ai")).choices == ()
    found = await find("chi")
    shown = await scene.office.do(scene.organizer, audiences.toggle, key, found.revision, Part("person", number))
    assert (shown.it.audience.parts, shown.it.audience.join, shown.it.total, shown.it.reached) == (
        (("group", "Lãnh đạo"), ("person", "Lê Thị Chi, Xã Suối Đá")),
        "or",
        3,
        2,
    )
    assert [name for _, _, name, chosen in (await find("chi")).choices if chosen] == ["Lê Thị Chi, Xã Suối Đá"]
    left = await scene.office.do(scene.organizer, audiences.toggle, key, shown.it.revision, Part("person", number))
    assert left.it.audience.parts == (("group", "Lãnh đạo"),)


async def test_a_focal_person_who_is_no_delegate_is_found_by_name_and_units_and_gets_it_alone(scene: Scene) -> None:
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(focal_people).where(focal_people.c.account_id == 15).values(name="Phạm Thị Em"))
    key = await scene.draft("Thử")

    async def find(typed: str) -> Any:
        await scene.office.do(scene.organizer, audiences.ask_person, key)
        return (await scene.office.do(scene.organizer, flows.take, typed)).it

    em = ("focal_person", 15, "Phạm Thị Em, Phòng Xanh")
    assert [(await find(typed)).choices for typed in ("em xanh", "PHẠM", "phòng xanh")] == [((*em, False),)] * 3
    found = await find("em")
    shown = (await scene.office.do(scene.organizer, audiences.toggle, key, found.revision, Part(*em[:2]))).it
    assert (shown.audience.parts, shown.total, shown.reached) == ((("focal_person", em[2]),), 1, 1)
    assert (await find("em")).choices == ((*em, True),)
    left = (await scene.office.do(scene.organizer, audiences.toggle, key, shown.revision, Part(*em[:2]))).it
    assert left.audience.parts == ()
    await scene.sent(Part(*em[:2]))
    assert await scene.states() == {15: "waiting"}


async def test_a_delegate_who_is_a_focal_person_too_is_found_once_and_stays_meant(scene: Scene) -> None:
    assert await scene.counts(Part("focal_person", 11)) == (1, 1)
    assert await scene.counts(Part("focal_person", 11), Part("attending"), join="and") == (1, 1)
    assert await scene.counts(Part("focal_person", 14)) == (0, 0)


async def test_the_telephone_list_names_focal_people_before_and_after_it_is_out(scene: Scene) -> None:
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(focal_people).where(focal_people.c.account_id == 15).values(name="Phạm Thị Em"))
        await connection.execute(update(accounts).where(accounts.c.account_id == 15).values(reachability="blocked"))
    key = await scene.draft("Thử", Part("focal"))
    before = (await scene.office.do(scene.organizer, broadcasting.unreached, key)).it
    key = await scene.sent(Part("focal"))
    after = (await scene.office.do(scene.organizer, broadcasting.unreached, key)).it
    assert before.people == after.people == (("Phạm Thị Em", "Phòng Xanh", "", "blocked"),)


async def test_a_single_person_and_a_condition_are_both_required_by_and(scene: Scene) -> None:
    async with scene.office.desk.database.begin() as connection:
        an = (await connection.execute(select(delegates.c.id).where(delegates.c.account_id == 11))).scalar_one()
    assert await scene.counts(Part("person", an), Part("attending"), join="and") == (1, 1)
    assert await scene.counts(Part("person", an), Part("declined"), join="and") == (0, 0)


async def test_the_preview_shows_the_message_the_audience_and_the_count(scene: Scene) -> None:
    key = await scene.draft("Tập trung\nlúc <7h30>", Part("group", scene.groups[0]))
    view = (await scene.office.do(scene.organizer, broadcasting.preview, key)).it
    assert (view.message.text, view.audience.parts, view.total, view.reached) == (
        "Tập trung\nlúc <7h30>",
        (("group", "Lãnh đạo"),),
        2,
        1,
    )
    missed = (await scene.office.do(scene.organizer, broadcasting.unreached, key)).it
    assert missed.people == (("Lê Thị Bình", "", "", "not_linked"),)


async def test_confirming_freezes_the_audience_and_a_second_press_sends_nothing_more(scene: Scene) -> None:
    key = await scene.draft("Tập trung", Part("all"))
    revision = (await scene.office.do(scene.organizer, broadcasting.preview, key)).it.revision
    shown = (await scene.office.do(scene.organizer, broadcasting.confirm, key, revision, 1, 55)).it
    assert (shown.total, shown.waiting, shown.unreached, shown.state) == (5, 4, 1, "running")
    again = (await scene.office.do(scene.organizer, broadcasting.confirm, key, revision, 1, 55)).it
    assert (again.total, await scene.states()) == (
        5,
        {11: "waiting", 13: "waiting", 14: "waiting", 15: "waiting", None: "unreachable"},
    )


async def test_a_confirmation_of_an_older_preview_shows_the_new_one_instead(scene: Scene) -> None:
    key = await scene.draft("Tập trung", Part("all"))
    revision = (await scene.office.do(scene.organizer, broadcasting.preview, key)).it.revision
    await scene.office.do(scene.organizer, audiences.toggle, key, revision, Part("focal"))
    reply = await scene.office.do(scene.organizer, broadcasting.confirm, key, revision, 1, 55)
    assert (reply.toast, reply.it.total, await scene.states()) == ("broadcast_changed", 2, {})


async def test_only_organizers_may_send_and_the_right_is_checked_again_at_the_end(scene: Scene) -> None:
    key = await scene.draft("Tập trung", Part("all"))
    delegate = await scene.office.person(14)
    for service, args in ((broadcasting.compose, ("x",)), (broadcasting.confirm, (key, 1, 14, 5))):
        with pytest.raises(Refusal) as refused:
            await scene.office.do(delegate, service, *args)
        assert refused.value.code == "not_allowed"
    assert await scene.states() == {}


async def test_progress_is_followed_and_the_end_is_reported_once(scene: Scene) -> None:
    key = await scene.sent()
    await scene.becomes(11, "sent")
    (now,) = await scene.office.do(SYSTEM, following.progress)
    assert (now.chat, now.message, now.it.sent, now.it.waiting, now.it.tenths) == (1, 55, 1, 3, 2)
    await scene.becomes(13, "unreachable", "blocked")
    await scene.becomes(14, "failed", "chat_not_found")
    await scene.becomes(15, "uncertain", "crash")
    (last,) = await scene.office.do(SYSTEM, following.progress)
    report = last.it
    assert (report.sent, report.not_linked, report.blocked, report.failures, report.uncertain) == (
        1,
        1,
        1,
        (("chat_not_found", 1),),
        1,
    )
    assert await scene.office.do(SYSTEM, following.progress) == ()
    assert await scene.office.outbox(1) == ["broadcasts/broadcast_report"]
    assert (await scene.office.do(scene.organizer, following.show, key)).it == report


async def test_the_failed_are_tried_again_and_the_uncertain_as_the_organizer_decides(scene: Scene) -> None:
    key = await scene.sent()
    for chat, state in ((11, "sent"), (13, "sent"), (14, "failed"), (15, "uncertain")):
        await scene.becomes(chat, state)
    await scene.office.do(SYSTEM, following.progress)
    await scene.office.do(scene.organizer, following.resend_failed, key)
    assert (await scene.states())[14] == "waiting"
    await scene.becomes(14, "sent")
    await scene.office.do(SYSTEM, following.progress)
    left = await scene.office.do(scene.organizer, following.leave_uncertain, key)
    assert (left.it.sent, left.it.uncertain) == (3, 0)


async def test_a_stopped_broadcast_goes_on_where_it_was(scene: Scene) -> None:
    key = await scene.sent()
    await scene.becomes(11, "sent")
    stopped = (await scene.office.do(scene.organizer, following.stop, key)).it
    assert (stopped.state, stopped.sent, stopped.waiting) == ("stopped", 1, 3)
    assert await scene.office.do(SYSTEM, following.progress) == ()
    going = (await scene.office.do(scene.organizer, following.resume, key)).it
    assert (going.state, going.waiting) == ("running", 3)
    assert (await scene.states())[11] == "sent"


async def test_a_text_longer_than_a_message_is_refused_with_its_length(scene: Scene) -> None:
    with pytest.raises(Refusal) as refused:
        await scene.draft("ơ" * (LONGEST + 1))
    assert refused.value.values == {"most": LONGEST, "length": LONGEST + 1}
    assert await scene.draft("ơ" * LONGEST)


async def test_the_dialogue_takes_words_and_then_a_file(scene: Scene) -> None:
    await scene.office.do(scene.organizer, broadcasting.compose)
    assert (await scene.office.do(scene.organizer, flows.take, "Dòng một\nDòng hai")).it.code == "broadcast.file"
    assert (await scene.office.do(scene.organizer, flows.take, "đây")).it.complaint == ("broadcast_wants_file", {})
    reply = await scene.office.do(scene.organizer, flows.take_file, Upload("tài liệu.pdf", b"%PDF"))
    await scene.office.do(scene.organizer, audiences.toggle, reply.it.id, reply.it.revision, Part("all"))
    shown = await scene.office.do(scene.organizer, broadcasting.preview, reply.it.id)
    assert (shown.it.message.text, [(f.name, f.content) for f in shown.files]) == (
        "Dòng một\nDòng hai",
        [("tài liệu.pdf", b"%PDF")],
    )


async def test_a_marked_secret_is_warned_about(scene: Scene) -> None:
    key = await scene.draft("Gửi kèm văn bản TỐI MẬT", Part("all"))
    assert (await scene.office.do(scene.organizer, broadcasting.preview, key)).it.secrecy == "high"
