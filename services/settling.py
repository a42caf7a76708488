"""What everybody sets for themselves: language, current conference, the name colleagues see; and linked groups."""

from dataclasses import replace
from typing import Any

from domain.actor import Role
from domain.conference import next_first
from domain.ids import ConferenceId
from domain.joining import Fate, Purpose, fate, token_in
from domain.refusal import Refusal
from domain.views import Reply
from services import flows
from services.desk import Work, local
from services.flows import Flow, Step, register
from services.naming import name_text
from services.occasions import enter, occasion
from services.views.joining import (
    ChooseLanguage,
    ConferenceEntered,
    GroupLinked,
    LinkUseless,
    MyConferences,
    NameKept,
)
from storage import invitations, organizers, people, programmes

LANGUAGES = ("vi", "en")


async def choose_language(work: Work) -> Reply:
    """Offer the languages."""
    return Reply(it=ChooseLanguage())


async def speak(work: Work, language: str) -> Reply:
    """Use this language with the person from now on, beginning with the reply."""
    if language not in LANGUAGES:
        raise Refusal("form_gone")
    await people.meet(work.connection, work.actor.account, language, work.now)
    await people.change(work.connection, work.actor.account, language=language)
    return Reply(it=ChooseLanguage(changed=True), edit=True, language=language)


async def my_conferences(work: Work) -> Reply:
    """The conferences the person takes part in, the next one first."""
    mine = await people.conferences_of(work.connection, work.actor)
    known = [await programmes.conference(work.connection, key) for key, _ in mine]
    found = next_first([each for each in known if each is not None], local(work.now, work.settings.timezone).date())
    items = tuple((int(each.id), each.title) for each in found)
    return Reply(it=MyConferences(items=items, current=work.actor.conference))


async def go_to(work: Work, conference: ConferenceId) -> Reply:
    """Make another conference of theirs the current one."""
    if conference not in [key for key, _ in await people.conferences_of(work.connection, work.actor)]:
        raise Refusal("no_such_conference")
    await people.change(work.connection, work.actor.account, conference_id=conference)
    enter(work, conference)
    fresh = await people.actor(work.connection, work.actor.account, work.settings.consent_version)
    work.actor = replace(fresh or work.actor, update_id=work.actor.update_id)
    return Reply(it=ConferenceEntered(occasion=await occasion(work)), edit=True)


async def give_name(work: Work) -> Reply:
    """Begin to tell colleagues one's name."""
    if not work.actor.roles - {Role.DELEGATE}:
        raise Refusal("not_allowed")
    return await flows.begin(work, "my_name")


async def _keep_name(work: Work, data: dict[str, Any]) -> Reply:
    if Role.OWNER in work.actor.roles:
        await organizers.make_organizer(work.connection, work.conference, work.actor.account, "organizer", work.now)
    await people.call_by_name(work.connection, work.conference, work.actor.account, data["name"])
    await work.note("gave_name")
    return Reply(it=NameKept(name=data["name"]))


async def link_group(work: Work, chat: int, text: str) -> Reply:
    """A group chat is linked to the conference or a unit by a group link's token."""
    link = await invitations.find(work.connection, token_in(text))
    outcome = fate(link, work.actor.account, work.now)
    if link is None or link.conference is None:
        return _useless(work, "unknown")
    if link.purpose is not Purpose.GROUP:
        return _useless(work, "person_only")
    enter(work, link.conference)
    again = outcome is Fate.MINE and await _is_linked(work, chat, link.conference)
    if outcome is not Fate.LIVE and not again:
        return _useless(work, "taken" if outcome is Fate.MINE else outcome.value)
    if not again:
        await invitations.use(work.connection, link.token, work.actor.account, work.now)
        await people.link_group(work.connection, chat, link.conference, link.unit, work.now)
        await work.note("linked_group", "unit", link.unit)
    unit = None if link.unit is None else await people.unit_name(work.connection, link.conference, link.unit)
    found = await programmes.conference(work.connection, link.conference)
    return Reply(it=GroupLinked(title=found.title if found else "", unit=unit))


async def _is_linked(work: Work, chat: int, conference: ConferenceId) -> bool:
    row = await people.group_of(work.connection, chat)
    return row is not None and row.conference_id == conference


def _useless(work: Work, why: str) -> Reply:
    return Reply(it=LinkUseless(why=why, help_contact=work.settings.help_contact))


register(Flow("my_name", (Step("name", name_text),), finish=_keep_name))
