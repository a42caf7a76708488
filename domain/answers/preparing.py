"""What is read of a whole programme once, when its index is built: nobody who asks first has to wait for it."""

from collections.abc import Callable
from typing import Any, TypeVar

Reading = TypeVar("Reading", bound=Callable[[Any], object])

READINGS: list[Callable[[Any], object]] = []
"""The readings of an index that keep what they found in its `cache`."""


def prepared(reading: Reading) -> Reading:
    """Mark a reading as one to be done with the index. It must not depend on a question."""
    READINGS.append(reading)
    return reading
