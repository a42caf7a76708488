"""What a text tells to reach somebody by: a number to call, an address in the mail or on the web."""

import re

_CALLED = r"\b0\d{2,3}[ .-]?\d{3}"
_MAILED = r"\w@\w"

CALLED = re.compile(_CALLED)
"""A telephone number, by how it begins."""

WHOLE_NUMBER = re.compile(rf"{_CALLED}[ .-]?\d{{2,4}}\b")
"""The same to its end."""

MAILED = re.compile(_MAILED)
"""An address in the mail."""

CALLED_OR_MAILED = re.compile(rf"{_CALLED}|{_MAILED}")

ADDRESS = re.compile(rf"{_MAILED}|https?:|www\.")
"""An address in the mail or on the web."""

REACHABLE = re.compile(rf"\d{{3}}.?\d{{3}}|{_MAILED}|https?:|\bext\b")
"""Whatever one is reached by, also a short number within the house."""
