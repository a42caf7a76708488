"""What a question is not this desk's to answer for: personal data, other matters."""

import re
from itertools import pairwise

from domain.answers.entries import Sort
from domain.answers.index import FILLER_KEYS, Index
from domain.answers.lexicon import Match, phrase_lexicon, synonym_lexicon
from domain.answers.normalise import Token, key
from domain.answers.outside import FOREIGN, PERSONAL, SECRET
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.reached import CALLED
from domain.answers.sending import HANDING_IN
from domain.vietnamese import search_key

_PERSONS = words_in(
    "@delegate @chairman @secretary @director @leader @minister @teacher @principal @guest @list @student"
)


_TITLES = words_in("ong ba anh chi thay co bac")


_OFFICELESS = frozenset(SECRET)


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


_SHOWN_AT_THE_DOOR = frozenset({"cccd", "cmnd", "căn cước"})
_PAID_INTO = frozenset({"số tài khoản", "bank account", "account number", "id number"})
_PERSONS_OF = words_in("cua dong chi mr ms mrs dr his her giao vien dai bieu khach chu tich giam doc bi thu truong")
_BRINGS = frozenset({"mang", "dem", "cam", "xuat", "trinh", "bring"})


def is_personal(tokens: tuple[Token, ...], content: tuple[Unit, ...], codes: frozenset[str], index: Index) -> bool:
    """Whether a number, an address or the like of a person is asked for, rather than that of an office."""
    if _asks_number_of_office(" ".join(token.word for token in tokens), index):
        return True
    asked = phrase_lexicon(PERSONAL).find(tokens)
    if not asked or OWN_WORDS & {token.word for token in tokens[max(match.last for match in asked) :][:1]}:
        return False  # "số phòng của tôi"
    officeless = _OFFICELESS & {phrase for match in asked for phrase in match.payloads}
    said = {token.word for token in tokens}
    if officeless <= _SHOWN_AT_THE_DOOR and _BRINGS & said:
        return False  # "có phải mang căn cước không": one's own
    if officeless and officeless <= _SHOWN_AT_THE_DOOR | _PAID_INTO and not (_TITLES - {"co"} | _PERSONS_OF) & said:
        return False  # of nobody: what is shown at the door, where a fee is paid
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


def is_secret(tokens: tuple[Token, ...]) -> bool:
    """Whether something of a person is asked for that is told of nobody: an account, an age, a home."""
    return any(not _OFFICELESS.isdisjoint(match.payloads) for match in phrase_lexicon(PERSONAL).find(tokens))


_HIGH_OFFICE = (
    r"(?P<office>(?:pho )?(?:chu tich|bi thu|giam doc|tong giam doc|hieu truong|vien truong|bo truong|cuc truong"
    r"|thu truong|chanh van phong|truong (?:phong|ban|khoa|tieu ban)))"
)
_NUMBER_OF_OFFICE = re.compile(
    r"\b(?:so(?: (?:dien thoai|dt|di dong|may|zalo))?|sdt|dien thoai|di dong|zalo|dia chi nha|phone number)"
    rf"(?: (?:rieng|ca nhan|cua|ong|ba|anh|chi|dong chi|thay|co|chu|bac|sep))* {_HIGH_OFFICE}\b"
)


def _asks_number_of_office(said: str, index: Index) -> bool:
    """Whether somebody's number is asked for by a high office that the paper gives no number of."""
    asked = _NUMBER_OF_OFFICE.search(said)
    if asked is None:
        return False
    texts = [index.programme.conference.contact or "", *(f.text for f in index.facts if f.topic == "contact")]
    texts += [task.text for task in index.programme.tasks if CALLED.search(task.text)]
    office = asked["office"] if asked["office"].startswith("pho ") else f"(?<!pho ){asked['office']}"
    return not any(re.search(rf"\b{office}\b", search_key(text)) for text in texts)


_OF_ONES_OWN = words_in("rieng personal private")
"""Words that ask for another number than the one the paper gives."""


def _published(index: Index) -> frozenset[str]:
    """The words of the contacts that the paper itself gives, names among them."""
    texts = [index.programme.conference.contact or "", *(f.text for f in index.facts if f.topic == "contact")]
    return frozenset(key(word) for text in texts for word in _WORDS.findall(text))


def _followed_by_name(tokens: tuple[Token, ...], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].word not in FILLER_KEYS


_WEATHER = re.compile(
    r"^(?!.*\b(?:neu|lo|thi|phuong an)\b).*\b(?:troi|hom do|hom ay|hom nay|mai|luc do)"
    r" (?:co |se |co the )*mua\b.*\b(?:khong|ko|k)$"
    r"|\bwill it rain\b|\bgoing to rain\b"
    r"|^(?!.*\b(?:neu|lo|nho|xau|phuong an|truong hop|du phong)\b)"
    r".*(?:\bthoi tiet\b(?: \w+){0,4} (?:the nao|ra sao|sao|dep|tot|xau|on)\b"
    r"|\b(?:hom do|hom ay|mai|luc do) thoi tiet\b)"
    r"|^(?!.*\b(?:if|bad|case|plan|backup|rains?)\b)"
    r".*(?:\b(?:how|what) (?:is|s|will) (?:the )?weather\b|\bweather (?:be )?(?:like|forecast|on)\b)"
    r"|\b(?:bao so \d+|con bao|ap thap nhiet doi|dong dat)\b.*\b(?:khi nao|bao gio|luc nao|ngay nao|may gio|vao dau)\b"
    r"|\b(?:khi nao|bao gio|luc nao|ngay nao)\b.*\b(?:bao so \d+|con bao|co bao|mua bao|het mua)\b"
)


_SALARY = re.compile(
    r"\b(?<!so )(?<!chat )(?<!thoi )(?<!khoi )(?<!dung )luong (?:thang |mot thang )?"
    r"(?:cua|bao nhieu|la bao nhieu|may|co cao)\b"
    r"|\b(?:duoc|tra|linh|nhan) luong (?:bao nhieu|may)\b"
)
_PAY = frozenset({"lương", "luong"})
"""What somebody earns; "lượng" is how much there is."""


def is_foreign_matter(tokens: tuple[Token, ...], concepts: list[Match[str]], index: Index) -> bool:
    """Whether weather, football or the like is asked about and the programme does not itself speak of it."""
    words_asked = " ".join(token.word for token in tokens)
    if _WEATHER.search(words_asked):
        return True  # what is done if it rains a paper may tell, not whether it does
    if _SALARY.search(words_asked) and any(token.typed in _PAY for token in tokens):
        return True
    said = [match for match in synonym_lexicon().find(tokens) if not index.postings.keys().isdisjoint(match.payloads)]
    covered = {place for match in (*concepts, *said) for place in range(match.first, match.last)}
    for match in phrase_lexicon(FOREIGN).find(tokens):
        places = range(match.first, match.last)
        words = [tokens[place].word for place in places]
        in_programme = set(words) <= index.words and set(pairwise(words)) <= index.pairs
        if not in_programme and not all(place in covered for place in places):
            return True
    return False


def names_body(content: tuple[Unit, ...], index: Index) -> bool:
    """Whether the content speaks of one of the units."""
    hits = index.search(content, Sort.BODY)
    return bool(hits) and hits[0].coverage >= 0.6
