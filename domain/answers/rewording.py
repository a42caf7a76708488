"""A question's words that the programme never uses, replaced by what it says for them."""

import re
from dataclasses import replace
from itertools import pairwise

from domain.answers.index import Index
from domain.answers.lexicon import Match, concept_lexicon, stem, synonym_lexicon, synonym_stems
from domain.answers.normalise import Token
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.vietnamese import search_key


def said_otherwise(
    content: tuple[Unit, ...],
    tokens: tuple[Token, ...],
    cues: list[Match[tuple[object, float]]],
    index: Index,
    *,
    english: bool,
) -> tuple[Unit, ...]:
    """The content with words that the programme never uses replaced by what it says for them, where it does."""
    content = tuple(_of_a_class(unit, index) for unit in content)
    strange = {unit.at for unit in content if not index.speaks(unit)}
    units = {unit.at: unit for unit in content}
    moving: set[int] = set()
    taken = {place for match in cues for place in range(match.first, match.last)}
    things = {match.first: match.last for match in concept_lexicon().find(tokens)}
    for match in synonym_lexicon().find(tokens):
        places = set(range(match.first, match.last))
        if any(units[at].code.startswith("@") and things.get(at, 0) > match.last for at in places & units.keys()):
            continue  # the "giải" of "giải lao" is no prize
        codes = [code for code in match.payloads if code in index.postings]
        for place in places & units.keys() - taken:
            if codes and not places & strange and not units[place].code.startswith("@"):
                units[place] = replace(units[place], others=(*units[place].others, *codes))
        moving |= {at for at in places if not codes and {tokens[at].word for at in places} <= _MOVING}
        if not codes or not places & strange or places <= taken:
            continue
        replaced = [units.pop(place) for place in places & units.keys()]
        unit = index.unit(codes[0], "", match.first, all(unit.generic for unit in replaced))
        units[match.first] = replace(unit, others=tuple(codes[1:]))
        strange -= places
    for place in sorted(strange) if english else ():
        root = stem(units[place].code)
        codes = [code for code in synonym_stems().get(root, ()) if code in index.postings]
        forms = (*index.stems.get(root, ()), *codes)
        if forms:
            units[place] = replace(index.unit(forms[0], "", place), others=tuple(forms[1:]))
    kept = [units[place] for place in sorted(units)]
    moving |= {unit.at for unit in kept if unit.code in _MOVING and not index.speaks(unit)}
    moving |= {one.at for one, next_ in pairwise(kept) if one.code in _HANDED and _is_handed(next_, index)}
    moving |= {unit.at for unit in kept if unit.code == "di" and _goes_to(tokens[unit.at + 1 : unit.at + 2])}
    return tuple(unit for unit in kept if unit.at not in moving) or tuple(kept)


def _is_handed(unit: Unit, index: Index) -> bool:
    """Whether it is something handed over that the programme speaks of, in whatever words for handing it over."""
    return unit.code in _HANDED_OVER and unit.code in index.postings


_HANDED = words_in(
    "phat cap tang trao hand handing handed give giving given present presenting award awarding issue issuing"
)
_HANDED_OVER = words_in("@certificate @gift @scholarship @badge")
""" "Phát chứng chỉ" is "trao giấy chứng nhận"."""


def _goes_to(behind: tuple[Token, ...]) -> bool:
    """Whether a "đi" only says that one goes to what is named behind it: "mấy giờ đi khảo sát"."""
    return bool(behind) and behind[0].word in _GONE_TO


_GONE_TO = words_in("khao tham thuc vieng dang xem choi ve an")


def _of_a_class(unit: Unit, index: Index) -> Unit:
    """ "Khai giảng lớp": the opening, where the programme calls it so."""
    if unit.code == "@registration" and unit.code not in index.postings and "@reception" in index.postings:
        return index.unit("@reception", "", unit.at, unit.generic)  # where nobody registers, delegates are welcomed
    alike = _OPENED.get(unit.code)
    if alike is None or unit.code in index.postings or alike not in index.postings:
        return unit
    if not _CLASS.search(search_key(index.programme.conference.title)):
        return unit  # elsewhere it is another ceremony
    return index.unit(alike, "", unit.at, unit.generic)


_OPENED = {"@school_opening": "@opening"}
_CLASS = re.compile(r"\b(?:lop|khoa|tap huan|boi duong|dao tao)\b")

_MOVING = words_in("xuat phat khoi hanh leave leaves depart departs departure")
"""Verbs of setting out: where the programme does not use them, the trip itself is meant."""
