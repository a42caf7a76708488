"""Views of broadcasts: compose, choose, preview, watch, look back."""

from dataclasses import dataclass

from domain.broadcasts import LISTED, PERSONS, WHOLE, KeptFile
from domain.buttons import press
from domain.views import Keyboard, Press, view
from services.views import broadcast_buttons as b
from services.views.paging import turning

SHOWN_PERSONS = 40


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastMessage:
    """What people get: the organizer's own words, and the file with them; or a message of theirs, copied as it is."""

    text: str
    file: KeptFile | None = None
    copy_of: tuple[int, tuple[int, ...]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceWords:
    """The audience as people say it: `parts` are kind and name (empty for whole kinds), joined by `join`."""

    parts: tuple[tuple[str, str], ...] = ()
    join: str = "or"


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastAudience:
    """Choose who gets it. `chosen` are the parts as codes of kind and id."""

    id: int
    revision: int
    audience: AudienceWords
    chosen: tuple[tuple[str, int], ...] = ()
    total: int = 0
    reached: int = 0

    def keyboard(self) -> Keyboard:
        marked = {kind for kind, _ in self.chosen}
        whole = [
            press(b.TogglePart(self.id, self.revision, kind, 0), f"part_{kind}", "success" if kind in marked else None)
            for kind in WHOLE
        ]
        listed = [press(b.PickParts(self.id, kind, 0), f"pick_{kind}") for kind in LISTED]
        rows = [*_rows(whole, 2), tuple(listed), (press(b.FindPerson(self.id)),), *self._persons()]
        if len(self.chosen) > 1:
            rows.append((press(b.TurnJoin(self.id, self.revision), f"turn_join_{self.audience.join}"),))
        if self.total:
            rows.append((press(b.PreviewBroadcast(self.id), style="primary"),))
        return (*rows, (press(b.RewriteBroadcast(self.id)), press(b.DropBroadcast(self.id))))

    def _persons(self) -> list[tuple[Press, ...]]:
        """Single persons have no list of their own: each can be left out here."""
        persons: list[tuple[Press, ...]] = [
            (_choice(b.TogglePart(self.id, self.revision, kind, key), name, chosen=True),)
            for (kind, key), (_, name) in zip(self.chosen, self.audience.parts, strict=True)
            if kind in PERSONS
        ]
        return persons[:SHOWN_PERSONS]


def _choice(pressed: b.TogglePart, name: str, *, chosen: bool) -> Press:
    return press(pressed, "part_chosen" if chosen else "part_named", name=name if len(name) <= 50 else name[:49] + "…")


def _rows(buttons: list[Press], width: int) -> list[tuple[Press, ...]]:
    return [tuple(buttons[at : at + width]) for at in range(0, len(buttons), width)]


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastParts:
    """A page of groups, units or sessions: id, name, whether it is chosen."""

    id: int
    revision: int
    kind: str
    choices: tuple[tuple[int, str, bool], ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows: list[tuple[Press, ...]] = [
            (_choice(b.TogglePart(self.id, self.revision, self.kind, key), name, chosen=chosen),)
            for key, name, chosen in self.choices
        ]
        pages = turning(self.page, self.pages, lambda page: b.PickParts(self.id, self.kind, page))
        return (*rows, *pages, (press(b.ChooseAudience(self.id)),))


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastPeople:
    """Persons found by the words typed: kind and id, name and unit, whether chosen. `more`: others fit too."""

    id: int
    revision: int
    choices: tuple[tuple[str, int, str, bool], ...]
    more: bool = False

    def keyboard(self) -> Keyboard:
        rows = [
            (_choice(b.TogglePart(self.id, self.revision, kind, key), name, chosen=chosen),)
            for kind, key, name, chosen in self.choices
        ]
        return (*rows, (press(b.FindPerson(self.id)), press(b.ChooseAudience(self.id))))


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastPreview:
    """The message exactly as people will see it, then who gets it and who does not, then the question."""

    id: int
    revision: int
    message: BroadcastMessage
    audience: AudienceWords
    total: int
    reached: int
    receipt: bool = False
    secrecy: str | None = None
    late_joiners: bool = False

    @property
    def album(self) -> bool:
        """Whether several messages go out together: Telegram hangs no button under these."""
        return self.message.copy_of is not None and len(self.message.copy_of[1]) > 1

    def keyboard(self) -> Keyboard:
        style = "danger" if self.secrecy else "success"
        send = (press(b.ConfirmBroadcast(self.id, self.revision), style=style, n=self.reached),) if self.reached else ()
        label = "receipt_off" if self.receipt else "receipt_on"
        missed = (press(b.ListUnreached(self.id)),) if self.reached < self.total else ()
        late = press(b.ToggleLate(self.id, self.revision), "late_off" if self.late_joiners else "late_on")
        marks = (late,) if self.album else (press(b.ToggleReceipt(self.id, self.revision), label), late)
        rows = (send, (press(b.LaterBroadcast(self.id)),), marks, missed)
        rewrite = () if self.message.copy_of else (press(b.RewriteBroadcast(self.id)),)
        change = (*rewrite, press(b.ChooseAudience(self.id)))
        return (*(row for row in rows if row), change, (press(b.DropBroadcast(self.id)),))


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastDropped:
    """The draft is forgotten; nothing was sent."""


_MESSAGE = BroadcastMessage(text="Mời các đồng chí tập trung lúc 7h30 <tại sảnh>.\nTrân trọng.")
_WORDS = AudienceWords(parts=(("group", "Lãnh đạo huyện"), ("attending", "")), join="and")
SAMPLES = (
    _MESSAGE,
    BroadcastMessage(text="Tài liệu kèm theo", file=KeptFile("tai-lieu.pdf", "ab/cd")),
    BroadcastAudience(id=3, revision=1, audience=AudienceWords()),
    BroadcastAudience(
        id=3, revision=1, audience=_WORDS, chosen=(("group", 2), ("attending", 0)), total=180, reached=137
    ),
    BroadcastParts(
        id=3, revision=1, kind="group", choices=((2, "Lãnh đạo huyện", True), (4, "Các xã", False)), pages=2
    ),
    BroadcastParts(id=3, revision=1, kind="unit", choices=()),
    BroadcastParts(id=3, revision=1, kind="session", choices=((9, "Khai mạc", False),), page=1, pages=2),
    BroadcastAudience(
        id=3,
        revision=1,
        audience=AudienceWords(
            parts=(("group", "Các xã"), ("person", "Lê Thị Hoa, Phòng Xanh"), ("focal_person", "Lê Hà, Phòng Đỏ"))
        ),
        chosen=(("group", 4), ("person", 8), ("focal_person", 7_123_456_789)),
        total=12,
        reached=9,
    ),
    BroadcastPeople(
        id=3,
        revision=1,
        choices=(
            ("person", 8, "Lê Thị Hoa, Phòng Xanh", True),
            ("person", 9, "Lê Hòa", False),
            ("focal_person", 7_123_456_789, "Lê Hoa Mai, Phòng Đỏ; Phòng Vàng", False),
        ),
        more=True,
    ),
    BroadcastPeople(id=3, revision=1, choices=()),
    BroadcastPreview(id=3, revision=2, message=_MESSAGE, audience=_WORDS, total=180, reached=137),
    BroadcastPreview(
        id=3,
        revision=2,
        message=BroadcastMessage(text="Công văn MẬT", file=KeptFile("cong-van.pdf", "ab/cd")),
        audience=AudienceWords(parts=(("all", ""),)),
        total=2,
        reached=2,
        receipt=True,
        secrecy="plain",
    ),
    BroadcastPreview(
        id=3, revision=2, message=_MESSAGE, audience=AudienceWords(parts=(("unit", "Phòng Xanh"),)), total=2, reached=0
    ),
    BroadcastPreview(
        id=3,
        revision=2,
        message=BroadcastMessage(text="", copy_of=(5, (7, 8))),
        audience=_WORDS,
        total=2,
        reached=1,
        late_joiners=True,
    ),
    BroadcastMessage(text="", copy_of=(5, (7,))),
    BroadcastDropped(),
)
