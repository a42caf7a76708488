"""Other conferences than this one: last year's, the fourth, that of another level or of another body."""

import re

from domain.answers.asking_words import WHEN
from domain.answers.index import Index
from domain.answers.lexicon import phrase_lexicon
from domain.answers.normalise import Token, key
from domain.answers.numbering import OF_NUMBER, figure
from domain.answers.outside import CONFERENCE_WORDS, OTHER_EVENT
from domain.answers.phrases import words_in
from domain.answers.texts import letters_of, read
from domain.vietnamese import fold, search_key

_LEVELS = ("tinh", "huyen", "xa", "tw", "bo", "phuong", "quan")


_VERBS = words_in("co duoc du phai can lam cu den ve tham nao may")


def _level_alone(following: list[str], offset: int) -> bool:
    """ "Đại hội tỉnh tổ chức ngày nào": a level right behind the conference, and nobody of that level does anything."""
    return offset == 0 and not _VERBS & set(following[1:2])


def is_other_event(tokens: tuple[Token, ...], index: Index) -> bool:
    """Whether another conference is meant: last year's, or that of another level ("đại hội của tỉnh") or body."""
    words = [token.word for token in tokens]
    others = phrase_lexicon(OTHER_EVENT).find(tokens)
    others = [m for m in others if not _of_an_item(words[m.first - 1 : m.last], index)]
    if any(not _of_a_faculty(tokens[m.first : m.last]) and not _by_when(words, m.last) for m in others):
        return True
    conference = index.programme.conference
    said = " ".join(words)
    if any(other(said, index) for other in (_of_another_number, _of_another_body, _of_another_kind)):
        return True
    if _of_another_year(tokens, index):
        return True
    own = {key(word) for word in f"{conference.title} {conference.issuer or ''} {conference.venue or ''}".split()}
    for match in phrase_lexicon(CONFERENCE_WORDS).find(tokens):
        following = words[match.last : match.last + 6]
        for offset, word in enumerate(following):
            before = following[:offset]
            linked = "cua" in before or "cap" in before or _level_alone(following, offset)
            linked = linked or (0 < offset < len(following) - 1 and own.issuperset(before))
            if word not in _LEVELS or not linked or tokens[match.last + offset].typed == "tình":
                continue
            if word not in own or (before == ["cap"] and _is_of_another_level(word, index)):
                return True
    return False


def _is_of_another_level(level: str, index: Index) -> bool:
    """Whether "hội nghị cấp tỉnh" is another one: a body of another level holds this one."""
    issuer = letters_of(index.programme.conference.issuer or "").split()
    if level in issuer or {*_LEVELS}.isdisjoint(issuer):
        return False
    named = re.compile(rf"{_EVENT}(?: \w+){{0,3}} cap {level}\b")
    return not any(named.search(letters_of(entry.text)) for entry in index.entries)


def _of_an_item(words: list[str], index: Index) -> bool:
    """ "Chính sách bán hàng năm tới": what an item is called, with the word before it, is no other conference."""
    row = f" {' '.join(words)} "
    return len(words) > 1 and any(row in f" {letters_of(session.title)} " for session in index.programme.sessions)


def _by_when(words: list[str], behind: int) -> bool:
    """ "Xong đại hội trước ngày nào": until when, and no conference before this one."""
    return (
        words[behind - 1] in _BEFORE and bool(words[behind:]) and (words[behind] in _MOMENTS or words[behind].isdigit())
    )


_BEFORE = words_in("truoc sau")
_MOMENTS = words_in("ngay gio luc thang khi may buoi bao tuan")


def _of_a_faculty(tokens: tuple[Token, ...]) -> bool:
    """ "Khoa" beside a word with marks is a faculty: "hội nghị cấp khoa trước ngày nào" is not "khóa trước"."""
    typed = [token.typed for token in tokens]
    return typed[:1] == ["khoa"] and any(fold(word) != word for word in typed)


def _of_another_year(tokens: tuple[Token, ...], index: Index) -> bool:
    """Whether the conference is named with a year that is neither its own nor the year that its title tells of it."""
    words = " ".join(token.word for token in tokens)
    named = _YEARLY.search(words)
    if named is None or not phrase_lexicon(CONFERENCE_WORDS).find(tokens):
        return False
    kind, year = named["kind"], int(named["year"])
    conference = index.programme.conference
    told = [clause for clause in _CLAUSE.split(search_key_of_clauses(conference.title)) if kind and kind in clause]
    years = {int(found) for clause in told for found in _YEAR.findall(clause)}
    if years:
        return year not in years
    days = {day.year for day in (conference.starts_on, conference.ends_on, *index.days) if day is not None}
    days |= {int(conference.month[:4])} if conference.month else set()
    return bool(days) and year not in days | {int(found) for found in _YEAR.findall(conference.title)}


def search_key_of_clauses(title: str) -> str:
    """The title in plain letters, its commas kept: what stands between two of them has a year of its own."""
    return ",".join(search_key(clause) for clause in re.split(r"[,;]", title))


_YEARLY = re.compile(r"\b(?:(?P<kind>tong ket|so ket)\b(?: \w+){0,8}? )?(?:nam |in |of |for )(?P<year>20\d\d)\b")
""" "Hội nghị tổng kết năm 2025", "the 2025 conference": which year's."""

_YEAR = re.compile(r"\b20\d\d\b")
_CLAUSE = re.compile(",")


def _of_another_kind(said: str, index: Index) -> bool:
    """Whether the review of a whole year is asked about where the paper is of one half-way, or the other way round."""
    asked = _REVIEW.search(said)
    if asked is None:
        return False
    title = letters_of(index.programme.conference.title)
    ours = {"so ket", "tong ket"} - {asked["kind"]}
    return all(kind in title for kind in ours) and not any(
        asked["kind"] in letters_of(entry.text) for entry in index.entries
    )


_REVIEW = re.compile(r"\b(?:hoi nghi|le|hop|buoi) (?P<kind>tong ket|so ket)\b")

_EVENT = r"(?:hoi nghi|dai hoi|hoi thao|dien dan|toa dam|hoi thi|ky hop|cuoc hop|le ky niem|le tong ket)"
_HEAD = (
    r"(?:so(?! (?:ket|bao|may|nao|gi|luong|\d))|bo(?! (?:phieu|tri|sung|nhiem))|quan(?! triet)|phong|cuc|tinh|huyen|xa"
    r"|phuong|truong|cong ty|tinh doan|huyen doan|thanh doan|tinh uy|huyen uy|thanh uy|dang bo|dang uy|ubnd|hdnd"
    r"|mttq|ldld|lhpn|cong doan|benh vien|trung tam|hiep hoi|lien hiep)"
)
"""Who holds conferences; "sơ kết", "bỏ phiếu" and "quán triệt" have the letters of others."""

_ASKED = rf"(?:{WHEN}|hom may|buoi may|nam nao|thang nao|o dau|cho nao)"
_HELD = r"(?:hop|to chuc|dien ra|khai mac|bat dau|se|da|co|duoc|vao|la)"
_OF_KIND = r"(?:tong ket|so ket|cong chuc|vien chuc|dai bieu|thuong nien|cuoi nam)"
_THEIRS = re.compile(
    rf"\b(?P<event>{_EVENT})(?: {_OF_KIND})* (?:cua |cap )?"
    rf"(?P<body>{_HEAD}\b(?: (?!{_HELD}\b|{_ASKED}\b)\w+){{0,6}})(?: {_HELD})* {_ASKED}\b"
)
"""A conference with the name of who holds it, asked for its day or place: "Đại hội Đảng bộ tỉnh họp hôm nào"."""

_OF_MORE = re.compile(
    rf"(?<!du )(?<!bau )\b{_EVENT}(?: (?!{_HELD}\b)\w+){{0,4}} (?P<level>toan quoc|quoc gia|trung uong|the gioi)\b"
    rf"(?: lan thu \w+)?(?: {_HELD})* {_ASKED}\b"
)
"""One of a whole country: "Đại hội Phụ nữ toàn quốc tổ chức khi nào"; an item may elect who goes there."""

_HOLDING = re.compile(
    r"^(?:(?:the|vay|con|cho|em|toi|minh|hoi|da|thua|a) )*"
    rf"(?P<body>{_HEAD}\b(?: (?!{_HELD}\b|tong ket|so ket|nop|gui|trinh|lam|viet)\w+){{0,4}})"
    rf"(?: (?:se|da|co))? (?:to chuc )?(?<!bao cao )"
    rf"(?:tong ket|so ket|hoi nghi|dai hoi)\b(?: \w+){{0,3}}? {_ASKED}\b"
)
"""Who holds one, asked the same: "Tỉnh đoàn tổng kết ngày nào"."""


def _of_another_body(said: str, index: Index) -> bool:
    """Whether who holds the conference asked about is neither who holds this one nor told of as holding one."""
    conference = index.programme.conference
    wider = _OF_MORE.search(said)
    if wider is not None and wider["level"] not in letters_of(conference.title):
        return True
    theirs = _THEIRS.search(said)
    if theirs is not None and _only_spoken_of(theirs["event"], letters_of(conference.title)):
        return True
    found = theirs or _HOLDING.search(said)
    if found is None:
        return False
    if _of_another_level(found["body"], letters_of(f"{conference.title} {conference.issuer or ''}")):
        return True
    own = {key(word) for word in f"{conference.title} {conference.issuer or ''} {conference.venue or ''}".split()}
    own |= {token.word for text in (conference.title, conference.issuer or "") for token in read(text)[0]}
    return not own.issuperset(_words_but_ours(found["body"])) and not any(
        _holds_one(entry.text, found["body"]) for entry in index.entries
    )


_LEVELLED = re.compile(r"\b(?:tinh|thanh|huyen|quan|thi|xa|phuong) (?P<kind>doan|uy)\b")


def _of_another_level(body: str, own: str) -> bool:
    """Whether a body of one level is named where this one's is of another: "Tỉnh đoàn" beside "Huyện đoàn"."""
    named = _LEVELLED.match(body)
    same = {found[0] for found in _LEVELLED.finditer(own) if named and found["kind"] == named["kind"]}
    return named is not None and bool(same) and named[0] not in same


def _words_but_ours(body: str) -> list[str]:
    """The words of a name without those of who says it: "trường mình"."""
    return [word for word in body.split() if word not in _OURS]


_OURS = words_in("minh ta toi em chung nha cua nay ay nam")


def _only_spoken_of(event: str, title: str) -> bool:
    """Whether a title names such a meeting as its matter: a conference that studies what a congress resolved."""
    first = re.search(_EVENT, title)
    return first is not None and first[0] != event and re.search(rf"\b{event}\b", title[first.end() :]) is not None


def _holds_one(text: str, body: str) -> bool:
    """Whether a statement tells of a conference of theirs."""
    near = rf"\b(?:{_EVENT}|hop|tong ket|so ket)\b(?: \w+){{0,4}}? {body}\b|\b{body}(?: \w+){{0,4}}? (?:{_EVENT}|hop)\b"
    words = (letters_of(text), " ".join(token.word for token in read(text)[0]))
    return any(body in said and re.search(near, said) for said in words)


_NUMBERED = re.compile(rf"\b(?:{_EVENT}|conference|congress)\b(?: \w+){{0,12}}? {OF_NUMBER}")


def _of_another_number(said: str, index: Index) -> bool:
    """Whether the conference has a number that the paper gives to none: "hội nghị lần thứ IV" beside the fifth."""
    found = _NUMBERED.search(said)
    if found is None:
        return False
    number = figure(found["number"])
    told = (index.programme.conference.title, *(entry.text for entry in index.entries))
    return not any(number == figure(other["number"]) for text in told for other in _NUMBERED.finditer(letters_of(text)))
