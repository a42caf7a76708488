"""The words for money: what a sum is asked for by, and what a text must hold to name one."""

import re

from domain.answers.phrases import words_in

PRICE_WORDS = words_in("@fee fee fees cost costs price pay tien phi money")
"""What a sum is asked for by; that a statement uses one does not make it the one asked about."""

_UNIT = r"(?:đồng(?! chí)|đ\b|triệu|nghìn|ngàn|tỷ|tỉ|vnd|usd|eur)"

SUM = re.compile(rf"\d[\d.,]*\s*{_UNIT}|\b(?:vnd|usd|eur)\s*\d", re.IGNORECASE)
"""A sum: "500.000 đồng", "USD 120"."""

COSTS = re.compile(rf"{SUM.pattern}|\d\s*%|miễn|không|tự túc|free|\bno\b", re.IGNORECASE)
"""What answers a question for money: a sum, a share, or that it costs nothing."""

LARGE_SUM = re.compile(r"\d (?:triệu|tỷ|tỉ)(?: đồng)?\b")
"""A sum that is spent on something, rather than a price."""

_PRICE_ASKED = re.compile(
    r"\bgia (?:bao|ca|the|may|nhieu|nhiu|tien)\b|\b(?:bao )?(?:nhieu|nhiu) tien\b"
    r"|\bhow much (?:is|are)\b|\bhow much (?:do|does|must|should|will|would)\b.*\b(?:pay|cost)\b"
    r"|\b(?:dong|nop|tra|ton|mat) (?:bao nhieu|bao nhiu|may) ?(?:$|a$|vay|the|mot|moi|1|1 nguoi|nguoi$|tien|neu|khi)"
)
"""In plain letters."""


TO_PAY = re.compile(
    r"\b(?:phai|can|bi) (?:\w+ ){0,2}?(?:tra|dong|nop|mat|ton)(?: them)? (?:tien|phi|le phi|khoan|chi phi)\b"
    r"|\b(?:mat|ton|thu) (?:tien|phi) (?:\w+ )?(?:khong|ko|k)\b"
)


def asks_to_pay(text: str) -> bool:
    """Whether a question, given in plain letters, asks if one has to pay."""
    return bool(TO_PAY.search(text))


def asks_price(text: str, words: frozenset[str]) -> bool:
    """Whether a question, given in plain letters, asks for money."""
    return bool((PRICE_WORDS - {"pay"}) & words or _PRICE_ASKED.search(text))
