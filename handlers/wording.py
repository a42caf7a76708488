"""A reply as messages that fit, with the labels of their buttons."""

from domain.views import Keyboard, Press, Reply, keyboard_of
from handlers.call import Message, Rows
from services.views.menu import SaidAgain
from templates import render
from templates.split import split


def messages_of(reply: Reply, language: str, words: str, again: bool = False) -> list[Message]:
    """The reply as messages that fit; buttons and files go with the last. `again` is said above it."""
    pieces = split(f"{render.text(SaidAgain(), language)}\n\n{words}" if again else words)
    keyboard = keyboard_of(reply.it) if reply.buttons is None else reply.buttons
    last = Message(text=pieces[-1], rows=rows_of(keyboard, language), files=reply.files)
    return [*(Message(text=piece) for piece in pieces[:-1]), last]


def rows_of(keyboard: Keyboard, language: str) -> Rows:
    """The buttons with their labels: (label, data or address, style)."""
    return tuple(
        tuple(
            (
                render.label(button, language),
                button.data if isinstance(button, Press) else button.url,
                button.style if isinstance(button, Press) else "url",
            )
            for button in row
        )
        for row in keyboard
    )
