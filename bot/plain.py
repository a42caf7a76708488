"""A message as a terminal shows it."""

import html
import re

_TAG = re.compile(r"</?[a-z][^>]*>")


def plain_text(markup: str) -> str:
    """Telegram HTML without its marks."""
    return html.unescape(_TAG.sub("", markup))
