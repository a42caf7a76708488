"""Old Vietnamese fonts of a Word file: which code the letters of a run are in stands in the name of its font."""

import re
from xml.etree import ElementTree

from documents.readers.encodings import from_vni, tcvn3_letters

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_STEPS = 10
_UNICODE = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9]")  # letters that no old code has


def mend_by_fonts(body: ElementTree.Element, styles: ElementTree.Element | None) -> None:
    """Write the runs in .VnTime (TCVN3), .VnTimeH (its capitals) and VNI-Times as Unicode, in place."""
    named = _Styles(styles)
    if not any(_is_old(font) for font in (named.usual, *named.fonts.values())) and not any(
        _is_old(_font(each)) for each in body.iter(_W + "rFonts")
    ):
        return
    texts: dict[str, list[ElementTree.Element]] = {}
    for paragraph in body.iter(_W + "p"):
        usual = named.font_of(_style(paragraph.find(f"{_W}pPr/{_W}pStyle"))) or named.usual
        for run in paragraph.iter(_W + "r"):
            own = run.find(f"{_W}rPr/{_W}rFonts")
            styled = named.font_of(_style(run.find(f"{_W}rPr/{_W}rStyle")))
            font = _font(own) or styled or usual
            if _is_old(font):
                texts.setdefault(font, []).extend(run.iter(_W + "t"))
    for font, written in texts.items():
        if _UNICODE.search("".join(text.text or "" for text in written)):
            continue  # converted, and only the font's name was left behind
        for text in written:
            text.text = _mended(text.text or "", font)


def _mended(text: str, font: str) -> str:
    if font.startswith("VNI"):
        return from_vni(text)
    plain = tcvn3_letters(text)
    return plain.upper() if font.endswith("H") else plain


def _is_old(font: str) -> bool:
    return font.startswith((".Vn", "VNI-"))


def _font(fonts: ElementTree.Element | None) -> str:
    return "" if fonts is None else fonts.get(_W + "ascii") or fonts.get(_W + "hAnsi") or ""


def _style(named: ElementTree.Element | None) -> str:
    return "" if named is None else named.get(_W + "val", "")


class _Styles:
    """The fonts of the named styles, and the one of everything else."""

    def __init__(self, styles: ElementTree.Element | None) -> None:
        self.fonts: dict[str, str] = {}
        self._above: dict[str, str] = {}
        self.usual = ""
        if styles is None:
            return
        self.usual = _font(styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}rFonts"))
        for style in styles.iter(_W + "style"):
            name, font = style.get(_W + "styleId", ""), _font(style.find(f"{_W}rPr/{_W}rFonts"))
            self.fonts[name] = font
            self._above[name] = _style(style.find(_W + "basedOn"))
            if style.get(_W + "default") == "1" and style.get(_W + "type") == "paragraph" and font:
                self.usual = font

    def font_of(self, name: str) -> str:
        """The font of a style or of the style it is based on; empty where none says."""
        for _ in range(_MOST_STEPS):
            if not name or self.fonts.get(name):
                break
            name = self._above.get(name, "")
        return self.fonts.get(name, "")
