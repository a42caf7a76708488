"""Views and buttons of running the day."""

from dataclasses import dataclass
from datetime import datetime, time

from domain.buttons import button, press
from domain.views import Keyboard, Press, view
from services.views.feedback import AskFeedback
from services.views.paging import short

_OFFERED = (5, 10, 15, 30)


@button("wr")
@dataclass(frozen=True, slots=True)
class BeginItem:
    """This item begins."""

    session: int


@button("we")
@dataclass(frozen=True, slots=True)
class EndItem:
    """The running item is over."""

    session: int


@button("wb")
@dataclass(frozen=True, slots=True)
class LiveBoardAgain:
    """The board as it stands now."""


@button("ws")
@dataclass(frozen=True, slots=True)
class ShiftItems:
    """Shift the later items by so many minutes (0: ask by how many); shows first what that comes to."""

    minutes: int


@button("wy")
@dataclass(frozen=True, slots=True)
class ShiftItemsSure:
    """Shift them, and publish."""

    minutes: int
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveItem:
    """An item of the day."""

    session: int
    title: str
    start: time | None
    state: str


@view("live")
@dataclass(frozen=True, slots=True, kw_only=True)
class LiveBoard:
    """The items around the running one. `late` are the minutes by which the next item is late already."""

    title: str
    items: tuple[LiveItem, ...]
    more: int
    running: LiveItem | None
    next: LiveItem | None
    before: LiveItem | None
    late: int
    can_shift: bool
    at: datetime

    def keyboard(self) -> Keyboard:
        rows: list[tuple[Press, ...]] = []
        if self.next is not None:
            rows.append((press(BeginItem(self.next.session), title=short(self.next.title, 40), style="success"),))
        if self.running is not None:
            rows.append((press(EndItem(self.running.session), title=short(self.running.title, 40)),))
        if self.before is not None:
            back = press(BeginItem(self.before.session), "back_to_item", title=short(self.before.title, 34))
            rows += [(back,), (press(AskFeedback(self.before.session, 0), title=short(self.before.title, 34)),)]
        if self.can_shift or self.late:
            offered = tuple(minutes for minutes in _OFFERED if minutes != self.late)
            rows.append(tuple(press(ShiftItems(minutes), n=minutes) for minutes in offered))
            late = (press(ShiftItems(self.late), "shift_by_delay", n=self.late),) if 0 < self.late <= 120 else ()
            rows.append((*late, press(ShiftItems(0), "shift_other")))
        return (*rows, (press(LiveBoardAgain()),))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftLine:
    """An item's hour before and after."""

    title: str
    was: time
    now: time


@view("live")
@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftPreview:
    """What shifting would come to, and how many people would be told."""

    minutes: int
    revision: int
    lines: tuple[ShiftLine, ...]
    touched: int

    def keyboard(self) -> Keyboard:
        sure = press(ShiftItemsSure(self.minutes, self.revision), n=self.minutes, count=self.touched, style="success")
        return ((sure,), (press(LiveBoardAgain(), "not_shifted"),))


_AT = datetime(2026, 7, 30, 9, 20)  # noqa: DTZ001 - local time
_OPENING = LiveItem(session=1, title="Khai <mạc>", start=time(8), state="done")
_ON = LiveItem(session=2, title="Báo cáo", start=time(8, 30), state="running")
_NEXT = LiveItem(session=3, title="Thảo luận", start=time(9), state="planned")
_LAST = LiveItem(session=4, title="Bế mạc", start=None, state="planned")
SAMPLES = (
    LiveBoard(
        title="Hội nghị <sơ kết>",
        items=(_OPENING, _ON, _NEXT, _LAST),
        more=0,
        running=_ON,
        next=_NEXT,
        before=_OPENING,
        late=20,
        can_shift=True,
        at=_AT,
    ),
    LiveBoard(
        title="Hội nghị",
        items=(_NEXT, _LAST),
        more=12,
        running=None,
        next=_NEXT,
        before=None,
        late=0,
        can_shift=False,
        at=_AT,
    ),
    LiveBoard(
        title="Hội nghị",
        items=(_OPENING,),
        more=0,
        running=None,
        next=None,
        before=_OPENING,
        late=0,
        can_shift=False,
        at=_AT,
    ),
    ShiftPreview(
        minutes=15, revision=3, lines=(ShiftLine(title="Thảo <luận>", was=time(9), now=time(9, 15)),), touched=137
    ),
)
