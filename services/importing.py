"""A plan comes while a conference is open: another conference, or a second version of this one's plan.

A second version is shown as what it would change before anything does, and changes the working copy only; people are
told, once, at the next *Công bố*.
"""

import zlib
from dataclasses import replace
from typing import Any

from domain.actor import Permission, require
from domain.amending import amends
from domain.changes import diff
from domain.conference import Conference, ConferenceState, Programme, Session, event_name
from domain.delegates import Entry
from domain.differences import differences
from domain.ids import DelegateId, GroupId
from domain.plan import Doubt, PlanDraft
from domain.plan_programme import programme
from domain.refusal import Refusal
from domain.revising import revised
from domain.vietnamese import search_key
from domain.views import Reply
from services import planning, quotas
from services.desk import Work
from services.enrolling import group_keys
from services.flows import Flow, Step, register
from services.planning import ReadPlan
from services.views.importing import PlanArrived, RevisionPreview
from storage import delegates, editing, forms, programmes
from storage.codec import from_json, to_json
from storage.files import Kept
from storage.forms import OpenForm
from storage.revising import bring

SHOWN = 25
SHOWN_GROUPS = 5
"""Differences in the message; the rest are counted."""


async def take_plan(work: Work, name: str, content: bytes, draft: PlanDraft) -> Reply:
    """A plan that was read: a new draft at once, or the question whether it is of the conference that is open."""
    require(work.actor, Permission.EDIT_PLAN)
    current = await _open_conference(work)
    if current is None:
        return await planning.take_plan(work, name, content, draft)
    kept = work.desk.files.put(content)
    read = programme(draft)
    check = zlib.crc32(content)
    data = {
        "read": to_json(read),
        "doubts": [to_json(doubt) for doubt in draft.doubts],
        "missing": list(draft.missing),
        "file": {"name": name, "size": kept.size, "sha256": kept.sha256, "path": kept.path},
        "check": check,
    }
    await forms.save(work.connection, work.actor.account, _form("plan_arrived", data, current), work.now)
    title = read.conference.title or name
    shown = title if amends(title) else event_name(title)
    return Reply(it=PlanArrived(title=shown, current=current.title, check=check, amends=amends(title)))


async def _open_conference(work: Work) -> Conference | None:
    """The conference the actor is in, unless it is over."""
    if work.actor.conference is None or not work.actor.account:
        return None
    found = await programmes.conference(work.connection, work.actor.conference)
    return None if found is None or found.state is ConferenceState.CLOSED else found


def _form(kind: str, data: dict[str, Any], conference: Conference) -> OpenForm:
    return OpenForm(kind, "confirm", 1, data, conference.id)


async def _arrived(work: Work, kind: str, check: int) -> dict[str, Any]:
    """What was kept of the paper that the button speaks of."""
    form = await forms.of(work.connection, work.actor.account)
    if form is None or form.kind != kind or form.data["check"] != check or form.conference != work.conference:
        raise Refusal("paper_gone")
    return form.data


def _read_plan(data: dict[str, Any]) -> ReadPlan:
    doubts = tuple(from_json(each, Doubt) for each in data["doubts"])
    return ReadPlan(from_json(data["read"], Programme), doubts, tuple(data["missing"]))


async def as_new(work: Work, check: int) -> Reply:
    """The paper is of another conference: a draft of its own."""
    require(work.actor, Permission.EDIT_PLAN)
    data = await _arrived(work, "plan_arrived", check)
    await forms.close(work.connection, work.actor.account)
    file = data["file"]
    kept = Kept(path=file["path"], sha256=file["sha256"], size=file["size"])
    return await planning.take_read(work, _read_plan(data), file["name"], kept)


async def as_revision(work: Work, check: int) -> Reply:
    """What the paper would change in the conference that is open."""
    require(work.actor, Permission.EDIT_PLAN)
    data = await _arrived(work, "plan_arrived", check)
    old = await programmes.working(work.connection, work.conference)
    read = _read_plan(data)
    new = revised(old, read.programme)
    return await propose(work, old, new, {**data, "new": to_json(new)}, read=read.programme)


async def propose(
    work: Work,
    old: Programme,
    new: Programme,
    data: dict[str, Any],
    *,
    read: Programme | None = None,
    **shown: Any,
) -> Reply:
    """Keep the proposed working copy, and show what it would change."""
    await forms.save(work.connection, work.actor.account, _form("revise_plan", data, old.conference), work.now)
    found = differences(old, new, read)
    view = RevisionPreview(
        changes=diff(old, new),
        differences=found[:SHOWN],
        more=max(len(found) - SHOWN, 0),
        published=old.conference.state is not ConferenceState.DRAFT,
        check=data["check"],
        edits=await editing.edits(work.connection, work.conference),
        **shown,
    )
    return Reply(it=view)


async def apply(work: Work, check: int, edits: int) -> list[Reply]:
    """Change the working copy as the preview showed; refused when somebody edited or published it since.

    Groups that have too many people by it are named, with the people.
    """
    require(work.actor, Permission.EDIT_PLAN)
    data = await _arrived(work, "revise_plan", check)
    if edits != await editing.edits(work.connection, work.conference):
        raise Refusal("changed_since_preview")
    old = await programmes.working(work.connection, work.conference)
    new = from_json(data["new"], Programme)
    await forms.close(work.connection, work.actor.account)
    before = await quotas.overfull(work)
    await bring(work.connection, work.conference, old, replace(new, conference=_own(old.conference, new.conference)))
    if "read" in data:
        await _take_doubts(work, _read_plan(data))
        file = data["file"]
        kept = Kept(path=file["path"], sha256=file["sha256"], size=file["size"])
        await planning.keep_file(work, work.conference, file["name"], kept)
    await _take_people(work, data.get("people", []), await programmes.working(work.connection, work.conference))
    await editing.count_edit(work.connection, work.conference)
    await work.note("plan_revised", "conference", work.conference)
    fresh = [each for key, each in (await quotas.overfull(work)).items() if key not in before]
    warned = [await quotas.too_many(work, "group", each) for each in fresh[:SHOWN_GROUPS]]
    return [await planning.review(work), *(each for each in warned if each is not None)]


def _own(old: Conference, new: Conference) -> Conference:
    """What belongs to the stored conference and never to a paper."""
    return replace(new, id=old.id, code=old.code, state=old.state, revision=old.revision, timezone=old.timezone)


async def _take_doubts(work: Work, read: ReadPlan) -> None:
    """The new paper's doubts in place of those of the old one, and of the gaps those that are left.

    A paper that amends speaks of a few points: doubts of the others stay, and what it leaves out is no gap.
    """
    made = await programmes.working(work.connection, work.conference)
    lacking = _lacking(made)
    partial = amends(read.programme.conference.title)
    for row in await editing.open_doubts(work.connection, work.conference):
        stays = row.code in lacking if row.kind == "missing" else row.subject not in _stated(read.programme)
        if not (partial and stays):
            await editing.settle(work.connection, work.conference, work.now, id=row.id)
    titles = {each.title: each.id for each in made.sessions}
    rows = planning.doubt_rows(read, lambda entry: titles.get(entry.title) if isinstance(entry, Session) else None)
    kept = [row for row in rows if row["kind"] == "doubt" or (row["code"] in lacking and not partial)]
    await editing.keep_doubts(work.connection, work.conference, kept)


def _lacking(found: Programme) -> frozenset[str]:
    """The gaps of a programme, by the codes of what a plan may leave out."""
    conference = found.conference
    held = {
        "title": conference.title,
        "dates": conference.starts_on,
        "clock": any(session.start for session in found.sessions),
        "venue": conference.venue,
        "contact": conference.contact,
        "count": conference.expected_count,
        "agenda": found.sessions,
        "people": found.groups,
        "units": found.units,
    }
    return frozenset(code for code, there in held.items() if not there)


def _stated(read: Programme) -> frozenset[str]:
    """What a paper speaks of, by the subjects of doubts."""
    conference = read.conference
    held = {"dates": conference.starts_on, "venue": conference.venue, "sessions": read.sessions, "groups": read.groups}
    return frozenset(subject for subject, there in held.items() if there)


async def _take_people(work: Work, lines: list[dict[str, Any]], found: Programme) -> None:
    """Add and mend the delegates that a workbook names; nobody is taken off the list."""
    if not lines or not work.actor.may(Permission.MANAGE_PEOPLE):
        return
    groups = group_keys(found.groups)
    invited = {each.id for each in await delegates.listed(work.connection, work.conference)}
    for line in lines:
        group: GroupId | None = groups.get(search_key(line["group"] or ""))
        entry = Entry(name=line["name"], post=line["post"], unit=line["unit"], group=group, phone=line["phone"])
        if line["id"] in invited:
            await delegates.mend(work.connection, work.conference, DelegateId(line["id"]), entry, work.now)
        elif not line["id"]:
            await delegates.add(work.connection, work.conference, entry, work.now)
    await work.note("delegates_mended", "conference", work.conference, count=len(lines))


def _press_only(_text: str) -> str:
    raise Refusal("paper_wants_press")


async def _never(_work: Work, _data: dict[str, Any]) -> Reply:
    raise Refusal("form_gone")


register(Flow("plan_arrived", (Step("confirm", _press_only),), finish=_never))
register(Flow("revise_plan", (Step("confirm", _press_only),), finish=_never))
