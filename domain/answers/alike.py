"""Whether two questions are the same one in other clothes: for answers saved by people, and for grouping what waits."""

from collections.abc import Sequence

from domain.answers.index import Index
from domain.answers.normalise import clean, expand, key, tokens_of, unify_names
from domain.answers.spelling import FILLERS
from domain.conference import Fact

NEARLY = 0.9
"""Share of the letters that two questions must have in common."""

_EMPTY = frozenset(key(word) for word in FILLERS) - frozenset(
    key(word)
    for word in ("không", "ở", "đâu", "nào", "gì", "ai", "mấy", "có", "được", "khi", "lúc", "nhiêu", "bao", "bằng")
)
"""Words that make no difference; question words do."""

Key = tuple[str, ...]


def key_of(question: str) -> Key:
    """The words of a question that matter, folded, abbreviations written out."""
    words = [token.word for token in unify_names(expand(tokens_of(clean(question)), frozenset()))]
    return tuple(word for word in words if word not in _EMPTY) or tuple(words)


def alike(left: Key, right: Key) -> bool:
    """Whether two keys ask the same: nearly the same letters, and no word that has not its like in the other."""
    if left == right:
        return True
    if not left or not right:
        return False
    from rapidfuzz import fuzz  # only where two questions come near each other

    if fuzz.token_sort_ratio(" ".join(left), " ".join(right)) < 100 * NEARLY:
        return False
    mine, others = set(left) - set(right), set(right) - set(left)
    return all(any(_slip(a, b) for b in others) for a in mine) and all(any(_slip(a, b) for b in mine) for a in others)


def _slip(left: str, right: str) -> bool:
    """One letter apart, in words long enough for that to be a slip; numbers never are."""
    if min(len(left), len(right)) < 3 or left.isdigit() or right.isdigit():
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(left, right, score_cutoff=1) <= 1


def saved(question: str, index: Index) -> Fact | None:
    """The organizers' own answer to this question, or None."""
    facts = [fact for fact in index.facts if fact.question]
    if not facts:
        return None
    keys: dict[str, Key] = index.cache.setdefault("saved", {})  # type: ignore[assignment]
    asked = key_of(question)
    for fact in reversed(facts):  # the newest holds
        known = keys.setdefault(fact.question or "", key_of(fact.question or ""))
        if alike(asked, known):
            return fact
    return None


def grouped(questions: Sequence[str]) -> list[list[int]]:
    """The places of questions that ask the same, together; the largest group first, within it in the given order."""
    groups: list[tuple[Key, list[int]]] = []
    known: dict[Key, list[int]] = {}
    for place, question in enumerate(questions):
        own = key_of(question)
        if own not in known:
            known[own] = next((places for theirs, places in groups if alike(own, theirs)), [])
            if not known[own]:
                groups.append((own, known[own]))
        known[own].append(place)
    return sorted((places for _, places in groups), key=lambda places: (-len(places), places[0]))
