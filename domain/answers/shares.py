"""What each of many gets or sends: "mỗi thôn được mấy người", "xã em mấy suất"."""

import re

from domain.answers.asked import Asked, sources
from domain.answers.coverage import explained
from domain.answers.entries import Sort
from domain.answers.people import by_level
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.scope import OWN_WORDS
from domain.answers.sufficing import covers
from domain.answers.values import (
    Answer,
    Attendance,
    Quoted,
)
from domain.vietnamese import search_key

_EACH = re.compile(r"\bmỗi ([^\d:;()]{1,40}?)\s*(?:cử |có |là |được |gồm |mời )?(?:từ )?\d", re.IGNORECASE)
"""A share: "mỗi thôn 05 người", "mỗi xã, thị trấn cử 02 đại biểu"."""

_ANY_BODY = words_in("don vi")


def share_of_each(asked: Asked) -> Answer | None:
    """ "Mỗi thôn được mấy người": the statement that gives each of those named its number."""
    words = [token.word for token in asked.u.tokens]
    named = next((_named_share(words, at) for at in range(len(words)) if _named_share(words, at)), "")
    if not named or asked.u.asks(Kind.DURATION):
        return None
    groups = [g for g in asked.index.programme.groups if _gives_each(g.text, named)]
    if groups:
        shown = [Attendance(groups=by_level([group]), sources=sources(group.source)) for group in groups]
        return max(shown, key=lambda each: explained(asked, each))
    texts = asked.index.texts(Sort.TASK, Sort.FACT, Sort.SESSION)
    told = next((text for text in texts if _gives_each(text, named)), None)
    found = Quoted(texts=(told,)) if told else None
    return found if found is not None and covers(asked, found) else None


def _gives_each(text: str, named: str) -> bool:
    """Whether a statement gives a number to each of those named, or to each unit of a kind that it names."""
    for share in _EACH.finditer(text):
        sharing = set(search_key(share[1]).split())
        if named in sharing or (sharing >= _ANY_BODY and named in search_key(text).split()):
            return True
    return False


def _named_share(words: list[str], at: int) -> str:
    """Who shares: the word behind "mỗi", or before "em", "mình" and the like at the head ("xã em")."""
    if words[at] == "moi" and at + 1 < len(words):
        return words[at + 1]
    return words[0] if at == 1 and words[1] in OWN_WORDS | {"chau"} else ""
