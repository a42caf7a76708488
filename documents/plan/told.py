"""Which words of a paper the fields of a draft hold, line by line."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields

from domain.conference import Source
from domain.nested import texts_in
from domain.plan import PlanDraft, PlanGroup, PlanSession, PlanTask, PlanTime, PlanUnit, Sourced

_WORD = re.compile(r"\w+")


def tokens_of(text: str) -> list[str]:
    """The words as they are written, but for capitals."""
    return _WORD.findall(text.lower())


_LINKS = frozenset(
    tokens_of(
        "tại do chủ trì điều hành phối hợp với lúc từ đến ngày trước và gồm có thời hạn gian địa điểm cho của các ở là"
        " vào thực hiện phụ trách đồng chí đ c v về việc at by from to and the of in on for"
    )
)
"""Words that join values in a line, which fields are told without."""
_TIME_WORDS = frozenset(
    tokens_of(
        "ngày thứ sáng trưa chiều tối đêm buổi giờ phút tháng năm nhất hai ba tư sáu bảy chủ nhật cn từ đến lúc h g"
        " day morning afternoon evening am pm monday tuesday wednesday thursday friday saturday sunday january february"
        " march april may june july august september october november december"
    )
)
_TIME = re.compile(r"\d{1,2}(?:[hg]\d{0,2})?|\d{4}")
_HOUR = re.compile(r"\d\s?(?:h|g|:\d|giờ)", re.IGNORECASE)
_LENGTH = re.compile(r"(?<!giờ )\b\d{1,3}\s?(?:phút|min)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{3,}")
"""What is no hour or day: a sum, a telephone, a room. A line that is without one lacks something."""
_LOST = 0.1
"""Share of the words of a line that fields may be without."""
_RUN = 3
"""So many words in a row that no field holds say something, however long their line is."""


@dataclass(frozen=True, slots=True)
class Told:
    """All texts that are told, the words of each line's own, the kinds of times that it has as fields, and all words
    as they follow each other."""

    texts: frozenset[str]
    of_line: dict[int, set[str]]
    times: dict[int, set[str]]
    said: str

    @classmethod
    def of(cls, draft: PlanDraft) -> "Told":
        """Ready to be asked of any line; the quotes of the sources count for nothing."""
        of_line: dict[int, set[str]] = defaultdict(set)
        times: dict[int, set[str]] = defaultdict(set)
        rows: dict[str, list[str]] = {}
        for value, source in _values(draft):
            lines = range(source.first, source.last + 1)
            for text in texts_in(value):
                if text not in rows:
                    rows[text] = tokens_of(text)
                for line in lines:
                    of_line[line].update(rows[text])
            if kinds := _times_of(value):
                for line in lines:
                    times[line].update(kinds)
        said = " | ".join(map(" ".join, rows.values()))
        return cls(frozenset(rows), of_line, times, f" | {said} | ")

    def holds(self, text: str) -> bool:
        """Whether this is one of the texts told, or says nothing."""
        bare = text.rstrip(" .;,")
        return not bare or bare in self.texts

    def lacks(self, text: str, first: int, last: int) -> bool:
        """Whether the fields are without some of what a paragraph of these lines says."""
        words = tokens_of(text)
        lines = range(first, last + 1)
        unknown = set(words).difference(_LINKS, *(self.of_line[line] for line in lines if line in self.of_line))
        if unknown and self._has_times(text, lines):
            unknown = {word for word in unknown if not is_time(word)}
        if not unknown:
            return False
        new = [at for at, word in enumerate(words) if word in unknown]
        runs = [run for run in _runs(new) if not self._tells(words, *run)]
        lost = sum(end - begin for begin, end in runs)
        if lost > _LOST * len(words) or any(end - begin >= _RUN for begin, end in runs):
            return True
        return any(_NUMBER.fullmatch(word) for begin, end in runs for word in words[begin:end])

    def _has_times(self, text: str, lines: range) -> bool:
        """Whether the times that a text names are fields of these lines: days, hours, how long it takes."""
        kinds = {kind for line in lines for kind in self.times.get(line, ())}
        if not kinds or (_HOUR.search(text) and "hour" not in kinds):
            return False
        return "end" in kinds or _LENGTH.search(text) is None

    def _tells(self, words: list[str], begin: int, end: int) -> bool:
        """Whether a field of another line holds these words in a row, a few with a neighbour of theirs."""
        if f" | {' '.join(words[begin:end])} | " in self.said:
            return True
        short = end - begin < _RUN
        spans = [(max(0, begin - 2), end), (begin, end + 2)] if short else [(begin, end)]
        return any(f" {' '.join(words[one:two])} " in self.said for one, two in spans if two - one >= _RUN)


def names_day(text: str) -> bool:
    """Whether a text is a day or a half of it, which the items under it have; an hour may be one of its own."""
    return len(text) <= _LONGEST_DAY and all(map(is_time, tokens_of(text))) and _HOUR.search(text) is None


_LONGEST_DAY = 80  # letters


def is_time(word: str) -> bool:
    """Whether a word may be one of a day or an hour, which fields hold as such."""
    return word in _TIME_WORDS or _TIME.fullmatch(word) is not None


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Places in a row, each row by its first and the one behind its last."""
    begin = 0
    for at, place in enumerate(places):
        if at + 1 == len(places) or places[at + 1] != place + 1:
            yield places[begin], place + 1
            begin = at + 1


def _times_of(value: object) -> set[str]:
    """Which times a value has beside its words; those of moments and tasks stand in their words too."""
    if isinstance(value, PlanSession):
        named = {"day": value.day, "hour": value.start, "end": value.end}
        return {kind for kind, time in named.items() if time is not None}
    timed = value.deadline if isinstance(value, PlanTask) else value.start if isinstance(value, PlanTime) else None
    return {"day", "hour", "end"} if timed is not None else set()


def _values(draft: PlanDraft) -> Iterator[tuple[object, Source]]:
    """Everything read, each where it stands; a unit without its tasks, which have places of their own."""
    for field in fields(draft):
        value = getattr(draft, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Sourced):
                yield from _parts(item)
    for item in draft.dropped:
        yield _TAKES_AWAY, item.source
    for fact in draft.facts:
        if fact.source is not None:
            yield fact.text, fact.source


_TAKES_AWAY = "bỏ bãi lược hủy huỷ cắt rút không còn tổ chức phiên phần mục nội dung"
"""What a line says of the item that it takes away, beside its name."""


def _parts(item: Sourced[object]) -> Iterator[tuple[object, Source]]:
    value = item.value
    if isinstance(value, PlanUnit):
        yield (value.name, value.role), item.source
        for task in value.tasks:
            yield task.value, task.source
    elif isinstance(value, PlanGroup):
        yield (value.level, value.description, str(value.quota or "")), item.source
    else:
        yield value, item.source
