"""How many people take part: the one total that the plan states."""

import re
from collections.abc import Iterator

from documents.plan.outline import Node
from documents.plan.sections import about, inside
from documents.plan.whens import sentences
from documents.plan.words import AGENDA, COUNT, PEOPLE, WORK, clean, split_outside
from domain.conference import Source
from domain.plan import Sourced

PEOPLE_NOUN = (
    r"(?:người|vị(?!\s+(?:trí|thế))|đại biểu|đồng chí|đ/c|khách|học viên|học sinh|sinh viên|thành viên|đảng viên"
    r"|đoàn viên|hội viên|trại sinh|vận động viên|thí sinh|cổ đông|cán bộ|công chức|viên chức|người lao động|giáo viên"
    r"|participants|people|delegates|guests|persons)"
)
_TOTAL = re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s*(?:\w+\s+)?{PEOPLE_NOUN}", re.IGNORECASE)
_TOTAL_WORDS = re.compile(
    rf"(?:tổng số|tổng cộng|số lượng|quy mô|khoảng|dự kiến|about|total|expected)\s*(?:đại biểu|người"
    rf"|khách mời)?\s*:?\s*(?:khoảng\s*|dự kiến\s*|:\s*)*"
    rf"(?:(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s*(?:{PEOPLE_NOUN}|$|[,;.)]))",
    re.IGNORECASE,
)
_EACH = re.compile(r"\bmỗi\s(?!\s*(?:lần|năm))[^,;:]*$", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:-|–|đến|to)\s*\d")
SUM_LINE = re.compile(
    r"\(?\s*(?:expected number|tổng số|tổng cộng|tổng\s*:|số lượng|quy mô|quân số"
    r"|ước (?:chừng|tính|khoảng)|dự kiến\s*:\s*(?=\d)"
    r"|(?:about|around|approximately|some)\s+\d+\s+(?:participants|delegates|people|guests)"
    rf"|(?:dự kiến|khoảng)\s*:?\s+\d[\d.]*\s+(?:\w+\s+)?{PEOPLE_NOUN}\s*"
    r"(?:,?\s*(?:bao gồm|gồm|trong đó)|và khách mời|(?:tham dự|tham gia|dự|trực tiếp)\b[^;:]*)?\s*[).;:]*$"
    rf"|triệu tập\s+\d[\d.]*\s+{PEOPLE_NOUN}|cộng(?! tác| hòa| đồng| sự)\b|total)",
    re.IGNORECASE,
)
OPEN_SUM = re.compile(
    r"\d[\d.]*\s[^;:]{2,60}?,?\s*(?:trong đó|bao gồm|gồm|phân bổ|cụ thể)(?:\s+như sau)?", re.IGNORECASE
)
_COUNT_FIRST = re.compile(rf"(?:khoảng\s+)?\d[\d.]*\s+{PEOPLE_NOUN}[^\d]*$", re.IGNORECASE)
_CALLED = re.compile(r"triệu tập\s", re.IGNORECASE)


_CLOSING_SUM = re.compile(rf"[^;:]{{0,60}},\s*(?:tổng số|tổng cộng)\s*:?\s*\d[\d.]*\s*{PEOPLE_NOUN}", re.IGNORECASE)


def is_sum(text: str) -> bool:
    """Whether the words only add people up: "Tổng số: 80 người", "mỗi lớp 70 học viên, tổng số 140 học viên"."""
    return SUM_LINE.match(text) is not None or _CLOSING_SUM.match(text) is not None


def expected_of(root: Node) -> tuple[Sourced[int] | None, Sourced[str] | None]:
    """The one total the plan states, and the words it stands in."""
    for node in about(root, COUNT):
        if inside(node, WORK) or inside(node, AGENDA):
            continue
        for candidate in (node, *node.walk()):
            found = _stated(candidate, candidate is node)
            if found is not None:
                return found
        opened = [child for child in node.children if OPEN_SUM.fullmatch(f"{child.value.rstrip(' :')}")]
        if len(opened) == 1 and PEOPLE in node.about and _number(opened[0].value) is not None:
            phrase = clean(re.split(r",?\s*(?:trong đó|(?:bao )?gồm|cụ thể)\b", clean(opened[0].value))[0])
            return Sourced(_number(phrase) or 0, opened[0].source, 0.8), Sourced(phrase, opened[0].source, 0.8)
    for node in about(root, PEOPLE):
        summed = SUM_LINE.match(node.value) or OPEN_SUM.fullmatch(clean(node.value))
        if node.value and summed and not inside(node, WORK):
            phrase = clean(re.split(r",?\s*(?:trong đó|phân bổ|cụ thể)\b", clean(node.value))[0])
            number = _number(phrase)
            return (Sourced(number, node.source, 0.9) if number else None), Sourced(phrase, node.source, 0.9)
        if _COUNT_FIRST.match(node.value) and ";" not in node.value and not inside(node, WORK):
            number = _number(node.value)
            return (Sourced(number, node.source, 0.8) if number else None), Sourced(clean(node.value), node.source, 0.8)
        bracketed = re.search(r"\(([^()]*\d[^()]*)\)", node.label)
        if bracketed and not inside(node, WORK):
            number = _number(bracketed[1])
            if number is not None:
                return Sourced(number, node.source, 0.85), Sourced(bracketed[1], node.source, 0.85)
        closing = re.search(r"\(\s*((?:khoảng|tổng|dự kiến)[^()]*\d[^()]*)\)\s*[.;]?$", node.value, re.IGNORECASE)
        if closing and not inside(node, WORK) and _number(closing[1]) is not None:
            number = _number(closing[1]) or 0
            return Sourced(number, node.source, 0.8), Sourced(closing[1], node.source, 0.8)
        for sentence, source in _last_sentences(node):
            number = _number(sentence)
            if number is not None and not inside(node, WORK):
                return Sourced(number, source, 0.85), Sourced(clean(sentence).strip("()"), source, 0.85)
        for child in node.walk():
            if is_sum(child.text) and not inside(node, WORK):
                found = _stated(child, True)
                if found is not None:
                    return found
    return None, None


def _last_sentences(node: Node) -> Iterator[tuple[str, Source]]:
    """Sentences and clauses behind the people of a paragraph that add them up."""
    for each in (node, *node.walk()):
        parts = [part for sentence in sentences(each.text) for part in split_outside(sentence)]
        behind = parts[1:] if each is node or len(parts) < 2 else parts
        yield from ((part, each.source) for part in behind if is_sum(part))


def _stated(node: Node, labelled: bool) -> tuple[Sourced[int] | None, Sourced[str] | None] | None:
    text = node.value if node.value and COUNT in node.about else node.text
    if not labelled and not is_sum(text) and not re.match(r"(?:khoảng|dự kiến)\s+\d", text, re.IGNORECASE):
        return None
    phrase = re.sub(r",?\s*(?:trong đó|(?:bao )?gồm|cụ thể)$", "", clean(text).strip("()"))
    if not re.search(r"\d", phrase):
        return None
    number = _number(phrase)
    return (Sourced(number, node.source, 0.9) if number is not None else None), Sourced(phrase, node.source, 0.9)


def _number(phrase: str) -> int | None:
    """The total in the words; a range names none."""
    added = re.search(r"(?:tổng số|tổng cộng)\s*:?\s*\d", phrase, re.IGNORECASE)
    phrase = phrase[added.start() :] if added else phrase
    matches = (
        _TOTAL_WORDS.search(phrase),
        _TOTAL.search(phrase),
        re.match(
            r"(?:(?:khoảng|dự kiến|trên|gần|hơn|about)\s+)?(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:\s+[^\W\d_]+){0,3}$", phrase
        ),
    )
    found = min((match for match in matches if match), key=lambda match: match.start(1), default=None)
    if found is None or _EACH.search(phrase[: found.start(1)]) or _RANGE.search(phrase[: found.end()]):
        return None
    if _CALLED.match(phrase) and len(re.findall(r"(?<!\d)\d", phrase)) > 1:
        return None  # "Triệu tập 120 đại biểu, mời 40 khách": no total is stated
    return int(found[1].replace(".", ""))
