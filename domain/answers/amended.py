"""Answers from a paper that amends another: where and when it is now, who is asked besides, what has changed at all."""

import re
from dataclasses import replace

from domain.amending import amends
from domain.answers.asked import Asked, sources
from domain.answers.asking_words import WHEN
from domain.answers.holding import CLEAR
from domain.answers.people import by_level
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import meanings
from domain.answers.values import Answer, Attendance, ConferenceTimes, WhereIs
from domain.answers.whole import conference_times
from domain.vietnamese import search_key

_MOVES = r"(?:doi|chuyen|lui|dieu chinh|thay doi|thay|sua|hoan|move|moved|changed|postponed)"
_WHERE = r"(?:dau|cho nao|noi nao|hoi truong nao|phong nao|where)"
_WHEN = rf"(?:{WHEN}|when)"
_PLACE_NOW = re.compile(
    rf"\b{_MOVES}\b(?: \w+){{0,6}}? {_WHERE}\b|\b(?:dia diem|cho|noi|hoi truong)(?: hop| to chuc)? moi\b"
    rf"|\b{_WHERE} {_MOVES}\b|\bwhere (?:\w+ ){{0,4}}(?:moved|changed)\b|\bnew (?:venue|place|location)\b"
)
_TIME_NOW = re.compile(
    rf"\b{_MOVES}\b(?: \w+){{0,6}}? {_WHEN}\b|\b(?:ngay|gio|thoi gian|lich)(?: hop| to chuc)? moi\b"
    rf"|\bwhen (?:\w+ ){{0,4}}{_MOVES}\b|\bnew (?:date|day|time)\b"
)
_WHAT_NOW = re.compile(
    r"\b(?:thay doi|dieu chinh|sua doi|doi|khac)(?: \w+)? (?:nhung gi|cai gi|gi)\b|\bco gi (?:moi|thay doi|khac)\b"
    r"|\bwhat (?:has |was |is )?changed\b|\bwhat changes\b"
)


def now_held(asked: Asked) -> Answer | None:
    """ "Đổi địa điểm sang đâu", "lùi sang ngày nào", "điều chỉnh những gì": what holds now of the whole."""
    if not amends(asked.conference.title) or not _of_the_whole(asked):
        return None
    place, time, both = (pattern.search(asked.u.key) for pattern in (_PLACE_NOW, _TIME_NOW, _WHAT_NOW))
    if place and not time and asked.conference.venue:
        return WhereIs(place=asked.venue)
    if not (time or both):
        return None
    found = conference_times(asked)
    if not isinstance(found, ConferenceTimes) or asked.known.starts_on is None:
        return None
    return replace(found, place=asked.venue) if both or place else found


def _of_the_whole(asked: Asked) -> bool:
    """Whether nothing is named besides the conference, its time and place, and that they are others now."""
    own = asked.index.own_units
    words = {unit.code: asked.word_of(unit) for unit in asked.specific()}
    return all(code in own or {code, word} & _CHANGING for code, word in words.items())


_CHANGING = words_in(
    "doi chuyen lui dieu chinh thay sua hoan sang den toi ve thanh dia diem cho noi hop ngay gio thoi gian lich moi hoi"
    " truong @venue @hall @place lai roi so voi truoc cu ke hoach bi duoc sao @documents khac bua moi new venue place"
    " location date day time move moved changed changes postponed to chuc qua lich trinh has it been"
)

_MORE = re.compile(
    r"\b(?:moi|cu|bo sung|them|tham du|du|di)(?: \w+){0,3}? (?:them|bo sung)\b"
    r"|\b(?:bo sung|them) (?:thanh phan|dai bieu|khach|nguoi|ai|nhung ai)\b"
    r"|\b(?:additional(?:ly)?|newly|also|extra)\b(?: \w+){0,2} (?:invited|guests|delegates)\b"
)
_ASKS_WHO = re.compile(r"\b(?:ai|nao|gi|nhung|who|which)\b")
_ADDED = re.compile(r"\b(?:bổ sung|thêm|additional)\b", re.IGNORECASE)


def added(asked: Asked) -> Answer | None:
    """ "Mời thêm ai", "mời thêm ngân hàng nào": those whom the paper asks besides the ones asked before."""
    key = asked.u.key
    if not amends(asked.conference.title) or not _MORE.search(key) or not _ASKS_WHO.search(key):
        return None
    if asked.u.score(Kind.COUNT) >= CLEAR:
        return None
    groups = [g for g in asked.index.programme.groups if _ADDED.search(f"{g.level} {g.description}")]
    named = {u.code for u in asked.specific() if u.code not in _ADDING and u.code not in asked.index.own_units}
    noun = _NOUN.search(key)
    told = [group for group in groups if named <= meanings(group.description)]
    if noun is not None and noun["noun"] not in _ANYBODY:
        told = [group for group in told if noun["noun"] in search_key(group.description)]
    if not told:
        return asked.no_information("other") if _INVITED.search(key) and not groups else None
    return Attendance(groups=by_level(told), sources=sources(*(group.source for group in told)))


_NOUN = re.compile(r"\b(?:them|bo sung)(?: cac| nhung)? (?P<noun>\w+(?: \w+){0,3}?) nao\b")
_ANYBODY = frozenset(
    {"nguoi", "dai bieu", "khach", "khach moi", "thanh phan", "don vi", "co quan", "don vi co quan", "doi tuong", "ben"}
)
_INVITED = re.compile(r"\b(?:moi|khach|thanh phan|dai bieu|invited|guests|delegates)\b")
_ADDING = words_in("moi them bo sung cu thanh phan tham du di @guest @delegate dai bieu khach nguoi co duoc ho dau")
