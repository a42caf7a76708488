"""The lines of a paper as somebody would read them out, made searchable."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from domain.answers.entries import Entry, Sort
from domain.answers.evidence.paper_line import PaperLine
from domain.answers.evidence.signs import of_line
from domain.answers.index import Index
from domain.answers.passages import MARKER
from domain.answers.reached import OF_A_PERSON
from domain.answers.statements import Statement
from domain.conference import BASIS, Fact, Moment, Programme, Session, SessionState, Source
from domain.dates import find_clocks
from domain.vietnamese import squeeze, words

_LONGEST_BLOCK = 420
"""Characters that the lines below a colon may add to the line that announces them."""

_LONGEST_READ = 700
"""Characters of a line that are searched."""

_HEADING = 0.6
"""What a word counts that stands in the heading of a line only."""

_FRAMING = re.compile(r"(?:căn cứ|thực hiện|xét|theo đề nghị|trên đây)\b.{40}", re.IGNORECASE | re.DOTALL)
"""How the sentences around a plan begin: on what it rests, and that this was it."""


@dataclass(frozen=True)
class PaperLines:
    """The lines of one programme, an index over them, and the signs of each."""

    lines: tuple[PaperLine, ...]
    index: Index
    signs: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, index: Index) -> "PaperLines":
        """The lines of what an index is over, made when they are first wanted."""
        if "paper_lines" not in index.cache:
            lines = tuple(_announcing(tuple(_lines_of(index.programme))))
            over = Index.over(index.programme, _statements(lines))
            index.cache["paper_lines"] = cls(lines, over, tuple(map(of_line, lines, over.entries)))
        return cast(PaperLines, index.cache["paper_lines"])

    @property
    def entries(self) -> list[Entry]:
        """What is searchable of each line, in the order of the lines."""
        return self.index.entries


def _statements(lines: Iterable[PaperLine]) -> Iterator[Statement]:
    for number, line in enumerate(lines):
        yield Sort.FACT, str(number), line.text[:_LONGEST_READ], [(line.heading, _HEADING)] if line.heading else []


def _announcing(lines: tuple[PaperLine, ...]) -> Iterator[PaperLine]:
    """The lines; one that ends in a colon with what it announces."""
    for place, line in enumerate(lines):
        if not line.text.endswith(":"):
            yield line
            continue
        below = ""
        for other in lines[place + 1 :]:
            if other.text.endswith(":") or len(below) + len(other.text) > _LONGEST_BLOCK:
                break
            below += f" {other.text}"
        yield PaperLine(line.sort, line.text + below, line.heading, line.source)


def _lines_of(programme: Programme) -> list[PaperLine]:
    """Every line once, in the order of the paper; what has no place in it first.

    A row that tells of somebody alone is none, though only the titles of its columns say so.
    """
    persons = {fact.source for fact in programme.facts if OF_A_PERSON.search(fact.text)}
    found: dict[str, PaperLine] = {}
    for line in (*_fields(programme), *_items(programme), *_quotes(programme)):
        if not OF_A_PERSON.search(line.text) and (line.source is None or line.source not in persons):
            found.setdefault(line.text, line)
    return sorted(found.values(), key=lambda line: line.source.first if line.source else 0)


def _fields(programme: Programme) -> Iterator[PaperLine]:
    conference = programme.conference
    named = (("Hội nghị", conference.title), ("Địa điểm", conference.venue), ("Thời gian", conference.dates_text))
    for name, value in named:
        if value:
            yield PaperLine(Sort.FIELD, f"{name}: {value}")


def _items(programme: Programme) -> Iterator[PaperLine]:
    """The items of the agenda as they now stand: the paper's own line may tell an hour that was changed since.

    A cancelled one is none: what there is to say of it is not in the paper.
    """
    titles = {session.id: session.title for session in programme.sessions}
    for session in (session for session in programme.sessions if session.state is not SessionState.CANCELLED):
        heading = titles.get(session.parent, "") if session.parent is not None else ""
        yield PaperLine(Sort.SESSION, item_text(session), heading, session.source)


def item_text(session: Session) -> str:
    """An item in one line: its hours and day, what it is, where, and by whom."""
    hours = " – ".join(f"{hour:%H:%M}" for hour in (session.start, session.end) if hour)
    day = f"{session.day:%d/%m/%Y}" if session.day else ""
    when = ", ".join(filter(None, (hours, day)))
    told = "; ".join(filter(None, (session.title, session.room, session.place, session.responsible)))
    return f"{when}: {told}" if when else told


def _quotes(programme: Programme) -> Iterator[PaperLine]:
    units = {unit.id: unit.name for unit in programme.units}
    outdated = _outdated(programme)
    for task in programme.tasks:
        if _says(task.source, task.deadline_text or ""):  # else its deadline was set since
            yield _quoted(Sort.TASK, task.source, task.text, units.get(task.unit, ""))
    for group in programme.groups:
        counted = f"{group.description} {group.quota or ''}"
        yield _quoted(Sort.GROUP, group.source, group.text, group.level, counted)
    for moment in (moment for moment in programme.moments if moment.source not in outdated):
        yield _quoted(Sort.MOMENT, moment.source, f"{moment.what}: {moment.text}", moment.what, "")
    for fact in (fact for fact in programme.facts if fact.topic != BASIS and fact.source not in outdated):
        if not _FRAMING.match(fact.text):
            yield _quoted(Sort.FACT, fact.source, fact.text, "", "")
    for unit in programme.units:
        yield _quoted(Sort.BODY, unit.source, unit.name, unit.role or "", "")


def _quoted(sort: Sort, source: Source | None, text: str, heading: str, now: str | None = None) -> PaperLine:
    """A line of the paper without its bullet; what organizers wrote themselves as they wrote it.

    `now` is what the line has to say still to be quoted: where organizers put it otherwise since, theirs holds.
    """
    standing = source is not None and _says(source, text if now is None else now)
    line = MARKER.sub("", squeeze(source.quote)) if source is not None and standing else text
    return PaperLine(sort, line or text, "" if heading and heading in line else heading, source)


def _says(source: Source | None, text: str) -> bool:
    """Whether a line of the paper has all words of a text; of what has no line organizers said so themselves."""
    return source is None or set(words(text)).issubset(words(source.quote))


def _outdated(programme: Programme) -> frozenset[Source]:
    """Lines of the paper that tell of an item which was cancelled since, or begins at another hour now."""
    stated: tuple[Moment | Fact, ...] = (*programme.moments, *programme.facts)
    told = {each.source for each in stated if each.source is not None}
    items = [(session, session.source) for session in programme.sessions if session.source is not None]
    return frozenset(
        source
        for source in told
        for session, own in items
        if source.first <= own.last and own.first <= source.last and _says(source, session.title)
        if session.state is SessionState.CANCELLED or not _at_its_hour(session, source)
    )


def _at_its_hour(session: Session, source: Source) -> bool:
    """Whether a line names the hour at which an item begins, if it names any."""
    hours = {clock.clock for clock in find_clocks(source.quote)}
    return not hours or session.start is None or session.start in hours
