"""Values inside values: every text that a record holds, however deep."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache


def texts_in(value: object, *, without: type | None = None) -> Iterator[str]:
    """Every text inside a value, its tuples and its records; records of the type `without` are passed over."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each, without=without)
    elif is_dataclass(value) and not isinstance(value, type) and (without is None or not isinstance(value, without)):
        for name in _names(type(value)):
            yield from texts_in(getattr(value, name), without=without)


@lru_cache(maxsize=256)
def _names(record: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))
