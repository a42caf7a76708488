"""What was found before, kept for who asks next: a limited number of things, the oldest forgotten first."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Found = TypeVar("Found")


def remembered(known: dict[Key, Found], key: Key, most: int, find: Callable[[], Found]) -> Found:
    """What is known of the key, else what `find` finds; `known` never holds more than `most`.

    Each new thing takes the place of the oldest: forgetting all at once would keep somebody waiting.
    """
    found = known.get(key)
    if found is None:
        found = find()
        if len(known) >= most:
            del known[next(iter(known))]
        known[key] = found
    return found
