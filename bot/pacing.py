"""When to leave Telegram alone, and when a chat may have its next notice. Times are a monotonic clock's seconds."""

from dataclasses import dataclass, field

from storage.turns import between

_MANY_CHATS = 4096
_HURRY = 0.97
_JUST_NOW = 1.0  # seconds: what nobody has moved for longer says nothing of who is there now
_ABOUT = 10.0  # seconds: nobody who sends too comes too late for every single claim for so long


@dataclass(slots=True)
class Trouble:
    """Telegram cannot be reached: how long to leave it alone, doubling while it lasts."""

    delay: float = 0.0
    until: float = 0.0
    first: float = 0.25
    longest: float = 30.0

    def failed(self, now: float) -> None:
        """An attempt did not get through; several at a time count as one."""
        if now >= self.until:
            self.delay = min(self.longest, self.delay * 2 or self.first)
            self.until = now + self.delay

    def over(self) -> None:
        """An attempt got through."""
        self.delay = 0.0


@dataclass(slots=True)
class Spacing:
    """Keeps messages apart when they are late: a process that was held up does not make up for it by a burst.

    A lag is worked off by going a little faster than the pace, well within Telegram's own margin.
    """

    every: float = 0.0
    last: float = float("-inf")

    def next(self, now: float) -> float:
        """The next message's slot."""
        return max(now, self.last + self.every * _HURRY)

    def take(self, now: float) -> float:
        """The next message takes its slot; seconds until then."""
        self.last = self.next(now)
        return self.last - now

    def give_way(self, now: float) -> None:
        """Something else takes a slot now: what has been claimed already moves back by one."""
        self.last = max(now, min(self.last + self.every, now + 1))  # what goes out in a second fills no other one


@dataclass(slots=True)
class Others:
    """Whether other workers send too: of late the pacer stood elsewhere than where this one had left it."""

    left: float = 0.0
    about_until: float = float("-inf")

    def look(self, stood: float, stands: float, at: float, now: float) -> None:
        """The pacer `stood` there at the time `at` on its clock, and was left where it `stands`."""
        if stood > at - _JUST_NOW and stood != self.left:
            self.about_until = now + _ABOUT
        self.left = stands

    def are_about(self, now: float) -> bool:
        """Whether any of them has claimed in the last while; between two claims of ours they may be slower."""
        return now < self.about_until


@dataclass(slots=True)
class Missed:
    """Messages whose moment is over while other workers use theirs: sent now, they would come on top of those.

    Each is given back for another moment, once: a worker that is always late still sends. Up to `tolerance` seconds
    are no lateness: the pace has left room for them.
    """

    tolerance: float
    before: set[int] = field(default_factory=set)

    def gives_back(self, message: int, late: float) -> bool:
        """Whether a message that is late by so many seconds is to be given back."""
        if late <= self.tolerance or message in self.before:
            self.before.discard(message)
            return False
        if len(self.before) >= _MANY_CHATS:
            self.before.clear()
        self.before.add(message)
        return True


@dataclass(slots=True)
class Turns:
    """Keeps the notices of this worker to a chat apart, as `between` says."""

    free: dict[int, float] = field(default_factory=dict)

    def wait(self, chat: int, now: float) -> float:
        """Seconds until the chat may have its next notice."""
        return max(0.0, self.free.get(chat, 0.0) - now)

    def take(self, chat: int, now: float) -> None:
        """The chat gets one now."""
        if len(self.free) >= _MANY_CHATS:
            self.free = {each: until for each, until in self.free.items() if until > now}
        self.free[chat] = now + between(chat)
