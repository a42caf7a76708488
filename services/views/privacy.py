"""Views and buttons of one's own data: seen, corrected, exported, given back, erased."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.buttons import button, press
from domain.views import Keyboard, view


@button("ye")
@dataclass(frozen=True, slots=True)
class ExportMyData:
    """Everything as files."""


@button("yc")
@dataclass(frozen=True, slots=True)
class CorrectMyData:
    """Correct a field: name, post, unit or phone."""

    field: str


@button("yw")
@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """Take the consent back; asks first, unless `sure`."""

    sure: int


@button("yx")
@dataclass(frozen=True, slots=True)
class EraseMe:
    """Erase everything; asks first, unless `sure`."""

    sure: int


@button("yb")
@dataclass(frozen=True, slots=True)
class MyDataAgain:
    """Back to what is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The person on a conference's list.

    `needs` are a field, what was asked for, and what is arranged; `came` is when they were checked in.
    """

    conference: str
    name: str
    post: str | None
    unit: str | None
    phone: str | None
    rsvp: str
    reason: str | None
    needs: tuple[tuple[str, str | None, str | None], ...] = ()
    came: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role in a conference; `unit` for a focal person."""

    conference: str
    role: str
    name: str | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and its answer."""

    text: str
    at: datetime
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Something the person said in a conference: a speech, a vote, a remark, a session left out."""

    kind: str
    conference: str
    text: str


@view("privacy")
@dataclass(frozen=True, slots=True, kw_only=True)
class MyData:
    """What is kept of the person. `full` when it goes into a file."""

    account: int
    language: str
    consented_at: datetime | None
    owner: bool
    places: tuple[Place, ...]
    offices: tuple[Office, ...]
    questions: tuple[Asked, ...]
    messages: int
    days: int
    kept: tuple[Kept, ...] = ()
    consent_version: int | None = None
    until: date | None = None
    may_correct: bool = False
    full: bool = False
    done: str | None = None

    def keyboard(self) -> Keyboard:
        if self.full:
            return ()
        fields = ("name", "post", "unit", "phone") if self.may_correct else ()
        correct = tuple(press(CorrectMyData(each), f"correct_{each}") for each in fields)
        leave = () if self.consented_at is None else (press(WithdrawConsent(0)),)
        last = (*leave, press(EraseMe(0), style="danger"))
        return tuple(row for row in (correct[:2], correct[2:], (press(ExportMyData()),), last) if row)


@view("privacy")
@dataclass(frozen=True, slots=True, kw_only=True)
class DataExported:
    """The files are here."""


@view("privacy")
@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalAsked:
    """Really take the consent back?"""

    def keyboard(self) -> Keyboard:
        return ((press(WithdrawConsent(1), "withdraw_sure", style="danger"), press(MyDataAgain())),)


@view("privacy")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn:
    """The bot writes no more."""

    help_contact: str


@view("privacy")
@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureAsked:
    """Really erase everything?"""

    def keyboard(self) -> Keyboard:
        return ((press(EraseMe(1), "erase_sure", style="danger"), press(MyDataAgain())),)


@view("privacy")
@dataclass(frozen=True, slots=True, kw_only=True)
class DataErased:
    """Everything is gone; what stays for the record, and that it names nobody."""

    was_listed: bool
    help_contact: str


_AT = datetime(2026, 7, 1, 9, 30)  # noqa: DTZ001 - local time
_PLACE = Place(
    conference="Hội nghị <sơ kết>",
    name="Nguyễn Văn A",
    post="Chủ tịch",
    unit="Xã B",
    phone="0912 345 678",
    rsvp="declined",
    reason="đi công tác",
    needs=(("seat", None, "A12"), ("diet", "Ăn <chay>", None)),
    came=(_AT,),
)
_BARE = Place(conference="Hội nghị", name="Lê C", post=None, unit=None, phone=None, rsvp="none", reason=None)
_FULL = MyData(
    account=7,
    language="vi",
    consented_at=_AT,
    owner=True,
    places=(_PLACE, _BARE),
    offices=(
        Office(conference="Hội nghị", role="organizer", name="Nguyễn A", unit=None),
        Office(conference="Hội nghị", role="unit", name=None, unit="Phòng Y tế"),
    ),
    questions=(Asked(text="Mấy giờ?", at=_AT, answer="8 giờ"), Asked(text="Ở đâu?", at=_AT, answer=None)),
    messages=3,
    days=180,
    kept=tuple(
        Kept(kind=kind, conference="Hội nghị <sơ kết>", text=text)
        for kind, text in (
            ("speech", "Thu <ngân sách>, Xã B"),
            ("absence", "Bế mạc"),
            ("vote", "Thông qua?"),
            ("remark", "Gọn"),
            ("score", ""),
        )
    ),
    consent_version=2,
    until=date(2027, 1, 26),
    may_correct=True,
    full=True,
)
_EMPTY = MyData(
    account=8, language="en", consented_at=None, owner=False, places=(), offices=(), questions=(), messages=0, days=180
)
SAMPLES = (
    _FULL,
    _EMPTY,
    MyData(
        account=7,
        language="vi",
        consented_at=_AT,
        owner=False,
        places=(_PLACE,),
        offices=(),
        questions=_FULL.questions,
        messages=3,
        days=180,
        may_correct=True,
        done="corrected",
    ),
    DataExported(),
    WithdrawalAsked(),
    ConsentWithdrawn(help_contact="0203 000 000"),
    ConsentWithdrawn(help_contact=""),
    ErasureAsked(),
    DataErased(was_listed=True, help_contact="0203 000 000"),
    DataErased(was_listed=False, help_contact=""),
)
