""" "Khai mạc trước hay sau văn nghệ", "cái nào trước": which of two items comes first."""

import re
from collections.abc import Sequence

from domain.answers.asked import Asked, sources_of
from domain.answers.entries import Hit, Sort
from domain.answers.query import Understanding, Unit
from domain.answers.reading import understand
from domain.answers.texts import letters_of
from domain.answers.values import Answer, Neighbour, Order
from domain.conference import Session, SessionState
from domain.when import folded_in_place

_DONE = r"(?:\s+(?:dien ra|ban|dung|xep|nam|lam|noi|doc|phat bieu|is|comes?|does))?"
_WHICH = r"(?:cai|phan|muc|ben|viec|ai|dang|phien|bai|tiet muc|noi dung)(?: nao)?"
_END = r"(?:\s+(?:vay|the|a|nhi|ha|hen|vay a|the a|vay em|vay anh|vay chi))*\s*[?.!]*"
_BETWEEN = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"(?P<one>.+?){_DONE}\s+(?:(?:truoc|trc)\s+(?:hay|hoac)\s+(?:la\s+|dung\s+)?sau|"
        rf"sau\s+(?:hay|hoac)\s+(?:la\s+|dung\s+)?(?:truoc|trc)|before\s+or\s+after|after\s+or\s+before)\s+(?P<two>.+)",
        rf"(?P<one>.+?){_DONE}\s+(?:truoc|trc)\s+(?:hay|hoac)\s+(?:la\s+)?(?P<two>.+?){_DONE}\s+(?:truoc|trc){_END}",
        rf"(?:giua\s+)?(?P<one>.+?)\s+(?:va|voi|hay)\s+(?P<two>.+?),?\s+(?:thi\s+)?{_WHICH}"
        rf"(?:\s+(?:den|dien ra|lam|duoc|se|dien))*\s+(?:truoc|trc){_END}",
        rf"(?P<one>.+?)\s+(?:co\s+)?(?:dien ra\s+)?(?:truoc|trc|sau)\s+(?P<two>.+?)\s+"
        rf"(?:khong|ko|k|phai khong|dung khong|ha|phai ko){_END}",
    )
)
SURE = 0.75
"""Share of its words that an item must explain."""


def order(asked: Asked) -> Answer | None:
    """The two items in their order; None where the question is another or an item is not clear."""
    text = asked.u.text.strip()
    folded = folded_in_place(text)
    if len(folded) != len(text):
        return None
    for pattern in _BETWEEN:
        if (halves := pattern.fullmatch(folded)) is not None:
            one, two = (_items(asked, text[slice(*halves.span(name))]) for name in ("one", "two"))
            if one and two and (found := _in_order(asked, one, two)) is not None:
                return found
    return None


def between(asked: Asked) -> Answer | None:
    """ "Giữa khai mạc và tham luận có gì": what stands between two items of one day."""
    text = asked.u.text.strip()
    folded = folded_in_place(text)
    if len(folded) != len(text):
        return None
    halves = _IN_BETWEEN.fullmatch(folded) or _WHAT_BETWEEN.fullmatch(folded)
    if halves is None:
        return None
    one, two = (_items(asked, text[slice(*halves.span(name))]) for name in ("one", "two"))
    place_of = asked.index.place_of
    pairs = [sorted((a, b), key=lambda s: place_of[s.id]) for a in one for b in two if a.day == b.day and a.id != b.id]
    if not pairs:
        return None
    first, last = min(pairs, key=lambda pair: place_of[pair[1].id] - place_of[pair[0].id])
    children = asked.index.children
    inner = asked.index.programme.sessions[place_of[first.id] + 1 : place_of[last.id]]
    found = [s for s in inner if s.state is not SessionState.CANCELLED and s.id not in children] or [last]
    return Neighbour(
        relation="after", pairs=((asked.line(first), asked.lines(found)),), sources=sources_of([first, *found])
    )


_WHAT_BETWEEN = re.compile(
    r"(?:what|which items?) (?:is|are|comes?|happens|takes place|do we have)(?: there)? between (?:the )?(?P<one>.+?)"
    r" and (?:the )?(?P<two>.+?)\s*[?.!]*",
    re.DOTALL | re.IGNORECASE,
)
_IN_BETWEEN = re.compile(
    r"(?:o |khoang |khuc |doan )?(?:giua|between)(?: phan| muc)? (?P<one>.+?) (?:va|voi|den|and) (?:phan |muc )?"
    r"(?P<two>.+?)(?: (?:thi|se|con|la))*(?: co| lam| la| dien ra)? (?:nhung |cac |phan |muc |noi dung )*(?:gi|nao)"
    + _END,
    re.DOTALL,
)


def _in_order(asked: Asked, one: list[Session], two: list[Session]) -> Answer | None:
    if {each.id for each in one} & {each.id for each in two}:
        return None
    orders = {_order(asked, left, right) for left in one for right in two}
    if len(orders) != 1 or (found := orders.pop()) is None:
        return None  # a talk before the break and one after it: which is meant?
    first, second = (one[0], two[0]) if found <= 0 else (two[0], one[0])
    return _told(asked, first, second, together=found == 0)


def _items(asked: Asked, words: str) -> list[Session]:
    """The items that explain as much of the words as the best one does, in the agenda's order."""
    half = understand(words, asked.index)
    units = _spoken_of(asked, asked.specific(half.content) or half.content)  # "phần khen thưởng" is the award
    hits = [hit for hit in asked.index.search(units, Sort.SESSION) if hit.coverage >= SURE]
    best = max((hit.coverage for hit in hits), default=0.0)
    found = [hit.entry.ref for hit in hits if hit.coverage >= best and isinstance(hit.entry.ref, Session)]
    live = [each for each in found if each.state is not SessionState.CANCELLED]
    live = [each for each in live if half.key in letters_of(each.title)] or live  # called so, word by word
    if len(live) > 1:  # "lễ công bố" is no "tuyên bố": the plain words tell them apart
        said = {hit.entry.ref.id: hit.coverage for hit in _whole(asked, half) if isinstance(hit.entry.ref, Session)}
        most = max(said.get(each.id, 0.0) for each in live)
        live = [each for each in live if said.get(each.id, 0.0) >= most]
    return sorted(live, key=lambda session: asked.index.place_of[session.id])


def _whole(asked: Asked, half: Understanding) -> Sequence[Hit]:
    return asked.index.search(half.content, Sort.SESSION)


def _spoken_of(asked: Asked, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units that the paper speaks of, where they weigh more than the others: "chiếu phim phóng sự"."""
    known = tuple(unit for unit in units if unit.code.startswith("@") or asked.index.speaks(unit))
    enough = sum(unit.weight for unit in known) >= MOSTLY * sum(unit.weight for unit in units)
    return known if enough else units


MOSTLY = 0.6


def _order(asked: Asked, one: Session, two: Session) -> int | None:
    """-1 where the one comes first, 1 where the other does, 0 at the same time; None where the plan does not tell."""
    if (one.day is None) != (two.day is None):
        return None
    if one.day is not None and two.day is not None and one.day != two.day:
        return -1 if one.day < two.day else 1
    starts = asked.start_of(one), asked.start_of(two)
    if starts[0] is not None and starts[1] is not None and (starts[0] != starts[1] or (one.start and two.start)):
        return (starts[0] > starts[1]) - (starts[0] < starts[1])
    return -1 if asked.index.place_of[one.id] < asked.index.place_of[two.id] else 1


def _told(asked: Asked, first: Session, second: Session, *, together: bool) -> Order:
    return Order(
        first=asked.line(first),
        second=asked.line(second),
        together=together,
        sources=sources_of([first, second]),
    )
