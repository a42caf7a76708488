"""To whom a broadcast goes: parts chosen by buttons, joined by *or* or *and*, said in words."""

from typing import Any

from domain.actor import Permission, require
from domain.broadcasts import LISTED, PERSONS, WHOLE, Audience, Part
from domain.ids import BroadcastId
from domain.refusal import Refusal
from domain.vietnamese import words
from domain.views import Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.tasklists import page_of
from services.views.broadcasts import AudienceWords, BroadcastAudience, BroadcastParts, BroadcastPeople
from storage import addressees, broadcasts
from storage.broadcasts import Broadcast

PAGE = 12
LONGEST_SEARCH = 100


async def find(work: Work, key: BroadcastId) -> Broadcast:
    """The broadcast, if the person may broadcast."""
    require(work.actor, Permission.BROADCAST)
    found = await broadcasts.get(work.connection, work.conference, key)
    if found is None:
        raise Refusal("broadcast_unknown")
    return found


async def draft_of(work: Work, key: BroadcastId) -> Broadcast:
    """The broadcast while it can still be changed."""
    found = await find(work, key)
    if found.state != "draft":
        raise Refusal("broadcast_is_out")
    return found


async def in_words(work: Work, audience: Audience) -> AudienceWords:
    """The audience with names for ids; what has gone from the plan meanwhile keeps an empty name."""
    named = await addressees.named(work.connection, work.conference, [p for p in audience.parts if p.kind in PERSONS])
    for kind in {part.kind for part in audience.parts} & set(LISTED):
        listed = await addressees.choices(work.connection, work.conference, kind)
        named |= {Part(kind, key): name for key, name in listed}
    parts = tuple((part.kind, named.get(part, "")) for part in audience.parts)
    return AudienceWords(parts=parts, join=audience.join)


async def chosen(work: Work, found: Broadcast) -> BroadcastAudience:
    """The audience as it is chosen so far, counted."""
    total, reached = await addressees.count(work.connection, work.conference, found.audience)
    return BroadcastAudience(
        id=found.id,
        revision=found.revision,
        audience=await in_words(work, found.audience),
        chosen=tuple((part.kind, part.id) for part in found.audience.parts),
        total=total,
        reached=reached,
    )


async def choose(work: Work, key: BroadcastId) -> Reply:
    """The audience as it is chosen so far."""
    return Reply(it=await chosen(work, await draft_of(work, key)), edit=True)


async def toggle(work: Work, key: BroadcastId, revision: int, part: Part) -> Reply:
    """Put a part in or take it out; a press on an old message changes nothing and shows how it stands."""
    found = await draft_of(work, key)
    if part.kind not in (*WHOLE, *LISTED, *PERSONS):
        raise Refusal("broadcast_unknown")
    if found.revision == revision:
        await broadcasts.change(work.connection, key, audience=found.audience.toggled(part))
    if part.kind in LISTED:
        listed = [choice for choice, _ in await addressees.choices(work.connection, work.conference, part.kind)]
        page = listed.index(part.id) // PAGE if part.id in listed else 0
        return await parts(work, key, part.kind, page)
    return await choose(work, key)


async def turn(work: Work, key: BroadcastId, revision: int) -> Reply:
    """*and* for *or*, and back."""
    found = await draft_of(work, key)
    if found.revision == revision:
        await broadcasts.change(work.connection, key, audience=found.audience.turned())
    return await choose(work, key)


async def parts(work: Work, key: BroadcastId, kind: str, page: int) -> Reply:
    """A page of the groups, units or sessions to choose from."""
    found = await draft_of(work, key)
    if kind not in LISTED:
        raise Refusal("broadcast_unknown")
    some, page, pages = page_of(await addressees.choices(work.connection, work.conference, kind), page, PAGE)
    choices = tuple((choice, name, Part(kind, choice) in found.audience.parts) for choice, name in some)
    view = BroadcastParts(id=key, revision=found.revision, kind=kind, choices=choices, page=page, pages=pages)
    return Reply(it=view, edit=True)


async def ask_person(work: Work, key: BroadcastId) -> Reply:
    """Begin to look for a single person."""
    found = await draft_of(work, key)
    return await flows.begin(work, "broadcast_person", broadcast=found.id)


def _searched(typed: str) -> str:
    text = some_text(typed, LONGEST_SEARCH)
    if not words(text):
        raise Refusal("form_empty")
    return text


async def _found(work: Work, data: dict[str, Any]) -> Reply:
    """Who is meant by the words; one more than fits on a page says that there are others."""
    found = await draft_of(work, BroadcastId(data["broadcast"]))
    people = await addressees.search(work.connection, work.conference, data["person"], PAGE + 1)
    choices = tuple((part.kind, part.id, name, part in found.audience.parts) for part, name in people[:PAGE])
    more = len(people) > PAGE
    return Reply(it=BroadcastPeople(id=found.id, revision=found.revision, choices=choices, more=more))


register(Flow("broadcast_person", (Step("person", _searched),), finish=_found))
