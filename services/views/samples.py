"""Every sample of every view, for golden tests and `python -m bot preview`."""

import importlib
import pkgutil
from typing import Any

from services import views


def all_samples() -> list[Any]:
    """The samples of all view modules, in the order of the modules' names."""
    found: list[Any] = []
    for module in pkgutil.iter_modules(views.__path__):
        loaded = importlib.import_module(f"{views.__name__}.{module.name}")
        found += getattr(loaded, "SAMPLES", ())
    return found
