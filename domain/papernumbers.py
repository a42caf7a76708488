"""The number of a paper as offices write it (Decree 30/2020/NĐ-CP, appendix I): "Số: 12/BC-UBND"."""

import re

_NUMBER = re.compile(
    r"(?:số\s*:?\s*)?(?P<number>\d{1,5}[a-z]?\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][A-ZĐ&.]*(?:\s?-\s?[A-ZĐ0-9&.]+)*(?:(?<=TT)g)?)",
    re.UNICODE,
)


def paper_number(text: str | None) -> str | None:
    """The first number of a paper in the text, without spaces; None where there is none."""
    found = _NUMBER.search(text or "")
    return None if found is None else "".join(found["number"].split()).rstrip(".")
