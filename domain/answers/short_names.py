"""Bodies and offices by their initials, as people type them: "phòng KHTH", "sở CT", "VPHU", "pct tỉnh".

The programme's own names come first: what stands behind the same head with these initials, and nothing else, is meant.
Of departments that it never names the usual ones are known, so that another one is not taken for them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import cast

from domain.answers.index import Index, vocabulary
from domain.answers.normalise import Token, tokens_of
from domain.answers.phrases import words_in
from domain.answers.preparing import prepared
from domain.answers.spelling import SHORT_WORDS
from domain.vietnamese import fold, search_key

_MARKED_HEADS = "sở phòng ban bộ vụ cục viện khoa hội đoàn trung tâm trường ngành"
_HEADS = frozenset(map(fold, _MARKED_HEADS.split()))
"""What a body's name begins with; of one typed with other marks ("hỏi ks ở đâu") no name does."""

_SURE_HEADS = words_in("so phong")
"""Heads that are no other word where they are typed without marks, whatever stands behind them."""

_USUAL = {
    "tc": "tài chính",
    "nv": "nội vụ",
    "ct": "công thương",
    "xd": "xây dựng",
    "tp": "tư pháp",
    "yt": "y tế",
    "gd": "giáo dục",
    "gddt": "giáo dục và đào tạo",
    "nn": "nông nghiệp",
    "ngv": "ngoại vụ",
    "ktht": "kinh tế hạ tầng",
    "tckh": "tài chính kế hoạch",
    "tckt": "tài chính kế toán",
    "khtc": "kế hoạch tài chính",
    "khth": "kế hoạch tổng hợp",
    "hcth": "hành chính tổng hợp",
    "hcqt": "hành chính quản trị",
    "tccb": "tổ chức cán bộ",
    "cntt": "công nghệ thông tin",
    "ldtbxh": "lao động thương binh và xã hội",
    "vhtt": "văn hóa thông tin",
}
_WITH_DEPARTMENTS = words_in("so phong bo nganh")

_LED = (
    r"ubnd|hđnd|hdnd|ubmttq|mttq|tỉnh|tinh|huyện|huyen|xã|xa|phường|phuong|thị trấn|thi tran|tp|thành phố|thanh pho"
    r"|h[ộo]i(?! (?:ngh[ịi]|th[ảa]o|thi|di[ễe]n|trại|trai|ch[ợo]))"
    r"|liên minh|lien minh|liên đoàn|lien doan|lđlđ|ldld|lmhtx|công đoàn|cong doan|hđqt|hdqt|nước"
)
_PARTY = r"huyện|huyen|tỉnh|tinh|đảng|dang|thành|thanh|xã|xa|đoàn|doan|chi bộ|chi bo"
_OFFICES = (
    (re.compile(rf"\b(p?)bt (?=(?:{_PARTY})\b)", re.IGNORECASE), "bí thư"),
    (
        re.compile(rf"(?<!sở )(?<!so )(?<!phòng )(?<!phong )\b(p?)ct (?=(?:{_LED})\b)", re.IGNORECASE),
        "chủ tịch",
    ),
)
"""Letters that are an office where a body that has one stands behind them."""

_DEPUTY = re.compile(r"\bp(bí thư|chủ tịch)\b", re.IGNORECASE)

_LONE = {
    "pct": "phó chủ tịch",
    "pbt": "phó bí thư",
    "cvp": "chánh văn phòng",
    "pcvp": "phó chánh văn phòng",
    "btg": "ban tuyên giáo",
    "bdv": "ban dân vận",
    "ubkt": "ủy ban kiểm tra",
}
"""Offices and bodies that are written so where the programme has no others of these letters."""

_CUT = {"vp": "văn phòng"}
"""What is cut so short by everybody, also where it stands in the number of the paper."""

_JOINED = r"[A-Za-zĐđ]{1,4}(?:&[A-Za-zĐđ]{1,4}){1,3}"
_SHORT = re.compile(rf"(?<![\w@./-])(?:{_JOINED}|[A-Za-zĐđ]{{2,8}})(?![\w@])")
_BEHIND_HEAD = re.compile(r"([^\W\d_]+)\s+$")
_SYLLABLE = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$")
_NO_BODIES = frozenset({"qa", "rd", "fb"})
"""Questions and answers, research and development, food and drink: "the Q&A session"."""
_LONGEST = 9
_LEAST = 3
"""Letters that initials without a head before them must have."""


def named_in_full(text: str, index: Index) -> str:
    """The text with bodies and offices that stand there by their initials written out."""
    for pattern, office in _OFFICES:
        text = pattern.sub(rf"\1{office} ", text)
    text = _DEPUTY.sub(r"phó \1", text)
    return _SHORT.sub(lambda found: _full(found, text, index) or found[0], text)


def _full(found: re.Match[str], text: str, index: Index) -> str | None:
    short = fold(found[0]).replace("&", "")
    if short in _NO_BODIES:
        return None
    if short in _CUT and not any(short in search_key(body.name).split() for body in index.programme.units):
        return _CUT[short]
    written = short if "&" in found[0] else None  # "gd&đt" goes by the letters that the programme writes
    before = _BEHIND_HEAD.search(text, 0, found.start())
    head = _head(before[1].casefold(), short) if before is not None else ""
    if head and not _is_word(found[0], short, index, head):
        named = _behind(index, head, short)
        return named or (_USUAL.get(short) if head in _WITH_DEPARTMENTS else None) or written
    if head or len(short) < _LEAST or _ordinary(found[0], short, index):
        return written
    return _alone(index, short) or _LONE.get(short)


def _head(word: str, short: str) -> str:
    """The head of a name that a word is, if it is one."""
    head = fold(word)
    marked = word != head
    if head not in _HEADS or (marked and word not in _MARKED_HEADS.split()):
        return ""
    return head if marked or head in _SURE_HEADS or short not in SHORT_WORDS else ""


def _is_word(typed: str, short: str, index: Index, head: str) -> bool:
    """Whether the letters behind a head are a word: the programme writes them there, or they make a syllable."""
    if (head, short) in index.pairs:
        return True
    return _SYLLABLE.match(short) is not None and not typed.isupper()


def _ordinary(typed: str, short: str, index: Index) -> bool:
    """Whether letters without a head before them are a word of the language, of a chat or of the programme."""
    if short in SHORT_WORDS or short in index.words or short in _vocabulary():
        return True
    return _SYLLABLE.match(short) is not None and not typed.isupper()


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return vocabulary()


def _behind(index: Index, head: str, short: str) -> str | None:
    """The one name behind a head that has these initials: the whole of it before the beginning of a longer one."""
    names = _names(index).get(head, ())
    whole = {full for full, initials in names if initials == short}
    begun = {_first(full, len(short)) for full, initials in names if initials.startswith(short)}
    chosen = whole or begun
    return next(iter(chosen)) if len({fold(name) for name in chosen}) == 1 else None


def _first(full: str, letters: int) -> str:
    words, taken = full.split(), 0
    for place, word in enumerate(words):
        taken += word != "và"
        if taken == letters:
            return " ".join(words[: place + 1])
    return full


def _alone(index: Index, short: str) -> str | None:
    """The one row of words in the names of the programme that these are the initials of."""
    rows = {fold(row): row for row in _rows(index, short)}
    return next(iter(rows.values())) if len(rows) == 1 else None


def _rows(index: Index, short: str) -> Iterator[str]:
    for words, initials in _lines(index):
        at = initials.find(short)
        while at >= 0:
            yield " ".join(words[at : at + len(short)])
            at = initials.find(short, at + 1)


@prepared
def _lines(index: Index) -> list[tuple[list[str], str]]:
    """The names of the programme without "và", with their initials; made ready once."""
    if "names by initials" not in index.cache:
        lines = [[token.typed for token in tokens_of(text) if token.typed not in ("", "và")] for text in _texts(index)]
        index.cache["names by initials"] = [(words, _initials(words)) for words in lines if words]
    return cast(list[tuple[list[str], str]], index.cache["names by initials"])


def _texts(index: Index) -> set[str]:
    programme = index.programme
    texts = {programme.conference.issuer or ""}
    texts |= {text for body in programme.units for text in (body.name, body.role or "")}
    texts |= {text for group in programme.groups for text in (group.level, group.description)}
    return texts | {session.responsible or "" for session in programme.sessions}


@prepared
def _names(index: Index) -> dict[str, set[tuple[str, str]]]:
    """What stands behind the heads of names in everything the programme says, with its initials; made ready once."""
    if "names by head" not in index.cache:
        found: dict[str, set[tuple[str, str]]] = {}
        for text in {entry.text for entry in index.entries} | _texts(index):
            tokens = tokens_of(text)
            for place, token in enumerate(tokens):
                if token.word in _HEADS:
                    name = _name(text, tokens[place:])
                    if name:
                        initials = _initials(name)
                        found.setdefault(token.word, set()).add((" ".join(name), initials))
        index.cache["names by head"] = found
    return cast(dict[str, set[tuple[str, str]]], index.cache["names by head"])


def _initials(words: list[str]) -> str:
    return "".join(fold(word)[0] for word in words if word != "và")


def _name(text: str, tokens: tuple[Token, ...]) -> list[str]:
    """The words behind the head that these tokens begin with, up to what parts names from each other."""
    name: list[str] = []
    for one, two in pairwise(tokens[: 1 + _LONGEST]):
        if not two.typed.isalpha() or text[one.to : two.at].strip(" -–\n"):
            break
        name.append(two.typed)
    return name
