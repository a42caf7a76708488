"""Understanding: text and programme in, a query value out. No clock, no person."""

import re
import unicodedata
from typing import cast

from domain.answers.clearing import confirming, no_person, no_time, number_of
from domain.answers.dialect import standard
from domain.answers.index import FILLER_KEYS, SMALL, TOPIC_CODES, Index
from domain.answers.kinds import Evidence, score_kinds
from domain.answers.language import is_foreign, language_of
from domain.answers.lexicon import Match, concept_lexicon, phrase_lexicon
from domain.answers.marks import completed
from domain.answers.normalise import Token, clean, expand, may_mean, plain, tokens_of, unify_names
from domain.answers.other_events import is_other_event
from domain.answers.outside import CONFERENCE_WORDS
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Understanding, Unit
from domain.answers.repair import cue_lexicon, put_right
from domain.answers.rewording import said_otherwise
from domain.answers.scope import OWN_WORDS, is_foreign_matter, is_personal, names_body
from domain.answers.spelling import FILLER_PHRASES, FILLERS, GENERIC_PHRASES
from domain.answers.texts import words_of
from domain.vietnamese import fold
from domain.when import find_when

_ASKING = words_in("nay do kia ay roi vay the a nhe co khong gi nao ai dau la duoc may bao nhieu luc khi cho biet hoi")
_OWN_MARKED = frozenset({"tôi", "mình", "tớ", "chúng"})


def understand(text: str, index: Index) -> Understanding:
    """What the question asks, for this programme."""
    said = standard(completed(no_person(clean(text), index), index), index)
    cleaned = no_time(put_right(number_of(confirming(said)), index), index)
    cleaned = _without_name_day(cleaned, index)
    when = find_when(cleaned, index.default_year)
    tokens = unify_names(_written_out(expand(tokens_of(cleaned, when.spans), index.words), index))
    cues = cue_lexicon().find(tokens)
    language = language_of(cleaned)
    concepts = _concepts(cleaned, tokens, cues, language, index)
    content = _content(cleaned, tokens, cues, concepts, index)
    content = said_otherwise(content, tokens, cues, index, english=language == "en")
    cues = [m for m in cues if not _part_of_thing(m, concepts) and not _part_of_name(m, tokens, index)]
    anchor, after = _anchor(tokens, cues, content, index)
    polite = _places(phrase_lexicon(FILLER_PHRASES).find(tokens))
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
        body=names_body(content, index),
        personal=is_personal(tokens, content, codes, index),
        foreign=is_foreign(cleaned) or is_foreign_matter(tokens, concepts, index),
        other_event=is_other_event(tokens, index),
        attending=_attending(tokens),
        title=index.title_units,
        issuer=index.issuer_units,
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
        key=plain(cleaned, index.words),
        own=any(_means_oneself(token) for token in tokens) and Kind.GREETING not in dict(evidence.cues),
    )


def _concepts(
    text: str, tokens: tuple[Token, ...], cues: list[Match[tuple[object, float]]], language: str, index: Index
) -> list[Match[str]]:
    """The things that the question speaks of, without the words that only look like one here."""
    return [
        match
        for match in concept_lexicon().find(tokens)
        if (language == "vi" or not _english_article(tokens, match))
        and not _misread(match, cues)
        and not _another_phrase(match, tokens, index)
        and not _cut_from_politeness(match, tokens)
        and not _is_title(text, tokens, match)
    ]


def _without_name_day(text: str, index: Index) -> str:
    """The text without the date that the conference is called after: "họp mặt 20/11" is not held on that day."""
    held = {f"{day.day}/{day.month}" for day in index.days}
    named = {f"{int(day)}/{int(month)}" for day, month in _NAME_DAY.findall(index.programme.conference.title)} - held
    return _DAY_MONTH.sub(lambda m: " " * len(m[0]) if f"{int(m[1])}/{int(m[2])}" in named else m[0], text)


_NAME_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/\d{4})?(?![\d/])")
_DAY_MONTH = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")


def _means_oneself(token: Token) -> bool:
    """ "tôi", with or without its marks; "tối" and "tới" are other words."""
    return token.word in OWN_WORDS and (token.typed == fold(token.typed) or token.typed in _OWN_MARKED)


def _department(tokens: tuple[Token, ...], index: Index) -> bool:
    """Whether "phòng nào" asks for a department: at the head of a question, or behind "giao", "do" and the like."""
    words = [token.word for token in tokens]
    rows = zip(words, words[1:], words[2:], strict=False)
    if any(row[0] in _GIVING and row[1:] == ("phong", "nao") for row in rows):
        return True
    heads = words[:2] == ["phong", "nao"] and len(words) > 2
    if heads and words[2] in _WORKING:
        return True
    heads = heads or any(row == ("thi", "phong", "nao") for row in zip(words, words[1:], words[2:-1], strict=False))
    return heads and not any(_ROOM.match(session.room or "") for session in index.programme.sessions)


_ROOM = re.compile(r"(?:phòng|room)\b", re.IGNORECASE)
_WORKING = words_in("lam lo phu chuan chiu gui in cap bo duoc dang nhan phoi don cu trang soan lap tham dam")
"""How a department's work begins: làm, lo, phụ trách, chuẩn bị, phối hợp, …"""

_GIVING = words_in("giao do cua nho boi gap hoi bao")


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
    invited = ["duoc", "moi"]
    if any([token.word for token in tokens[at : at + 2]] == invited for at in range(len(tokens) - 1)):
        return not {"phat", "luan", "len", "doc", "trao"} & {token.word for token in tokens}
    return any(
        token.word == "du" and token.typed in ("du", "dự", "") and after not in _NOT_ATTENDING
        for token, after in zip(tokens, following, strict=False)
    )


def _english_article(tokens: tuple[Token, ...], match: Match[str]) -> bool:
    """Whether "an" in an English question was taken for "ăn"."""
    return match.last - match.first == 1 and tokens[match.first].typed == "an"


def _content(
    text: str,
    tokens: tuple[Token, ...],
    cues: list[Match[tuple[object, float]]],
    concepts: list[Match[str]],
    index: Index,
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
    taken |= _places(phrase_lexicon(FILLER_PHRASES).find(tokens)) - covered
    generic = _places(phrase_lexicon(GENERIC_PHRASES).find(tokens)) | _conference_places(tokens, index)
    for place, token in enumerate(tokens):
        if place in taken or place in covered:
            continue
        if not _is_filler(token, index) or _is_named(tokens, place, index) or _in_capitals(text, tokens, place):
            units.append(index.unit(token.word, token.typed, place, place in generic))
    if any(unit.code in _SPOKEN for unit in units):
        units = [unit for unit in units if unit.code != "@speech"]  # "phát biểu bế mạc" is the closing
    if any(unit.code == "@arrival" for unit in units):
        units = [unit for unit in units if unit.code != "@hall"]  # where one has to be is where it is held
    first = {unit.code: unit for unit in sorted(units, key=lambda unit: -unit.at)}
    return tuple(sorted(first.values(), key=lambda unit: unit.at))


_TITLES = frozenset({("bac", "si"), ("doctor",), ("giao", "vien"), ("giam", "doc"), ("thay", "co")})


def _is_title(text: str, tokens: tuple[Token, ...], match: Match[str]) -> bool:
    """Whether a word for somebody stands before a name: "bác sĩ Lâm Hoài Thu" asks for no first aid."""
    words = tuple(token.word for token in tokens[match.first : match.last])
    behind = tokens[match.last : match.last + 2]
    return words in _TITLES and len(behind) == 2 and all(text[token.at].isupper() for token in behind)


def _misread(thing: Match[str], cues: list[Match[tuple[object, float]]]) -> bool:
    """Whether a thing seen in words without marks cuts into a question that stands there exactly: "họp | bao giờ"."""
    if thing.exact:
        return False
    return any(cue.exact and thing.first < cue.first < thing.last < cue.last for cue in cues)


def _another_phrase(thing: Match[str], tokens: tuple[Token, ...], index: Index) -> bool:
    """Whether two words without marks are read as what the paper never writes: "co dong" where it has "cổ đông"."""
    if thing.exact or len(thing.words) != 2:
        return False
    one, two = tokens[thing.first : thing.last]
    written = index.written.get((one.word, two.word), set())
    return (one.typed, two.typed) == (one.word, two.word) and bool(written) and thing.words not in written


def _cut_from_politeness(thing: Match[str], tokens: tuple[Token, ...]) -> bool:
    """Whether a thing is seen across the end of a polite phrase: the "hỏi ai" of "cho em hỏi ai chủ trì"."""
    polite = phrase_lexicon(FILLER_PHRASES).find(tokens)
    return any(match.first < thing.first < match.last < thing.last for match in polite)


def _part_of_thing(cue: Match[tuple[object, float]], things: list[Match[str]]) -> bool:
    """Whether one word belongs to the name of a thing: the "đang" of "dang ky", the "lịch" of "du lịch"."""
    if cue.last - cue.first > 1:
        return False
    mere = all(weight <= _HINT for _, weight in cue.payloads)
    holding = [m for m in things if m.first <= cue.first < m.last and m.last - m.first > 1 and any(m.payloads)]
    return any(mere or m.exact for m in holding)


def _part_of_name(cue: Match[tuple[object, float]], tokens: tuple[Token, ...], index: Index) -> bool:
    """Whether a mere hint without its marks begins a word of the programme: the "dang" of "dang vien"."""
    if cue.exact or cue.last - cue.first > 1 or any(weight > _HINT for _, weight in cue.payloads):
        return False
    following = tokens[cue.last].word if cue.last < len(tokens) else ""
    return (tokens[cue.first].word, following) in index.pairs


_HINT = 2.0


def _conference_places(tokens: tuple[Token, ...], index: Index) -> set[int]:
    """Where the conference itself is named: by a common word, or by what this one calls itself ("Ngày hội …")."""
    words = [token.word for token in tokens]
    named = [
        m for m in phrase_lexicon(CONFERENCE_WORDS).find(tokens) if not _names_item(words[m.first : m.last], index)
    ]
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


def _in_capitals(text: str, tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a word begins a name of several words inside a question: the "Nha" of "ở Nha Trang"."""
    if place == 0 or place + 1 >= len(tokens) or text.isupper():
        return False
    return text[tokens[place].at].isupper() and text[tokens[place + 1].at].isupper()


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
    if token.word not in FILLER_KEYS:
        return False
    return token.typed == fold(token.typed) or token.typed in FILLERS or _letters(token.typed) in _FILLER_LETTERS


def _letters(word: str) -> str:
    """The letters and marks of a word in no order: "đựơc" has those of "được"."""
    return "".join(sorted(unicodedata.normalize("NFD", word)))


_FILLER_LETTERS = frozenset(_letters(word) for word in FILLERS)

_AFTER = {word: word for word in ("sau", "after", "following", "follows", "follow", "succeeds")}
_BEFORE = {"truoc": "trước", "before": "before"}


def _anchor(
    tokens: tuple[Token, ...], cues: list[Match[tuple[object, float]]], content: tuple[Unit, ...], index: Index
) -> tuple[tuple[Unit, ...], bool]:
    """The content behind "sau" or "trước", or before "xong", and which of the two it was."""
    taken = {place for match in cues for place in range(match.first, match.last)}
    for place, token in enumerate(tokens):
        if token.word in ("xong", "het") and place < len(tokens) - 1 and not _asks_time(cues):
            before = tuple(unit for unit in content if unit.at < place)
            behind = _behind(tokens, place, cues, content)
            if before and tokens[place + 1].word in _THEN:
                return before, True
            if before or behind:
                doing = {unit.code for unit in before} <= ATTENDED and bool(behind)
                return behind if doing else (*before, *behind), True
        if token.word in ("sau", "truoc") and _asks_which(tokens, place):
            before = tuple(unit for unit in content if unit.at < place)
            if before:
                return before, token.word == "truoc"
        word = _AFTER.get(token.word) or _BEFORE.get(token.word)
        if word is None or place in taken or not may_mean(token, word) or _does(tokens, place):
            continue
        if place and tuple(t.word for t in tokens[place - 1 : place + 2]) in _item_rows(index):
            continue  # the "sàng lọc trước sinh" of an item's own name
        if behind := _behind(tokens, place, cues, content):
            return behind, token.word in _AFTER
    return (), True


def _item_rows(index: Index) -> frozenset[tuple[str, ...]]:
    """Three words in a row inside the title of an item, read once."""
    if "rows" not in index.cache:
        titles = ([token.word for token in words_of(session.title)] for session in index.programme.sessions)
        index.cache["rows"] = frozenset(
            row for words in titles for row in zip(words, words[1:], words[2:], strict=False)
        )
    return cast(frozenset[tuple[str, ...]], index.cache["rows"])


def _does(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether "follow" is what somebody does ("Can I follow it online?") and not what comes next."""
    return tokens[place].word == "follow" and bool({t.word for t in tokens[:place]} & _SOMEBODY)


_SOMEBODY = words_in("i we you they people guests to")


ATTENDED = words_in("hoc hop du nghe")
"""What one does at an item: "học xong chuyên đề 2" is after chuyên đề 2."""

_THEN = words_in("thi la den toi roi se o dau lam co con mat")
"""What follows "xong" where the item was named before it: "tham luận xong thì tới gì"."""


def _behind(
    tokens: tuple[Token, ...], place: int, cues: list[Match[tuple[object, float]]], content: tuple[Unit, ...]
) -> tuple[Unit, ...]:
    """The content between a word and the next one that asks: "sau … là tiết mục gì", "sau … thì tới phần nào"."""
    stop = next((match.first for match in cues if match.first > place and _decides(match)), len(tokens))
    stop = next((at for at in range(place + 2, stop) if _turns_to_asking(tokens, at)), stop)
    return tuple(unit for unit in content if place < unit.at < max(stop, place + 1))


def _turns_to_asking(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a "là" or "thì" stands here with nothing behind it but what kind of item is asked for."""
    behind = [token.word for token in tokens[place + 1 :]]
    return tokens[place].word in ("la", "thi") and bool(_WHAT & set(behind)) and len(behind) <= _FEW


_WHAT = frozenset({"gi", "nao", "ai", "dau"})
_FEW = 4


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
    return bool(phrase_lexicon(CONFERENCE_WORDS).find(unify_names(tokens_of(title))))
