"""Meals: which of them there are, how they are served, and what is there for those who eat no meat.

A lunch is no answer to who asks for dinner, and that there is a meal does not tell whether it is a buffet.
"""

import re
from collections.abc import Iterator
from typing import cast

from domain.answers.affirming import affirmed
from domain.answers.asked import Asked
from domain.answers.holding import CLEAR
from domain.answers.index import Index, facts_of
from domain.answers.practical import caretakers
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.texts import clauses_of
from domain.answers.values import Answer, Practical
from domain.conference import Programme

_DIET = re.compile(r"\b(?:an|do|mon|suat|com|phan|mam|bua) (?:an )?chay\b|\b(?:vegetarian|vegan|halal)\b")
_TELLS_DIET = re.compile(r"\b(?:ăn|đồ|món|suất|cơm|phần|mâm|bàn) (?:ăn )?chay\b|vegetarian|vegan|halal", re.IGNORECASE)
_FORM = re.compile(
    r"\b(?:buffet|bup phe|tu chon|an (?:theo )?(?:ban|mam|suat)|theo (?:ban|mam)|ban tron|com hop|tiec dung)\b"
)
_TELLS_FORM = re.compile(r"\b(?:buffet|tự chọn|bàn|mâm|cơm hộp|suất (?:cơm|ăn)|tiệc đứng)\b", re.IGNORECASE)
_OF_MEALS = re.compile(
    r"\b(?:ăn (?!mặc|năn)|cơm|nghỉ trưa|tiệc|bữa|buffet|gala|chiêu đãi|liên hoan|lunch|dinner|breakfast|meals?)",
    re.IGNORECASE,
)
_ANY_MEAL = re.compile(r"\b(?:ăn,? (?:nghỉ|ở|uống)|(?:các|mọi|\d+) bữa|nơi ăn|suất ăn|meals)\b", re.IGNORECASE)

_DAY = r"(?:nay|mai|kia|mot|ngay|hom|thu|hai|ba|tu|nam|sau|bay|chu|nhat|\d\S*)"
_EATEN = re.compile(r"\b(?:ăn|cơm|tiệc|bữa|chiêu đãi|liên hoan|gala|lunch|dinner)\b", re.IGNORECASE)

_MEALS = (
    (
        re.compile(r"\b(?:an|bua) sang\b|\bdiem tam\b|\bbreakfast\b|\bsang (?:nay |mai )?an\b"),
        re.compile(r"\b(?:ăn|bữa|cơm)(?: ăn)? sáng\b|điểm tâm|breakfast", re.IGNORECASE),
    ),
    (
        re.compile(rf"\b(?:an|com|bua|tiec)(?: an)? trua\b|\blunch\b|\btrua (?:{_DAY} )*(?:co )?(?:an|com)\b"),
        re.compile(r"\btrưa\b|\blunch", re.IGNORECASE),
    ),
    (
        re.compile(rf"\b(?:an|com|bua|tiec)(?: an)? (?:toi|chieu)\b(?! da)|\bdinner\b|\btoi (?:{_DAY} )+an\b"),
        re.compile(
            r"\btối\b(?! (?:đa|thiểu|ưu))|\bchiều\b.*\b(?:ăn|cơm)|\b(?:tiệc(?! trà)|chiêu đãi|gala|liên hoan)\b|dinner",
            re.IGNORECASE,
        ),
    ),
)
"""How each meal is asked for, and how a text speaks of it."""

_PARTY = re.compile(r"\b(?:lien hoan|gala|chieu dai)\b|\b(?:co|an|du) tiec\b(?! tra)|\b(?:party|banquet)\b")
_TELLS_PARTY = re.compile(r"\b(?:tiệc(?! trà)|chiêu đãi|gala|liên hoan|tất niên|party|banquet)\b", re.IGNORECASE)


def eaten(asked: Asked) -> Answer | None:
    """What the paper says of the meal, the dish or the table asked about; None where it is asked of none of them."""
    key = asked.u.key
    if not asked.u.concepts & {"meals", "menu", "lunch", "dinner", "breakfast"} and not _DIET.search(key):
        return None
    if _DIET.search(key):
        return _told(asked, "menu", [line for line in _lines(asked.index) if _TELLS_DIET.search(line)])
    lines = _of_the_meal(asked)
    if _FORM.search(key):
        served = [line for line in lines if _TELLS_FORM.search(line) and not _TELLS_DIET.search(line)]
        return _told(asked, "meals", served)
    if asked.u.asks(Kind.EXISTS) and (given := _given(asked)) is not None:
        return given
    if lines and all(map(_is_for_all_meals, lines)):
        return _told(asked, "meals", lines) if asked.u.score(Kind.WHERE) >= CLEAR else None
    return None if lines else _told(asked, "meals", [])


def _of_the_meal(asked: Asked) -> list[str]:
    """The statements about meals that may be meant: of the one named, or of all of them."""
    lines = _lines(asked.index)
    if _PARTY.search(asked.u.key):
        return [line for line in lines if _TELLS_PARTY.search(line)]
    named = [tells for asks, tells in _MEALS if asks.search(asked.u.key)]
    exists = asked.u.asks(Kind.EXISTS) or asked.u.score(Kind.WHO) >= CLEAR
    if not named or not any(asked.u.score(kind) >= CLEAR for kind in (Kind.WHEN, Kind.WHERE, Kind.EXISTS, Kind.END)):
        return lines or [""]
    where = asked.u.score(Kind.WHERE) >= CLEAR

    def of_any(line: str) -> bool:
        return bool(
            (exists and _ANY_MEAL.search(line)) or (where and _EATS_AT.search(line) and not _NAMES_MEAL.search(line))
        )

    return [line for line in lines if any(tells.search(line) for tells in named) or of_any(line)]


_EATS_AT = re.compile(r"\băn(?:,? (?:uống|nghỉ|ở|cơm|tập trung|chung))* (?:tại|ở)\s", re.IGNORECASE)
"""Where all meals are eaten: "Đại biểu ăn tại căng tin"."""


def _is_for_all_meals(line: str) -> bool:
    return _EATS_AT.search(line) is not None and _NAMES_MEAL.search(line) is None


_NAMES_MEAL = re.compile(r"\b(?:ăn|bữa|cơm) (?:sáng|trưa|chiều|tối)\b", re.IGNORECASE)


def _given(asked: Asked) -> Answer | None:
    """ "Có cơm trưa không", where no item is that meal: that there is none with who gets it all the same, or who cooks.

    A rest at noon is no meal.
    """
    named = [tells for asks, tells in _MEALS if asks.search(asked.u.key)]
    if not named or asked.days is not None:
        return None
    items = [s.title for s in asked.index.programme.sessions]
    if any(_EATEN.search(title) and any(tells.search(title) for tells in named) for title in items):
        return None
    lines = [line for line in _lines(asked.index) if _EATEN.search(line) and line not in items]
    of_it = [line for line in lines if any(tells.search(line) for tells in named)]
    none = [line for line in of_it if _NONE_HELD.search(line)]
    if none:
        return _told(asked, "meals", none[:1] + [line for line in lines if _ALL_THE_SAME.search(line)])
    rests = [title for title in items if any(tells.search(title) for tells in named)]
    return _told(asked, "meals", of_it) if of_it and rests else None


_NONE_HELD = re.compile(r"\bkhông (?:tổ chức|bố trí|phục vụ|có|chuẩn bị|lo)\b", re.IGNORECASE)
_ALL_THE_SAME = re.compile(r"\b(?:riêng|được (?:bố trí|mời|phục vụ))\b", re.IGNORECASE)


def _told(asked: Asked, topic: str, lines: list[str]) -> Answer:
    if not lines:
        return asked.no_information(topic, by=caretakers(asked, "meals"))
    found = Practical(topic=topic, texts=tuple(dict.fromkeys(lines))[:2])
    return affirmed(asked, found) if asked.u.asks(Kind.EXISTS) else found


@prepared
def _lines(index: Index) -> list[str]:
    if "meals" not in index.cache:
        index.cache["meals"] = [*dict.fromkeys(_read_lines(index.programme))]
    return cast(list[str], index.cache["meals"])


def _read_lines(programme: Programme) -> Iterator[str]:
    texts = [session.title for session in programme.sessions] + [task.text for task in programme.tasks]
    texts += [fact.text for fact in facts_of(programme)]
    texts += [moment.text for moment in programme.moments]
    texts += programme.conference.purpose  # "không tổ chức liên hoan"
    for clause in (clause for text in texts for clause in clauses_of(text)):
        if _OF_MEALS.search(clause) or _TELLS_DIET.search(clause):
            yield clause
