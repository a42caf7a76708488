"""In which order the tests of a run are begun: the long ones first, on every worker some, so that none ends alone."""

import os
from collections.abc import Sequence
from itertools import chain

import pytest

LONG = "long"
"""The mark of whatever takes many seconds."""


def longest_first(items: Sequence[pytest.Item], workers: int) -> list[pytest.Item]:
    """The items as xdist deals them out (each worker an equal part of the list), the long ones shared fairly."""
    long = [each for each in items if each.get_closest_marker(LONG)]
    short = iter([each for each in items if not each.get_closest_marker(LONG)])
    left, parts = len(items), []
    for worker in range(workers):
        size = left // (workers - worker)
        left -= size
        # Some wait for processes and some reckon, in the order of the files: not all of a kind at the same time.
        mine = long[worker::workers][:: -1 if worker % 2 else 1]
        parts.append([*mine, *(each for _, each in zip(range(size - len(mine)), short, strict=False))])
    return [*chain.from_iterable(parts), *short]


def workers_of_this_run() -> int:
    """How many share the tests."""
    return int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
