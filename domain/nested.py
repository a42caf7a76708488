"""Values inside values: every text that a record holds, however deep."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache


def texts_in(value: object, *, without: type | None = None) -> Iterator[str]:
    """Every text inside a value, its tuples and its records; records of the type `without` are passed over."""
    if isinstance(value, str):
        yield value
    elif without is None or not isinstance(value, without):
        for each in _inside(value):
            yield from texts_in(each, without=without)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, tuple):
        return value
    return [getattr(value, name) for name in _names(type(value))]  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a record; none of anything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
