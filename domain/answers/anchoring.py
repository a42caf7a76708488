"""The item that a question starts from: what stands behind "sau" or "trước", or before "xong"."""

from typing import cast

from domain.answers.index import Index
from domain.answers.lexicon import Match
from domain.answers.normalise import Token, may_mean
from domain.answers.phrases import words_in
from domain.answers.preparing import prepared
from domain.answers.query import Kind, Unit
from domain.answers.texts import words_of

_AFTER = {word: word for word in ("sau", "after", "following", "follows", "follow", "succeeds")}


_BEFORE = {"truoc": "trước", "before": "before"}


def anchor_of(
    tokens: tuple[Token, ...], cues: list[Match[tuple[object, float]]], content: tuple[Unit, ...], index: Index
) -> tuple[tuple[Unit, ...], bool]:
    """The content behind "sau" or "trước", or before "xong", and which of the two it was."""
    taken = {place for match in cues for place in range(match.first, match.last)}
    for place, token in enumerate(tokens):
        if (token.word in ("xong", "het", "sau", "truoc")) and _in_a_name(tokens, place, cues, index):
            continue  # "hết giá trị", "sau mổ": words of an item's own name
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


def _in_a_name(tokens: tuple[Token, ...], place: int, cues: list[Match[tuple[object, float]]], index: Index) -> bool:
    """Whether the word and the next one stand so in a title, where another thing is asked than what comes next."""
    if place + 1 >= len(tokens) or (tokens[place].word, tokens[place + 1].word) not in _item_pairs(index):
        return False
    return tokens[place].word in ("xong", "het") or (place > 0 and _asks_time(cues))


@prepared
def _item_pairs(index: Index) -> frozenset[tuple[str, str]]:
    """Two words in a row inside the title of an item, read once."""
    if "title_pairs" not in index.cache:
        index.cache["title_pairs"] = frozenset(row[:2] for row in _item_rows(index)) | frozenset(
            row[1:] for row in _item_rows(index)
        )
    return cast(frozenset[tuple[str, str]], index.cache["title_pairs"])


@prepared
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
