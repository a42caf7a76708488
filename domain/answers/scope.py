"""What a question is not this desk's to answer for: personal data, other matters, other conferences."""

import re
from itertools import pairwise

from domain.answers.entries import Sort
from domain.answers.index import FILLER_KEYS, Index
from domain.answers.lexicon import Match, phrase_lexicon
from domain.answers.normalise import Token, key
from domain.answers.outside import CONFERENCE_WORDS, FOREIGN, OTHER_EVENT, PERSONAL
from domain.answers.phrases import phrases, words_in
from domain.answers.query import Unit
from domain.answers.sending import HANDING_IN
from domain.vietnamese import search_key
from domain.when import WhenFound

_PERSONS = words_in(
    "@delegate @chairman @secretary @director @leader @minister @teacher @principal @guest @list @student"
)


_TITLES = words_in("ong ba anh chi thay co bac")


_LEVELS = ("tinh", "huyen", "xa", "tw", "bo", "phuong", "quan")


_OFFICELESS = frozenset(
    phrases(
        """
        địa chỉ nhà ông | địa chỉ nhà bà | địa chỉ nhà anh | địa chỉ nhà chị | địa chỉ nhà đồng chí | địa chỉ nhà của
        | nhà riêng |
        nhà chủ tịch | nhà ông | nhà bà | nhà anh | nhà chị | nhà giám đốc | nhà bí thư | tuổi của | mấy tuổi |
        ngày sinh | năm sinh | bao nhiêu tuổi | cccd | cmnd | căn cước | số tài khoản | home address
        | số phòng của | quê ở đâu | quê quán | facebook
        """
    )
)


_WORDS = re.compile(r"\w+")


OWN_WORDS = words_in("toi minh em to chung ta")


def names_own_group(text: str) -> bool:
    """Whether the group that somebody is in is spoken of: which one, or with whom, a plan does not tell."""
    return bool(_OWN_GROUP.search(search_key(text)))


_OWN_GROUP = re.compile(r"\b(?:to|nhom|ban|doi|lop) (?:cua )?(?:toi|em|minh|chung toi)\b")


def asks_what_is_left(text: str) -> bool:
    """Whether it is asked if there is still room: that changes by the hour, and no plan tells."""
    return bool(_LEFT.search(f" {search_key(text)} "))


_LEFT = re.compile(
    r" (?:con|het) (?:phong|cho|ve|suat|slot|ghe|ban)(?: nao)?(?: trong)?(?: nua)? (?:khong|ko|k|chua|hong|hok) "
    r"| con (?:\w+ )?(?:phong|cho|ghe|ban) trong | (?:rooms?|seats?|places?|tickets?) (?:still )?(?:left|available) "
)


def is_personal(tokens: tuple[Token, ...], content: tuple[Unit, ...], codes: frozenset[str], index: Index) -> bool:
    """Whether a number, an address or the like of a person is asked for, rather than that of an office."""
    asked = phrase_lexicon(PERSONAL).find(tokens)
    if not asked or OWN_WORDS & {token.word for token in tokens[max(match.last for match in asked) :][:1]}:
        return False  # "số phòng của tôi"
    officeless = _OFFICELESS & {phrase for match in asked for phrase in match.payloads}
    aged = any("tuổi" in phrase for phrase in officeless) and not _TITLES & {token.word for token in tokens}
    if officeless and not aged:
        return True
    if HANDING_IN & {token.word for token in tokens} and {p for match in asked for p in match.payloads} == {"email"}:
        return False  # "gửi danh sách qua email nào": the office's
    last = max(match.last for match in asked)
    names = {
        tokens[i + 1].word
        for i, token in enumerate(tokens)
        if i >= last and token.word in _TITLES and _followed_by_name(tokens, i)
    }
    published = names & _published(index) and not _OF_ONES_OWN & {token.word for token in tokens}
    if published:
        return False
    named = bool(names - _published(index)) or bool(names and _OF_ONES_OWN & {token.word for token in tokens})
    office = names_body(tuple(u for u in content if u.code not in ("@contact",)), index) and "list" not in codes
    return (named or bool(_PERSONS & {"@" + code for code in codes})) and not office


_OF_ONES_OWN = words_in("rieng personal private")
"""Words that ask for another number than the one the paper gives."""


def _published(index: Index) -> frozenset[str]:
    """The words of the contacts that the paper itself gives, names among them."""
    texts = [index.programme.conference.contact or "", *(f.text for f in index.facts if f.topic == "contact")]
    return frozenset(key(word) for text in texts for word in _WORDS.findall(text))


def _followed_by_name(tokens: tuple[Token, ...], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].word not in FILLER_KEYS


def is_foreign_matter(tokens: tuple[Token, ...], concepts: list[Match[str]], index: Index) -> bool:
    """Whether weather, football or the like is asked about and the programme does not itself speak of it."""
    covered = {place for match in concepts for place in range(match.first, match.last)}
    for match in phrase_lexicon(FOREIGN).find(tokens):
        places = range(match.first, match.last)
        words = [tokens[place].word for place in places]
        in_programme = set(words) <= index.words and set(pairwise(words)) <= index.pairs
        if not in_programme and not all(place in covered for place in places):
            return True
    return False


_VERBS = words_in("co duoc du phai can lam cu den ve tham nao may")


def _level_alone(following: list[str], offset: int) -> bool:
    """ "Đại hội tỉnh tổ chức ngày nào": a level right behind the conference, and nobody of that level does anything."""
    return offset == 0 and not _VERBS & set(following[1:2])


def is_other_event(tokens: tuple[Token, ...], when: WhenFound, index: Index) -> bool:
    """Whether another conference is meant: last year's, or that of another level ("đại hội của tỉnh")."""
    if phrase_lexicon(OTHER_EVENT).find(tokens):
        return True
    words = [token.word for token in tokens]
    conference = index.programme.conference
    if _of_another_year(tokens, index):
        return True
    own = {key(word) for word in f"{conference.title} {conference.issuer or ''} {conference.venue or ''}".split()}
    for match in phrase_lexicon(CONFERENCE_WORDS).find(tokens):
        following = words[match.last : match.last + 6]
        for offset, word in enumerate(following):
            before = following[:offset]
            linked = "cua" in before or "cap" in before or _level_alone(following, offset)
            linked = linked or (0 < offset < len(following) - 1 and own.issuperset(before))
            if word in _LEVELS and linked and word not in own and tokens[match.last + offset].typed != "tình":
                return True
    return False


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


def names_body(content: tuple[Unit, ...], index: Index) -> bool:
    """Whether the content speaks of one of the units."""
    hits = index.search(content, Sort.BODY)
    return bool(hits) and hits[0].coverage >= 0.6
