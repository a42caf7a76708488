"""Practical statements of the plan by topic: dress, meals, lodging, transport and the like, in its own words."""

import re
from collections.abc import Iterator
from itertools import pairwise

from documents.plan.headings import topics_of, with_heading
from documents.plan.outline import Node
from documents.plan.places import part_places
from documents.plan.sections import opening, region
from documents.plan.topics import NOTE, topics_in
from documents.plan.whens import sentences
from documents.plan.words import (
    AGENDA,
    CHAIR,
    CONTENT,
    COUNT,
    HOST,
    MILESTONES,
    PEOPLE,
    PLACE,
    PURPOSE,
    REQUIREMENT,
    TIME,
    WORK,
    clean,
    split_outside,
)
from domain.conference import BASIS, REQUIRED, Fact, Source
from domain.nested import texts_in
from domain.plan import PlanDraft
from domain.vietnamese import CAPITALS, search_key, words

_NO_FACTS = frozenset({AGENDA, CONTENT, PURPOSE, PEOPLE})
_TOLD_BY_FIELDS = frozenset({WORK, TIME, PLACE, CHAIR, HOST})
"""Sections whose lines are read into fields of their own."""

_STAYS = re.compile(r"nghỉ|lưu trú|ở xa|accommodation", re.IGNORECASE)  # in a hotel, rather than meeting in it
_SHORTEST = 5  # words
_FORMULA = re.compile(
    r"^Trên đây là|^\(?Kèm theo|^Theo Phụ lục|(?:ban hành|xây dựng|lập) kế hoạch|như sau\s*:?$", re.IGNORECASE
)
_LEGAL = re.compile(r"^(?:Căn cứ|Thực hiện (?:Kế hoạch|Văn bản|Hướng dẫn|Công văn|Luật))")


def facts_of(root: Node) -> tuple[Fact, ...]:
    """Each statement once a topic; programme lines and purposes are none."""
    found: dict[tuple[str, str], Fact] = {}
    for text, node in _statements(root):
        where, source, topics = region(node), node.source, topics_of(text, node)
        text = with_heading(text, node)
        dated = MILESTONES in where and any(map(str.isdigit, text))  # "Nộp tóm tắt: 28/02/2026" is short
        if not topics and not where & _TOLD_BY_FIELDS and (dated or _is_statement(text)):
            topics = [REQUIRED if REQUIREMENT in where else NOTE]
        for topic in topics:
            if not (topic == "lodging" and PLACE in where and not _STAYS.search(text)):
                found.setdefault((topic, text), Fact(topic=topic, text=text, source=source))
    for text, source in _obligations(root):
        for topic in topics_in(text) or [NOTE]:
            found.setdefault((topic, text), Fact(topic=topic, text=text, source=source))
    for text, source in _grounds(root):
        found.setdefault((BASIS, text), Fact(topic=BASIS, text=text, source=source))
    told = {text for _, text in found}
    for text, source in part_places(root):
        if clean(text) not in told:
            found[NOTE, clean(text)] = Fact(topic=NOTE, text=clean(text), source=source)
    return tuple(found.values())


def _grounds(root: Node) -> Iterator[tuple[str, Source]]:
    """The papers that this one rests on, without the clause that says who issues it."""
    for node in opening(root):
        for text in map(clean, split_outside(_ISSUED.sub("", node.text))):
            if _RESTS_ON.match(text) and _PAPER_NUMBER.search(text):
                yield text, node.source


_ISSUED = re.compile(
    rf"[,;]\s+(?=[{CAPITALS}])[^,;]{{3,120}}?\s(?:ban hành|xây dựng|lập|tổ chức|thông báo)\b.*$", re.DOTALL
)
_RESTS_ON = re.compile(r"(?:Căn cứ|Thực hiện|Thi hành|Theo|Trên cơ sở|Triển khai|Được sự|Xét)\b", re.IGNORECASE)
_PAPER_NUMBER = re.compile(r"\d+[-/][^\W\d]|\bsố \d|\bLuật\b")


def _obligations(root: Node) -> Iterator[tuple[str, Source]]:
    """What is asked of everybody among the aims: "đảng viên vắng mặt phải học bổ sung", "không in tài liệu giấy"."""
    for node in root.walk():
        if PURPOSE in region(node) and not node.children:
            for sentence in sentences(node.text):
                texts = (clean(part) for part in split_outside(sentence))
                yield from ((text, node.source) for text in texts if _OBLIGES.search(text) and _is_statement(text))


_OBLIGES = re.compile(
    r"\bphải (?:học|mang|nộp|có mặt|đăng ký|viết|đeo|mặc|báo)|\bmang theo\b|\bbắt buộc\b|\bvắng (?:mặt|quá)\b"
    r"|\bkhông (?:nhận|in|mang|sử dụng|hút|quay|thu)\b|\b(?:được cấp|cấp) (?:giấy|chứng)",
    re.IGNORECASE,
)


def rest_of(root: Node, draft: PlanDraft) -> tuple[Fact, ...]:
    """What the paper states and no field has taken: remarks under a table, what everybody is asked to bring, …"""
    told = {*texts_in(draft, without=Source)}
    known = {row for text in told for row in _rows(text)}
    said = f" {' | '.join(map(search_key, told))} "
    listed = {fact.source for fact in draft.facts}
    found: dict[str, Fact] = {}
    for node in root.walk():
        heading = bool(node.children) and not node.value and not node.text.endswith(".")
        item = node.kind == "row" and AGENDA in region(node) and node.text[:1].isdigit()
        if (line := _labelled(node, said)) is not None:
            found.setdefault(line, Fact(topic=NOTE, text=line, source=node.source))
        if heading and _tells_besides(node):
            found.setdefault(clean(node.text), Fact(topic=NOTE, text=clean(node.text), source=node.source))
        for text in (*_counted_first(node), *_shared_out(node)):
            if text not in told:
                found.setdefault(text, Fact(topic=NOTE, text=text, source=node.source))
        if heading or item or _LEGAL.match(node.text) or PURPOSE in region(node) or node.text.isupper():
            continue
        if node.kind == "row" and node.source in listed:
            continue
        for at, sentence in enumerate(sentences(node.text)):
            for text in map(clean, _parts(sentence)):
                if text in told or len(text) >= _LONGEST:
                    continue
                if (_is_statement(text) and _mostly_new(text, known)) or _counts_level(node, text, behind=at > 0):
                    found.setdefault(text, Fact(topic=NOTE, text=text, source=node.source))
    return tuple(found.values())


def _labelled(node: Node, said: str) -> str | None:
    """A line too short for a statement, whose own label tells what it is: "Sức chứa: 300 chỗ"."""
    named = 0 < len(node.label.split()) <= _LONGEST_LABEL and not node.about and not region(node) & _OTHERWISE_READ
    if not named or node.children or node.kind in ("row", "close") or not 0 < len(node.value.split()) < _SHORTEST:
        return None
    told = all(f" {search_key(part)} " in said for part in sentences(node.value))
    return None if told else clean(node.text)


_OTHERWISE_READ = frozenset({AGENDA, PURPOSE, WORK})
_LONGEST_LABEL = 6  # words


def _tells_besides(node: Node) -> bool:
    """Whether a heading says more in brackets: who leads what stands under it, by which hour one is to be gone."""
    if _NAMES_LEADER.search(node.text):
        return True
    stated = not region(node) & {AGENDA, PURPOSE, WORK, PEOPLE, COUNT} and _NUMBERED_BRACKET.search(clean(node.text))
    return bool(stated) or (AGENDA not in region(node) and _TIMED_BRACKET.search(clean(node.text)) is not None)


_NAMES_LEADER = re.compile(
    rf"\([^()]*[{CAPITALS}][^()]*\b(?:chủ trì|chủ tọa|chủ toạ|hướng dẫn|điều hành|điều phối|phụ trách|dẫn chương trình"
    r"|làm trưởng [^()]*|chairs?|chaired|moderat\w+)\s*\)",
    re.IGNORECASE,
)
"""A heading that tells who leads the part under it: "Phần thứ hai - Hội nghị (bà … chủ trì)"."""
_TIMED_BRACKET = re.compile(r"\((?=[^()]*\d ?(?:h|g|giờ|:)\d*)[^\W\d]+ [^\W\d]+ [^()]*\)$", re.IGNORECASE)
"""What a heading tells besides: "Nơi nghỉ (trả phòng trước 12h00)"."""
_NUMBERED_BRACKET = re.compile(r"\((?![^()]*\bkèm theo\b)(?=[^()]*\d)(?:[^\s()]+ ){3,}[^()]*\)$", re.IGNORECASE)
"""The same with any number: "Khu lều trại (mỗi đội một lều 10 m2)"."""


def _counted_first(node: Node) -> Iterator[str]:
    """How many a level has, where those follow in the same line: "Đại biểu mời: 25 đại biểu, gồm: …"."""
    counted = _COUNTED.match(node.text) if PEOPLE in region(node) else None
    if counted is not None and _GOES_ON.match(node.text, counted.end()):
        yield clean(counted[0])


_GOES_ON = re.compile(r",?\s*(?:gồm|bao gồm|trong đó)\b", re.IGNORECASE)


def _shared_out(node: Node) -> Iterator[str]:
    """Numbers of a list that stand several in a line: "Huyện Hạ: 28    Huyện Thượng: 36", each with the list's name."""
    shares = _SHARE.findall(node.text)
    if not shares or node.parent is None or not _SHARES.fullmatch(node.text.strip()):
        return
    if any(len(_SHARE.findall(line.text)) > 1 for line in node.parent.children):
        name = clean(node.parent.text) if node.parent.text.isupper() else ""
        yield from (f"{name.capitalize()} – {who}: {number}" if name else f"{who}: {number}" for who, number in shares)


_SHARE = re.compile(rf"([{CAPITALS}][^:;,.\d]{{2,40}}):\s*(\d{{1,4}})\b")
_SHARES = re.compile(rf"(?:[{CAPITALS}][^:;,.\d]{{2,40}}:\s*\d{{1,4}}\s*[;,]?\s*)+\.?")


def _counts_level(node: Node, text: str, *, behind: bool) -> bool:
    """Whether a line over a level, or a sentence behind others, says how many they are: "Đại biểu mời: 70 đại biểu"."""
    return (behind or (bool(node.children) and PEOPLE in region(node))) and _COUNTED.fullmatch(text) is not None


_COUNTED = re.compile(
    r"(?!(?:tổng|số lượng|quy mô|dự kiến|thành phần)\b)[^:]{3,80}:\s*(?:(?:khoảng|dự kiến|gồm|có)\s+)*\d[\d.]*\s+"
    r"(?:đại biểu|người|đồng chí|đ/c|học viên|khách|vị)",
    re.IGNORECASE,
)
_LONGEST = 400
_NEW = 0.4
"""Share of its rows of words that a statement must have for itself to be none that is told already."""


def _rows(text: str) -> list[tuple[str, ...]]:
    """Each two words in a row and each three, numbers and hours apart: they stand elsewhere as values."""
    told = [word for word in words(text) if word.isalpha() and word != "gio"]
    return [*pairwise(told), *zip(told, told[1:], told[2:], strict=False)]


_DENIES = re.compile(r"(?:không|chưa|cấm|miễn)\b", re.IGNORECASE)
"""What is not done is worth a note even of things that are told elsewhere."""


def _mostly_new(text: str, known: set[tuple[str, ...]]) -> bool:
    label, _, value = text.partition(":")
    rows = _rows(value if value.strip() and len(label.split()) <= _SHORTEST else text)
    if _DENIES.match(text):
        return len(rows) > 1 and not known.issuperset(rows[:2])
    return len(rows) > 1 and sum(row not in known for row in rows) > _NEW * len(rows)


def _is_statement(text: str) -> bool:
    """Whether a text says something by itself: more than a heading, and no formula that opens or closes a plan."""
    return len(text.split()) >= _SHORTEST and not _FORMULA.search(text)


def _statements(root: Node) -> Iterator[tuple[str, Node]]:
    for node in root.walk():
        heading = bool(node.children) and not node.value and not node.text.endswith(".")
        if heading or node.kind == "row" or _LEGAL.match(node.text) or _told_elsewhere(node):
            continue
        for sentence in sentences(node.text):
            yield from ((clean(part), node) for part in _parts(sentence) if len(part) < _LONGEST)


_ALWAYS_TOLD = re.compile(r"trang phục|^(?:giờ|thời gian) (?:học|giảng|làm việc)[^:;]{0,20}:")


def _told_elsewhere(node: Node) -> bool:
    """Whether the section is read into other fields; dress, and what a label of its own says in "Nội dung", are not."""
    where = region(node) & _NO_FACTS
    if not where or _ALWAYS_TOLD.search(node.text.lower()):
        return False
    labelled = where == {CONTENT} and bool(node.value) and len(node.label.split()) <= _SHORTEST
    return not (labelled and topics_in(node.text))


def _parts(sentence: str) -> tuple[str, ...]:
    """A labelled statement stays whole ("Trang phục: nam …; nữ …"), others are told apart at semicolons.

    A few words behind a semicolon that say nothing by themselves belong to the statement before them.
    """
    if re.match(r"[^:;]{2,30}:|[^:;()]{2,30} \([^:;()]{2,50}\):", sentence):
        return (sentence,)
    joined: list[str] = []
    for part in split_outside(sentence):
        if joined and len(part.split()) < _SHORTEST and {*topics_in(part)} <= {*topics_in(joined[-1])}:
            joined[-1] = f"{joined[-1]}; {part}"
        else:
            joined.append(part)
    return tuple(joined)
