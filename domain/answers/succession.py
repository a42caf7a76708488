""" "Tham luận xong thì đến ai lên", "đang giải lao, kế đó là gì": the item behind the one that is told of."""

import re
from collections.abc import Sequence

from domain.answers import sequence
from domain.answers.asked import TIE, Asked, sources_of
from domain.answers.entries import Hit, Sort
from domain.answers.normalise import Token, bare, key, tokens_of
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.reading import understand
from domain.answers.spelling import FILLERS
from domain.answers.texts import codes_of
from domain.answers.values import Answer, Neighbour
from domain.conference import Session, SessionState
from domain.vietnamese import search_key
from domain.when import folded_in_place

_OVER = re.compile(
    r"(?P<item>.+?)\s+(?:xong xuoi|xong|ket thuc(?=\s+(?:thi|la|roi))|roi|het)"
    r"(?:\s+(?:roi|het))?\s*,?\s*(?:thi\s+|la\s+)?(?:se\s+|moi\s+)?(?P<asks>.+)",
    re.DOTALL,
)
_AFTER = re.compile(
    r"(?:sau khi|khi het|het|xong)\s+(?P<item>.+?)(?:\s+xong)?\s*,?\s+(?:thi|la)\s+(?P<asks>.+)", re.DOTALL
)
_RUNNING = re.compile(
    r"(?P<item>.*\bdang\b.+?)\s*[,.;]?\s+(?P<asks>(?:ke|tiep|sau|roi|xong|het|vao lai)\b.+)", re.DOTALL
)

_ASKS = words_in("gi nao ai sao dau chi may")
_ONLY = words_in(
    """
    gì nào ai sao đâu chi thì là sẽ mới đến tới chuyển sang qua kế tiếp theo đó đấy sau làm đi bước phần mục nội dung
    nghi thức tiết khâu đoạn việc hoạt động bài phiên chuyên đề lượt lên phát biểu nói báo cáo đọc trình bày mình chúng
    ta mọi người các em bác con anh chị ông bà nữa lại vào ra học nghe được phải có còn trước của liền ngay rồi xong hết
    mấy giờ nhé họp bắt đầu
    """
)
_PASSED_OVER = _ONLY | FILLERS
_PASSED_KEYS = frozenset(map(key, _PASSED_OVER))
"""The words of a question for what comes next: any other word asks for something else."""

_DOING = words_in(
    """
    dang len noi doc phat bieu xong nghe hoc nghi di vao ra phan muc tiet man cai vu bay gio hien ca nha minh chung
    moi nguoi hai ba cac nhung buoi luc phut dieu hanh het day nay dai dien
    """
)
"""What is done at every item: it tells not which one is meant."""

_ALL = re.compile(r"\b(?:hai|ca hai|ba|ca ba|cac|nhung|may)\b")
"""More than one item is named: what follows stands behind the last of them."""

SURE = 0.7
"""Share of what the paper speaks of that an item must explain."""

STRANGE = 0.4
"""Share of words that the paper never uses from which the item is none of its own."""


def follows(asked: Asked) -> Answer | None:
    """What stands behind the item that is said to be over or on; None where the question is another."""
    text = asked.u.text.strip(" ?.!")
    folded = folded_in_place(text)
    if len(folded) != len(text):
        return None
    for pattern in (_RUNNING, _AFTER, _OVER):
        told = pattern.fullmatch(folded)
        if told is None or not _asks_what_follows(text[told.start("asks") :], pattern is _RUNNING):
            continue
        if (found := _behind(asked, text[slice(*told.span("item"))], told["asks"])) is not None:
            return found
    return None


def _asks_what_follows(words: str, running: bool) -> bool:
    tokens = tokens_of(words)
    asked = [token.word for token in tokens]
    if not _ASKS & set(asked) - {"may"} and not _RESUMES.search(" ".join(asked)):
        return False  # "bế giảng xong mấy giờ" asks when it ends
    if _WHEN.search(" ".join(asked)) or not all(map(_is_plain, tokens)):
        return False
    return running or bool(_ONWARD & set(asked[:_SOON]))


def _is_plain(token: Token) -> bool:
    return token.typed in _PASSED_OVER or (token.word in _PASSED_KEYS and bare(token.typed))


_ONWARD = words_in("may den toi chuyen sang qua ke tiep ai lam gi sao minh luot phan muc chung moi vao cac")
_WHEN = re.compile(r"\b(?:luc|khi|hom|ngay|buoi|bao gio) (?:nao|may)\b|\bbao gio\b")
_RESUMES = re.compile(r"\bmay gio (?:thi |moi |se )?(?:vao|hop|hoc|lam|bat dau|quay)\b")
_SOON = 3
"""Words behind "xong thì" among which the question goes on to something else."""


def _behind(asked: Asked, words: str, asks: str) -> Answer | None:
    near, best = _meant(asked, words)
    following = {item.id: sequence.after(asked, item) for item in near}
    sort = {unit.code for unit in understand(asks, asked.index).content} & _SORTS
    fit = [item for item in near if any(sort & codes_of(each.title) for each in following[item.id])]
    items = fit if len(near) > 1 and fit else best  # "… thì ai báo cáo": behind the one that a report follows
    if len(items) > 1 and _ALL.search(search_key(words)):
        items = items[-1:]
    if not 0 < len(items) <= MOST_MEANT:
        return None
    pairs = tuple((asked.line(item), asked.lines(following[item.id])) for item in items)
    return Neighbour(relation="after", pairs=pairs, sources=sources_of(items))


MOST_MEANT = 2
_SORTS = frozenset({"@report", "@paper", "@speech", "@discussion", "@performance"})


def _meant(asked: Asked, words: str) -> tuple[list[Session], list[Session]]:
    """The items that the words may tell of, and those of them that they surely do; none where of something else."""
    read = understand(words, asked.index)
    units = tuple(unit for unit in read.content if unit.code not in _DOING)
    known = tuple(unit for unit in units if unit.code.startswith("@") or asked.index.speaks(unit))
    if not _weight(known) or _weight(units) - _weight(known) > STRANGE * _weight(units):
        return [], []
    spoken = tuple(unit for unit in read.content if unit in known or unit.code == "@speech")
    hits = asked.index.search(spoken, Sort.SESSION)
    sure = max(SURE, TIE * hits.most)
    near = hits.explaining(sure)
    return _live(asked, near), _live(asked, asked.best(near, sure))


def _live(asked: Asked, hits: Sequence[Hit]) -> list[Session]:
    """The items in the agenda's order; on the day itself the one that is on or next."""
    found = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Session)]
    live = [session for session in found if session.state is not SessionState.CANCELLED]
    return sequence.nearest_now(asked, sorted(live, key=lambda session: asked.index.place_of[session.id]))


def _weight(units: tuple[Unit, ...]) -> float:
    return sum(unit.weight for unit in units if not unit.generic)
