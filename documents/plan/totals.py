"""How many people take part: the one total that the plan states."""

import re
from collections import Counter
from collections.abc import Iterator

from documents.plan.outline import Node
from documents.plan.sections import about, inside
from documents.plan.whens import sentences
from documents.plan.words import AGENDA, COUNT, PEOPLE, TIME, WORK, clean, split_outside
from domain.conference import Source
from domain.plan import Sourced
from domain.vietnamese import search_key, words

PEOPLE_NOUN = (
    r"(?:người|vị(?!\s+(?:trí|thế))|đại biểu|đồng chí|đ/c|khách|học viên|học sinh|sinh viên|thành viên|đảng viên"
    r"|đoàn viên|hội viên|trại sinh|vận động viên|thí sinh|cổ đông|cán bộ|công chức|viên chức|người lao động|giáo viên"
    r"|em(?!\w)|chị(?!\w)|nhân viên|(?:cộng tác|báo cáo|giảng|phóng|huấn luyện|tình nguyện|chuyên)\s?viên|chuyên gia"
    r"|participants|people|delegates|guests|persons)"
)
_TOTAL = re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s*(?:\w+\s+)?{PEOPLE_NOUN}", re.IGNORECASE)
_TOTAL_WORDS = re.compile(
    rf"(?:tổng số|tổng cộng|số lượng|quy mô|khoảng|dự kiến|about|total|expected)\s*(?:đại biểu|người"
    rf"|khách mời)?\s*:?\s*(?:khoảng\s*|dự kiến\s*|:\s*)*"
    rf"(?:(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})(?!\.?\d)\s*(?:{PEOPLE_NOUN}|$|[,;.()]))",
    re.IGNORECASE,
)
_EACH = re.compile(r"\bmỗi\s(?!\s*(?:lần|năm))[^,;:]*$", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:-|–|đến|to)\s*\d")
_MANY = rf"(?:(?:tổng số|khoảng|dự kiến|gần|trên|hơn)\s+)*\d[\d.]*\s+(?:\w+\s+)?{PEOPLE_NOUN}"
_LEADS_IN = (  # "Hội nghị gồm 85 đại biểu, trong đó …", "Đối tượng tham dự gồm 120 đại biểu, cụ thể như sau:"
    r"(?:(?:thành phần|đối tượng|đại biểu)(?: (?:(?:tham )?dự|tham gia|triệu tập))+"
    r"(?: (?:hội nghị|đại hội|hội thảo|lễ|lớp))?|hội nghị|đại hội|hội thảo)"
    rf"\s+(?:có|gồm|gồm có|bao gồm|triệu tập|là|dự kiến có)\s*:?\s+{_MANY}"
)
SUM_LINE = re.compile(
    rf"(?:=>|→|⇒)?\s*\(?\s*(?:expected number|tổng số|tổng cộng|tổng\s*(?:$|:|(?=\d))"
    r"|(?:khách|đại biểu)(?: mời)? dự kiến\s*:"
    rf"|số lượng|quy mô|quân số|{_LEADS_IN}"
    r"|ước (?:chừng|tính|khoảng)|dự kiến\s*:\s*(?=\d)"
    r"|(?:about|around|approximately|some)\s+\d+\s+(?:participants|delegates|people|guests)"
    rf"|\d[\d.]*\s+{PEOPLE_NOUN},?\s*trong đó\b|(?:bao )?gồm\s+(?:khoảng\s+)?\d[\d.]*\s+{PEOPLE_NOUN}\s*(?::|$)"
    rf"|(?:dự kiến|khoảng)(?:\s+(?:khoảng|có|tổng số))*"
    rf"\s*:?\s+\d[\d.]*(?:\s*[-–]\s*\d[\d.]*)?\s+(?:\w+\s+)?{PEOPLE_NOUN}\s*(?:\([^()]*\))?"
    r"(?:,?\s*(?:bao gồm|gồm|trong đó)|và khách mời|(?:tham dự|tham gia|dự|trực tiếp)\b[^;:]*)?\s*[).;:]*$"
    rf"|triệu tập\s+\d[\d.]*\s+{PEOPLE_NOUN}|cộng(?! tác| hòa| đồng| sự)\b|total)",
    re.IGNORECASE,
)
OPEN_SUM = re.compile(
    r"\d[\d.]*\s[^;:]{2,60}?,?\s*(?:trong đó|bao gồm|gồm|phân bổ|cụ thể)(?:\s+như sau)?", re.IGNORECASE
)
_COUNT_FIRST = re.compile(
    rf"(?:khoảng\s+)?\d[\d.]*\s+(?:tân\s+)?{PEOPLE_NOUN}(?:,?\s*trong đó\b.*|(?:\D|(?<=[A-Z])\d+)*)$", re.IGNORECASE
)


_CLOSING_SUM = re.compile(rf"[^;:]{{0,60}},\s*(?:tổng số|tổng cộng)\s*:?\s*\d[\d.]*\s*{PEOPLE_NOUN}", re.IGNORECASE)


SUM_BEHIND = re.compile(r"\s*\(((?:tổng số|tổng cộng|tổng)\s*:?\s*(?:khoảng\s+)?\d[^()]*)\)\s*[.;]?$", re.IGNORECASE)
"""Brackets at the end of a list that add it up."""


def is_sum(text: str) -> bool:
    """Whether the words only add people up: "Tổng số: 80 người", "mỗi lớp 70 học viên, tổng số 140 học viên"."""
    return SUM_LINE.match(text) is not None or _CLOSING_SUM.match(text) is not None


Stated = tuple[Sourced[int] | None, Sourced[str] | None]


def expected_of(root: Node, title: str = "") -> Stated:
    """The one total the plan states, and the words it stands in; of several activities that of the one in its title."""
    wanted = set(words(title))
    for node in about(root, COUNT):
        aside = inside(node, WORK) or inside(node, AGENDA) or _of_another(node, wanted)
        if not aside and (found := _under_count(node)):
            return found
    told = [node for node in about(root, PEOPLE) if not inside(node, WORK)]
    labels = Counter(search_key(node.label) for node in told if node.value)
    parted = Counter(id(node.parent) for node in told if _counted_in_label(node))
    for node in told:
        one_of_several = _of_another(node, wanted) or labels[search_key(node.label)] > 1
        one_of_several = one_of_several or (_counted_in_label(node) and parted[id(node.parent)] > 1)
        if not one_of_several and (found := _among_people(node)):
            return found
    return None, None


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
    if _TOTAL.search(told) and _number(told) is not None:  # "Hội nghị có quy mô cấp huyện, khoảng 400 đại biểu."
        return _told(_MANY_OF.sub("", told), node.children[0], 0.8)
    opened = [child for child in node.children if OPEN_SUM.fullmatch(f"{child.value.rstrip(' :')}")]
    if len(opened) == 1 and PEOPLE in node.about and _number(opened[0].value) is not None:
        return _told(re.split(r",?\s*(?:trong đó|(?:bao )?gồm|cụ thể)\b", clean(opened[0].value))[0], opened[0], 0.8)
    return None


_COUNTS = re.compile(rf"{_MANY}|(?:không quá|tối đa)\s+{_MANY}", re.IGNORECASE)
_CLOSING = re.compile(
    r"\(\s*((?:khoảng|tổng|dự kiến)[^()]*\d[^()]*)\)\s*[.;]?$"
    rf"|,\s*((?:dự kiến|khoảng|tổng số|tổng cộng)(?:\s+khoảng)?\s*:?\s+\d[\d.]*\s+(?:\w+\s+)?{PEOPLE_NOUN})\s*[.;]?$",
    re.IGNORECASE,
)


_MANY_OF = re.compile(rf"^.*?(?={_MANY})", re.IGNORECASE | re.DOTALL)
_COMES = re.compile(  # "Hội thảo có sự tham dự của khoảng 150 đại biểu", "will bring together about 70 participants"
    rf"(?:thu hút|quy tụ|sự (?:tham gia|tham dự|có mặt) của|bring together|gather|welcome|attract|expect(?:s|ed)?)\s+"
    rf"(?P<many>(?:(?:about|around|approximately|some|up to)\s+)?{_MANY})(?!\s*/)",
    re.IGNORECASE,
)


_IN_LABEL = re.compile(r"\(([^()]*\d[^()]*)\)")


def _counted_in_label(node: Node) -> bool:
    """ "KHÁCH MỜI (25 người)": the number of all only where no heading beside it counts others so."""
    found = _IN_LABEL.search(node.label)
    return found is not None and _number(found[1]) is not None


def _among_people(node: Node) -> Stated | None:
    """The total beside those who take part: behind their heading, in its brackets, or in a line that adds them up."""
    summed = SUM_LINE.match(node.value) or OPEN_SUM.fullmatch(clean(node.value))
    if node.value and summed:
        return _told(re.split(r",?\s*(?:trong đó|phân bổ|cụ thể)\b", clean(node.value))[0], node, 0.9)
    if _COUNT_FIRST.match(node.value) and ";" not in node.value:
        return _told(node.value, node, 0.8)
    bracketed = _IN_LABEL.search(node.label)
    if bracketed and _number(bracketed[1]) is not None:
        return _told(bracketed[1], node, 0.85)
    closing = _CLOSING.search(node.value)
    if closing and _number(closing[1] or closing[2]) is not None:
        return _told(closing[1] or closing[2], node, 0.8)
    for sentence, source in _last_sentences(node):
        number = _number(sentence)
        if number is not None:
            return Sourced(number, source, 0.85), Sourced(clean(_unwrapped(sentence)), source, 0.85)
    alone = node.children[0] if len(node.children) == 1 and not node.value else node
    comes = _COMES.search(alone.value or alone.text) if not alone.children else None
    if comes and _number(comes["many"]) is not None and not _EACH.search(comes.string[: comes.start("many")]):
        return _told(comes["many"], alone, 0.8)
    for child in node.walk():
        if is_sum(child.text) and (found := _stated(child, True)):
            return found
        if child.value and is_sum(child.label) and _number(child.label) is not None:
            return _told(re.sub(r"\s+(?:bao gồm|gồm)$", "", child.label), child, 0.85)
    return None


def _told(phrase: str, node: Node, confidence: float) -> Stated:
    number = _number(clean(phrase))
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
    text = node.value if node.value and COUNT in node.about else node.text
    if not labelled and not is_sum(text) and not re.match(r"(?:khoảng|dự kiến)\s+\d", text, re.IGNORECASE):
        return None
    phrase = re.sub(r",?\s*(?:trong đó|(?:bao )?gồm|cụ thể)$", "", clean(_unwrapped(clean(text))))
    if not re.search(r"\d", phrase):
        return None
    number = _number(phrase)
    return (Sourced(number, node.source, 0.9) if number is not None else None), Sourced(phrase, node.source, 0.9)


def _unwrapped(text: str) -> str:
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


_ADDED = re.compile(
    r"(?:tổng số|tổng cộng|tổng|cộng)\s*:?\s*(?:khoảng\s+|là\s+)?(?=\d)|=\s*(?=\d[^+]*$)", re.IGNORECASE
)
_OF_THEM = re.compile(
    r"[,:;]?\s*(?:trong đó|bao gồm|gồm|cụ thể|phân bổ|chia|of whom|of which|including)(?!\w)", re.IGNORECASE
)
_BRACKETS = re.compile(r"\([^()]*\)?")
_FOR_EACH = re.compile(
    r"\s*/\s*(?:lớp(?!.*\b(?:01|1|một) lớp)|(?!lớp)[^\W\d])|\s+mỗi\s", re.IGNORECASE
)  # "02 người/đơn vị"
_BARE = re.compile(r"(?:(?:khoảng|dự kiến|trên|gần|hơn|about)\s+)?(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:\s+[^\W\d_]+){0,3}$")


def _number(phrase: str) -> int | None:
    """The total in the words; a range names none, nor do several numbers that nothing adds up, nor "02 người/xã"."""
    phrase = re.split(r"=(?=.*\+)", phrase)[0]
    added = _ADDED.search(phrase)
    if added:
        return _first(phrase[added.end() :])
    behind = re.search(r"\d|$", phrase)
    among = _OF_THEM.search(phrase, behind.start() if behind else 0)
    outside = _BRACKETS.sub(" ", phrase[: among.start()] if among else phrase).rstrip()
    counts = [found for found in _TOTAL.finditer(outside) if not _FOR_EACH.match(outside, found.end())]
    if len(counts) > 1 or not (counts or re.search(r"\d", outside)):
        closing = re.search(r"\(([^()]*)\)?$", phrase)
        inner = [*_TOTAL.finditer(closing[1])] if closing else []
        return _first(closing[1]) if closing and len(inner) == 1 else None
    return _first(outside)


def _first(phrase: str) -> int | None:
    matches = (_TOTAL_WORDS.search(phrase), _TOTAL.search(phrase), _BARE.match(phrase.strip()))
    found = min((match for match in matches if match), key=lambda match: match.start(1), default=None)
    if found is None or _EACH.search(phrase[: found.start(1)]) or _RANGE.search(phrase[: found.end()]):
        return None
    if _FOR_EACH.match(phrase, found.end()):
        return None
    return int(found[1].replace(".", ""))
