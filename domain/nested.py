"""Values inside values: every text that a record holds, however deep."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from operator import attrgetter


def texts_in(value: object, *, without: type | None = None) -> list[str]:
    """Every text inside a value, its tuples and its records; records of the type `without` are passed over."""
    found: list[str] = []
    _gather(value, without, found)
    return found


def _gather(value: object, without: type | None, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif without is None or not isinstance(value, without):
        parts = value if isinstance(value, tuple) else _fields_of(type(value))(value)  # type: ignore[arg-type]
        for part in parts:
            if part is not None:
                _gather(part, without, found)


@lru_cache(maxsize=256)
def _fields_of(kind: type) -> Callable[[object], Iterable[object]]:
    """What takes the fields out of a record of that kind; none out of anything else."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if not names:
        return lambda value: ()
    take = attrgetter(*names)
    return take if len(names) > 1 else lambda value: (take(value),)
