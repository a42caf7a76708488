"""Views of dialogues."""

from dataclasses import dataclass
from typing import Any

from domain.buttons import button, press
from domain.views import Keyboard, view


@button("fx")
@dataclass(frozen=True, slots=True)
class CancelForm:
    """Leave the open form."""


@button("fs")
@dataclass(frozen=True, slots=True)
class SkipStep:
    """Leave the step empty."""


@view("forms")
@dataclass(frozen=True, slots=True, kw_only=True)
class FormPrompt:
    """What to enter next. `code` names the sentence in the table `prompts`, `values` what was entered so far.

    `complaint` is the code and values of a refusal, where the last entry would not do.
    """

    code: str
    values: dict[str, Any]
    place: int = 1
    steps: int = 1
    optional: bool = False
    complaint: tuple[str, dict[str, Any]] | None = None

    def keyboard(self) -> Keyboard:
        skip = (press(SkipStep()),) if self.optional else ()
        return ((*skip, press(CancelForm())),)


@view("forms")
@dataclass(frozen=True, slots=True, kw_only=True)
class FormLeft:
    """The form was left (or there was none)."""

    was_open: bool


SAMPLES: tuple[Any, ...] = (
    FormPrompt(code="edit_title.title", values={}),
    FormPrompt(
        code="answer_question.answer",
        values={"text": "Ở <đâu>?"},
        place=2,
        steps=3,
        optional=True,
        complaint=("form_too_long", {"most": 1000}),
    ),
    FormLeft(was_open=True),
    FormLeft(was_open=False),
)
