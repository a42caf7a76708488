"""Values of the domain as JSON and back: published programmes and the views of waiting notices."""

from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from cattrs import Converter

_T = TypeVar("_T")


@cache
def _converter() -> "Converter":
    from cattrs import Converter  # not needed by a start

    converter = Converter()
    for kind in (date, datetime, time):
        converter.register_unstructure_hook(kind, lambda value: value.isoformat())
        converter.register_structure_hook(kind, lambda text, cls: cls.fromisoformat(text))
    converter.register_structure_hook(date | datetime, _moment)
    converter.register_structure_hook(datetime | date | None, lambda text, _: None if text is None else _moment(text))
    return converter


def _moment(text: str, _cls: Any = None) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def to_json(value: Any) -> Any:
    """The value as plain dicts, lists, strings and numbers."""
    return _converter().unstructure(value)


def from_json(data: Any, cls: type[_T]) -> _T:
    """The value that `to_json` made the data from."""
    return _converter().structure(data, cls)
