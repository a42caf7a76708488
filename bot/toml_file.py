"""A settings file read strictly: every mistake at once, each with its key path and line.

Sections are dataclasses whose fields carry a check; a check turns the file's value into the field's value or raises
`Wrong` with a code. Own binding in some eighty lines: a binding library costs a tenth of a second at every start and
knows no line numbers.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from difflib import get_close_matches
from typing import Any

Check = Callable[[Any], Any]

_SECTION = re.compile(r"\s*\[\s*([\w.\"'-]+)\s*\]")
_KEY = re.compile(r"\s*([\w.\"'-]+)\s*=")
_SYNTAX_LINE = re.compile(r"at line (\d+), column (\d+)")
_SECRET_KEY = re.compile(r"token|secret|passw", re.IGNORECASE)
SECRET_SHAPED = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{25,}")


class Wrong(Exception):
    """A value that is not allowed: the code of the sentence that says so, and what fills it in (never the value)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = tuple((name, str(value)) for name, value in values.items())


@dataclass(frozen=True, slots=True)
class ConfigError:
    """One mistake: where it stands and the code of the sentence that explains it."""

    key: str
    line: int | None
    code: str
    values: tuple[tuple[str, str], ...] = ()


def setting(default: Any, check: Check, *, hidden: bool = False) -> Any:
    """A field with the check of its value in the file; `hidden` keeps it out of `repr`."""
    return field(default=default, metadata={"check": check}, repr=not hidden)


def keys(section: type) -> dict[str, Field[Any]]:
    """The settings of a section by name."""
    return {each.name: each for each in fields(section) if "check" in each.metadata}


def lines_of(text: str) -> dict[str, int]:
    """The line (from 1) on which each section and key of a TOML text stands."""
    found: dict[str, int] = {}
    section, quote = "", ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not quote:
            if header := _SECTION.match(line):
                section = _plain(header[1])
                found.setdefault(section, number)
            elif key := _KEY.match(line):
                found.setdefault(f"{section}.{_plain(key[1])}".lstrip("."), number)
        for mark in ('"""', "'''"):  # inside a text of several lines nothing is a key
            if line.count(mark) % 2 and quote in ("", mark):
                quote = "" if quote else mark
    return found


def _plain(path: str) -> str:
    return path.replace('"', "").replace("'", "")


class SettingsFile:
    """One file's text against the sections that are known; mistakes gather in `errors`."""

    def __init__(self, text: str, sections: Mapping[str, type]) -> None:
        self.errors: list[ConfigError] = []
        self._sections = sections
        self._lines = lines_of(text)
        self._read: dict[str, Any] = {}
        self._find_secrets(text)
        try:
            self._read = tomllib.loads(text)
        except tomllib.TOMLDecodeError as fault:
            place = _SYNTAX_LINE.search(str(fault))
            line = int(place[1]) if place else len(text.splitlines()) or 1
            self.errors.append(ConfigError("", line, "syntax", (("column", place[2] if place else "1"),)))
        self._find_unknown()

    def section(self, name: str) -> Any:
        """The section's values; where one is missing or wrong, its default."""
        given = self._read.get(name)
        given = given if isinstance(given, dict) else {}
        return self._sections[name](**dict(self._checked(name, given)))

    def wrong(self, key: str, code: str, **values: object) -> None:
        """Note a mistake that only the whole shows."""
        self._note(key, Wrong(code, **values))

    def _checked(self, name: str, given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        for key, known in keys(self._sections[name]).items():
            if key in given:
                try:
                    yield key, known.metadata["check"](given[key])
                except Wrong as fault:
                    self._note(f"{name}.{key}", fault)
                    assert known.default is not MISSING

    def _note(self, key: str, fault: Wrong) -> None:
        line = self._lines.get(key) or self._lines.get(key.partition(".")[0])
        if not any(each.line == line and each.code == "secret" and line for each in self.errors):
            self.errors.append(ConfigError(key, line, fault.code, fault.values))

    def _find_secrets(self, text: str) -> None:
        """A token in the file is a mistake wherever it stands, in a comment too. It is not repeated."""
        by_line = {line: key for key, line in self._lines.items()}
        for number, line in enumerate(text.splitlines(), start=1):
            if SECRET_SHAPED.search(line):
                self.errors.append(ConfigError(by_line.get(number, ""), number, "secret"))

    def _find_unknown(self) -> None:
        for name, given in self._read.items():
            section = self._sections.get(name)
            if section is None:
                self._unknown(name, [*self._sections, *self._paths()])
            elif not isinstance(given, dict):
                self._note(name, Wrong("section"))
            else:
                for key in given.keys() - keys(section).keys():
                    self._unknown(f"{name}.{key}", self._paths())

    def _paths(self) -> list[str]:
        return [f"{name}.{key}" for name, section in self._sections.items() for key in keys(section)]

    def _unknown(self, key: str, known: list[str]) -> None:
        last = key.rpartition(".")[2]
        if _SECRET_KEY.search(last):
            self._note(key, Wrong("secret"))
            return
        moved = [path for path in known if path.rpartition(".")[2] == last]
        near = moved or get_close_matches(key, known, n=1, cutoff=0.6)
        self._note(key, Wrong("unknown_near", near=near[0]) if near else Wrong("unknown"))
