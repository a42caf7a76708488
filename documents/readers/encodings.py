"""Text of any age of Vietnamese computing as Unicode: UTF-8, UTF-16, Windows-1258, TCVN3 (ABC), VNI."""

import re
from collections.abc import Callable

from domain.vietnamese import nfc

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3)

_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HAT = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_SINGLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for base, plain in (*((v, v) for v in "aeouy"), ("ô", "ơ"), ("ö", "ư")):
        pairs |= {base + mark: plain + tone for mark, tone in _MARKS.items()}
    for base in "aeo":
        pairs |= {base + mark: f"{base}\u0302{tone}" for mark, tone in _HAT.items()}
    pairs |= {"a" + mark: f"a\u0306{tone}" for mark, tone in _BREVE.items()}
    pairs |= _SINGLE
    return (
        pairs
        | {old.upper(): new.upper() for old, new in pairs.items()}
        | {old[0].upper() + old[1:]: new[0].upper() + new[1:] for old, new in pairs.items() if len(old) == 2}
    )


_VNI = _vni()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_STRETCH = re.compile(r"[^\n\t]+")
_WORD = re.compile(r"\b[^\W\d_a-z]+\b")  # no small letter of the plain alphabet in it
_CAPITALS = re.compile(r"[A-Z][^A-Z]*[A-Z]|[^\W\dA-ZĂÂĐÊÔƠƯ][A-Z]")
_SMALL = re.compile(r"[a-z]")
_COMPOSED = re.compile("[\u1ea0-\u1ef9]")
_ANY_WORD = re.compile(r"\w+")
_COMMON = frozenset(
    _ANY_WORD.findall(
        "và của các hội nghị kế hoạch đại biểu tổ chức tỉnh huyện ngày tháng năm thời gian địa điểm ủy ban nhân dân"
        " thực hiện được với trong công tác lãnh đạo phòng sở nội dung chương trình trước đơn vị"
    )
)


def from_tcvn3(text: str) -> str:
    """The code has no accented capitals: its capital fonts draw the small ones large, which is done here too."""
    return _STRETCH.sub(lambda found: _lifted(found.group()), tcvn3_letters(text))


def tcvn3_letters(text: str) -> str:
    """Letter for letter, as a font of small letters shows them."""
    return text.translate(_TCVN3_TABLE)


def _lifted(stretch: str) -> str:
    words = _WORD.sub(lambda found: _raised(found.group()), stretch)
    return words if words == stretch or _SMALL.search(stretch) else stretch.upper()


def _raised(word: str) -> str:
    return word.upper() if _CAPITALS.search(word) else word


def from_vni(text: str) -> str:
    return nfc(_VNI_PATTERN.sub(lambda found: _VNI[found.group()], text))


def _doubly_encoded(text: str) -> str:
    """UTF-8 that was once read as Windows-1252 and saved again, its five bytes without a letter too."""
    try:
        return b"".join(map(_western, text)).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _western(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def vietnamese_words(text: str) -> int:
    """How many of the commonest words of office papers the text holds."""
    return sum(word in _COMMON for word in map(str.lower, _ANY_WORD.findall(nfc(text[:20_000]))))


def mended(text: str) -> str:
    """The text as it was meant when its letters are those of an old font's code; else the text itself."""
    return _repair(text)(text)


def mended_lines(lines: list[str]) -> list[str]:
    """All lines by the one code that the whole paper is written in; a mixed paper by its long lines alone."""
    repair = _repair("\n".join(lines))
    if repair is _as_it_is:
        return [mended(line) if len(line) > 40 else line for line in lines]
    return [line if _COMPOSED.search(line) else repair(line) for line in lines]


def _repair(text: str) -> Callable[[str], str]:
    if _COMPOSED.search(text, 0, 4000):
        return _as_it_is  # letters that only Unicode has: nothing to mend
    sample = text[:20_000]
    counts = {repair: vietnamese_words(repair(sample)) for repair in (from_tcvn3, from_vni, _doubly_encoded)}
    best = max(counts, key=lambda repair: counts[repair])
    return best if counts[best] > 3 * vietnamese_words(sample) + 3 else _as_it_is


def _as_it_is(text: str) -> str:
    return text


def decoded(content: bytes) -> str:
    """The bytes as text: by their mark, as UTF-8, or in the old code that yields the most Vietnamese words."""
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return mended(content.decode(codec, errors="replace"))
    zeros = content[:4000:2].count(0), content[1:4000:2].count(0)
    if max(zeros) > len(content[:4000]) * 0.15:
        return content.decode("utf-16-le" if zeros[1] > zeros[0] else "utf-16-be", errors="replace")
    try:
        return mended(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    cut = content[: len(content) - 3].decode("utf-8", errors="ignore")
    if vietnamese_words(cut) > 20:  # UTF-8 with a few spoilt bytes
        return content.decode("utf-8", errors="replace")
    western = content.decode("latin-1")
    candidates = (nfc(content.decode("cp1258", errors="replace")), from_tcvn3(western), from_vni(western))
    return max(candidates, key=vietnamese_words)
