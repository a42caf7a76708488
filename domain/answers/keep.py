"""Bed, board, ride, fee and dress: an answer about one of them must speak of just that one.

A lunch is no dinner, the hotel of the conference nobody's bed, free parking no free entry, a car park no ride, and a
show of costumes says nothing of what to wear. What the rules or a second reading found is held against this last.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import time

from domain.answers.asked import Asked
from domain.answers.holding import CLEAR
from domain.answers.pieces import Line
from domain.answers.query import Kind
from domain.answers.texts import clauses_of
from domain.answers.values import Answer, Existence, PlanField, Practical, Quoted, Responsible, SessionTimes, WhereIs
from domain.conference import Source
from domain.nested import texts_in
from domain.vietnamese import CAPITALS

_ALL_MEALS = r"\băn,? (?:nghỉ|ở|uống)\b|\b(?:các|mọi|\d+) bữa\b|\bnơi ăn\b|\bmeals\b|\btự (?:túc|lo)\b|\bchế độ ăn\b"
_A_MEAL = r"\b(?:ăn(?! (?:mặc|năn))|cơm|bữa|tiệc|suất)\b"
_OTHERWISE_FREE = (
    r"(?:giữ|gửi|trông|để|đỗ) xe|\bxe (?:máy|đạp)|khám|thuốc|xét nghiệm|tư vấn|gian hàng|\bvé\b|cước|triển lãm"
    r"|thù lao|thưởng|\b(?:kinh|công tác) phí\b(?!.*(?:tự túc|không thu))|dự toán|ngân sách|parking|booths?"
)
_HOUSE = r"(?:khach san|nha khach|nha nghi)"


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is asked for in plain letters, and what a clause must hold to tell of it."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    hours: tuple[time, time] | None = None
    """When an item is one of it, whatever it is called."""


def _matter(asks: str, tells: str, hours: tuple[time, time] | None = None) -> _Matter:
    return _Matter(re.compile(asks), re.compile(tells, re.IGNORECASE), hours)


_MATTERS = (
    _matter(
        r"\b(?:an|do|mon|suat|com|phan|mam|bua) (?:an )?chay\b|\b(?:vegetarian|vegan|halal)\b",
        r"\bchay\b|vegetarian|vegan|halal",
    ),
    _matter(
        r"\b(?:an|com|bua|tiec)(?: an)? toi\b(?! da)|\bdinner\b",
        rf"^(?!.*\bkhông\b[^.;]*liên hoan)(?:.*\b(?:tối(?! (?:đa|thiểu|ưu))|cơm chiều|tiệc|chiêu đãi|gala(?! văn)"
        rf"|liên hoan|dinner)\b|.*(?:{_ALL_MEALS}))",
        (time(16, 30), time(23, 59)),
    ),
    _matter(
        r"\b(?:an|com|bua|tiec)(?: an)? trua\b|\blunch\b|\btrua (?:nay |mai )?(?:co )?(?:an|com)\b",
        rf"\btrưa\b|\blunch|\bnoon\b|{_ALL_MEALS}|^(?!.*\b(?:sáng|tối|chiều|liên hoan)\b).*{_A_MEAL}",
        (time(10, 15), time(14)),
    ),
    _matter(
        r"\b(?:an|com|bua)(?: an)? sang\b|\bdiem tam\b|\bbreakfast\b|\bbua sang\b",
        rf"\b(?:ăn|bữa|cơm)(?: ăn)? sáng\b|điểm tâm|breakfast|{_ALL_MEALS}",
        (time(5), time(9, 30)),
    ),
    _matter(
        r"\b(?:gui|giu|do|dau|de|bai|nha|cho) xe\b(?! (?:don|dua))|\bparking\b",
        r"\bxe\b|\bô ?tô\b|parking|(?-i:\bpark\b)|\bcars?\b",
    ),
    _matter(r"\b(?:nha|khu) ve sinh\b|\btoilets?\b|\brestrooms?\b", r"vệ sinh|\bwc\b|toilet|restroom"),
    _matter(
        r"\b(?:mang|dem|cam)(?: theo)? (?:nhung |cac )?giay to\b",
        r"\b(?:mang|đem|xuất trình|cầm|kèm|bring|carry|show)\b",
    ),
    _matter(
        r"\b(?:om|met|benh|sick|ill)\b.*\b(?:gap|goi|tim|kham|who|where)\b",
        r"y tế|cấp cứu|sơ cứu|cứu thương|bác sĩ|bác sỹ|y sĩ|thuốc|doctor|medical|first aid|nurse",
    ),
    _matter(r"\b(?:hut thuoc|thuoc la|smok\w*)\b", r"hút thuốc|thuốc lá|smok"),
    _matter(
        r"^(?!.*\b(?:xe|phong|an|nghi|gian hang|ve|tai lieu|kham|thuoc)\b).*"
        r"\b(?:le phi|(?<!chi )(?<!kinh )phi (?:tham (?:du|gia)|dang k[yi]|hoi nghi|hoi thao)|(?:dong|nop) (?:phi|tien)"
        r"|mat phi|(?:registration|conference|entry|attendance) fees?|fee to attend|pay to attend)\b",
        rf"^(?!.*(?:{_OTHERWISE_FREE})).*(?:phí\b|tiền|đồng\b|miễn|\bfree\b|\bfees?\b|\bpay|usd|vnd)",
    ),
    _matter(
        rf"\b(?<!hoi )(?<!de )(?<!kien )(?:nghi|ngu|luu tru)(?: dem| lai)?(?: o| tai)? {_HOUSE}\b"
        r"|\b(?:cho|noi|phong) (?:nghi|ngu)\b|\bcho o(?! dau)\b|\b(?<!hoi )(?<!de )nghi dem\b|\bqua dem\b"
        r"|\bluu tru (?:o|tai|dem|dau|khach san)\b|\b(?:cho|noi) luu tru\b"
        r"|\btien (?:phong|khach san)\b|\b(?:nhan|tra) phong\b|\baccommodation\b|\bsleep\b|\bpays? for the hotel\b",
        r"\b(?<!giờ )nghỉ\b(?! (?:trưa|giải|hưu|giữa|lễ|tết|việc|học|phép))|\bchỗ nghỉ|lưu trú|\bngủ\b|chỗ ở"
        r"|\băn,? ở\b|(?:nhận|trả) phòng|ký túc xá|tiền (?:phòng|nghỉ)|phòng (?:đơn|đôi|ghép)|qua đêm"
        r"|công tác phí|\btự túc\b"
        rf"|^(?:[^:]{{0,40}}: )?(?:khách sạn|nhà khách|nhà nghỉ|homestay|hotel)\s+(?-i:[{CAPITALS}])[^:;]*:"
        r"|lodging|accommodation|\bstay|sleep"
        r"|check-?(?:in|out).*(?:phòng|khách sạn)|hotel rooms?|overnight",
    ),
    _matter(
        r"^(?!.*\b(?:do|dau|gui|de|giu|trong|bai|lai) xe\b|.*\bxe\b.*\b(?:do|dau o|gui)\b)"
        r".*\b(?:dua don|xe (?:don|dua|ve|nao)|hay co xe|shuttle|picked up)\b",
        r"^(?!.*(?:giữ|gửi|trông|để|đỗ|đậu|cấm|bãi|cứu thương)\b[^;.]{0,20}\bxe\b|.*\bxe\b.*\b(?:đỗ|đậu|gửi)\b)"
        r".*(?:\bxe\b|phương tiện (?:đi|đưa)|đưa đón|\bbus\b|shuttle|sân bay|airport|taxi|transport|transfer|vehicle"
        r"|pick|\btự (?:lo|túc)\b.*(?:đi lại|phương tiện)|(?:đi lại|phương tiện).*\btự (?:lo|túc)\b)",
    ),
    _matter(
        r"\b(?:deo|mang) (?:the|phu hieu|huy hieu|bang ten)\b|\bbadges?\b",
        r"\bthẻ\b|huy hiệu|bảng tên|biển tên|badge|^(?!.*\bxe\b).*phù hiệu",
    ),
    _matter(
        r"\btrang phuc\b|\b(?<!be )mac (?:gi|do|ao|vest|dong phuc|the nao)\b|\bdress\b",
        r"(?<!diễn )(?<!thi )(?<!phần )trang phục|\bmặc\b|đồng phục|\báo\b|\bgiày\b|dress|wear|suit",
    ),
)

_EATEN = re.compile(
    rf"(?<!phiếu ){_A_MEAL}|{_ALL_MEALS}|\bnghỉ trưa|\b(?:gala(?! văn)|liên hoan|chiêu đãi|lunch|dinner|breakfast)",
    re.IGNORECASE,
)
_RESTS = re.compile(r"(?:[\d:–/, h]+: )?(?:giải lao,? )?(?:đại biểu )?nghỉ (?:buổi )?trưa\W*$", re.IGNORECASE)
_ASKS_OF_LUNCH = re.compile(r"\b(?:an|com|bua)(?: an)? trua\b|\btrua an\b|\blunch\b")


def is_of_another(asked: Asked, answer: Answer) -> bool:
    """Whether it is asked for one's bed, board, ride, fee or dress, and the answer speaks of another thing."""
    meant = [matter for matter in _MATTERS if matter.asks.search(asked.u.key)]
    gift = "gift" in asked.u.concepts
    if not (meant or gift) or not isinstance(
        answer, Practical | Quoted | Existence | Responsible | SessionTimes | WhereIs | PlanField
    ):
        return False
    if isinstance(answer, PlanField) and answer.field != "venue":
        return False
    if gift and _given_to_others(asked, answer):
        return True
    if _only_rests(asked, answer) or _leaves_to_oneself(answer) or _only_pays(asked, answer):
        return True
    return not all(_tells(matter, answer) for matter in meant)


def _only_rests(asked: Asked, answer: Answer) -> bool:
    """Whether a lunch is asked for and a rest at noon is told: when it is, and not that or where one eats."""
    if not _ASKS_OF_LUNCH.search(asked.u.key) or asked.u.score(Kind.WHEN) >= CLEAR:
        return False
    said = [text for text in _said(answer) if text.strip()]
    return bool(said) and all(map(_RESTS.match, said))


def _given_to_others(asked: Asked, answer: Answer) -> bool:
    """Whether gifts are asked about and all that are told go to others than those who come."""
    if _OTHERS.search(asked.u.text) or not asked.u.asks(Kind.EXISTS):
        return False
    match answer:
        case Existence():
            told = [*_titles(answer.lines), *answer.quotes, *(task.text for task in answer.tasks)]
        case SessionTimes():
            told = _titles(answer.lines)
        case _:
            return False
    return all(map(_OTHERS.search, told))


_OTHERS = re.compile(
    r"nghỉ hưu|chính sách|hộ (?:nghèo|cận)|gia đình|thiếu nhi|học sinh|trẻ em|người có công|thương binh|hoàn cảnh"
    r"|\bthăm\b|bằng khen|giấy khen|tiêu biểu|người cao tuổi|bốc thăm",
    re.IGNORECASE,
)


def _only_pays(asked: Asked, answer: Answer) -> bool:
    """Whether a place is asked for and only told who pays: "tiền ăn ở do đơn vị cử đi chi trả"."""
    if asked.u.score(Kind.WHERE) < CLEAR or not isinstance(answer, Practical | Quoted):
        return False
    return all(_PAID.search(text) and not _AT.search(text) for text in answer.texts)


_PAID = re.compile(r"\b(?:tiền|chi phí|công tác phí|kinh phí)\b.*\b(?:chi trả|thanh toán|do)\b", re.IGNORECASE)
_AT = re.compile(r"\b(?:tại|tự túc|tự lo)\b|\bở (?!xa)[^\W\d]+ ", re.IGNORECASE)


def _leaves_to_oneself(answer: Answer) -> bool:
    """Whether a "yes" rests on work that everybody has to see to: "các đơn vị tự lo ăn, nghỉ, đi lại"."""
    return isinstance(answer, Existence) and answer.present and any(_BY_ONESELF.search(t.text) for t in answer.tasks)


_BY_ONESELF = re.compile(r"\btự (?:lo|túc|bảo đảm|đảm bảo|chi trả)\b", re.IGNORECASE)


def _tells(matter: _Matter, answer: Answer) -> bool:
    if matter.hours is not None and isinstance(answer, SessionTimes | WhereIs | Existence) and answer.lines:
        first, last = matter.hours
        eaten = [line for line in answer.lines if _EATEN.search(line.title)]
        if any(line.start is not None and first <= line.start <= last for line in eaten):
            return True
        if all(line.start is not None for line in answer.lines):
            return False
    said = [text for text in _said(answer) if not _at_another_hour(matter, text)]
    clauses = [clause for text in said for clause in clauses_of(text)]
    return any(map(matter.tells.search, [*said, *clauses]))


def _at_another_hour(matter: _Matter, text: str) -> bool:
    """Whether a line of the agenda is read out that begins at an hour at which nobody has that meal."""
    begins = _BEGINS.match(text)
    if matter.hours is None or begins is None:
        return False
    first, last = matter.hours
    return not first <= time(int(begins[1]) % 24, int(begins[2])) <= last


_BEGINS = re.compile(r"(\d\d):([0-5]\d)\b")


def _said(answer: Answer) -> Iterable[str]:
    """What an answer says of the thing: neither the question's own words nor the place of the whole."""
    match answer:
        case Practical() | Quoted():
            return answer.texts
        case WhereIs() | SessionTimes():
            return _titles(answer.lines)
        case Existence():
            return [*_titles(answer.lines), *answer.quotes, *texts_in(answer.tasks)]
        case Responsible():
            return texts_in(replace(answer, sources=()), without=Source)
        case _:
            return texts_in(answer, without=Source)


def _titles(lines: Iterable[Line]) -> list[str]:
    """The items with what stands beside them of those who do it: "Nghỉ trưa – các đoàn tự túc"."""
    return [f"{line.title} – {line.by}" if line.by else line.title for line in lines]
