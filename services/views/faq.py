"""Views of the questions that organizers have answered once and for all, and their buttons."""

from dataclasses import dataclass
from typing import Any

from domain.buttons import button, press
from domain.views import Keyboard, Press, view


@button("fa")
@dataclass(frozen=True, slots=True)
class NewFaq:
    """Write another one."""


@button("fl")
@dataclass(frozen=True, slots=True)
class FaqPage:
    """Another page of the list."""

    page: int


@button("fo")
@dataclass(frozen=True, slots=True)
class OpenFaq:
    """Look at one."""

    id: int


@button("fe")
@dataclass(frozen=True, slots=True)
class EditFaq:
    """Give another answer."""

    id: int


@button("fd")
@dataclass(frozen=True, slots=True)
class DropFaq:
    """No longer answer this."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqLine:
    """A line of the list."""

    id: int
    number: int
    question: str


@view("faq")
@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """The list, page by page."""

    lines: tuple[FaqLine, ...]
    count: int
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        opening = [press(OpenFaq(line.id), label="open_faq", number=line.number) for line in self.lines]
        rows: list[tuple[Press, ...]] = [tuple(opening[at : at + 4]) for at in range(0, len(opening), 4)]
        turning = [press(FaqPage(self.page - 1), label="faq_back")] if self.page else []
        turning += [press(FaqPage(self.page + 1), label="faq_on")] if self.page + 1 < self.pages else []
        if turning:
            rows.append(tuple(turning))
        return (*rows, (press(NewFaq(), style="primary"),))


@view("faq")
@dataclass(frozen=True, slots=True, kw_only=True)
class FaqCard:
    """One question with its answer."""

    id: int
    question: str
    answer: str

    def keyboard(self) -> Keyboard:
        return ((press(EditFaq(self.id)), press(DropFaq(self.id), style="danger")), (press(FaqPage(0)),))


@view("faq")
@dataclass(frozen=True, slots=True, kw_only=True)
class FaqSaved:
    """The bot answers this by itself from now on."""

    id: int
    question: str
    answer: str

    def keyboard(self) -> Keyboard:
        return ((press(NewFaq()), press(FaqPage(0))),)


@view("faq")
@dataclass(frozen=True, slots=True, kw_only=True)
class FaqDropped:
    """The bot no longer answers this by itself."""

    question: str

    def keyboard(self) -> Keyboard:
        return ((press(FaqPage(0)),),)


_LINES = tuple(FaqLine(id=number, number=number, question=f"Có chỗ để xe <{number}> không?") for number in range(1, 4))
SAMPLES: tuple[Any, ...] = (
    Faq(lines=_LINES, count=19, page=1, pages=3),
    Faq(lines=(), count=0),
    FaqCard(id=1, question="Wi-Fi <tầng 2>?", answer="Mạng HoiTruong, không mật khẩu"),
    FaqSaved(id=1, question="Wi-Fi <tầng 2>?", answer="Mạng HoiTruong, không mật khẩu"),
    FaqDropped(question="Wi-Fi <tầng 2>?"),
)
