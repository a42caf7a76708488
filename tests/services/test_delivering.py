"""Receipts, and decisions about what may or may not have arrived."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select, update

from domain.conference import Conference, Programme
from domain.ids import AccountId, NoticeId
from domain.refusal import Refusal
from domain.views import Reply, registered
from services import delivering, notifying
from services.desk import Work
from services.notifying import Notice, Policy
from services.views.notices import ReceiptNoted
from services.views.reminders import SAMPLES, SessionReminder
from storage.schema import deliveries, journal

from .conftest import NOW, Office

REMINDER: SessionReminder = SAMPLES[0]


@dataclass(frozen=True, slots=True)
class Copied:
    """A notice that repeats a message."""

    copy_of: tuple[int, tuple[int, ...]]


async def told(office: Office, it: object, *people: int) -> NoticeId:
    """A notice that is out to these people."""

    async def service(work: Work) -> NoticeId | None:
        notice = Notice(kind="k", it=it, policy=Policy.HOLD, wants_receipt=True)
        return await notifying.notify(work, notice, [AccountId(each) for each in people])

    await office.opens(Programme(conference=Conference(title="Hội nghị", code="HN")))
    for each in people:
        await office.person(each)
    key: NoticeId = await office.do(await office.organizer(), service)
    return key


async def rows(office: Office) -> list[tuple[object, ...]]:
    query = select(deliveries.c.state, deliveries.c.attempt, deliveries.c.reason).order_by(deliveries.c.id)
    async with office.desk.database.begin() as connection:
        return [tuple(row) for row in (await connection.execute(query)).all()]


async def becomes(office: Office, state: str) -> None:
    async with office.desk.database.begin() as connection:
        await connection.execute(update(deliveries).values(state=state))


async def test_a_receipt_is_noted_once_and_takes_the_button_away(office: Office) -> None:
    key = await told(office, REMINDER, 7)
    assert await office.do(await office.person(7), delivering.acknowledge, key) == Reply(
        it=REMINDER, edit=True, toast="receipt_noted"
    )
    office.clock.forward(days=1)
    await office.do(await office.person(7), delivering.acknowledge, key)
    async with office.desk.database.begin() as connection:
        assert (await connection.execute(select(deliveries.c.acknowledged_at))).scalars().all() == [NOW]


async def test_a_notice_that_went_to_somebody_else_cannot_be_acknowledged(office: Office) -> None:
    key = await told(office, REMINDER, 7)
    with pytest.raises(Refusal, match="notice_unknown"):
        await office.do(await office.person(8), delivering.acknowledge, key)


async def test_a_message_that_cannot_be_written_anew_is_left_as_it_is(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registered, Copied, "tests/copied")
    key = await told(office, Copied((1, (5,))), 7)
    noted = Reply(it=ReceiptNoted(), toast="receipt_noted")
    assert await office.do(await office.person(7), delivering.acknowledge, key) == noted


async def test_an_organizer_sends_the_uncertain_again_or_leaves_it(office: Office) -> None:
    key = await told(office, REMINDER, 7, 8)
    await becomes(office, "uncertain")
    assert await office.do(await office.organizer(), delivering.resend_uncertain, key) == 2
    assert await rows(office) == [("waiting", 1, "repeat:decided")] * 2
    await becomes(office, "uncertain")
    assert await office.do(await office.organizer(), delivering.skip_uncertain, key) == 2
    assert await rows(office) == [("cancelled", 1, "uncertain")] * 2
    await becomes(office, "failed")
    assert await office.do(await office.organizer(), delivering.resend_failed, key) == 2
    assert [state for state, _, _ in await rows(office)] == ["waiting"] * 2
    async with office.desk.database.begin() as connection:
        acts = (await connection.execute(select(journal.c.act).order_by(journal.c.id))).scalars().all()
    assert acts == ["uncertain_resent", "uncertain_skipped", "failed_resent"]


async def test_only_organizers_decide(office: Office) -> None:
    key = await told(office, REMINDER, 7)
    for service in (delivering.resend_uncertain, delivering.skip_uncertain, delivering.resend_failed):
        with pytest.raises(Refusal, match="not_allowed"):
            await office.do(await office.person(7), service, key)


async def test_a_notice_with_the_same_key_is_said_once(office: Office) -> None:
    await told(office, REMINDER, 7)

    async def service(work: Work) -> list[NoticeId | None]:
        notice = Notice(kind="k", it=REMINDER, dedup="once")
        return [await notifying.notify(work, notice, [AccountId(7)]) for _ in range(2)]

    first, second = await office.do(await office.organizer(), service)
    assert (first is not None, second) == (True, None)
