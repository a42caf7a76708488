"""Views and buttons of areas: which organizer looks after which kind of task."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.tasklines import buttons_in_rows
from services.views.unit_buttons import UnitsDesk


@button("uC")
@dataclass(frozen=True, slots=True)
class TakeKind:
    """The organizer looks after tasks of this kind (1), or no longer (0)."""

    kind: str
    on: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaLine:
    """A kind of task: how many there are, how many wait for their units, and who looks after them."""

    kind: str
    tasks: int
    open: int
    in_charge: tuple[str, ...] = ()
    mine: bool = False


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class AreaList:
    """The kinds of tasks with those who look after them."""

    lines: tuple[AreaLine, ...]
    said: str | None = None

    def keyboard(self) -> Keyboard:
        kinds = [
            press(TakeKind(each.kind, int(not each.mine)), "leave_kind" if each.mine else "take_kind", n=at)
            for at, each in enumerate(self.lines, 1)
        ]
        return (*buttons_in_rows(kinds, 2), (press(UnitsDesk(0)),))


_LINES = (
    AreaLine(kind="award", tasks=3, open=2, in_charge=("Trần <Lan>", "Lê Bình"), mine=True),
    AreaLine(kind="hall", tasks=1, open=0),
)
SAMPLES = (
    AreaList(lines=_LINES),
    AreaList(lines=_LINES, said="charge"),
    AreaList(lines=_LINES, said="no_charge"),
    AreaList(lines=()),
)
