"""Putting people on the list: one by one, for a group of the plan, or from a file."""

import zlib
from collections.abc import Mapping
from typing import Any

from documents.delegates import Fault, PeopleList, read_people
from documents.phones import phone
from documents.workbook import Column, sheet
from domain.actor import Permission, require
from domain.conference import Group
from domain.delegates import Entry, clean
from domain.ids import GroupId
from domain.refusal import Refusal
from domain.vietnamese import search_key
from domain.views import Attachment, Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, Upload, register
from services.listing import card
from services.naming import name_text, people_lines, short_text
from services.quotas import of_group
from services.views.enrolling import BadCell, ListPreview, ListWanted, PeopleAdded
from storage import delegates, forms, programmes
from storage.forms import OpenForm
from templates.render import known as known_language
from templates.render import words

SHOWN_FAULTS = 10


async def add_one(work: Work) -> Reply:
    """Begin to add one person."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    _ = work.conference
    return await flows.begin(work, "add_delegate")


async def _add_one(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.MANAGE_PEOPLE)
    known = await delegates.known(work.connection, work.conference)
    if known.has(data["name"], data["unit"], data["phone"]):
        raise Refusal("delegate_known", name=data["name"])
    entry = Entry(name=data["name"], post=data["post"], unit=data["unit"], phone=data["phone"])
    key = await delegates.add(work.connection, work.conference, entry, work.now)
    await work.note("delegate_added", "delegate", key)
    return Reply(it=await card(work, key, done="added"))


def _phone(text: str) -> str:
    found = phone(clean(text))
    if found is None:
        raise Refusal("phone_invalid")
    return found


async def add_to_group(work: Work, group: GroupId) -> Reply:
    """Begin to name people for a group, a line each."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    found = await _group(work, group)
    return await flows.begin(work, "add_to_group", group=found.id, description=found.description)


async def _add_to_group(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.MANAGE_PEOPLE)
    group = await _group(work, GroupId(data["group"]))
    known = await delegates.known(work.connection, work.conference)
    fresh = []
    for name, post, unit in data["lines"]:
        if not known.has(name, unit, None):
            known.add(name, unit, None)
            fresh.append(Entry(name=name, post=post, unit=unit, group=group.id))
    await delegates.add_many(work.connection, work.conference, fresh, work.now)
    await work.note("delegates_added", "group", group.id, count=len(fresh))
    passed_over = len(data["lines"]) - len(fresh)
    now = await of_group(work, group.id)
    over = 0 if now is None or now.left is None else max(0, -now.left)
    return Reply(it=PeopleAdded(count=len(fresh), passed_over=passed_over, group=group.description, over=over))


async def _group(work: Work, key: GroupId) -> Group:
    programme = await programmes.working(work.connection, work.conference)
    found = next((each for each in programme.groups if each.id == key), None)
    if found is None:
        raise Refusal("delegate_group_gone")
    return found


async def add_list(work: Work) -> Reply:
    """Ask for a file, with the sheet to fill in."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    await flows.begin(work, "add_list")
    return Reply(it=ListWanted(most=work.settings.max_list_rows), files=(await _template(work),))


async def _template(work: Work) -> Attachment:
    programme = await programmes.working(work.connection, work.conference)
    texts = words(known_language(work.actor.language))["sheets"]
    groups = tuple(dict.fromkeys(each.description for each in programme.groups))
    columns = (
        Column(heading=texts["name"], width=30),
        Column(heading=texts["post"], width=30),
        Column(heading=texts["unit"], width=36),
        Column(heading=texts["group"], width=44, choices=groups),
        Column(heading=texts["phone"], width=18),
    )
    content = await work.aside(sheet, texts["template_title"], columns, [], room=1000)
    return Attachment(texts["template_file"], content)


async def take_list(work: Work, upload: Upload) -> Reply:
    """Look at a file of people: what is good waits for a press, what is not is named by its cell."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    programme = await programmes.working(work.connection, work.conference)
    groups = group_keys(programme.groups)
    known = await delegates.known(work.connection, work.conference)
    most = work.settings.max_list_rows
    found = await work.aside(read_people, upload.name, upload.content, groups, known, most)
    rows = [[each.name, each.post, each.unit, each.group, each.phone] for each in found.entries]
    check = zlib.crc32(upload.content)
    form = OpenForm("add_list", "confirm", 1, {"rows": rows, "check": check}, work.conference)
    await forms.save(work.connection, work.actor.account, form, work.now)
    view = ListPreview(
        good=len(found.entries),
        bad=len(found.faults),
        shown=tuple(BadCell(each.cell, each.code, each.value) for each in found.faults[:SHOWN_FAULTS]),
        check=check,
    )
    return Reply(it=view, files=await _faults(work, found))


def group_keys(groups: tuple[Group, ...]) -> Mapping[str, GroupId]:
    """The groups by what a list may call them: the line itself, or its heading and the line."""
    keys = {search_key(f"{each.level} {each.description}"): each.id for each in groups}
    return keys | {search_key(each.description): each.id for each in reversed(groups)}


async def _faults(work: Work, found: PeopleList) -> tuple[Attachment, ...]:
    """All faults as a sheet, where there are more than the message shows."""
    if len(found.faults) <= SHOWN_FAULTS:
        return ()
    language = known_language(work.actor.language)
    texts, faults = words(language)["sheets"], words(language)["list_faults"]
    columns = (
        Column(heading=texts["cell"], width=10),
        Column(heading=texts["fault"], width=50),
        Column(heading=texts["value"], width=40),
    )

    def row(each: Fault) -> tuple[str, str, str]:
        return each.cell, faults[each.code], each.value

    content = await work.aside(sheet, texts["faults_title"], columns, map(row, found.faults))
    return (Attachment(texts["faults_file"], content),)


async def confirm_list(work: Work, check: int) -> Reply:
    """Add the good lines of the file that was looked at; who was added meanwhile is passed over."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    form = await forms.of(work.connection, work.actor.account)
    if form is None or form.kind != "add_list" or form.step != "confirm" or form.data["check"] != check:
        raise Refusal("list_gone")
    if form.conference != work.conference:
        raise Refusal("list_gone")
    await forms.close(work.connection, work.actor.account)
    known = await delegates.known(work.connection, work.conference)
    entries = [Entry(name=row[0], post=row[1], unit=row[2], group=row[3], phone=row[4]) for row in form.data["rows"]]
    fresh = [each for each in entries if not known.has(each.name, each.unit, each.phone)]
    groups = {each.id for each in (await programmes.working(work.connection, work.conference)).groups}
    await delegates.add_many(work.connection, work.conference, _placed(fresh, groups), work.now)
    await work.note("delegates_added", "list", None, count=len(fresh))
    return Reply(it=PeopleAdded(count=len(fresh), passed_over=len(entries) - len(fresh)), edit=True)


def _placed(entries: list[Entry], groups: set[GroupId]) -> list[Entry]:
    """The entries, without groups that have gone since the file was looked at."""
    return [
        each if each.group in groups else Entry(name=each.name, post=each.post, unit=each.unit, phone=each.phone)
        for each in entries
    ]


def _file_only(_text: str) -> str:
    raise Refusal("list_wants_file")


def _press_only(_text: str) -> str:
    raise Refusal("list_wants_press")


async def _never(_work: Work, _data: dict[str, Any]) -> Reply:
    raise Refusal("form_gone")


async def _take_list(work: Work, _data: dict[str, Any], upload: Upload) -> Reply:
    return await take_list(work, upload)


register(
    Flow(
        "add_delegate",
        (
            Step("name", name_text),
            Step("post", short_text, optional=True),
            Step("unit", short_text, optional=True),
            Step("phone", _phone, optional=True),
        ),
        finish=_add_one,
    )
)
register(Flow("add_to_group", (Step("lines", people_lines),), finish=_add_to_group))
register(
    Flow(
        "add_list",
        (Step("file", _file_only, takes_files=True), Step("confirm", _press_only, takes_files=True)),
        finish=_never,
        finish_with_file=_take_list,
    )
)
