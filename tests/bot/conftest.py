"""Fixtures of the bot's tests: a tiny Telegram, tiny proxies, and a real disk."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.stub_telegram import free_port, proxy, stub

__all__ = ["free_port", "proxy", "stub"]


@pytest.fixture
def disk_path() -> Iterator[Path]:
    """A folder of which files can be made immutable, which in memory (where `tmp_path` may be) they cannot."""
    with tempfile.TemporaryDirectory(prefix="disk") as folder:
        yield Path(folder)
