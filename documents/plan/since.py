"""What a notice in the same file changes of its plan: parted from the plan, read, and put in its texts and items."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from documents.plan import changed_items, changed_texts
from documents.plan.change_forms import Turn
from documents.plan.changes import Change, changes_in
from documents.plan.former import tells_former
from documents.plan.frame import frame_of
from documents.plan.lines import Para, paragraphs
from documents.plan.notices import notice_in
from documents.plan.papers import first_paper
from documents.plan.repair import Line
from documents.plan.topics import topics_in
from documents.plan.words import clean
from domain.amending import amends
from domain.conference import CHANGED, REST, Fact, Source
from domain.dates import find_dates
from domain.plan import PlanDraft


@dataclass(frozen=True, slots=True)
class Since:
    """The changes since, in the order of the notice, and its paragraphs; none where the paper has no notice."""

    changes: tuple[Change, ...] = ()
    paras: tuple[Para, ...] = ()
    year: int | None = None

    def in_texts(self, paras: tuple[Para, ...]) -> tuple[Para, ...]:
        """The paragraphs of the plan as they read now."""
        paras = changed_texts.with_remarks(paras, self.year)
        return changed_texts.with_changes(paras, self.changes, self.year) if self.changes else paras

    def in_items(self, draft: PlanDraft) -> PlanDraft:
        """The draft with its items as they stand now, and with what the notice says."""
        if not self.changes:
            return draft
        return changed_items.changed(replace(draft, facts=(*draft.facts, *self._told())), self.changes, self.year)

    def _told(self) -> tuple[Fact, ...]:
        """Each change as the notice puts it, and what else it says."""
        facts: dict[str, Fact] = {}
        for change in self.changes:
            named = not change.about or change.about.lower() in change.said.lower()
            text = change.said if named else f"{change.about}: {change.said}"
            facts.setdefault(text, Fact(topic=CHANGED, text=clean(text), source=change.source))
        changing = {change.source.first for change in self.changes}
        others = [para for para in self.paras if para.first not in changing]
        return (*facts.values(), *(fact for para in others for fact in _besides(para)))


_RULE = re.compile(r"[*_=|#\s-]{3,}")


_POINT = re.compile(r"\s*(?:[-–—+•*▪●]|\d{1,2}\s*[.)]|[a-zđ]\s*\))\s*(?=\w)")


def _besides(para: Para) -> Iterator[Fact]:
    """A point that is not told what it changes, as it stands, also under its matter; a sentence around the points."""
    mark, source = _POINT.match(para.text), Source(para.text, para.first, para.last)
    text = clean(_POINT.sub("", _RULE.sub("", para.text), count=1))
    if not text:
        return
    if mark is None or para.text.endswith(":") or _STAYS.search(text) or len(text.split()) <= _SHORT:
        yield Fact(topic=REST, text=text, source=source)
        return
    for topic in (CHANGED, *topics_in(text)):
        yield Fact(topic=topic, text=text, source=source)


_STAYS = re.compile(r"\b(?:không (?:thay )?đổi|giữ nguyên|như cũ|unchanged)\b", re.IGNORECASE)
_SHORT = 4


_MOST_CHANGES = 100
"""Changes of one plan that are looked at: each is held against every line."""


def parted(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], Since]:
    """The lines of the plan, and what a notice in the same file changes of it; all lines where none does.

    A paper that itself amends another, or is issued anew, is read as such.
    """
    own, notice = notice_in(lines)
    struck = tuple(islice(_struck_out(lines), _MOST_CHANGES))
    if not notice:
        return lines, Since(struck, year=_year_of(lines))
    frame = frame_of(notice)
    paras = paragraphs(frame.body or notice)
    changes = changes_in(paras)[:_MOST_CHANGES]
    plan = frame_of(first_paper(lines)[0])
    amending = plan.title is not None and amends(plan.title.value)
    if not changes or amending or tells_former(paragraphs(plan.body)):
        return lines, Since(struck, year=_year_of(lines))
    return own, Since((*changes, *struck), paras, _year_of(notice) or _year_of(own))


def _year_of(lines: tuple[Line, ...]) -> int | None:
    """The year of the first day that is written with one, as the last of those that stand first mostly is."""
    return next((span.last.year for line in lines for span in find_dates(line.text)), None)


_STRUCK = re.compile(
    r"\s?[(\[]\s?(?:(?:đã|bị|tạm|now)\s+)*(?:hủy(?: bỏ)?|huỷ|hoãn|cancell?ed)\s?[)\]]\s?[.;]?\s*$", re.IGNORECASE
)
_HOURS_FIRST = re.compile(
    r"[\W\d]*?(?:\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}\W*){1,2}(?=[^\W\d])|[\W\d]+(?=[^\W\d])", re.IGNORECASE
)


def _struck_out(lines: tuple[Line, ...]) -> Iterator[Change]:
    """Items of which their own line says that they are called off: "13h30: Tham quan (đã hủy)"."""
    for line in lines:
        found = _STRUCK.search(line.text) if line.text.rstrip(" .;").endswith((")", "]")) else None
        if found:
            about = _HOURS_FIRST.sub("", line.text[: found.start()], count=1).strip()
            source = Source(line.text, line.number, line.number)
            yield Change(Turn.DROPPED, about, "", "", clean(line.text), source)
