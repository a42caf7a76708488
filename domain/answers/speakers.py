"""When and where a person named by the question speaks: "Professor Lindqvist's talk", "bài của thầy Khoa"."""

import re
from typing import cast

from domain.answers.asked import Asked, sources_of
from domain.answers.holding import CLEAR
from domain.answers.index import Index
from domain.answers.item_times import MOST_LINES, session_times
from domain.answers.normalise import bare, key
from domain.answers.offices import SOMEBODYS_NAME
from domain.answers.phrases import words_in
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.texts import letters_of
from domain.answers.values import Answer, Responsible
from domain.conference import Session
from domain.when import folded_in_place


def of_speaker(asked: Asked) -> Answer | None:
    """The items of the one person whom the question names, where it asks for nothing but when or where they speak."""
    if max(map(asked.u.score, _ASKED)) < CLEAR or asked.u.asks(Kind.COUNT):
        return None
    if not (_TALKS.search(asked.u.key) or (asked.u.score(Kind.ROOM) >= CLEAR and _TITLES & asked.u.words)):
        return None
    content = {unit.at for unit in asked.specific()}
    places = [at for at, token in enumerate(asked.u.tokens) if at in content and token.word not in _AROUND]
    named = {asked.u.tokens[at].word for at in places}
    if len(named) == 1 and not _written_as_name(asked, places[0]):
        return None
    names = _names(asked.index) if named else {}
    people = {name for name in names if named <= set(name.split())}
    found = names[next(iter(people))] if len(people) == 1 else []
    if not 0 < len(found) <= MOST_LINES:
        return None
    return session_times(asked, found, "start")


def _written_as_name(asked: Asked, place: int) -> bool:
    """Whether one word alone is a name: with a capital, or behind a title ("thay khoa"); "khoa" may be a faculty."""
    token = asked.u.tokens[place]
    titled = place > 0 and asked.u.tokens[place - 1].word in _TITLES | _ADDRESSED
    return titled or asked.u.text[token.at : token.at + 1].isupper()


@prepared
def _names(index: Index) -> dict[str, list[Session]]:
    """The items by the name of the person behind them, read once."""
    if "speakers" not in index.cache:
        found: dict[str, list[Session]] = {}
        for session in index.programme.sessions:
            if name := _name_in(session):
                found.setdefault(name, []).append(session)
        index.cache["speakers"] = found
    return cast(dict[str, list[Session]], index.cache["speakers"])


def _name_in(session: Session) -> str:
    """The name of the person behind an item, folded, without titles and office."""
    behind = (session.responsible or "").partition(",")[0]
    found = SOMEBODYS_NAME.search(behind)
    words = (
        [key(word) for word in re.findall(r"[^\W\d_]+", behind[found.start() :]) if word[0].isupper()] if found else []
    )
    return " ".join(word for word in words if word not in _AROUND)


def which_perform(asked: Asked) -> Answer | None:
    """ "Gia đình nào tham luận", "siêu thị nào phát biểu": the items called so that name such, or are such a one's."""
    found = _WHICH.search(asked.u.key)
    if found is None:
        return None
    verb, kind = f" {found['verb']} ", f" {found['kind']} "
    called = [
        session
        for session in asked.index.programme.sessions
        if asked.in_scope(session)
        and verb in f" {letters_of(session.title)} "
        and kind in f" {letters_of(session.title)} {letters_of(session.responsible or '')} "
        and not re.search(rf"\b\d+{kind}(?!.*[:(])", folded_in_place(f"{session.title} "))
    ]
    items = [s for s in called if _marked_alike(asked, kind.strip(), f"{s.title} {s.responsible or ''}")]
    items = items or _parts_led_by(asked, found["verb"], kind.strip())
    if called and not items:
        return asked.no_information("who")
    return Responsible(lines=asked.lines(items), sources=sources_of(items)) if 0 < len(items) <= MOST_LINES else None


def _marked_alike(asked: Asked, kind: str, text: str) -> bool:
    """Whether a text writes the word with the marks that were typed: "trường nào" asks for no "Trưởng phòng"."""
    typed = asked.u.text.casefold()
    places = re.finditer(rf"(?<!\w){re.escape(kind)}(?!\w)", folded_in_place(text))
    written = [text[place.start() : place.end()].casefold() for place in places]
    return bare(typed) or not written or any(word in typed for word in written)


def _parts_led_by(asked: Asked, verb: str, kind: str) -> list[Session]:
    """The parts of the one item called so that begin with who performs them: "Trường Hoa Mai: dạy trẻ đọc"."""
    called = [s for s in asked.index.programme.sessions if asked.in_scope(s) and letters_of(s.title).startswith(verb)]
    if len(called) != 1:
        return []
    parts = [s for s in asked.index.programme.sessions if s.parent == called[0].id]
    begins = f"{kind} "
    return parts if parts and all(letters_of(part.title).startswith(begins) for part in parts) else []


_NO_KIND = r"(?:ngay|gio|luc|khi|hom|buoi|noi|cho|nhung|cac|phong|phien|muc|phan|bai|don vi|noi dung)"
_WHICH = re.compile(
    rf"^(?:nhung |cac |co |the |da |vay |\d+ )*(?P<kind>(?!{_NO_KIND}|\d)\w+(?: \w+){{0,2}}?)"
    r" nao (?:se |duoc |phai |co |len |ve |dai dien )*(?:doc |trinh bay |bao cao )?"
    r"(?P<verb>tham luan|phat bieu|giao luu|chia se|ky ket|trung bay|bieu dien)\b(?! (?:o dau|luc nao|khi nao))"
)

_ASKED = (Kind.WHEN, Kind.WHERE, Kind.ROOM)

_TALKS = re.compile(
    r"\b(?:talks?|speaks?|speech|lectures?|presents?|presentation|keynote|paper|session"
    r"|bai|phan|noi|noi chuyen|phat bieu|trinh bay|bao cao|tham luan|thuyet trinh)\b"
)
_TITLES = words_in("professor prof doctor dr gs pgs ts ths")
_ADDRESSED = words_in("ong ba thay co anh chi mr ms mrs chu bac")
_AROUND = words_in(
    """
    professor prof doctor dr mr ms mrs gs pgs ts ths giao su tien si thac ong ba thay co anh chi dong
    talk talks speak speaks speaking speech lecture lectures present presents presenting presentation keynote paper
    session s bai phan noi chuyen phat bieu trinh bay bao cao tham luan thuyet cua khach moi dien gia bat dau den toi
    """
)
"""What stands around a name: titles, and that somebody speaks."""
