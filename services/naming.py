"""Names, posts and units as forms take them."""

from domain.delegates import clean
from services.flows import some_text


def name_text(text: str) -> str:
    """A person's name: not empty, at most 120 characters."""
    return some_text(clean(text), most=120)


def short_text(text: str) -> str:
    """A post, a unit, a code: not empty, at most 300 characters."""
    return some_text(clean(text), most=300)
