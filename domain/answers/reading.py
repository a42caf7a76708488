"""Understanding: text and programme in, a query value out. No clock, no person."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from domain.answers.cues import CONFERENCE_WORDS, FOREIGN, OTHER_EVENT, PERSONAL
from domain.answers.index import SMALL, TOPIC_CODES, Index, Sort
from domain.answers.kinds import Evidence, score_kinds
from domain.answers.language import is_foreign, language_of
from domain.answers.lexicon import Lexicon, Match, concept_lexicon, stem, synonym_lexicon, synonym_stems
from domain.answers.normalise import Token, clean, expand, key, may_mean, tokens_of, unify_names
from domain.answers.phrases import phrases, words_in
from domain.answers.query import Kind, Understanding, Unit
from domain.answers.repair import cue_lexicon, put_right
from domain.answers.spelling import FILLER_PHRASES, FILLERS, GENERIC_PHRASES
from domain.vietnamese import fold
from domain.when import WhenFound, find_when

_FILLER_KEYS = frozenset(key(word) for word in FILLERS)
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
_ASKING = words_in("nay do kia ay roi vay the a nhe co khong gi nao ai dau la duoc may bao nhieu luc khi cho biet hoi")
_WORDS = re.compile(r"\w+")
_OWN = words_in("toi minh em to chung ta")
_OWN_MARKED = frozenset({"tôi", "mình", "tớ", "chúng"})


@lru_cache(maxsize=8)
def _words(phrases: tuple[str, ...]) -> Lexicon[str]:
    return Lexicon((phrase, phrase) for phrase in phrases)


def understand(text: str, index: Index) -> Understanding:
    """What the question asks, for this programme."""
    cleaned = _no_time(put_right(clean(text), index), index)
    when = find_when(cleaned, index.default_year)
    tokens = unify_names(_written_out(expand(tokens_of(cleaned, when.spans), index.words), index))
    cues = cue_lexicon().find(tokens)
    language = language_of(cleaned)
    concepts = [
        match
        for match in concept_lexicon().find(tokens)
        if (language == "vi" or not _english_article(tokens, match)) and not _misread(match, cues)
    ]
    content = _content(tokens, cues, concepts, index)
    content = _said_otherwise(content, tokens, cues, index, english=language == "en")
    cues = [match for match in cues if not _part_of_thing(match, concepts)]
    anchor, after = _anchor(tokens, cues, content)
    polite = _places(_words(FILLER_PHRASES).find(tokens))
    words = frozenset(token.word for place, token in enumerate(tokens) if place not in polite)
    codes = frozenset(code for match in concepts for code in match.payloads if code)
    evidence = Evidence(
        cues=tuple((kind, weight) for match in cues for kind, weight in match.payloads),  # type: ignore[misc]
        when=when,
        content=content,
        concepts=codes,
        words=words,
        anchor=anchor,
        anchor_after=after,
        topic=any("@" + code in TOPIC_CODES for code in codes),
        body=_names_body(content, index),
        personal=_personal(tokens, content, codes, index),
        foreign=is_foreign(cleaned) or _foreign(tokens, concepts, index),
        other_event=_other_event(tokens, when, index),
        attending=_attending(tokens),
        title=index.title_units,
        department=_department(tokens, index),
    )
    return Understanding(
        text=cleaned,
        language=language,
        tokens=tokens,
        when=when,
        kinds=score_kinds(evidence),
        content=content,
        words=words,
        anchor=anchor,
        concepts=codes,
        about_conference=bool(_conference_places(tokens, index)),
        own=any(_means_oneself(token) for token in tokens) and Kind.GREETING not in dict(evidence.cues),
    )


_TIME_LIKE = re.compile(r"\b(chieu|sang|toi|trua) (\w+)", re.IGNORECASE)
_BEHIND_TIME = words_in("nay mai qua thu ngay kia mot mung cn chu hom som muon")
_MARKED_OTHERWISE = {
    "chieu": ("chiếu", "chiều"),
    "sang": ("sang", "sáng"),
    "toi": ("tới", "tối"),
    "trua": ("trua", "trưa"),
}


def _no_time(text: str, index: Index) -> str:
    """The text with a word that merely looks like a part of the day written as the programme does: "chieu phim"."""

    def written(found: re.Match[str]) -> str:
        word, behind = found[1].casefold(), found[2].casefold()
        other, part = _MARKED_OTHERWISE[word]
        spoken = (word, key(behind)) in index.pairs and other in index.forms and part not in index.forms
        named = behind in _BEHIND_TIME or behind[:1].isdigit()
        return found[0] if named or not spoken else f"{other} {found[2]}"

    return _TIME_LIKE.sub(written, text)


def _means_oneself(token: Token) -> bool:
    """ "tôi", with or without its marks; "tối" and "tới" are other words."""
    return token.word in _OWN and (token.typed == fold(token.typed) or token.typed in _OWN_MARKED)


def _department(tokens: tuple[Token, ...], index: Index) -> bool:
    """Whether "phòng nào" at the head of a question asks for a department: what follows is done, not held there."""
    words = [token.word for token in tokens]
    heads = words[:2] == ["phong", "nao"] and len(words) > 2
    return heads and not any(session.room for session in index.programme.sessions)


def _written_out(tokens: tuple[Token, ...], index: Index) -> tuple[Token, ...]:
    """Initials of the programme's own names as the words they stand for."""
    result: list[Token] = []
    for token in tokens:
        words = () if token.word in index.words else index.initials.get(token.word, ())
        result += [Token("", word, token.at, token.to) for word in words] or [token]
    return tuple(result)


_SPOKEN = frozenset({"@opening", "@closing", "@conclusion", "@keynote"})
"""Items that are spoken: "phát biểu" before one of them adds nothing."""

_NOT_ATTENDING = words_in("tru thao kien toan phong an bao")
"""What makes another word of "dự": dự trù, dự thảo, dự kiến …"""


def _attending(tokens: tuple[Token, ...]) -> bool:
    """Whether taking part is spoken of."""
    following = [token.word for token in tokens[1:]] + [""]
    return any(
        token.word == "du" and token.typed in ("du", "dự", "") and after not in _NOT_ATTENDING
        for token, after in zip(tokens, following, strict=False)
    )


def _english_article(tokens: tuple[Token, ...], match: Match[str]) -> bool:
    """Whether "an" in an English question was taken for "ăn"."""
    return match.last - match.first == 1 and tokens[match.first].typed == "an"


def _content(
    tokens: tuple[Token, ...], cues: list[Match[tuple[object, float]]], concepts: list[Match[str]], index: Index
) -> tuple[Unit, ...]:
    """Concepts, and the words that are neither cue nor filler, each with its weight."""
    taken = {place for match in cues for place in range(match.first, match.last)}
    units: list[Unit] = []
    covered: set[int] = set()
    for match in concepts:
        places = set(range(match.first, match.last))
        codes = [code for code in match.payloads if code]
        if not codes or places <= taken:
            continue
        covered |= places
        units += _concept_units(codes, tokens[match.first], match.first, index)
    taken |= _places(_words(FILLER_PHRASES).find(tokens)) - covered
    generic = _places(_words(GENERIC_PHRASES).find(tokens)) | _conference_places(tokens, index)
    for place, token in enumerate(tokens):
        if place in taken or place in covered:
            continue
        if not _is_filler(token, index) or _is_named(tokens, place, index):
            units.append(index.unit(token.word, token.typed, place, place in generic))
    if any(unit.code in _SPOKEN for unit in units):
        units = [unit for unit in units if unit.code != "@speech"]  # "phát biểu bế mạc" is the closing
    first = {unit.code: unit for unit in sorted(units, key=lambda unit: -unit.at)}
    return tuple(sorted(first.values(), key=lambda unit: unit.at))


def _misread(thing: Match[str], cues: list[Match[tuple[object, float]]]) -> bool:
    """Whether a thing seen in words without marks cuts into a question that stands there exactly: "họp | bao giờ"."""
    if thing.exact:
        return False
    return any(cue.exact and thing.first < cue.first < thing.last < cue.last for cue in cues)


def _part_of_thing(cue: Match[tuple[object, float]], things: list[Match[str]]) -> bool:
    """Whether a mere hint of one word belongs to the name of a thing: the "đang" of "dang ky"."""
    if cue.last - cue.first > 1 or any(weight > _HINT for _, weight in cue.payloads):
        return False
    return any(m.first <= cue.first < m.last and m.last - m.first > 1 and any(m.payloads) for m in things)


_HINT = 2.0


def _said_otherwise(
    content: tuple[Unit, ...],
    tokens: tuple[Token, ...],
    cues: list[Match[tuple[object, float]]],
    index: Index,
    *,
    english: bool,
) -> tuple[Unit, ...]:
    """The content with words that the programme never uses replaced by what it says for them, where it does."""
    strange = {unit.at for unit in content if not index.speaks(unit)}
    units = {unit.at: unit for unit in content}
    moving: set[int] = set()
    taken = {place for match in cues for place in range(match.first, match.last)}
    for match in synonym_lexicon().find(tokens):
        places = set(range(match.first, match.last))
        codes = [code for code in match.payloads if code in index.postings]
        for place in places & units.keys() - taken:
            if codes and not places & strange and not units[place].code.startswith("@"):
                units[place] = replace(units[place], others=(*units[place].others, *codes))
        moving |= {at for at in places if not codes and {tokens[at].word for at in places} <= _MOVING}
        if not codes or not places & strange or places <= taken:
            continue
        replaced = [units.pop(place) for place in places & units.keys()]
        units[match.first] = index.unit(codes[0], "", match.first, all(unit.generic for unit in replaced))
        strange -= places
    for place in sorted(strange) if english else ():
        root = stem(units[place].code)
        codes = [code for code in synonym_stems().get(root, ()) if code in index.postings]
        forms = (*index.stems.get(root, ()), *codes)
        if forms:
            units[place] = index.unit(forms[0], "", place)
    kept = [units[place] for place in sorted(units)]
    moving |= {unit.at for unit in kept if unit.code in _MOVING and not index.speaks(unit)}
    return tuple(unit for unit in kept if unit.at not in moving) or tuple(kept)


_MOVING = words_in("xuat phat khoi hanh leave leaves depart departs departure")
"""Verbs of setting out: where the programme does not use them, the trip itself is meant."""


def _conference_places(tokens: tuple[Token, ...], index: Index) -> set[int]:
    """Where the conference itself is named: by a common word, or by what this one calls itself ("Ngày hội …")."""
    words = [token.word for token in tokens]
    named = [m for m in _words(CONFERENCE_WORDS).find(tokens) if not _names_item(words[m.first : m.last], index)]
    places = _places(named)
    for place in range(len(words) - 1):
        if (words[place], words[place + 1]) == index.called:
            places |= {place, place + 1}
    return places


def _names_item(words: list[str], index: Index) -> bool:
    """Whether a word such as "tọa đàm" is what an item is called, and not what the whole is."""
    return not _ANY_EVENT & set(words) and not index.title_units.issuperset(words) and tuple(words) in index.item_pairs


_ANY_EVENT = words_in("hoi nghi su kien cuoc hop le conference event ceremony training")
"""Words that people use for the whole, whatever it is called."""


def _places(matches: list[Match[str]]) -> set[int]:
    return {place for match in matches for place in range(match.first, match.last)}


def _is_named(tokens: tuple[Token, ...], place: int, index: Index) -> bool:
    """Whether a little word stands beside its neighbour just so in the programme: "Triệu Thế Hùng", "thi kể chuyện"."""
    token = tokens[place]
    if token.typed != fold(token.typed) and token.typed not in index.forms:
        return False
    beside = ((place - 1, place), (place, place + 1))
    return any(
        left >= 0 and right < len(tokens) and _names_together(tokens[left], tokens[right], index)
        for left, right in beside
    )


def _names_together(left: Token, right: Token, index: Index) -> bool:
    if left.word in SMALL or right.word in SMALL or left.word in _ASKING or right.word in _ASKING:
        return False
    return (left.word, right.word) in index.pairs


def _concept_units(codes: list[str], token: Token, place: int, index: Index) -> list[Unit]:
    """One unit for a phrase that stands for several things: the one the programme speaks of, else the first."""
    known = [code for code in codes if "@" + code in index.postings] or codes[:1]
    return [index.unit("@" + known[0], "", place)] if token else []


def _is_filler(token: Token, index: Index) -> bool:
    if token.word not in _FILLER_KEYS:
        return False
    return token.typed == fold(token.typed) or token.typed in FILLERS or _letters(token.typed) in _FILLER_LETTERS


def _letters(word: str) -> str:
    """The letters and marks of a word in no order: "đựơc" has those of "được"."""
    return "".join(sorted(unicodedata.normalize("NFD", word)))


_FILLER_LETTERS = frozenset(_letters(word) for word in FILLERS)

_AFTER = {"sau": "sau", "after": "after", "following": "following"}
_BEFORE = {"truoc": "trước", "before": "before"}


def _anchor(
    tokens: tuple[Token, ...], cues: list[Match[tuple[object, float]]], content: tuple[Unit, ...]
) -> tuple[tuple[Unit, ...], bool]:
    """The content behind "sau" or "trước", or before "xong", and which of the two it was."""
    taken = {place for match in cues for place in range(match.first, match.last)}
    for place, token in enumerate(tokens):
        if token.word in ("xong", "het") and place < len(tokens) - 1 and not _asks_time(cues):
            before = tuple(unit for unit in content if unit.at < place)
            if before:
                return before, True
            if behind := _behind(tokens, place, cues, content):
                return behind, True
        if token.word in ("sau", "truoc") and _asks_which(tokens, place):
            before = tuple(unit for unit in content if unit.at < place)
            if before:
                return before, token.word == "truoc"
        word = _AFTER.get(token.word) or _BEFORE.get(token.word)
        if word is None or place in taken or not may_mean(token, word):
            continue
        if behind := _behind(tokens, place, cues, content):
            return behind, token.word in _AFTER
    return (), True


def _behind(
    tokens: tuple[Token, ...], place: int, cues: list[Match[tuple[object, float]]], content: tuple[Unit, ...]
) -> tuple[Unit, ...]:
    """The content between a word and the next one that asks."""
    stop = next((match.first for match in cues if match.first > place and _decides(match)), len(tokens))
    return tuple(unit for unit in content if place < unit.at < max(stop, place + 1))


def _asks_which(tokens: tuple[Token, ...], place: int) -> bool:
    """ "… sau phần nào": what is asked for stands before the item named."""
    following = [token.word for token in tokens[place + 1 : place + 4]]
    if following[:1] == ["ai"]:
        return True
    return "nao" in following and following[0] in ("phan", "muc", "bai", "phien", "noi", "tiet", "nao")


def _decides(match: Match[tuple[object, float]]) -> bool:
    return any(weight >= 2 for _, weight in match.payloads)


def _asks_time(cues: list[Match[tuple[object, float]]]) -> bool:
    return any(
        kind in (Kind.WHEN, Kind.END, Kind.DEADLINE, Kind.DURATION, Kind.TIME_LEFT) and weight >= 2
        for match in cues
        for kind, weight in match.payloads
    )


def names_conference(title: str) -> bool:
    """Whether a title calls itself a conference, a congress, a ceremony …"""
    return bool(_words(CONFERENCE_WORDS).find(unify_names(tokens_of(title))))


def _names_body(content: tuple[Unit, ...], index: Index) -> bool:
    hits = index.search(content, Sort.BODY)
    return bool(hits) and hits[0].coverage >= 0.6


def _personal(tokens: tuple[Token, ...], content: tuple[Unit, ...], codes: frozenset[str], index: Index) -> bool:
    """Whether a number, an address or the like of a person is asked for, rather than that of an office."""
    asked = _words(PERSONAL).find(tokens)
    if not asked or _OWN & {token.word for token in tokens[max(match.last for match in asked) :][:1]}:
        return False  # "số phòng của tôi"
    officeless = _OFFICELESS & {phrase for match in asked for phrase in match.payloads}
    aged = any("tuổi" in phrase for phrase in officeless) and not _TITLES & {token.word for token in tokens}
    if officeless and not aged:
        return True
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
    office = _names_body(tuple(u for u in content if u.code not in ("@contact",)), index) and "list" not in codes
    return (named or bool(_PERSONS & {"@" + code for code in codes})) and not office


_OF_ONES_OWN = words_in("rieng personal private")
"""Words that ask for another number than the one the paper gives."""


def _published(index: Index) -> frozenset[str]:
    """The words of the contacts that the paper itself gives, names among them."""
    texts = [index.programme.conference.contact or "", *(f.text for f in index.facts if f.topic == "contact")]
    return frozenset(key(word) for text in texts for word in _WORDS.findall(text))


def _followed_by_name(tokens: tuple[Token, ...], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].word not in _FILLER_KEYS


def _foreign(tokens: tuple[Token, ...], concepts: list[Match[str]], index: Index) -> bool:
    """Whether weather, football or the like is asked about and the programme does not itself speak of it."""
    covered = {place for match in concepts for place in range(match.first, match.last)}
    for match in _words(FOREIGN).find(tokens):
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


def _other_event(tokens: tuple[Token, ...], when: WhenFound, index: Index) -> bool:
    """Whether another conference is meant: last year's, or that of another level ("đại hội của tỉnh")."""
    if _words(OTHER_EVENT).find(tokens):
        return True
    words = [token.word for token in tokens]
    conference = index.programme.conference
    own = {key(word) for word in f"{conference.title} {conference.issuer or ''} {conference.venue or ''}".split()}
    for match in _words(CONFERENCE_WORDS).find(tokens):
        following = words[match.last : match.last + 6]
        for offset, word in enumerate(following):
            before = following[:offset]
            linked = "cua" in before or "cap" in before or _level_alone(following, offset)
            linked = linked or (0 < offset < len(following) - 1 and own.issuperset(before))
            if word in _LEVELS and linked and word not in own and tokens[match.last + offset].typed != "tình":
                return True
    return False
