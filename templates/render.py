"""Every word the bot says: a view in, Telegram HTML out.

A view's template is found by the view's own declaration (`domain.views`), once per language, and sees the view as
`it`. Short words (button labels, refusals, names of states) stand in the `words.toml` files beside the templates.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from domain.refusal import Refusal
from domain.views import OpenLink, Press, registered
from templates.address import ADDRESS
from templates.formats import FILTERS

HERE = Path(__file__).resolve().parent
_REMEMBERED = 1000
LANGUAGES = ("vi", "en")
Words = dict[str, dict[str, str]]


def known(language: str) -> str:
    """The language itself where it is spoken here, else Vietnamese."""
    return language if language in LANGUAGES else "vi"


@cache
def words(language: str) -> Words:
    """All short words of a language, by table (buttons, refusals, states …) and name."""
    merged: Words = {}
    for path in sorted((HERE / language).glob("*/words.toml")):
        for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            mine = merged.setdefault(table, {})
            twice = mine.keys() & entries.keys()
            if twice:
                raise ValueError(f"{path}: {table} has {sorted(twice)} already")
            mine.update(entries)
    return merged


@cache
def environment(language: str) -> Environment:
    """The Jinja environment of a language: strict, escaping, with its own formats."""
    loader = FileSystemLoader([HERE / language, HERE / "shared"])
    made = Environment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        auto_reload=False,
    )
    made.filters.update(FILTERS[language])
    made.filters["word"] = lambda name, table: words(language)[table][str(name)]
    made.globals["address"] = lambda: words(language)["address"][ADDRESS.get()]
    made.filters["prompt"] = lambda code, values: _sentence("prompts", code, values, language)
    made.filters["refusal"] = lambda code, values: _sentence("refusals", code, values, language)
    return made


def _sentence(table: str, code: str, values: dict[str, Any], language: str) -> Markup:
    """A sentence of a table, its values filled in and escaped."""
    return Markup(environment(language).from_string(words(language)[table][code]).render(**values))


@cache
def template_of(view: Any, language: str) -> Template:
    """The template of a view class; KeyError for a class that is no view."""
    return environment(language).get_template(f"{registered[view]}.html.j2")


def text(it: Any, language: str) -> str:
    """The view in words, as Telegram HTML."""
    view: Any = type(it)
    said = template_of(view, known(language)).render(it=it).strip()
    return f"{said}\n\n{_beside(it.beside, language)}" if getattr(it, "beside", ()) else said


def _beside(lines: tuple[str, ...], language: str) -> str:
    """What stands below an answer: lines of the paper that say something else."""
    return environment(known(language)).get_template("answers/_beside.html.j2").render(lines=lines).strip()


class Remembered:
    """Words of values that are said again and again: an answer that is remembered is the very same object each time."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], tuple[Any, str]] = {}

    def text(self, it: Any, language: str) -> str:
        """The same as `text`, from memory where this very object has been put into words before."""
        known = self._known.get((id(it), language))
        if known is not None and known[0] is it:
            return known[1]
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[id(it), language] = (it, said := text(it, language))
        return said


def label(button: Press | OpenLink, language: str) -> str:
    """What stands on the button."""
    wording = words(known(language))["buttons"][button.label]
    return wording.format(**dict(button.args)) if isinstance(button, Press) else wording


def refusal(reason: Refusal, language: str) -> str:
    """The sentence for a rule's "no", with the next step; values are escaped."""
    return _sentence("refusals", reason.code, reason.values, known(language))


def toast(code: str, language: str) -> str:
    """A short line shown over the chat when a button was pressed (at most 200 characters: Telegram)."""
    return words(known(language))["toasts"][code]
