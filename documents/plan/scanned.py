"""What a scanner misread: letters for figures in hours, days and numbers, and the words that dates are told with."""

import re

from domain.vietnamese import CAPITALS

# What is looked for in every line begins with its letter, and looks back from there: many times faster.
_I = re.compile(rf"l(?<=[{CAPITALS}].)(?=[{CAPITALS}])")  # "THỰC HlỆN"
_ROMAN = re.compile(r"^(\s*)(?=[Il1]{2,3}[.)-]\s)(?=[l1]*I)[Il1]{2,3}")  # "IIl. Chương trình", "1I."
_ROMAN_WITH_V = re.compile(r"^(\s*)(?=[IVXl]{2,4}[.)-]\s)(?=[IVX]*l)(?=l*[VX]|I+[VX])[IVXl]{2,4}")  # "lV- Tổ chức"
_POINT = re.compile(r"^(\s*\d{1,2}\.)l(?=\s?[-.)]\s|\s)")  # "3.l- Đại biểu"
_TEN = re.compile(r"^(\s*[1-9])[Oo](?=\s?[.)]\s)")  # "1O. Bế mạc", behind "9."
_ELEVEN = re.compile(r"[lI][lI](?<![^\W_]..)(?= (?:người|đại biểu|học viên|đồng chí|đ/c)(?!\w))")
_MINUTE = re.compile(r"(?<=\d giờ )(?!lo(?!\w))[lIOo\d]{2}(?!\w)")  # "8 giờ l0", "7 giờ OO"; "lo" is to see to
_SUSPECT = re.compile(r"[lIOo](?:(?=[\d/:])|(?<=[\d:/.].)|(?<=\d[hg].)|(?=[hg] ?[\dlIOo])|(?= (?:giờ|h)\b))")

_LIKE = r"[\dlIOo]"
_HOUR = re.compile(  # "8hl0", "lOh15"; "7h lo nước" and "nhóm II:15" are none
    rf"(?<![^\W_])(?!II){_LIKE}{{1,2}}(?: ?[hg](?: (?!lo(?![^\W_])))?|:){_LIKE}{{2}}(?![^\W_])"
)
_WHOLE_HOUR = re.compile(rf"(?<![^\W_])(?:{_LIKE}\d|\d[Oo]|[lI]O|[lI])(?=h(?!\w)|g(?!\w)| giờ\b)")  # "l3h", "l giờ"
_DATE = re.compile(  # a capital I is a Roman figure here: "tuần II/8", "Phụ lục I.2"
    r"(?<![^\W_])[\dlOo]{1,2}([/.])[\dlOo]{1,2}(?:\1[\dlOo]{4})?(?![^\W_])"
)
# "l4", "7O", "1l2", "O9-KH"
_NUMBER = re.compile(rf"(?<![^\W_])(?:l{_LIKE}{{1,3}}|\d{_LIKE}{{0,3}}O|\d+[lIOo]+\d+|O\d+(?=[-/]))(?![^\W_])")
_FIGURES = str.maketrans("lIOo", "1100")

_DAY = re.compile(r"(?<!\w)([Nn])g(?:[àáảãạăâ][vyỳýỷỹỵ](?= \d)|a[vy](?= \d{1,2}\s?(?:/\d{1,2}/\d{4}|tháng)))")
_MONTH = re.compile(r"(?<=\d )th[aàảãạăâấ]ng(?= \d)")
_YEAR = re.compile(r"(?<!\w)(?:n[àáảãạâấầẫặẵ]m|(?<=\d )nam)(?= (?:19|20)\d\d(?!\d))")


def as_printed(text: str) -> str:
    """The line with what it said before it was scanned, as far as hours, days, numbers and headings go."""
    text = _I.sub("I", text)
    text = _ROMAN.sub(lambda m: m[1] + "I" * (len(m[0]) - len(m[1])), text)
    text = _ROMAN_WITH_V.sub(lambda m: m[0].replace("l", "I"), text)
    text = _ELEVEN.sub("11", text)
    if _SUSPECT.search(text):
        text = _TEN.sub(r"\g<1>0", _POINT.sub(r"\g<1>1", text))
        text = _MINUTE.sub(_figures, _WHOLE_HOUR.sub(_figures, _HOUR.sub(_figures, text)))
        text = _NUMBER.sub(_figures, _DATE.sub(_figures, text))
    return _YEAR.sub("năm", _MONTH.sub("tháng", _DAY.sub(r"\1gày", text)))


def _figures(found: re.Match[str]) -> str:
    """The figures of what stands there; letters alone stay letters, but where an hour tells that they are none."""
    told = any(map(str.isdigit, found[0])) or found.re in (_MINUTE, _WHOLE_HOUR)
    return found[0].translate(_FIGURES) if told else found[0]
