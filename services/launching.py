"""A broadcast goes out: the audience is frozen and every row written, in one transaction; late joiners
and substitutes follow."""

from dataclasses import replace

from domain.broadcasts import Content
from domain.ids import BroadcastId, DelegateId
from services.desk import SYSTEM, Work
from services.notifying import Notice, Policy, Urgency, add_recipients, notify_selected
from services.views.broadcasts import BroadcastMessage
from storage import addressees, broadcasts, notices, recipients
from storage.broadcasts import Broadcast


def message_of(content: Content) -> BroadcastMessage:
    """What people get."""
    return BroadcastMessage(text=content.text, file=content.file, copy_of=content.copy_of)


def notice_of(key: BroadcastId, content: Content) -> Notice:
    """The notice of a broadcast."""
    return Notice(
        kind="broadcast",
        it=message_of(content),
        urgency=Urgency.BROADCAST,
        policy=Policy.HOLD,
        dedup=f"broadcast:{key}",
        subject="broadcast",
        subject_id=key,
        wants_receipt=content.receipt,
    )


async def launch(work: Work, found: Broadcast, chat: int | None = None, message: int | None = None) -> None:
    """Write the rows. `chat` and `message` are where its progress will be shown, if anywhere."""
    people = addressees.people(work.conference, found.audience)
    sent = await notify_selected(work, notice_of(found.id, found.content), people)
    await broadcasts.change(
        work.connection,
        found.id,
        state="running",
        notice_id=sent,
        confirmed_at=work.now,
        progress_chat=chat,
        progress_message=message,
    )


async def late_joiners(work: Work) -> int:
    """Broadcasts that are meant for them too go to people who were added or linked after they went out; how many."""
    count = 0
    for found in await broadcasts.for_late_joiners(work.connection):
        if found.notice is None:
            continue
        mine = replace(work, actor=replace(SYSTEM, conference=found.conference))
        joined = await notices.join_late(work.connection, found.notice, work.now)
        before = await notices.size(work.connection, found.notice)
        people = addressees.people(found.conference, found.audience)
        await add_recipients(mine, found.notice, notice_of(found.id, found.content), people)
        joined += await notices.size(work.connection, found.notice) - before
        work.notified = work.notified or joined > 0
        count += joined
    return count


async def pass_papers_on(work: Work, original: DelegateId, substitute: DelegateId) -> None:
    """Whoever comes in somebody's place gets the papers that were sent to them."""
    for found in await broadcasts.papers_for(work.connection, original):
        if found.notice is not None:
            notice = notice_of(found.id, found.content)
            await add_recipients(work, found.notice, notice, recipients.one(substitute))
