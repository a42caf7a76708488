"""Taking a broadcast back, or putting it right, once it is out."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views import broadcast_buttons as b
from services.views.broadcasts import BroadcastMessage


@button("bz")
@dataclass(frozen=True, slots=True)
class RecallBroadcast:
    """Take it back from as many as were shown."""

    broadcast: int
    seen: int


@button("bf")
@dataclass(frozen=True, slots=True)
class ConfirmCorrection:
    """Replace the words everywhere."""

    broadcast: int
    revision: int


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class RecallAsked:
    """So many messages would disappear; for `too_late` it is too late, `waiting` would not go out at all."""

    id: int
    people: int
    too_late: int = 0
    waiting: int = 0

    def keyboard(self) -> Keyboard:
        sure = press(RecallBroadcast(self.id, self.people), "recall_now", style="danger", n=self.people)
        return ((sure,),) if self.people or self.waiting else ()


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class RecallSent:
    """So many messages are being taken back; so many were kept from going out."""

    id: int
    people: int
    stopped: int

    def keyboard(self) -> Keyboard:
        return ((press(b.OpenBroadcast(self.id), "see_result"),),)


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionPreview:
    """The new words as people will see them, in so many messages."""

    id: int
    revision: int
    message: BroadcastMessage
    people: int

    def keyboard(self) -> Keyboard:
        sure = press(ConfirmCorrection(self.id, self.revision), style="success", n=self.people)
        return ((sure,), (press(b.EditSent(self.id)),))


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionSent:
    """So many messages are being corrected."""

    id: int
    people: int

    def keyboard(self) -> Keyboard:
        return ((press(b.OpenBroadcast(self.id), "see_result"),),)


SAMPLES = (
    RecallAsked(id=3, people=120, too_late=4, waiting=10),
    RecallAsked(id=3, people=0, too_late=4),
    RecallSent(id=3, people=120, stopped=10),
    RecallSent(id=3, people=0, stopped=0),
    CorrectionPreview(id=3, revision=4, message=BroadcastMessage(text="Tập trung lúc <8h>"), people=120),
    CorrectionSent(id=3, people=120),
)
