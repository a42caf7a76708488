"""Views of questions that go to people, and their buttons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.faq import FaqPage
from services.views.menu import RunCommand


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


@button("qr")
@dataclass(frozen=True, slots=True)
class AnswerRight:
    """The answer was right."""

    mark: int


@button("qw")
@dataclass(frozen=True, slots=True)
class AnswerWrong:
    """The answer was wrong."""

    mark: int


@button("qm")
@dataclass(frozen=True, slots=True)
class WhatIsAskedMost:
    """Organizers: the questions by how often they are asked."""


@button("ql")
@dataclass(frozen=True, slots=True)
class WhatWasWrong:
    """Organizers: the answers that were called wrong."""


@button("qo")
@dataclass(frozen=True, slots=True)
class WhatWaits:
    """Organizers: back to the open questions."""


_COMMANDS = {
    "answers": "daibieu",
    "presence": "diemdanh",
    "work": "tinhhinh",
    "speeches": "phatbieu",
    "questions": "cauhoi",
}


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheDesk:
    """Told to organizers who ask how things stand: which of the desk's lists shows it. It names nobody."""

    matter: str

    @property
    def command(self) -> str:
        return _COMMANDS[self.matter]

    def keyboard(self) -> Keyboard:
        return ((press(RunCommand(self.command), label=f"do_{self.command}", style="primary"),),)


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
    alike: int = 0


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestions:
    """What waits for an answer, alike questions as one line; `wrong` is how many answers were called wrong."""

    lines: tuple[WaitingQuestion, ...]
    count: int
    wrong: int = 0

    def keyboard(self) -> Keyboard:
        buttons = [press(AnswerQuestion(line.id), label="answer_number", number=line.number) for line in self.lines]
        rows = tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))
        more = (press(WhatIsAskedMost()), press(FaqPage(0)))
        return (*rows, more, (press(WhatWasWrong(), count=self.wrong),)) if self.wrong else (*rows, more)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOften:
    """A line of the table: a question, how often it was asked, how often answered or waiting for people."""

    text: str
    count: int
    answered: int
    waiting: int = 0


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class AskedMost:
    """What the bot is asked most, whether it could answer or not. `total` counts all questions."""

    lines: tuple[AskedOften, ...]
    total: int

    def keyboard(self) -> Keyboard:
        return ((press(WhatWaits()), press(FaqPage(0))),)


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredRight:
    """Thanks for saying so."""


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class WrongNoted:
    """The organizers will see it; a person may answer."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongAnswer:
    """A question whose answer was called wrong; `said` is the kind of answer the bot gave."""

    id: int
    number: int
    text: str
    said: str


@view("questions")
@dataclass(frozen=True, slots=True, kw_only=True)
class WrongAnswers:
    """The answers that were called wrong, the latest first."""

    lines: tuple[WrongAnswer, ...]

    def keyboard(self) -> Keyboard:
        buttons = [press(AnswerQuestion(line.id), label="answer_number", number=line.number) for line in self.lines]
        rows = tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))
        return (*rows, (press(WhatWaits()),))


_AT = datetime(2026, 7, 27, 8, 5)  # noqa: DTZ001 - local time of the conference
SAMPLES: tuple[Any, ...] = (
    *(OnTheDesk(matter=matter) for matter in _COMMANDS),
    QuestionPassed(),
    QuestionForOrganizers(question=1, text="Có chỗ để xe <không>?", asked_at=_AT),
    QuestionAnswered(text="Có chỗ để xe không?", answer="Có, trong sân Trung tâm."),
    AnswerSent(question=1, alike=0),
    AnswerSent(question=1, alike=2),
    FactSaved(text="Có chỗ để xe không?", answer="Có, trong sân Trung tâm."),
    OpenQuestions(lines=(WaitingQuestion(id=1, number=1, text="Có chỗ để xe không?", asked_at=_AT),), count=3),
    OpenQuestions(
        lines=(WaitingQuestion(id=1, number=1, text="Có <wifi> không?", asked_at=_AT, alike=4),), count=5, wrong=2
    ),
    OpenQuestions(lines=(), count=0),
    AskedMost(lines=(AskedOften(text="Có <wifi> không?", count=7, answered=5),), total=12),
    AskedMost(lines=(), total=0),
    AnsweredRight(),
    WrongNoted(text="Mấy giờ <nghỉ>?"),
    WrongAnswers(lines=(WrongAnswer(id=1, number=1, text="Mấy giờ <nghỉ>?", said="when"),)),
    WrongAnswers(lines=()),
)
