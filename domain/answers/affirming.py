"""When "Có." goes before what is told: not where that denies something, nor of files where paper is asked for."""

import re
from dataclasses import replace

from domain.answers.asked import Asked
from domain.answers.coverage import unexplained
from domain.answers.money import SUM, asks_to_pay
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.sufficing import HEAVY
from domain.answers.texts import letters_of
from domain.answers.values import Practical


def affirmed(asked: Asked, facts: Practical) -> Practical:
    """The facts with a "yes", unless what they say is none to what was asked."""
    if facts.topic == "dress" and not asked.u.words & _RULED:
        return facts  # what is worn is told; that a garment is another one needs no "yes"
    if asked.u.words & _OF_PAPER and any(_AS_FILES.search(text) for text in facts.texts):
        return facts
    if asks_to_pay(asked.u.key) and not any(map(SUM.search, facts.texts)):
        return facts  # that a meal is there does not tell that one pays for it
    language = _LANGUAGE.search(asked.u.key)
    told = [letters_of(text) for text in facts.texts if "tiếng" in text.lower()]
    if language is not None and told and not any(f" {language[1]} " in f" {text} " for text in told):
        return facts
    denied = any(denies(text) for text in facts.texts)
    return replace(facts, yes=not denied and not any(_is_strange(asked, unit) for unit in unexplained(asked, facts)))


def _is_strange(asked: Asked, unit: Unit) -> bool:
    """Whether a word is one that the paper never uses: that there is a doctor is no "yes" to an ambulance."""
    return unit.weight >= HEAVY and not asked.index.speaks(unit)


def denies(text: str) -> bool:
    """Whether a text denies, or tells who pays and not whether there is any."""
    return _DENIES.search(text.lower()) is not None


_LANGUAGE = re.compile(
    r"\bdich (?:\w+ ){0,2}?tieng (anh|phap|nga|trung|hoa|han|nhat|duc|lao|thai|khmer|campuchia|tay ban nha|y|a rap"
    r"|viet|dan toc)\b"
)
"""A language that is asked for is none of the others."""

_RULED = words_in("quy dinh yeu cau code bat buoc")
_OF_PAPER = words_in("giay in cung printed paper hard")
_AS_FILES = re.compile(r"\b(?:điện tử|bản mềm|QR|electronic\w*|soft cop\w+)\b", re.IGNORECASE)

_DENIES = re.compile(
    r"\b(?:không|chưa|miễn|tự túc|tự lo|not|no|free|own expense)\b|\bchi phí\b.*\b(?:chi trả|thanh toán|tự)\b"
    r"|\b(?:cử đi|cử người|cơ quan|đơn vị|gia đình|cá nhân)\b.*\b(?:chi trả|chi|chịu|lo|thanh toán)\b"
)
