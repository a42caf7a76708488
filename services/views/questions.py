"""Views of questions that go to people, and their buttons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.buttons import button, press
from domain.views import Keyboard, view


@button("qp")
@dataclass(frozen=True, slots=True)
class PassOn:
    """Ask the organizers."""

    question: int


@button("qc")
@dataclass(frozen=True, slots=True)
class ChooseReading:
    """One of the readings of an ambiguous question."""

    question: int
    choice: int


@button("qa")
@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """An organizer answers."""

    question: int


@button("qf")
@dataclass(frozen=True, slots=True)
class SaveAsFact:
    """Let the bot answer this by itself from now on."""

    question: int


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPassed:
    """Told to the asker: a person will answer."""


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForOrganizers:
    """A question that waits for an organizer's answer. Whoever asks is not named: nobody needs it to answer."""

    question: int
    text: str
    asked_at: datetime

    def keyboard(self) -> Keyboard:
        return ((press(AnswerQuestion(self.question), style="primary"),),)


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswered:
    """A person's answer, told to the asker."""

    text: str
    answer: str


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSent:
    """Told to the organizer who answered. `alike` is how many others had asked the same and got the answer too."""

    question: int
    alike: int

    def keyboard(self) -> Keyboard:
        return ((press(SaveAsFact(self.question)),),)


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class FactSaved:
    """The answer is now one of the bot's own."""

    text: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingQuestion:
    """A line of the list of open questions."""

    id: int
    number: int
    text: str
    asked_at: datetime


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestions:
    """What waits for an answer."""

    lines: tuple[WaitingQuestion, ...]
    count: int

    def keyboard(self) -> Keyboard:
        buttons = [press(AnswerQuestion(line.id), label="answer_number", number=line.number) for line in self.lines]
        return tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))


_AT = datetime(2026, 7, 27, 8, 5)  # noqa: DTZ001 - local time of the conference
SAMPLES: tuple[Any, ...] = (
    QuestionPassed(),
    QuestionForOrganizers(question=1, text="Có chỗ để xe <không>?", asked_at=_AT),
    QuestionAnswered(text="Có chỗ để xe không?", answer="Có, trong sân Trung tâm."),
    AnswerSent(question=1, alike=0),
    AnswerSent(question=1, alike=2),
    FactSaved(text="Có chỗ để xe không?", answer="Có, trong sân Trung tâm."),
    OpenQuestions(lines=(WaitingQuestion(id=1, number=1, text="Có chỗ để xe không?", asked_at=_AT),), count=3),
    OpenQuestions(lines=(), count=0),
)
