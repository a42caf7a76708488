"""A rule's "no", as a value that can stop a transaction."""

from typing import Any


class Refusal(Exception):
    """The use case does not allow this, for a reason that the person is told.

    `code` is stable and names the sentence in `templates/<language>/refusals.toml`; `args` fill it in.
    Raising it inside a service rolls the transaction back, so nothing is half-done.
    """

    def __init__(self, code: str, /, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
