""" "Mấy báo cáo, về nội dung gì", "ba phiên bàn về những chủ đề nào": the items that are called by one noun."""

import re
from collections.abc import Sequence
from typing import cast

from domain.answers import agenda
from domain.answers.asked import Asked, sources_of
from domain.answers.holding import CLEAR
from domain.answers.index import Index
from domain.answers.item_times import session_times
from domain.answers.normalise import key
from domain.answers.phrases import phrases
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.texts import codes_of, letters_of
from domain.answers.values import Answer, ItemCount, Quoted
from domain.conference import Session, SessionState
from domain.ids import SessionId

_NOUNS = phrases(
    "báo cáo | tham luận | chuyên đề | phiên chuyên sâu | phiên chuyên đề | phiên thảo luận | phiên | bài tham luận |"
    " bài báo cáo | bài phát biểu | tiết mục"
)
_NOUN = "|".join(sorted((re.escape(" ".join(map(key, noun.split()))) for noun in _NOUNS), key=len, reverse=True))
_ABOUT = (
    r"(?:noi |ban |ban luan |thao luan )?ve (?:nhung |cac )?"
    r"(?:noi dung |chu de |van de |linh vuc |viec )?(?:gi|nao|chi)"
)
_SUBJECTS = rf"(?:{_ABOUT}|(?:co |la |ban )*(?:nhung |cac )?(?:noi dung|chu de|ten|van de)(?: la)? (?:gi|nao|chi))"
_ALL = re.compile(
    rf"\b(?P<many>nhung|cac|may|bao nhieu|hai|ba|bon|nam|sau|bay|\d+) (?P<noun>{_NOUN})\b(?P<rest>.*?)"
    rf"(?:\b{_SUBJECTS}|\b(?:do )?la (?:nhung |cac )?(?:\w+ ){{0,2}}(?:gi|nao)|, (?P=noun) (?:gi|nao))"
    rf"|\b(?P<bare>{_NOUN}) (?:thi )?{_ABOUT}\b"
)
_COUNTED = re.compile(rf"\b(?:may|bao nhieu) (?P<noun>{_NOUN})\b")
_NUMBERS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7}

_PLAIN = re.compile(
    r"\b(?:hoi nghi|dai hoi|hoi thao|le|buoi|hn|chuong trinh|nghe|co|se|duoc|trinh bay|doc|noi|ban|thong qua|cho biet"
    r"|xin|hoi|tat ca|tong cong|va|rat|nhieu|lam|chuyen sau|nay|do|day|hom|ngay|sang|chieu|toi|la|gom|o|tai|thi|dang"
    r"|ve|noi dung|gi|nao|the|vay|a|nhi|dung|trong|cua)\b"
)
MOST = 12


def which_ones(asked: Asked) -> Answer | None:
    """ "Có những cuộc thi nào": the items that begin so, where nothing else is asked of them."""
    if asked.u.kind not in (Kind.UNKNOWN, Kind.EXISTS):
        return None
    if len(only := agenda.called_by_noun(asked)) == 1:
        return session_times(asked, only, "start")
    return agenda.of_one_noun(asked) or _learnt(asked)


def _learnt(asked: Asked) -> Answer | None:
    """ "Học nghị quyết nào": the items that name what is learnt there."""
    learnt = _LEARNT.search(asked.u.key)
    if learnt is None:
        return None
    items = [s for s in asked.index.programme.sessions if f" {learnt['noun']} " in f" {letters_of(s.title)} "]
    return session_times(asked, items, "start") if 0 < len(items) <= _FEW else None


_LEARNT = re.compile(
    r"\b(?:hoc|hoc tap|quan triet|nghien cuu|pho bien) (?P<noun>nghi quyet|chi thi|ket luan|quy dinh|luat|nghi dinh)"
    r" (?:nao|gi|so may)\b"
)


def done(asked: Asked) -> Answer | None:
    """ "Phiên trù bị bầu những gì": the items that begin with the verb, in the part that is named."""
    verb = _DONE.search(asked.u.key)
    if verb is None or any(asked.u.score(kind) >= CLEAR for kind in (Kind.WHEN, Kind.WHERE, Kind.COUNT)):
        return None
    live = _taking_place(asked, asked.index.programme.sessions)
    items = [s for s in live if any(_begins(clause, verb["verb"]) for clause in _CLAUSE.split(s.title))]
    left = {unit.code for unit in asked.specific() if asked.word_of(unit) not in verb[0].split()}
    items = [item for item in items if left - asked.index.own_units <= _around(asked, item)]
    return session_times(asked, items, "start") if 0 < len(items) <= _FEW else None


def _begins(clause: str, verb: str) -> bool:
    return letters_of(clause).startswith(verb + " ")


_DONE = re.compile(
    r"\b(?P<verb>bau|thong qua|bieu quyet|cong bo|quan triet|trinh chieu|trao|ra mat|phat dong) "
    r"(?:nhung |cac )?(?:gi|chi|nhung ai|nhung chuc danh nao|noi dung gi|noi dung nao|van ban nao|chuc danh nao)\b"
)
_CLAUSE = re.compile(r"[;:,.] ")
_FEW = 4


def of_noun(asked: Asked) -> Answer | None:
    """The items that bear the noun and are asked about together: how many there are, what they are about."""
    text = asked.u.key
    found = _ALL.search(text)
    counted = _COUNTED.search(text)
    if (found is None and counted is None) or asked.u.asks(Kind.DEADLINE, Kind.DURATION):
        return None
    if asked.u.score(Kind.WHO) >= CLEAR:
        return None
    noun = (found["noun"] or found["bare"]) if found is not None else counted["noun"] if counted is not None else ""
    items = _called(asked, noun, counted=counted is not None)
    number = _number(found["many"] or "") if found is not None else None
    if number is not None and number != len(items):
        items = [item for item in items if item.id in _numbered(asked.index)]
        if number != len(items):
            return None
    rest = f"{text[: found.start()]} {found['rest'] or ''} {text[found.end() :]}" if found is not None else text
    items = _of_whom_or_where(asked, items, rest.replace(noun, " "))
    if not items and number is None and (lines := _lines_called(asked, noun)):
        if counted is None:
            return Quoted(texts=lines)
        return ItemCount(what="named", count=len(lines), names=lines)
    if not 1 < len(items) <= MOST:
        return None
    if counted is not None:
        names = tuple(item.title for item in items)
        return ItemCount(what="named", count=len(items), names=names, sources=sources_of(items))
    return agenda.by_days(asked, items)


def _number(many: str) -> int | None:
    return int(many) if many.isdecimal() else _NUMBERS.get(many)


def _called(asked: Asked, noun: str, *, counted: bool) -> list[Session]:
    """The items that begin with the noun, or that name a session so ("… trong Phiên thứ nhất: …")."""
    head = noun.split()[0] if noun.startswith("phien") else noun.removeprefix("bai ")
    sessions = asked.index.programme.sessions
    begun = _begun(asked.index).get(head.partition(" ")[0], ())
    leading = _taking_place(asked, [s for title, s in begun if title.startswith(head + " ")])
    if head == "phien" and len(leading) < 2 and not counted:
        leading = _taking_place(asked, [s for s in sessions if s.id in _numbered(asked.index)])
    return leading


@prepared
def _begun(index: Index) -> dict[str, list[tuple[str, Session]]]:
    """The items with their titles in plain letters, by the word that these begin with; read once."""
    if "begun" not in index.cache:
        begun: dict[str, list[tuple[str, Session]]] = {}
        for session in index.programme.sessions:
            title = letters_of(session.title).removeprefix("bai ")
            begun.setdefault(title.partition(" ")[0], []).append((title, session))
        index.cache["begun"] = begun
    return cast(dict[str, list[tuple[str, Session]]], index.cache["begun"])


@prepared
def _numbered(index: Index) -> frozenset[SessionId]:
    """The items that name a session or a topic by its number; read once."""
    if "numbered" not in index.cache:
        found = (s.id for s in index.programme.sessions if _NUMBERED.search(letters_of(s.title)))
        index.cache["numbered"] = frozenset(found)
    return cast(frozenset[SessionId], index.cache["numbered"])


def _taking_place(asked: Asked, sessions: Sequence[Session]) -> list[Session]:
    return [s for s in sessions if s.state is not SessionState.CANCELLED and asked.in_scope(s)]


_NUMBERED = re.compile(r"\bphien (?:thu )?(?:nhat|hai|ba|tu|nam|sau|mot|\d|i{1,3}|iv)\b|\bchuyen de (?:\d|so \d)")


def lines_of_noun(asked: Asked) -> Answer | None:
    """ "Học những chuyên đề nào": the numbered lines that begin so, where the agenda has none."""
    found = _WHICH.search(asked.u.key)
    lines = _lines_called(asked, found["noun"]) if found is not None else ()
    return Quoted(texts=lines) if lines else None


_WHICH = re.compile(rf"\b(?:nhung|cac) (?P<noun>{_NOUN}) (?:nao|gi)\b")


def _lines_called(asked: Asked, noun: str) -> tuple[str, ...]:
    """The numbered lines of the paper that begin with the noun, where the agenda does not list them."""
    if (
        {unit.code for unit in asked.specific()}
        - {"@topic_talk", "@report", "@paper", "phien", "hoc"}
        - asked.index.own_units
    ):
        return ()
    starts = re.compile(
        rf"{re.escape(noun.removeprefix('bai '))} (?:so |thu )?(?:\d{{1,2}}|[ivx]{{1,3}}|nhat|hai|ba|tu|nam|sau)\b"
    )
    lines = [fact.text for fact in asked.index.facts if starts.match(letters_of(fact.text))]
    return tuple(dict.fromkeys(lines)) if 1 < len(set(lines)) <= MOST else ()


def _of_whom_or_where(asked: Asked, items: list[Session], text: str) -> list[Session]:
    """Those of the items that are borne by whom, or held where, the rest of the question names."""
    left = set(_PLAIN.sub(" ", text).split())
    named = {unit.code for unit in asked.specific() if asked.word_of(unit) in left}
    return [item for item in items if named <= _around(asked, item)]


def _around(asked: Asked, item: Session) -> set[str]:
    whole = asked.index.sessions.get(item.parent) if item.parent is not None else None
    return codes_of(
        f"{item.title} {item.responsible or ''} {item.place or ''} {item.room or ''} {whole.title if whole else ''}"
    )
