"""Whom to ask: the person or office with a telephone number, else whoever is named for difficulties."""

import re
from collections.abc import Iterator
from itertools import takewhile

from documents.plan.list_blocks import lines_of_blocks
from documents.plan.outline import Node
from documents.plan.sections import about, inside, region
from documents.plan.whens import sentences
from documents.plan.words import CONTACT, WORK, clean
from domain.clocks import any_digit
from domain.conference import Source
from domain.particulars import without_birth
from domain.plan import Sourced
from domain.vietnamese import CAPITALS

_PHONE = re.compile(
    r"\b(?:điện thoại|đt|sđt|số điện thoại|số máy|máy lẻ|di động|tel|phone|hotline|zalo)\b\s*[:.]?", re.IGNORECASE
)
_MAIL = r"(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{1,60}"
_NUMBER = re.compile(rf"(?<![\d/])(?:\+84|\(?0|1[89]00)[\d.\s()-]{{6,}}\d|{_MAIL}")
_EXTENSION = re.compile(r"máy lẻ\s*:?\s*\d{2,4}|\bext\.?\s*\d{2,4}|số nội bộ\s*:?\s*\d{2,4}", re.IGNORECASE)
_ADDRESS = re.compile(_MAIL)
_CONTACT = re.compile(
    r"(?:đầu mối(?: liên hệ| tiếp nhận| phối hợp)?|liên hệ(?!,)|thông tin liên hệ|trao đổi thông tin|phụ trách chung"
    r"|contact|(?:trao đổi|đăng ký) với|(?:phản ánh|góp ý|báo cáo khó khăn) về|gọi(?: cho)?(?= )|điện(?= (?:cho|trực))"
    r"|hỗ trợ(?=:))\s*:?\s*(?:(?:với|cho)\s+)?",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"thông tin|vướng mắc|thắc mắc|khó khăn|chưa rõ|trao đổi|cần (?:hỏi|biết|hỗ trợ)|hỗ trợ:|liên hệ|hotline|đầu mối"
    r"|contact|enquir|question",
    re.IGNORECASE,
)
_IN_DOUBT = re.compile(r"\b(?:vướng mắc|thắc mắc|mọi thông tin|chưa rõ)\b", re.IGNORECASE)
"""What whoever is in doubt about anything is told, unlike a number for one matter ("hỗ trợ: anh …")."""
_SENT_TO = re.compile(
    r"\s\(?(?:về|qua|gặp)\s*:?\s+(?=(?:Phòng|Văn phòng|Ban|Bộ phận|Tổ|Sở|Khoa|ông|bà|đồng chí|đ/c)\s)"
)
_WHO = re.compile(
    rf"(?:(?:đồng chí|đ/c|ông|bà|anh|chị|cô|thầy)\s|(?:PGS|GS|TS|ThS|BS|KS|CN|Ms|Mr|Mrs|Dr)\b\.?\s?)(?=[{CAPITALS}])",
    re.IGNORECASE,
)
_BY_WHEN = re.compile(r"\s(?:trước|chậm nhất|hạn cuối)\s[^()]*(?=\()", re.IGNORECASE)
_NO_CALL = re.compile(r"tài khoản|\bstk\b|số thẻ", re.IGNORECASE)
_LONGEST = 220
_FOR_QUESTIONS = re.compile(
    r"(?:thắc mắc|khó khăn|vướng mắc|phát sinh|thông tin (?:chi tiết|thêm)|cần hỗ trợ)\b[^.;]{0,80}?"
    r"\b(?:liên hệ|báo cáo|phản ánh|thông tin|trao đổi|gửi)\s+(?:(?:với|về|qua|tới|đến|trực tiếp|ngay|kịp thời)\s+)*"
    rf":?\s*(?P<who>[{CAPITALS}][^;]{{3,160}})"
)


def contact_of(root: Node) -> Sourced[str] | None:
    """Whom to ask: by a heading of its own, the words around a number, or whoever is named for difficulties.

    Of several numbers the one given for questions goes before one to register at or to send something to. Where none
    stands in the plan, the first address that letters are to be sent to.
    """
    ranked = sorted(_reachable(root), key=lambda found: -found[0])
    return _headed(root) or (ranked[0][1] if ranked else None) or _asked_of(root) or _written_to(root)


def _headed(root: Node) -> Sourced[str] | None:
    """What a heading "Liên lạc" holds with a number: "ThS. Trâm, thư ký. Điện thoại: …", or a line for each."""
    for node in about(root, CONTACT):
        if node.about != {CONTACT} or inside(node, WORK) or (node.value and _FOR_ONE_MATTER.match(node.label)):
            continue
        if matters := _for_matters(node):
            return Sourced("; ".join(clean(line.text) for line in matters), node.source, 0.85)
        lines = [node.value] if node.value else _card(node)
        number = _NUMBER.search(lines[0]) if len(lines) == 1 and len(lines[0]) <= _LONGEST else None
        if number and not _CONTACT.search(lines[0]):
            return Sourced(_told(lines[0], 0, number), node.source, 0.85)
        if len(lines) > 1:
            last = node.children[len(lines) - 1].para.last
            return Sourced(
                ", ".join(map(clean, lines)), Source("\n".join(lines), node.children[0].para.first, last), 0.85
            )
    return None


_FOR_ONE_MATTER = re.compile(r"hỗ trợ\b", re.IGNORECASE)


def _for_matters(node: Node) -> list[Node]:
    """One line for each matter: "Nội dung: bà Mơ, 0900 000 111" above "Ăn nghỉ: ông Tu, 0900 000 222"."""
    told = [line for line in node.children if line.value and _NUMBER.search(line.value) and not _PHONE.match(line.text)]
    several = len(told) > 1 and all(len(line.text) <= _LONGEST for line in told)
    return told if several and not any(_CONTACT.match(line.text) for line in told) else []


_MOST_LINES = 5
_LONGEST_LINE = 90  # characters


def _card(node: Node) -> list[str]:
    """The lines of an office, a person and their numbers under one another, or the one line of all."""
    lines = [child.text for child in node.children[:_MOST_LINES]]
    if len(node.children) == 1:
        return lines
    short = [*takewhile(lambda line: len(line) <= _LONGEST_LINE and not _CONTACT.match(line), lines)]
    reached = [at for at, line in enumerate(short) if _NUMBER.search(line) and not _NO_CALL.search(line)]
    told = reached and reached[0] > 0 and not any(_NUMBER.search(line) for line in short[: reached[0]])
    apart = [at for at in reached if at > reached[0] and not _PHONE.match(short[at]) and "@" not in short[at]]
    return short[: (reached[-1] if not apart else apart[0] - 1) + 1] if told else []


def _reachable(root: Node) -> Iterator[tuple[int, Sourced[str]]]:
    """Every number with whose it is, and how surely it is for questions.

    In the row of a table what stands behind the number is a remark on one of a list: "hoàn cảnh khó khăn".
    """
    of_one = lines_of_blocks(root)
    for node in root.walk():
        if node.para.first in of_one and CONTACT not in region(node):
            continue
        for sentence in sentences(node.text):
            number = _number_in(sentence)
            if number is None:
                continue
            lead = _lead(sentence, number.start())
            asked = _ASKED.search(sentence, 0, number.end() if node.para.heads else len(sentence))
            named = _PHONE.search(sentence) or lead is not None or asked
            if not named or (lead is None and "@" in number[0]):
                continue  # where something is to be sent, not whom to ask
            rank = 2 * bool(asked) + bool(_PHONE.search(sentence)) + 3 * bool(asked and _IN_DOUBT.search(sentence))
            yield rank, Sourced(_told(sentence, lead, number), node.source, 0.85)


def _number_in(sentence: str) -> re.Match[str] | None:
    """The first number to call or write to; an account's is none."""
    if not any_digit(sentence) and "@" not in sentence:
        return None
    for number in (*_NUMBER.finditer(sentence), *_EXTENSION.finditer(sentence)):
        clause = sentence.rfind(";", 0, number.start()) + 1
        if not _NO_CALL.search(sentence, clause, number.start()):
            return number
    return None


def _lead(sentence: str, to: int) -> int | None:
    """Where the words of whom to ask begin, by what leads to them."""
    found = [m.end() for m in _CONTACT.finditer(sentence, 0, to) if to - m.end() <= _LONGEST]
    return found[0] if found else next((m.end() for m in reversed([*_SENT_TO.finditer(sentence, 0, to)])), None)


def _told(sentence: str, lead: int | None, number: re.Match[str]) -> str:
    """The person or office with the number, without what stands before them."""
    begins = lead if lead is not None else _owner(sentence, number.start())
    behind = re.split(r"\)?\s+(?:để|trước|chậm nhất)\s", sentence[number.end() :], maxsplit=1)[0]
    whose = _BY_WHEN.sub("", sentence[begins : number.end()])
    return _balanced(clean(without_birth(whose + behind).strip("/ .,;")))


def _owner(sentence: str, to: int) -> int:
    """Where the name before a number begins: behind the last colon, at the last person or office of a long sentence."""
    colon = sentence.rfind(": ", 0, to)
    people = [m.start() for m in _WHO.finditer(sentence, 0, to)]
    if colon >= 0 and any(at > colon for at in people):
        return colon + 2
    return people[-1] if people and people[-1] > 40 else 0


def _balanced(text: str) -> str:
    """The words with the bracket that was cut off closed again, or without one that was opened before them."""
    missing = text.count("(") - text.count(")")
    return text + ")" if missing > 0 else text.rstrip(") ") if missing < 0 else text


def _written_to(root: Node) -> Sourced[str] | None:
    """The e-mail address alone: "gửi thư điện tử tới địa chỉ …"."""
    for node in root.walk():
        found = _ADDRESS.search(node.text)
        if found:
            return Sourced(found[0].rstrip("."), node.source, 0.7)
    return None


def _asked_of(root: Node) -> Sourced[str] | None:
    """ "Mọi thắc mắc liên hệ …", "nếu có vướng mắc, … báo cáo …": a person or an office without a number."""
    for node in root.walk():
        for sentence in sentences(node.text):
            found = _FOR_QUESTIONS.search(sentence)
            if found:
                who = clean(re.split(r"\s+(?:để|nhằm)\s", found["who"])[0].rstrip("/ ."))
                return Sourced(who, node.source, 0.75) if 1 < len(who.split()) <= 20 else None
    return None
