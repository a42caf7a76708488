"""A programme with one cell a line: the time, the item over one or more lines, and last who does it."""

from dataclasses import replace

from documents.plan.agenda_items import Item, read_clause
from documents.plan.agenda_places import room_in
from documents.plan.agenda_state import ATTRIBUTE, State, add, attach
from documents.plan.agenda_who import is_someone, names_someone, responsible_in
from documents.plan.halls import is_hall
from documents.plan.outline import Node, is_clock_alone
from documents.plan.words import clean, meanings, squeeze
from domain.conference import Source
from domain.dates import find_clocks


def with_ranges(children: list[Node]) -> list[Node]:
    """The lines with a beginning and an end, each alone on its line, made one: "7 giờ 15" above "7 giờ 45"."""
    merged: list[Node] = []
    for child in children:
        above = merged[-1] if merged else None
        if above is not None and is_clock_alone(above.text) and is_clock_alone(child.text):
            begins, ends = find_clocks(above.text)[0], find_clocks(child.text)[0]
            if begins.until is None and ends.until is None and begins.clock < ends.clock:
                para = replace(above.para, last=child.para.last)
                merged[-1] = replace(above, text=f"{above.text} - {child.text}", para=para)
                continue
        merged.append(child)
    return merged


def ends_row(text: str, row: list[str]) -> bool:
    """Whether a line still belongs to the last row, behind its time: the item, the rest of its line, who and where."""
    if len(row) < 2:
        return True
    if is_hall(text) and not meanings(text):
        return not any(is_hall(cell) for cell in row[2:])
    told = names_someone(text) or len(text.split()) <= 2 or ATTRIBUTE.match(text) is not None
    return (told or text[:1].islower()) and not (len(row) > 2 and names_someone(row[-1])) and not meanings(text)


def at_once(node: Node, state: State) -> None:
    """A time alone above what is held at it, side by side: "10h30 - 11h50:" over a list of sub-committees."""
    clock = find_clocks(node.text)[0]
    for child in node.children:
        for item in read_clause(child.text, None):
            own = item if item.start else replace(item, start=clock.clock, end=clock.until)
            add(state, own, child.source)


def _alone(title: str, room: str | None) -> tuple[str, str | None, str | None]:
    """An item with no cells behind it may name at its end who does it: "Khai mạc (lãnh đạo Sở)"."""
    item = next(read_clause(title, None)) if not find_clocks(title) else Item(title)
    return item.title, room or item.room, item.responsible


_SENTENCE = 6  # words


def _describes(line: str) -> bool:
    """Whether a cell tells in a sentence what the item is, as pages made for guests do."""
    return line.endswith(".") and line[:1].isupper() and len(line.split()) >= _SENTENCE


def _cells_behind(lines: list[str]) -> tuple[list[str], str | None, str | None]:
    """The lines of the item itself, with where and who on the lines behind it in any order; a remark there is left."""
    hall, who, kept = None, None, [*lines]
    while len(kept) > 1:
        last = kept[-1]
        if hall is None and is_hall(last):
            hall = clean(last)
        elif who is None and (is_someone(last) if hall is None else names_someone(last)):
            who = responsible_in(last)
        elif len(kept) == len(lines) and last[:1].isupper():
            pass
        else:
            break
        kept.pop()
    return kept, hall, who


def take_stack(stacked: list[Node], state: State) -> None:
    """A table with one cell a line: the time, the item over one or more lines, and last who does it."""
    if len(stacked) < 2:
        return
    clock = find_clocks(stacked[0].text)[0]
    lines = [squeeze(node.para.text) for node in stacked[1:]]
    told = [found for line in lines[1:] if (found := ATTRIBUTE.match(line))]
    lines = lines[:1] + [line for line in lines[1:] if not (ATTRIBUTE.match(line) or _describes(line))]
    lines, hall, who = _cells_behind(lines)
    title, room = room_in(clean(" ".join(lines)))
    if len(stacked) == 2 and who is None and hall is None:
        title, room, who = _alone(title, room)
    room = room or hall
    item = Item(title, start=clock.clock, end=clock.until, room=room, responsible=who)
    source = Source(" ".join(n.para.text for n in stacked), stacked[0].para.first, stacked[-1].para.last)
    add(state, item, source)
    for attribute in told:
        attach(state, attribute)
