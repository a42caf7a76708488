"""What a question is about: its things, and its words that neither ask nor fill."""

import unicodedata

from domain.answers.index import FILLER_KEYS, SMALL, Index
from domain.answers.lexicon import Match, concept_lexicon, phrase_lexicon
from domain.answers.normalise import Token, bare, tokens_of, unify_names
from domain.answers.outside import CONFERENCE_WORDS, IN_ENGLISH
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.spelling import FILLER_PHRASES, FILLERS, GENERIC_PHRASES

_ASKING = words_in("nay do kia ay roi vay the a nhe co khong gi nao ai dau la duoc may bao nhieu luc khi cho biet hoi")


def concepts_of(
    text: str, tokens: tuple[Token, ...], cues: list[Match[tuple[object, float]]], index: Index
) -> list[Match[str]]:
    """The things that the question speaks of, without the words that only look like one here."""
    return [
        match
        for match in concept_lexicon().find(tokens)
        if not _misread(match, cues)
        and not _another_phrase(match, tokens, index)
        and not _is_title(text, tokens, match)
        and not ("party" in match.payloads and _calls_event(tokens, match, index))
    ]


def _calls_event(tokens: tuple[Token, ...], match: Match[str], index: Index) -> bool:
    """Whether the words are what the event itself is called: a "Liên hoan văn nghệ" is no party."""
    return index.called == tuple(token.word for token in tokens[match.first : match.last])


_SPOKEN = frozenset({"@opening", "@closing", "@conclusion", "@keynote"})
"""Items that are spoken: "phát biểu" before one of them adds nothing."""


def content_of(
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
    taken |= places_of(phrase_lexicon(FILLER_PHRASES).find(tokens)) - covered
    generic = places_of(phrase_lexicon(GENERIC_PHRASES).find(tokens)) | conference_places(tokens, index)
    for place, token in enumerate(tokens):
        if place in taken or place in covered:
            continue
        if not _is_filler(token, index) or _is_named(tokens, place, index) or _in_capitals(text, tokens, place):
            units.append(index.unit(token.word, token.typed, place, place in generic))
    if any(unit.code in _SPOKEN for unit in units):
        units = [unit for unit in units if unit.code != "@speech"]  # "phát biểu bế mạc" is the closing
    units = [unit for unit in units if not (unit.code == "@official" and _said_of_all(tokens, unit.at, index))]
    if any(unit.code == "@arrival" for unit in units):
        units = [unit for unit in units if unit.code != "@hall"]  # where one has to be is where it is held
    first = {unit.code: unit for unit in sorted(units, key=lambda unit: -unit.at)}
    return tuple(sorted(first.values(), key=lambda unit: unit.at))


_BEGINS = words_in("mac dau ra hop hoc vao gio luc")
_BEGINS_BEHIND = words_in("khai bat dien hop hoc vao begin begins start starts open opens")
_WHOLE = words_in("nghi hoi le thao ngay cuoc kien giang")


def _said_of_all(tokens: tuple[Token, ...], at: int, index: Index) -> bool:
    """ "Khai mạc chính thức", "chính thức bắt đầu": an adverb, which tells no session from another."""
    before = tokens[at - 1].word if at else ""
    behind = tokens[at + 2].word if at + 2 < len(tokens) else ""
    if tokens[at].word not in ("chinh", "official"):
        return False
    if before in _BEGINS or behind in _BEGINS_BEHIND:
        return True
    return before in _WHOLE and not any("chính thức" in f"{m.what} {m.text}" for m in index.programme.moments)


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
    """Whether words without marks are read as what the paper never writes there: "co dong" where it has "cổ đông".

    One word is judged by its neighbours: "dien" in "hoi dien" is none of "điện" where the paper has "hội diễn".
    """
    if thing.exact or len(thing.words) > 2:
        return False
    if len(thing.words) == 2:
        return _written_otherwise(thing.words, tokens[thing.first : thing.last], index)
    behind, ahead = tokens[thing.first - 1 : thing.last], tokens[thing.first : thing.last + 1]
    return any(
        _written_otherwise((None, *thing.words) if row is behind else (*thing.words, None), row, index)
        for row in (behind, ahead)
        if len(row) == 2
    )


def _written_otherwise(words: tuple[str | None, ...], row: tuple[Token, ...], index: Index) -> bool:
    """Whether the paper has the two syllables typed without marks, and never with the marks of these words."""
    one, two = row
    if (one.typed, two.typed) != (one.word, two.word):
        return False
    written = index.written.get((one.word, two.word), set())
    return bool(written) and not any(
        all(word is None or word == form for word, form in zip(words, forms, strict=True)) for forms in written
    )


def part_of_thing(cue: Match[tuple[object, float]], things: list[Match[str]]) -> bool:
    """Whether one word belongs to the name of a thing: the "đang" of "dang ky", the "lịch" of "du lịch"."""
    if cue.last - cue.first > 1:
        return False
    mere = all(weight <= _HINT for _, weight in cue.payloads)
    holding = [m for m in things if m.first <= cue.first < m.last and m.last - m.first > 1 and any(m.payloads)]
    return any(mere or m.exact for m in holding)


def part_of_name(cue: Match[tuple[object, float]], tokens: tuple[Token, ...], index: Index) -> bool:
    """Whether a mere hint without its marks begins a word of the programme: the "dang" of "dang vien"."""
    if cue.exact or cue.last - cue.first > 1 or any(weight > _HINT for _, weight in cue.payloads):
        return False
    following = tokens[cue.last].word if cue.last < len(tokens) else ""
    return (tokens[cue.first].word, following) in index.pairs


_HINT = 2.0


def conference_places(tokens: tuple[Token, ...], index: Index) -> set[int]:
    """Where the conference itself is named: by a common word, or by what this one calls itself ("Ngày hội …")."""
    words = [token.word for token in tokens]
    named = [
        m for m in phrase_lexicon(CONFERENCE_WORDS).find(tokens) if not _names_item(words[m.first : m.last], index)
    ]
    places = places_of(named)
    for place in range(len(words) - 1):
        if (words[place], words[place + 1]) == index.called:
            places |= {place, place + 1}
    english = IN_ENGLISH.get(index.called, frozenset()) if index.called else frozenset()
    return places | {place for place, word in enumerate(words) if word in english}


def _names_item(words: list[str], index: Index) -> bool:
    """Whether a word such as "tọa đàm" is what an item is called, and not what the whole is."""
    return not _ANY_EVENT & set(words) and not index.title_units.issuperset(words) and tuple(words) in index.item_pairs


_ANY_EVENT = words_in("hoi nghi su kien cuoc hop le conference event ceremony training")
"""Words that people use for the whole, whatever it is called."""


def places_of(matches: list[Match[str]]) -> set[int]:
    return {place for match in matches for place in range(match.first, match.last)}


def _in_capitals(text: str, tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a word begins a name of several words inside a question: the "Nha" of "ở Nha Trang"."""
    if place == 0 or place + 1 >= len(tokens) or text.isupper():
        return False
    return text[tokens[place].at].isupper() and text[tokens[place + 1].at].isupper()


def _is_named(tokens: tuple[Token, ...], place: int, index: Index) -> bool:
    """Whether a little word stands beside its neighbour just so in the programme: "Triệu Thế Hùng", "thi kể chuyện"."""
    token = tokens[place]
    if not bare(token.typed) and token.typed not in index.forms:
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
    return bare(token.typed) or token.typed in FILLERS or _letters(token.typed) in _FILLER_LETTERS


def _letters(word: str) -> str:
    """The letters and marks of a word in no order: "đựơc" has those of "được"."""
    return "".join(sorted(unicodedata.normalize("NFD", word)))


_FILLER_LETTERS = frozenset(_letters(word) for word in FILLERS)


def names_conference(title: str) -> bool:
    """Whether a title calls itself a conference, a congress, a ceremony …"""
    return bool(phrase_lexicon(CONFERENCE_WORDS).find(unify_names(tokens_of(title))))
