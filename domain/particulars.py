"""What a text tells of somebody alone, and may be left out wherever the text is shown."""

import re

_BORN = re.compile(
    r"\s*(?:\((?:sinh|born)\b[^()]*\d{4}\)|[,;]\s*(?:sinh|born)\b(?: ngày| năm| on| in)?:?\s*[\d/.-]*\d{4}\b)",
    re.IGNORECASE,
)


def without_birth(text: str) -> str:
    """The text without when somebody was born: "em Vừ A Páo, sinh 2014" is "em Vừ A Páo"."""
    return _BORN.sub("", text) if "inh" in text or "orn" in text else text
