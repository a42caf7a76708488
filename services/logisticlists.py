"""The list of seats, lodging and the rest as an Excel sheet, and the same sheet coming back corrected."""

import zlib
from typing import Any

from documents.logistics import NAME, NUMBER, ArrangedList, read_arranged
from documents.workbook import Cell, Column, sheet
from domain.actor import Permission, require
from domain.delegates import DelegateState
from domain.ids import DelegateId
from domain.logistics import OWN, Entry, Field
from domain.refusal import Refusal
from domain.vietnamese import search_key
from domain.views import Attachment, Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, Upload, register
from services.logistics import arrange
from services.views.logistics import Difference, LogisticsSheetReady, SheetApplied, SheetDifferences, WrongCell
from storage import forms, logistics, rolls
from storage.forms import OpenForm
from templates.render import LANGUAGES, words
from templates.render import known as known_language

SHOWN = 10
_NOTHING: dict[Field, Entry] = {}


async def sheet_out(work: Work) -> Reply:
    """Everybody with what they asked for and what is arranged; people are known by their number on the list."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    await rolls.number_everybody(work.connection, work.conference)
    people = await rolls.roll(work.connection, work.conference)
    known = await logistics.everybody(work.connection, work.conference)
    await work.note("logistics_exported", "delegates", None, count=len(people))
    texts = words(known_language(work.actor.language))
    columns, paper = texts["logistics_columns"], texts["paper"]
    heads = [Column(heading=columns[NUMBER], width=6), Column(heading=columns[NAME], width=28)]
    heads += [Column(heading=paper["post"], width=24), Column(heading=paper["unit"], width=28)]
    for each in Field:
        heads.append(Column(heading=columns[each.value], width=22))
        heads += [Column(heading=columns[f"{each.value}_wish"], width=22)] if each in OWN else []
    lines = [
        (each.number, each.name, each.post, each.unit, *_cells(known.get(each.delegate, _NOTHING))) for each in people
    ]
    view = LogisticsSheetReady(count=len(people))
    if not people:
        return Reply(it=view)
    content = await work.aside(sheet, columns["title"], heads, lines)
    return Reply(it=view, files=(Attachment(columns["file"], content),))


def _cells(known: dict[Field, Entry]) -> tuple[Cell, ...]:
    found: list[Cell] = []
    for each in Field:
        entry = known.get(each, Entry())
        found += [entry.value, entry.wish] if each in OWN else [entry.value]
    return tuple(found)


async def ask_sheet(work: Work) -> Reply:
    """Wait for the corrected list."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    _ = work.conference
    return await flows.begin(work, "logistics_sheet")


async def _take(work: Work, _data: dict[str, Any], upload: Upload) -> Reply:
    """Look at a list that came back: what would change waits for a press, what is wrong is named by its cell."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    numbered = await rolls.people(work.connection, work.conference)
    names = {number: who.name for number, who in numbered.items() if who.state is DelegateState.INVITED}
    most = work.settings.max_list_rows
    found = await work.aside(read_arranged, upload.name, upload.content, _headings(), names, most)
    keys = {number: who.id for number, who in numbered.items()}
    changes = await _differences(work, found, names, keys)
    rows = [[keys[each.number], each.field, each.after] for each in changes]
    check = zlib.crc32(upload.content)
    form = OpenForm("logistics_sheet", "confirm", 1, {"rows": rows, "check": check}, work.conference)
    await forms.save(work.connection, work.actor.account, form, work.now)
    view = SheetDifferences(
        changes=len(changes),
        people=len({each.number for each in changes}),
        shown=tuple(changes[:SHOWN]),
        faults=len(found.faults),
        shown_faults=tuple(
            WrongCell(cell=each.cell, code=each.code, value=each.value) for each in found.faults[:SHOWN]
        ),
        check=check,
    )
    return Reply(it=view)


def _headings() -> dict[str, str]:
    """The meaning of every heading the list can have gone out with, in whatever language."""
    meanings = (NUMBER, NAME, *(each.value for each in Field))
    return {
        search_key(words(each)["logistics_columns"][meaning]): meaning for each in LANGUAGES for meaning in meanings
    }


async def _differences(
    work: Work, found: ArrangedList, names: dict[int, str], keys: dict[int, DelegateId]
) -> list[Difference]:
    known = await logistics.everybody(work.connection, work.conference)
    return [
        Difference(number=line.number, name=names[line.number], field=field.value, before=before, after=value)
        for line in found.lines
        for field, value in line.values
        if (before := known.get(keys[line.number], _NOTHING).get(field, Entry()).value) != value
    ]


async def apply(work: Work, check: int) -> Reply:
    """Apply the list that was looked at, and tell those whose things have changed."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    form = await forms.of(work.connection, work.actor.account)
    if form is None or form.kind != "logistics_sheet" or form.step != "confirm" or form.data["check"] != check:
        raise Refusal("list_gone")
    if form.conference != work.conference:
        raise Refusal("list_gone")
    await forms.close(work.connection, work.actor.account)
    wanted: dict[DelegateId, list[tuple[Field, str | None]]] = {}
    for key, field, value in form.data["rows"]:
        wanted.setdefault(DelegateId(key), []).append((Field(field), value))
    told = await arrange(work, dict(wanted))
    return Reply(it=SheetApplied(changes=len(form.data["rows"]), told=told), edit=True)


def _file_only(_text: str) -> str:
    raise Refusal("list_wants_file")


def _press_only(_text: str) -> str:
    raise Refusal("list_wants_press")


async def _never(_work: Work, _data: dict[str, Any]) -> Reply:
    raise Refusal("form_gone")


register(
    Flow(
        "logistics_sheet",
        (Step("file", _file_only, takes_files=True), Step("confirm", _press_only, takes_files=True)),
        finish=_never,
        finish_with_file=_take,
    )
)
