"""Word's automatic numbers rebuilt: the mark that stands before a paragraph on the page but not in its text."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_STEPS = 10
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is written; `plain` writes the numbers of the levels above as figures."""

    form: str
    text: str
    start: int
    plain: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted.

    `own` are the levels that a list writes differently from its kind, `restarts` where it begins to count anew.
    """

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    own: dict[tuple[str, int], Level] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> "Numbering":
        """The lists that the two parts of a Word file define."""
        found = cls()
        links: dict[str, str] = {}
        styled: dict[str, int] = {}
        for abstract in numbering.findall(W + "abstractNum") if numbering is not None else ():
            kind = abstract.get(W + "abstractNumId", "")
            links[kind] = _value(abstract, "numStyleLink") or ""
            for level in abstract.findall(W + "lvl"):
                depth = _number(level.get(W + "ilvl"))
                found.levels[kind, depth] = _level(level)
                styled[_value(level, "pStyle") or ""] = depth
        for number in numbering.findall(W + "num") if numbering is not None else ():
            found._take_list(number)
        if styles is not None:
            found._take_styles(styles, styled)
        for list_id, kind in found.lists.items():
            named = found.styles.get(links.get(kind, ""))  # a list that is written as a style says
            found.lists[list_id] = found.lists.get(named[0], kind) if named else kind
        return found

    def _take_list(self, number: Element) -> None:
        list_id = number.get(W + "numId", "")
        self.lists[list_id] = _value(number, "abstractNumId") or ""
        for override in number.findall(W + "lvlOverride"):
            key = list_id, _number(override.get(W + "ilvl"))
            level = override.find(W + "lvl")
            if level is not None:
                self.own[key] = _level(level)
            start = _value(override, "startOverride")
            if start is not None:
                self.restarts[key] = _number(start, 1)

    def _take_styles(self, styles: Element, styled: dict[str, int]) -> None:
        """The styles that number, and those that are based on one; the depth may stand at the list instead."""
        above: dict[str, str] = {}
        for style in styles.findall(W + "style"):
            name = style.get(W + "styleId", "")
            above[name] = _value(style, "basedOn") or ""
            properties = style.find(f"{W}pPr/{W}numPr")
            if properties is not None and _value(properties, "numId"):
                depth = _number(_value(properties, "ilvl"), styled.get(name, 0))
                self.styles[name] = _value(properties, "numId") or "", depth
        for name in above:
            base = name
            for _ in range(_MOST_STEPS):
                if base in self.styles or not base:
                    break
                base = above.get(base, "")
            if base in self.styles and base != name:
                self.styles[name] = self.styles[base][0], styled.get(name, self.styles[base][1])

    def mark(self, paragraph: Element) -> str:
        """The paragraph's mark with a space behind, e.g. "II. " or "- "; empty when it has none. Counts on."""
        reference = self._reference(paragraph)
        if reference is None:
            return ""
        list_id, depth = reference
        level = self._level(list_id, depth)
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return f"{_bullet(level.text)} "
        counts = self.counts.setdefault(self.lists.get(list_id, ""), {})
        begin = self.restarts.pop((list_id, depth), None)
        counts[depth] = counts.get(depth, level.start - 1) + 1 if begin is None else begin
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        text = re.sub(r"%(\d)", lambda m: self._counted(list_id, int(m[1]) - 1, level.plain), level.text)
        return f"{text} " if text else ""

    def _level(self, list_id: str, depth: int) -> Level | None:
        return self.own.get((list_id, depth)) or self.levels.get((self.lists.get(list_id, ""), depth))

    def _counted(self, list_id: str, depth: int, plain: bool) -> str:
        level = self._level(list_id, depth) or Level("decimal", "", 1)
        count = self.counts[self.lists.get(list_id, "")].get(depth, level.start)
        return written(count, "decimal" if plain else level.form)

    def _reference(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find(W + "pPr")
        if properties is None:
            return None
        styled = self.styles.get(_value(properties, "pStyle") or "")
        own = properties.find(W + "numPr")
        if own is not None and _value(own, "numId") is not None:
            list_id = _value(own, "numId") or "0"
            return None if list_id == "0" else (list_id, _number(_value(own, "ilvl")))
        return styled if own is None or styled is None else (styled[0], _number(_value(own, "ilvl"), styled[1]))


def _level(level: Element) -> Level:
    form, start = _value(level, "numFmt") or "decimal", _number(_value(level, "start"), 1)
    return Level(form, _value(level, "lvlText") or "", start, level.find(W + "isLgl") is not None)


def _value(element: Element, name: str) -> str | None:
    child = element.find(W + name)
    return None if child is None else child.get(W + "val")


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text is not None and text.isdigit() and len(text) < 6 else otherwise


def _bullet(text: str) -> str:
    return text if text in ("-", "+", "–", "*") else "-" if text in ("", "\uf02d") else "•"


def written(number: int, form: str) -> str:
    """A number of a list as its form shows it; the forms are named as Word names them."""
    if form in ("upperRoman", "lowerRoman"):
        roman, rest = "", min(number, 89)
        for value, letters in ((50, "L"), (40, "XL"), *_ROMAN):
            while rest >= value:
                roman, rest = roman + letters, rest - value
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02d}" if form == "decimalZero" else str(number)
