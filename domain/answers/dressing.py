"""What women or men wear, where the plan tells it apart and only one of them is asked about."""

import re

from domain.answers.asked import Asked

_WOMEN = re.compile(r"\b(?:nữ|phụ nữ|nu|women|woman|female|ladies)\b")
_MEN = re.compile(r"\b(?:nam|men|male|gentlemen)\b(?! (?:nay|hoc|truoc|sau|moi)\b)")
_WOMEN_OR_MEN = re.compile(
    r"(?:(?:các|đối với|với|đại biểu|cán bộ|giáo viên|đoàn viên|đảng viên|hội viên|học sinh|khách mời|khách|phái)\s+)*"
    r"(?<![^\W\d_])(?P<sex>nữ|phụ nữ|nam|women|ladies|men|gentlemen)\b(?!\s+(?:bộ|định))",
    re.IGNORECASE,
)
_OTHERS = re.compile(r";[^;]*\b(?:mặc|lễ phục|wear)\b.*$", re.IGNORECASE)
"""What others wear, told behind them: "; lực lượng vũ trang mặc lễ phục"."""

_FEWEST = 2
"""Words that tell a garment: "áo dài"."""


def worn_by(asked: Asked, text: str) -> str:
    """The clauses on women or on men, with what is said of all before them; the text where both or none is asked."""
    said = " ".join(token.typed for token in asked.u.tokens).lower()
    women, men = _WOMEN.search(said) is not None, _MEN.search(said) is not None
    found = list(_WOMEN_OR_MEN.finditer(text))
    if women == men or len(found) < _FEWEST:
        return text
    ends = [each.start() for each in found[1:]] + [len(text)]
    told = [
        (_is_women(each["sex"]), _OTHERS.sub("", text[each.start() : end]), text[each.end() : end])
        for each, end in zip(found, ends, strict=True)
    ]
    if any(len(garment.split()) < _FEWEST for _, _, garment in told):
        return text  # "nam, nữ mặc sơ mi trắng"
    own = [clause.strip(" ,;.") for of_women, clause, _ in told if of_women == women]
    return text[: found[0].start()] + "; ".join(own) if own else text


def _is_women(sex: str) -> bool:
    return sex.lower() in ("nữ", "phụ nữ", "women", "ladies")
