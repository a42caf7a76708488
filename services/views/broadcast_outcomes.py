"""Views of a broadcast that is out: how far it is, what became of it, whom only the telephone reaches."""

from dataclasses import dataclass

from domain.buttons import press
from domain.views import Keyboard, Press, view
from services.views import broadcast_buttons as b
from services.views.broadcasts import AudienceWords


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnreachedPeople:
    """Whom only the telephone reaches: name, post and unit, phone, why."""

    id: int
    people: tuple[tuple[str, str, str, str], ...]
    total: int


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastProgress:
    """How far it is. `seconds` is how long the rest will take at the pace so far; empty when it cannot be told."""

    id: int
    state: str
    total: int
    sent: int
    failed: int
    unreached: int
    waiting: int
    uncertain: int
    seconds: int | None = None

    @property
    def tenths(self) -> int:
        """How much of it is through, in tenths, for a bar."""
        reachable = self.total - self.unreached
        return 10 if not reachable else (reachable - self.waiting) * 10 // reachable

    def keyboard(self) -> Keyboard:
        turn = (
            press(b.StopBroadcast(self.id), style="danger")
            if self.state == "running"
            else press(b.ResumeBroadcast(self.id))
        )
        return ((turn, press(b.OpenBroadcast(self.id))),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redone:
    """What became of taking back (`recall`) or putting right (`correction`): message by message, and why not."""

    kind: str
    done: int
    waiting: int = 0
    failures: tuple[tuple[str, int], ...] = ()


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastReport:
    """What became of it, per outcome; `failures` are reasons with their numbers."""

    id: int
    begins: str
    audience: AudienceWords
    total: int
    sent: int
    not_linked: int
    blocked: int
    failures: tuple[tuple[str, int], ...] = ()
    uncertain: int = 0
    stopped: int = 0
    acknowledged: int | None = None
    state: str = "done"
    fixed: bool = False
    redone: tuple[Redone, ...] = ()

    def keyboard(self) -> Keyboard:
        rows: list[tuple[Press, ...]] = []
        if any(each.waiting for each in self.redone):
            rows.append((press(b.OpenBroadcast(self.id)),))
        if self.uncertain:
            rows.append((press(b.ResendUncertain(self.id), n=self.uncertain), press(b.LeaveUncertain(self.id))))
        if failed := sum(number for _, number in self.failures):
            rows.append((press(b.ResendFailed(self.id), n=failed),))
        if self.stopped:
            rows.append((press(b.ResumeBroadcast(self.id)),))
        if self.not_linked or self.blocked or self.failures or self.uncertain:
            rows.append((press(b.ListUnreached(self.id)),))
        if self.state == "recalled":
            return tuple(row for row in rows if row[0].label in ("list_unreached", "open_broadcast"))
        if self.acknowledged is not None and self.sent > self.acknowledged:
            rows.append((press(b.ChaseSilentReaders(self.id), n=self.sent - self.acknowledged),))
        if self.sent:
            edit = () if self.fixed else (press(b.EditSent(self.id)),)
            rows.append((*edit, press(b.TakeBack(self.id))))
        return tuple(rows)


_WORDS = AudienceWords(parts=(("group", "Lãnh đạo huyện"), ("attending", "")), join="and")
SAMPLES = (
    BroadcastReport(
        id=3, begins="", audience=_WORDS, total=5, sent=5, not_linked=0, blocked=0, state="recalled", fixed=True
    ),
    BroadcastReport(
        id=3,
        begins="Mời",
        audience=_WORDS,
        total=9,
        sent=9,
        not_linked=0,
        blocked=0,
        state="recalled",
        redone=(
            Redone(kind="correction", done=8, failures=(("refused", 1),)),
            Redone(kind="recall", done=4, waiting=2, failures=(("blocked", 1), ("too_old", 2))),
        ),
    ),
    UnreachedPeople(id=3, people=(("Lê Thị Hoa", "Trưởng phòng, Phòng Xanh", "+84900000001", "not_linked"),), total=31),
    UnreachedPeople(id=3, people=(), total=0),
    BroadcastProgress(
        id=3, state="running", total=180, sent=60, failed=1, unreached=43, waiting=75, uncertain=1, seconds=95
    ),
    BroadcastProgress(id=3, state="stopped", total=180, sent=60, failed=0, unreached=43, waiting=0, uncertain=0),
    BroadcastReport(
        id=3,
        begins="Mời các đồng chí",
        audience=_WORDS,
        total=180,
        sent=130,
        not_linked=40,
        blocked=3,
        failures=(("chat_not_found", 2), ("other", 1)),
        uncertain=2,
        stopped=2,
        acknowledged=90,
    ),
    BroadcastReport(
        id=3, begins="Mời", audience=AudienceWords(parts=(("all", ""),)), total=5, sent=5, not_linked=0, blocked=0
    ),
)
