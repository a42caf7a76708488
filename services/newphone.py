"""Somebody's phone is lost: the account on it is no longer theirs at once, and a new link waits for the new one."""

from zlib import crc32

from documents.qr import qr_png
from domain.delegates import Delegate
from domain.ids import DelegateId
from domain.joining import Purpose
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services.desk import Work
from services.inviting import make_link, works_until
from services.listing import own
from services.views.delegates import DelegateLink
from services.views.newphone import LostPhoneAsked
from storage import delegates, forms, invitations, newphone


async def ask(work: Work, key: DelegateId) -> Reply:
    """Ask before the account on the old phone is unlinked."""
    who = await _linked(work, key)
    return Reply(it=LostPhoneAsked(delegate=who.id, name=who.name, check=_check(who)), edit=True)


async def replace(work: Work, key: DelegateId, check: int) -> Reply:
    """The old account is nobody here any more, its links are dead, what it was still to be told waits for the new one.

    Other roles of the account in the conference stay, and so do its places in other conferences: the organizer is
    told of them.
    """
    who = await _linked(work, key)
    if _check(who) != check:
        raise Refusal("phone_changed", name=who.name)
    assert who.account is not None
    others = (await newphone.offices_in(work.connection, who.conference, who.account)) > 0
    await delegates.change(work.connection, who.id, account_id=None)
    await invitations.kill_all(work.connection, who.id, work.now)
    await forms.close_in(work.connection, who.account, who.conference)
    await newphone.hold(work.connection, who.conference, who.id, who.account, everything=not others)
    await work.note(newphone.LOST, "delegate", who.id)
    link = await make_link(work, Purpose.DELEGATE, delegate=who.id)
    view = DelegateLink(
        delegate=who.id,
        name=who.name,
        link=link,
        until=await works_until(work, link),
        unlinked=True,
        other_roles=others,
        elsewhere=await newphone.elsewhere(work.connection, who.conference, who.account),
    )
    return Reply(it=view, files=(Attachment("qr.png", qr_png(link), photo=True),), edit=True)


def _check(who: Delegate) -> int:
    """Which account is meant, for a button that must not take away the next one."""
    return crc32(str(who.account).encode()) or 1


async def _linked(work: Work, key: DelegateId) -> Delegate:
    who = await own(work, key)
    if who.account is None:
        raise Refusal("phone_not_linked")
    return who
