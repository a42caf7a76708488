"""Checks of single settings: what the file may say, and what it becomes. A refusal never repeats the value."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.toml_file import Wrong
from domain.settings import Lead, LeadRule

PROXY_SCHEMES = ("http", "https", "socks4", "socks5")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_YEARLY = re.compile(r"(\d{1,2})/(\d{1,2})")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DATABASES = re.compile(r"(sqlite\+aiosqlite:///.+|postgresql\+asyncpg://[^/]*/.+)")


def text(value: Any) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise Wrong("text")
    return value.strip()


def yes_no(value: Any) -> bool:
    """true or false."""
    if type(value) is not bool:
        raise Wrong("yes_no")
    return value


def one_of(*choices: str) -> Callable[[Any], str]:
    """One of these words."""

    def check(value: Any) -> str:
        if value not in choices:
            raise Wrong("one_of", choices=", ".join(choices))
        return str(value)

    return check


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A whole number within bounds."""

    def check(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise Wrong("whole", least=least, most=most)
        return value

    return check


def number(least: float, most: float) -> Callable[[Any], float]:
    """A number within bounds."""

    def check(value: Any) -> float:
        if type(value) not in (int, float) or not least <= value <= most:
            raise Wrong("number", least=least, most=most)
        return float(value)

    return check


def wholes(least: int, most: int) -> Callable[[Any], tuple[int, ...]]:
    """A list of different whole numbers, largest first whatever their order in the file."""
    single = whole(least, most)

    def check(value: Any) -> tuple[int, ...]:
        if not isinstance(value, list):
            raise Wrong("wholes", least=least, most=most)
        try:
            return tuple(sorted({single(each) for each in value}, reverse=True))
        except Wrong:
            raise Wrong("wholes", least=least, most=most) from None

    return check


def rungs(value: Any) -> tuple[int, ...]:
    """Days from a deadline, negative before it; at least one, rising whatever their order in the file."""
    found = wholes(-90, 30)(value)
    if not found:
        raise Wrong("wholes", least=-90, most=30)
    return tuple(sorted(found))


def days(value: Any) -> tuple[date | tuple[int, int], ...]:
    """Days off: "2027-02-05" for one year, "2/9" (day and month) for every year."""
    if not isinstance(value, list):
        raise Wrong("days")
    return tuple(dict.fromkeys(_day(each) for each in value))


def _day(value: Any) -> date | tuple[int, int]:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    found = _YEARLY.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        if found is None:
            return date.fromisoformat(value.strip())
        leap = date(2024, int(found[2]), int(found[1]))
    except (AttributeError, ValueError):
        raise Wrong("days") from None
    return leap.day, leap.month


def time_of_day(value: Any) -> time:
    """A time of day, "08:00"."""
    found = clock_time(value)
    if found is None:
        raise Wrong("clock_time")
    return found


def lead_rules(value: Any) -> tuple[LeadRule, ...]:
    """A list of tables: words of a session's title or of a group's line, and the lead times for these."""
    known = {"session", "group", "day_before_at", "minutes_before"}
    if not isinstance(value, list) or not all(isinstance(each, dict) and each.keys() <= known for each in value):
        raise Wrong("lead_rules")
    return tuple(map(_lead_rule, value))


def _lead_rule(given: dict[str, Any]) -> LeadRule:
    session, group = text(given.get("session", "")), text(given.get("group", ""))
    if not session and not group:
        raise Wrong("lead_rules")
    eve = clock_time(given.get("day_before_at", ""))
    minutes = wholes(1, 7 * 24 * 60)(given.get("minutes_before", []))
    leads = (*(() if eve is None else (Lead(eve_at=eve),)), *(Lead(minutes=each) for each in minutes))
    return LeadRule(session=session, group=group, leads=leads)


def clock_time(value: Any) -> time | None:
    """A time of day, "16:00"; an empty text for none."""
    if isinstance(value, time):
        return value
    if value == "":
        return None
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise Wrong("clock_time")
    return time(int(found[1]), int(found[2]))


def timezone(value: Any) -> str:
    """The name of a time zone."""
    name = text(value)
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        raise Wrong("timezone") from None


def folder(value: Any) -> Path:
    """A folder, which need not exist yet."""
    path = Path(text(value) or ".")
    if path.exists() and not path.is_dir():
        raise Wrong("folder")
    return path


def database(value: Any) -> str:
    """A SQLAlchemy address of one of the two databases."""
    url = text(value)
    if not _DATABASES.fullmatch(url):
        raise Wrong("database")
    return url


def variable(value: Any) -> str:
    """The name of an environment variable."""
    name = text(value)
    if not _VARIABLE.fullmatch(name):
        raise Wrong("variable")
    return name


def api_root(value: Any) -> str:
    """The root of an API server, without `/bot…`."""
    url = _web_address(value, ("http", "https"), "api_root")
    if "/bot" in url or "?" in url:
        raise Wrong("api_root")
    return url.rstrip("/")


def proxy(value: Any) -> str:
    """A proxy's address with its port; empty for none."""
    if value == "":
        return ""
    url = _web_address(value, PROXY_SCHEMES, "proxy")
    if urlsplit(url).port is None:
        raise Wrong("proxy")
    return url


def public_address(value: Any) -> str:
    """An https address that Telegram can reach; empty for none."""
    return "" if value == "" else _web_address(value, ("https",), "public_address")


def listen(value: Any) -> tuple[str, int]:
    """Where to listen, "127.0.0.1:8443"."""
    host, _, port = text(value).rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise Wrong("listen")
    return host.strip("[]"), int(port)


def _web_address(value: Any, schemes: tuple[str, ...], code: str) -> str:
    url = text(value)
    try:
        parts = urlsplit(url)
        fine = parts.scheme in schemes and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fine = False
    if not fine or re.search(r"\s", url):
        raise Wrong(code)
    return url
