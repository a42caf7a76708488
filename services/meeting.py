"""Who is there: resolving the person behind an update, and noticing who blocks the bot or comes back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actor import Actor
from domain.ids import AccountId, ConferenceId
from services.desk import SYSTEM, Desk, Work
from storage import people


async def actor_of(desk: Desk, account: AccountId, language: str) -> Actor:
    """The person with their roles; somebody never seen is nobody yet, in the language of their Telegram."""
    known = desk.actors.get(account)
    if known is None:
        found = await desk.see(SYSTEM, _load, [account])
        known = found.get(account) or Actor(account=account, language=language)
    return known


async def _load(work: Work, accounts: Sequence[AccountId]) -> dict[AccountId, Actor]:
    return await load(work.desk, work.connection, accounts)


async def load(desk: Desk, connection: AsyncConnection, accounts: Sequence[AccountId]) -> dict[AccountId, Actor]:
    """These persons with their roles, in two queries; remembered where that is right.

    They are remembered before the transaction ends, so that whoever changes them next makes them forgotten.
    """
    found = await people.actors(connection, accounts, desk.settings.consent_version)
    if desk.alone:
        desk.actors.update(found)
    return found


async def expect(desk: Desk, connection: AsyncConnection, accounts: Iterable[AccountId]) -> None:
    """A batch of updates of these people is about to be handled: find out who they are all at once."""
    strangers = [each for each in accounts if each not in desk.actors]
    if strangers and desk.alone:
        await load(desk, connection, strangers)


async def actor_in_group(desk: Desk, chat: int, actor: Actor) -> Actor:
    """The person as a voice in a group: of the group's conference, without anything of their own."""
    conference = await desk.see(SYSTEM, _conference_of_group, chat)
    return Actor(account=actor.account, conference=conference, language=actor.language, update_id=actor.update_id)


async def _conference_of_group(work: Work, chat: int) -> ConferenceId | None:
    row = await people.group_of(work.connection, chat)
    return None if row is None else ConferenceId(row.conference_id)


async def blocked(work: Work, account: AccountId) -> None:
    """The person stopped the bot: they cannot be reached until they press Start again."""
    await people.change(work.connection, account, reachability="blocked")


async def returned(work: Work, account: AccountId) -> None:
    """The person let the bot in again."""
    await people.change(work.connection, account, reachability="linked")


def with_update(actor: Actor, update_id: int) -> Actor:
    """The actor of one update: its effect marks it as handled."""
    return replace(actor, update_id=update_id)
