"""Faults that can be planted in the pretend Telegram: a network as it is on the worst day of the year."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random


class FaultKind(StrEnum):
    """What goes wrong with a call that meets the fault."""

    LATENCY = "latency"  # the request waits `seconds`, then all is well
    SLOW_ANSWER = "slow_answer"  # it takes effect at once, the answer comes after `seconds`
    SERVER_ERROR = "server_error"  # 500 with Telegram's JSON, no effect
    BAD_GATEWAY = "bad_gateway"  # 502 with a page of HTML, no effect
    RESET = "reset"  # the connection breaks before anything happened
    LOST_ANSWER = "lost_answer"  # it takes effect, then the connection breaks
    HALF_ANSWER = "half_answer"  # it takes effect, half of the answer's bytes come back
    STRANGE_PAGE = "strange_page"  # 200 with somebody else's HTML (a hotel's sign-in page), no effect
    OUTAGE = "outage"  # every matching call is reset until `seconds` have passed
    FLOOD = "flood"  # 429 with retry_after = `seconds`
    UNAUTHORIZED = "unauthorized"  # 401
    NOT_FOUND = "not_found"  # 404
    CONFLICT = "conflict"  # 409, as from a second poller
    HANG = "hang"  # no effect and no answer for `seconds`


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault and whom it meets: some methods or all, one chat or all, after `skip` calls, `times` or for ever."""

    kind: FaultKind
    methods: frozenset[str] = frozenset()
    chat_id: int | None = None
    times: int | None = 1
    skip: int = 0
    probability: float = 1.0
    seconds: float = 1.0

    def meets(self, method: str, chat_id: int | None) -> bool:
        """Whether the fault concerns a call of the (lower-case) method to the chat."""
        return (not self.methods or method in self.methods) and self.chat_id in (None, chat_id)


@dataclass(slots=True)
class _Planted:
    fault: Fault
    until: float | None
    seen: int = 0
    struck: int = 0


class FaultPlan:
    """The faults planted now. The same seed and the same calls give the same faults."""

    def __init__(self, seed: int = 0) -> None:
        self._random = Random(seed)
        self._planted: list[_Planted] = []

    def plant(self, fault: Fault, *, now: float = 0.0) -> None:
        """Plant a fault; an outage begins at `now` (monotonic seconds of the simulated clock)."""
        until = now + fault.seconds if fault.kind is FaultKind.OUTAGE else None
        methods = frozenset(method.lower() for method in fault.methods)
        times = None if fault.kind is FaultKind.OUTAGE else fault.times
        self._planted.append(_Planted(replace(fault, methods=methods, times=times), until))

    def clear(self) -> None:
        """Heal everything."""
        self._planted.clear()

    def __iter__(self) -> Iterator[Fault]:
        return (planted.fault for planted in self._planted)

    def __bool__(self) -> bool:
        return bool(self._planted)

    def strike(self, method: str, chat_id: int | None, now: float) -> tuple[Fault, ...]:
        """The faults that this call meets, in the order in which they were planted."""
        if not self._planted:
            return ()
        struck = tuple(p.fault for p in self._planted if self._strikes(p, method, chat_id, now))
        self._planted = [p for p in self._planted if not _spent(p, now)]
        return struck

    def _strikes(self, planted: _Planted, method: str, chat_id: int | None, now: float) -> bool:
        fault = planted.fault
        if _spent(planted, now) or not fault.meets(method, chat_id):
            return False
        planted.seen += 1
        if planted.seen <= fault.skip or self._random.random() >= fault.probability:
            return False
        planted.struck += 1
        return True


def _spent(planted: _Planted, now: float) -> bool:
    if planted.until is not None:
        return now >= planted.until
    return planted.fault.times is not None and planted.struck >= planted.fault.times
