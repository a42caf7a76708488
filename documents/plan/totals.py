"""How many people take part: the one total that the plan states.

It stands under a heading of its own ("Số lượng", "Quy mô"), beside those who take part, or in passing where the paper
says when and where. The number of a level, of a place, of one activity or of each body is a part, and none of all.
"""

import re
from collections import Counter
from collections.abc import Iterator

from documents.plan.counts import (
    ABOUT,
    AMOUNT,
    ANYBODY,
    IN_TOTAL,
    OPEN_SUM,
    PEOPLE_NOUN,
    SUM_BEHIND,
    SUM_LINE,
    for_each,
    in_figures,
    is_sum,
    number_in,
    tells_amount,
)
from documents.plan.outline import Node
from documents.plan.sections import about, inside, region
from documents.plan.whens import sentences
from documents.plan.words import AGENDA, CONTENT, COUNT, FORM, PEOPLE, PLACE, TIME, WORK, clean, split_outside
from domain.conference import Source
from domain.plan import Sourced
from domain.vietnamese import search_key, words

_COUNT_FIRST = re.compile(
    rf"{ABOUT}\d[\d.]*\s+(?:tân\s+)?{PEOPLE_NOUN}"
    rf"(?:,?\s*trong đó\b.*|(?:\D|(?<=[A-Z])\d+|(?<=của )\d+(?!\d|\s+{PEOPLE_NOUN}))*)$",
    re.IGNORECASE,
)
_ONLY_NUMBER = re.compile(rf"{ABOUT}\d[\d.]*\s*(?:in total\b.*)?", re.IGNORECASE)
_ALL_LED = re.compile(rf"{ABOUT}\d[\d.]*\s+{ANYBODY},?\s+(?:bao gồm|gồm|trong đó|là|from|including)\b", re.IGNORECASE)
"""One paragraph of all who come, their number first: "Khoảng 180 đại biểu, gồm …"."""
_WHOLE_BODY = re.compile(
    rf"(?:toàn thể|tất cả)\s+(?:\d[\d.]*\s+{PEOPLE_NOUN}|[^\d;:]{{3,80}}\(\s*\d[\d.]*\s+{PEOPLE_NOUN}\s*\)$)[^\d;:]*",
    re.IGNORECASE,
)


_LEADS_IN = re.compile(
    r"^(?:(?:mời|triệu tập|huy động)\s+|(?:đại biểu|khách|thành phần) (?:dự|tham dự|tham gia)[^:;\d]{0,40}:\s*)",
    re.IGNORECASE,
)
"""What stands before the number where one line tells all who come: "Đại biểu dự họp mặt: 85 đồng chí …"."""


Stated = tuple[Sourced[int] | None, Sourced[str] | None]


def expected_of(root: Node, title: str = "") -> Stated:
    """The one total the plan states, and the words it stands in; of several activities that of the one in its title."""
    wanted = set(words(title))
    counting = (n for n in about(root, COUNT) if not (inside(n, WORK) or inside(n, AGENDA) or _of_another(n, wanted)))
    counted = [(node, found) for node in counting if (found := _under_count(node))]
    if counted:
        return (None, counted[0][1][1]) if _are_parts(counted) else counted[0][1]
    told = [node for node in about(root, PEOPLE) if not inside(node, WORK)]
    labels = Counter(search_key(node.label) for node in told if node.value)
    parted = Counter(id(node.parent) for node in told if _counted_in_label(node))
    for node in told:
        one_of_several = _of_another(node, wanted) or labels[search_key(node.label)] > 1
        one_of_several = one_of_several or (_counted_in_label(node) and parted[id(node.parent)] > 1)
        if not one_of_several and (found := _among_people(node)):
            return found
    return _in_passing(root)


_OF_ALL = re.compile(r"tổng|total", re.IGNORECASE)


def _are_parts(counted: list[tuple[Node, Stated]]) -> bool:
    """Several numbers side by side, of kinds of people or of activities with times of their own, and none of all."""
    nodes = [node for node, (number, _) in counted if number]
    if len({number.value for _, (number, _) in counted if number}) < 2 or any(_OF_ALL.match(n.label) for n in nodes):
        return False
    parents = [node.parent for node in nodes if node.parent]
    beside = len({id(parent) for parent in parents}) == 1 and all(len(node.label.split()) > 2 for node in nodes)
    return beside or (len(parents) == len(nodes) and all(_is_timed(parent) for parent in parents))


_PASSING = re.compile(
    r"(?:quy mô(?: khoảng)?|số lượng|sự (?:tham dự|tham gia|có mặt) của|(?:với|có)(?= .*\bdự\b)"
    r"|attended by|limited to|expects?)"
    rf"\s+(?P<many>{ABOUT}\d[\d.]*\s+{ANYBODY})(?!\s*/)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"tổ chức|diễn ra|hội nghị|hội thảo|đại hội|workshop|conference|seminar|meeting|forum|expect", re.IGNORECASE
)
_OF_BEFORE = re.compile(r"\bđã\b|năm qua|mỗi\b|hằng năm|\bhas\b|\bhave\b|\bwas\b", re.IGNORECASE)


def _in_passing(root: Node) -> Stated:
    """The number in the sentence that says what is held, when or where: "… tại Hội trường, quy mô 250 đại biểu"."""
    near = (node for node in root.walk() if region(node) <= _NEAR and tells_amount(node.text))
    told = [
        (found["many"], node)
        for node in near
        for sentence in sentences(node.text)
        if (found := _PASSING.search(sentence)) and _HELD.search(sentence) and not _OF_BEFORE.search(sentence)
    ]
    return _told(*told[0], 0.75) if len({number_in(many) for many, _ in told}) == 1 else (None, None)


_NEAR = frozenset({TIME, PLACE, FORM, CONTENT})


def _of_another(node: Node, wanted: set[str]) -> bool:
    """Whether it counts for one activity while the title names another: "2. Gặp mặt: …; Số lượng: 120 người"."""
    parent = node.parent
    if parent is None or parent.parent is None or parent.about or not _is_timed(parent):
        return False
    others = [other for other in parent.parent.children[:_MOST_ACTIVITIES] if other is not parent and _is_timed(other)]
    return _named_in(wanted, parent) < _HARDLY and any(_named_in(wanted, other) > _PLAINLY for other in others)


_MOST_ACTIVITIES = 60
_HARDLY, _PLAINLY = 0.4, 0.6  # share of an activity's words that the title says


def _is_timed(node: Node) -> bool:
    return any(TIME in child.about for child in node.children[:_MOST_ACTIVITIES])


def _named_in(wanted: set[str], activity: Node) -> float:
    own = set(words(activity.text))
    return len(own & wanted) / max(len(own), 1)


def _under_count(node: Node) -> Stated | None:
    """The total under a heading of its own ("Số lượng", "Quy mô")."""
    alone = [child for child in node.children if child.kind != "row" and _COUNTS.match(child.text)]
    for candidate in (node, *node.walk()):
        labelled = candidate is node or (not node.value and alone == [candidate])
        if found := _stated(candidate, labelled):
            return found
    told = node.children[0].text if len(node.children) == 1 and node.about == {COUNT} and not node.value else ""
    if tells_amount(told) and number_in(told) is not None:  # "Hội nghị có quy mô cấp huyện, khoảng 400 đại biểu."
        return _told(_MANY_OF.sub("", told), node.children[0], 0.8)
    opened = [child for child in node.children if OPEN_SUM.fullmatch(f"{child.value.rstrip(' :')}")]
    if len(opened) == 1 and PEOPLE in node.about and number_in(opened[0].value) is not None:
        return _told(re.split(r",?\s*(?:trong đó|(?:bao )?gồm|cụ thể)\b", clean(opened[0].value))[0], opened[0], 0.8)
    return None


_COUNTS = re.compile(rf"{AMOUNT}|(?:không quá|tối đa)\s+{AMOUNT}", re.IGNORECASE)
_CLOSING = re.compile(
    r"\(\s*((?:khoảng|tổng|dự kiến)[^()]*\d[^()]*)\)\s*[.;]?$"
    rf"|[,:]\s*((?:dự kiến|khoảng|tổng số|tổng cộng|tổng)(?:\s+khoảng)?\s*:?\s+\d[\d.]*\s+(?:\w+\s+)?"
    rf"{PEOPLE_NOUN})\s*[.;]?$",
    re.IGNORECASE,
)


_MANY_OF = re.compile(rf"^.*?(?={AMOUNT})", re.IGNORECASE | re.DOTALL)
_COMES = re.compile(  # "Hội thảo có sự tham dự của khoảng 150 đại biểu", "will bring together about 70 participants"
    rf"(?:thu hút|quy tụ|sự (?:tham gia|tham dự|có mặt) của|bring together|gather|welcom(?:e|ing)|attract"
    rf"|expect(?:s|ed|ing)?)\s+"
    rf"(?P<many>(?:(?:about|around|approximately|some|up to)\s+)?{AMOUNT})(?!\s*/)",
    re.IGNORECASE,
)


def _beside_counted(node: Node) -> bool:
    """ "Khách mời: 15 người" beside "Hội viên: 60 người" is one of two parts."""
    beside = [*(node.parent.children[:_MOST_ACTIVITIES] if node.parent else []), *node.children[:1]]
    return any(line is not node and not line.about and _COUNT_FIRST.fullmatch(line.value) for line in beside)


_IN_LABEL = re.compile(r"\(([^()]*\d[^()]*)\)")


def _counted_in_label(node: Node) -> bool:
    """ "KHÁCH MỜI (25 người)": the number of all only where no heading beside it counts others so."""
    found = _IN_LABEL.search(node.label)
    return found is not None and number_in(found[1]) is not None


def _among_people(node: Node) -> Stated | None:
    """The total beside those who take part: behind their heading, in its brackets, or in a line that adds them up."""
    summed = SUM_LINE.match(node.value) or OPEN_SUM.fullmatch(clean(node.value))
    if node.value and summed:
        return _told(re.split(r",?\s*(?:trong đó|phân bổ|cụ thể)\b", clean(node.value))[0], node, 0.9)
    told = in_figures(node.value)
    first = _COUNT_FIRST.match(told) or _ONLY_NUMBER.fullmatch(told)
    if first and ";" not in node.value and not _beside_counted(node):
        return _told(node.value, node, 0.8)
    bracketed = _IN_LABEL.search(node.label)
    if bracketed and number_in(bracketed[1]) is not None:
        return _told(bracketed[1], node, 0.85)
    if IN_TOTAL.search(node.value):
        return _told(node.value, node, 0.85)
    closing = _CLOSING.search(node.value)
    if closing and number_in(closing[1] or closing[2]) is not None:
        return _told(closing[1] or closing[2], node, 0.8)
    for sentence, source in _last_sentences(node):
        number = number_in(sentence)
        if number is not None:
            return Sourced(number, source, 0.85), Sourced(clean(_unwrapped(sentence)), source, 0.85)
    alone = node.children[0] if len(node.children) == 1 and not node.value else node
    if not alone.children and _COUNT_FIRST.match(many := _LEADS_IN.sub("", in_figures(clean(alone.text)))):
        return _told(many, alone, 0.8)
    if not alone.children and (led := _ALL_LED.match(alone.text) or _WHOLE_BODY.fullmatch(clean(alone.text))):
        return _told(led.group(), alone, 0.8)
    closing = _CLOSING.search(alone.text) if alone is not node and alone.value else None
    if closing and not alone.children and number_in(closing[1] or closing[2]) is not None:
        return _told(closing[1] or closing[2], alone, 0.8)
    comes = _COMES.search(alone.value or alone.text) if not alone.children else None
    if comes and number_in(comes["many"]) is not None and not for_each(comes.string[: comes.start("many")]):
        return _told(comes["many"], alone, 0.8)
    for child in node.walk():
        if is_sum(child.text) and not _sums_part(child) and (found := _stated(child, True)):
            return found
        if child.value and is_sum(child.label) and number_in(child.label) is not None:
            return _told(re.sub(r",?\s+(?:thành phần\s+)?(?:bao gồm|gồm)$", "", child.label), child, 0.85)
    return None


def _sums_part(node: Node) -> bool:
    """Whether a row sums up a table behind the plan, which gives its numbers to some of those who come."""
    at: Node | None = node if node.kind == "row" else None
    while at is not None and at.kind != "appendix":
        at = at.parent
    return at is not None


def _told(phrase: str, node: Node, confidence: float) -> Stated:
    number = number_in(clean(phrase))
    stated = Sourced(number, node.source, confidence) if number is not None else None
    return stated, Sourced(clean(phrase), node.source, confidence)


def _last_sentences(node: Node) -> Iterator[tuple[str, Source]]:
    """Sentences and clauses behind the people of a paragraph that add them up."""
    for each in (node, *node.walk()):
        parts = [part for sentence in sentences(each.text) for part in split_outside(sentence)]
        behind = parts[1:] if each is node or len(parts) < 2 else parts
        yield from ((part, each.source) for part in behind if is_sum(part))
        closing = SUM_BEHIND.search(each.text)
        if closing and not each.value:
            yield closing[1], each.source


def _stated(node: Node, labelled: bool) -> Stated | None:
    text = node.value if node.value and COUNT in node.about else _sum_of_row(node) or node.text
    if not labelled and not is_sum(text) and not re.match(r"(?:khoảng|dự kiến)\s+\d", text, re.IGNORECASE):
        return None
    phrase = re.sub(r",?\s*(?:trong đó|(?:bao )?gồm|cụ thể)$", "", clean(_unwrapped(clean(text))))
    if not re.search(r"\d", in_figures(phrase)):
        return None
    number = number_in(phrase)
    return (Sourced(number, node.source, 0.9) if number is not None else None), Sourced(phrase, node.source, 0.9)


def _sum_of_row(node: Node) -> str:
    """The first cell of a row and its last: behind those of men and of women stands the number of all."""
    cells = [cell for cell in node.para.cells if cell.strip()]
    return f"{cells[0]} {cells[-1]}" if len(cells) > 2 and is_sum(cells[0]) else ""


def _unwrapped(text: str) -> str:
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text
