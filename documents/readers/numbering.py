"""Word's automatic numbers rebuilt: the mark that stands before a paragraph on the page but not in its text."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is written."""

    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> "Numbering":
        """The lists that the two parts of a Word file define."""
        found = cls()
        for abstract in numbering.findall(W + "abstractNum") if numbering is not None else ():
            for level in abstract.findall(W + "lvl"):
                key = abstract.get(W + "abstractNumId", ""), _number(level.get(W + "ilvl"))
                start = _number(_value(level, "start"), 1)
                found.levels[key] = Level(_value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", start)
        for number in numbering.findall(W + "num") if numbering is not None else ():
            found.lists[number.get(W + "numId", "")] = _value(number, "abstractNumId") or ""
        for style in styles.findall(W + "style") if styles is not None else ():
            properties = style.find(f"{W}pPr/{W}numPr")
            if properties is not None and _value(properties, "numId"):
                reference = _value(properties, "numId") or "", _number(_value(properties, "ilvl"))
                found.styles[style.get(W + "styleId", "")] = reference
        return found

    def mark(self, paragraph: Element) -> str:
        """The paragraph's mark with a space behind, e.g. "II. " or "- "; empty when it has none. Counts on."""
        reference = self._reference(paragraph)
        if reference is None:
            return ""
        list_id, depth = reference
        abstract = self.lists.get(list_id, "")
        level = self.levels.get((abstract, depth))
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return f"{_bullet(level.text)} "
        counts = self.counts.setdefault(abstract, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        text = re.sub(r"%(\d)", lambda m: self._counted(abstract, int(m[1]) - 1), level.text)
        return f"{text} " if text else ""

    def _counted(self, abstract: str, depth: int) -> str:
        level = self.levels.get((abstract, depth), Level("decimal", "", 1))
        return _written(self.counts[abstract].get(depth, level.start), level.form)

    def _reference(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find(W + "pPr")
        if properties is None:
            return None
        own = properties.find(W + "numPr")
        if own is not None and _value(own, "numId") is not None:
            list_id = _value(own, "numId") or "0"
            return None if list_id == "0" else (list_id, _number(_value(own, "ilvl")))
        return self.styles.get(_value(properties, "pStyle") or "")


def _value(element: Element, name: str) -> str | None:
    child = element.find(W + name)
    return None if child is None else child.get(W + "val")


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text is not None and text.isdigit() and len(text) < 6 else otherwise


def _bullet(text: str) -> str:
    return text if text in ("-", "+", "–", "*") else "-" if text in ("", "\uf02d") else "•"


def _written(number: int, form: str) -> str:
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
