"""Understanding: text and programme in, a query value out. No clock, no person."""

import re
from itertools import pairwise

from domain.answers.anchoring import anchor_of
from domain.answers.choosing import either
from domain.answers.clearing import no_person, no_time, said_in_full, to_the_point
from domain.answers.contents import concepts_of, conference_places, content_of, part_of_name, part_of_thing, places_of
from domain.answers.dialect import standard
from domain.answers.index import TOPIC_CODES, Index
from domain.answers.kinds import Evidence, score_kinds
from domain.answers.language import is_foreign, language_of
from domain.answers.lexicon import Match, phrase_lexicon
from domain.answers.marks import completed, retoned
from domain.answers.normalise import Token, bare, clean, expand, plain, tokens_of, unify_names
from domain.answers.numbering import as_titled
from domain.answers.other_events import is_other_event
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Understanding, Unit
from domain.answers.repair import cue_lexicon, put_right
from domain.answers.rewording import said_otherwise
from domain.answers.scope import OWN_WORDS, is_foreign_matter, is_personal, names_body
from domain.answers.short_names import named_in_full
from domain.answers.spans import in_its_span
from domain.answers.spelling import FILLER_PHRASES
from domain.answers.wordings import plainly_placed
from domain.when import WhenFound, find_when

_OWN_MARKED = frozenset({"tôi", "mình", "tớ", "chúng"})


def understand(text: str, index: Index) -> Understanding:
    """What the question asks, for this programme."""
    said = _cleared(text, index)
    when = find_when(said, index.default_year)
    tokens = unify_names(_written_out(expand(tokens_of(said, when.spans), index.words), index))
    cues = cue_lexicon().find(tokens)
    language = language_of(said)
    concepts = concepts_of(said, tokens, cues, index)
    content = content_of(said, tokens, cues, concepts, index)
    content = said_otherwise(content, tokens, cues, index, english=language == "en")
    cues = [m for m in cues if not part_of_thing(m, concepts) and not part_of_name(m, tokens, index)]
    evidence = _evidence(said, when, tokens, cues, concepts, content, index)
    return Understanding(
        text=said,
        language=language,
        tokens=tokens,
        when=when,
        kinds=score_kinds(evidence),
        content=content,
        words=evidence.words,
        anchor=evidence.anchor,
        concepts=evidence.concepts,
        about_conference=bool(conference_places(tokens, index)),
        key=plain(said, index.words),
        own=any(_means_oneself(token) for token in tokens) and Kind.GREETING not in dict(evidence.cues),
    )


def _cleared(text: str, index: Index) -> str:
    """The text with its slips put right, and with what may be said in many ways said in the one that is understood."""
    said = no_person(named_in_full(as_titled(clean(text), index.programme.conference.title), index), index)
    said = standard(completed(retoned(said, index), index), index)
    said = put_right(said_in_full(to_the_point(either(said))), index)
    return in_its_span(_without_name_day(plainly_placed(no_time(said, index)), index), index)


def _evidence(
    text: str,
    when: WhenFound,
    tokens: tuple[Token, ...],
    cues: list[Match[tuple[object, float]]],
    concepts: list[Match[str]],
    content: tuple[Unit, ...],
    index: Index,
) -> Evidence:
    """What the kinds of question are judged by."""
    anchor, after = anchor_of(tokens, cues, content, index)
    polite = places_of(phrase_lexicon(FILLER_PHRASES).find(tokens))
    codes = frozenset(code for match in concepts for code in match.payloads if code)
    return Evidence(
        cues=tuple((kind, weight) for match in cues for kind, weight in match.payloads),  # type: ignore[misc]
        when=when,
        content=content,
        concepts=codes,
        words=frozenset(token.word for place, token in enumerate(tokens) if place not in polite),
        anchor=anchor,
        anchor_after=after,
        topic=any("@" + code in TOPIC_CODES for code in codes),
        body=names_body(content, index),
        personal=is_personal(tokens, content, codes, index),
        foreign=is_foreign(text) or is_foreign_matter(tokens, concepts, index),
        other_event=is_other_event(tokens, index),
        attending=_attending(tokens),
        title=index.title_units,
        issuer=index.issuer_units,
        department=_department(tokens, index),
    )


def _without_name_day(text: str, index: Index) -> str:
    """The text without the date that the conference is called after: "họp mặt 20/11" is not held on that day."""
    held = {f"{day.day}/{day.month}" for day in index.days}
    named = {f"{int(day)}/{int(month)}" for day, month in _NAME_DAY.findall(index.programme.conference.title)} - held
    return _DAY_MONTH.sub(lambda m: " " * len(m[0]) if f"{int(m[1])}/{int(m[2])}" in named else m[0], text)


_NAME_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/\d{4})?(?![\d/])")
_DAY_MONTH = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")


def _means_oneself(token: Token) -> bool:
    """ "tôi", with or without its marks; "tối" and "tới" are other words."""
    return token.word in OWN_WORDS and (bare(token.typed) or token.typed in _OWN_MARKED)


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
    return _counted_alike(tuple(result), index)


def _counted_alike(tokens: tuple[Token, ...], index: Index) -> tuple[Token, ...]:
    """ "5 năm" as the paper writes it, "05 năm", where it says so of the same thing."""
    result = list(tokens)
    for place, (token, after) in enumerate(pairwise(tokens)):
        padded = f"0{token.word}"
        spans = after.word in _SPANS_OF_TIME and len(token.word) == 1 and token.word.isdigit()
        if spans and (padded, after.word) in index.pairs and (token.word, after.word) not in index.pairs:
            result[place] = Token(token.typed, padded, token.at, token.to)
    return tuple(result)


_SPANS_OF_TIME = words_in("nam thang tuan ngay buoi nhiem")
"""What a number makes a part of a name: "báo cáo 5 năm". Of things that are counted it is the answer or a guess."""


_NOT_ATTENDING = words_in("tru thao kien toan phong an bao")
"""What makes another word of "dự": dự trù, dự thảo, dự kiến …"""


def _attending(tokens: tuple[Token, ...]) -> bool:
    """Whether taking part is spoken of."""
    words = [token.word for token in tokens]
    if ("duoc", "moi") in pairwise(words):
        return not {"phat", "luan", "len", "doc", "trao"} & set(words)
    return any(
        token.word == "du" and token.typed in ("du", "dự", "") and after not in _NOT_ATTENDING
        for token, after in zip(tokens, [*words[1:], ""], strict=False)  # of no words none
    )
