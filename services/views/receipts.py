"""Asking those who have not pressed *received*."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.notices import Received


@button("nc")
@dataclass(frozen=True, slots=True)
class ChaseReceipts:
    """Ask those who are silent about a broadcast: as many as were shown."""

    broadcast: int
    seen: int


@view("notices")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptWanted:
    """Please say that you have got it: how it begins, or (for a change of the programme) what it is about.

    The button acknowledges the notice itself and then shows it.
    """

    notice: int
    begins: str = ""
    about: str = ""
    conference: str = ""

    def keyboard(self) -> Keyboard:
        return ((press(Received(self.notice), style="success"),),)


@view("notices")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptChasePreview:
    """So many are silent; this is what they would read."""

    broadcast: int
    silent: int
    wanted: ReceiptWanted

    def keyboard(self) -> Keyboard:
        return ((press(ChaseReceipts(self.broadcast, self.silent), "chase_receipts_now", n=self.silent),),)


@view("notices")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptChaseSent:
    """So many are being asked."""

    people: int


_WANTED = ReceiptWanted(notice=7, begins="Mời các đồng chí tập trung <7h30>")
SAMPLES = (
    _WANTED,
    ReceiptWanted(notice=7, about="change", conference="Hội nghị sơ kết"),
    ReceiptChasePreview(broadcast=3, silent=12, wanted=_WANTED),
    ReceiptChaseSent(people=12),
)
