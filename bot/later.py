"""Answers that did not get through are said later, for as long as they are of use.

What was to be said stands in the inbox beside its update until it is out, so a restart takes it up as well.
"""

import logging
from dataclasses import dataclass

from bot.clock import Clock
from bot.intake import RawUpdate
from handlers.notsaid import NotSaid

log = logging.getLogger(__name__)

USEFUL_SECONDS = 3600.0  # nobody waits longer for an answer
_FIRST_DELAY, _LONGEST_DELAY = 5.0, 300.0


@dataclass(slots=True)
class _Kept:
    update: RawUpdate
    until: float
    due: float = 0.0
    delay: float = _FIRST_DELAY
    perhaps: bool = False
    waiting: bool = True


class Later:
    """The updates whose answer is to be said later, by their number. Times are the clock's monotonic seconds."""

    __slots__ = ("_clock", "_kept")

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: dict[int, _Kept] = {}

    def put(self, update: RawUpdate, missing: NotSaid) -> None:
        """Keep it for another try, each after twice the time of the one before."""
        now = self._clock.monotonic()
        kept = self._kept.setdefault(update["update_id"], _Kept(update, now + USEFUL_SECONDS))
        kept.due = now + max(missing.wait, kept.delay)
        kept.delay = min(_LONGEST_DELAY, kept.delay * 2)
        kept.perhaps |= missing.perhaps
        kept.waiting = True
        log.info("an answer is said later", extra={"seconds": round(kept.due - now), "perhaps": kept.perhaps})

    def holds(self, number: int) -> bool:
        """Whether the update's answer still waits to be said."""
        kept = self._kept.get(number)
        return kept is not None and kept.waiting

    def begin(self, number: int) -> bool | None:
        """It is tried now; whether it may have arrived before, None for an update that is none of these."""
        kept = self._kept.get(number)
        if kept is None:
            return None
        kept.waiting = False
        return kept.perhaps

    def end(self, number: int) -> None:
        """It is said."""
        self._kept.pop(number, None)

    def due(self) -> list[RawUpdate]:
        """Those to be tried now."""
        now = self._clock.monotonic()
        return [each.update for each in self._kept.values() if each.waiting and each.due <= now < each.until]

    def useless(self) -> list[int]:
        """Those that nobody waits for any more; they are forgotten."""
        now = self._clock.monotonic()
        old = [number for number, each in self._kept.items() if each.waiting and each.until <= now]
        for number in old:
            del self._kept[number]
        return old
