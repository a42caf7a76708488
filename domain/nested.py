"""Values inside values: every text that a record holds, however deep."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import lru_cache


def texts_in(value: object, *, without: type | None = None) -> list[str]:
    """Every text inside a value, its tuples and its records; records of the type `without` are passed over."""
    found: list[str] = []
    _gather(value, without, found)
    return found


def _gather(value: object, without: type | None, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif without is None or not isinstance(value, without):
        for each in _inside(value):
            _gather(each, without, found)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, tuple):
        return value
    return [getattr(value, name) for name in _names(type(value))]  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a record; none of anything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
