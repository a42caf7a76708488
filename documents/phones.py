"""Telephone numbers as people write them, to one form: E.164 (+84912345678)."""

import re

_NOISE = re.compile(r"[\s.\-()\u00a0]+")
_PARTS = re.compile(r"[/;,|]|\bvà\b|\bhoặc\b")
_MOBILE = re.compile(r"(?:\+?84|0084|0)?((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7})")


def phone(text: str) -> str | None:
    """The first valid number in the text; Vietnamese unless it says otherwise. None when there is none.

    A mobile number whose leading zero a spreadsheet ate is understood. Mobile numbers are matched by pattern, since
    the library for all others takes a while to load and a list may have twenty thousand lines.
    """
    for part in _PARTS.split(text):
        found = _one(part)
        if found is not None:
            return found
    return None


def _one(text: str) -> str | None:
    bare = _NOISE.sub("", text).removesuffix(",0")
    mobile = _MOBILE.fullmatch(bare)
    if mobile:
        return f"+84{mobile[1]}"
    if not re.fullmatch(r"\+?\d{6,15}", bare):
        return None
    import phonenumbers

    try:
        number = phonenumbers.parse(bare, "VN")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def shown(number: str | None) -> str:
    """A stored number as an office writes it: 0912 345 678 within Vietnam, else +… as it is; "" for none."""
    if not number:
        return ""
    if not number.startswith("+84"):
        return number
    local = "0" + number[3:]
    return f"{local[:4]} {local[4:7]} {local[7:]}".strip()
