"""Where something is done with somebody: for a thing lost, bought or fetched the place where all meet is too little."""

import re

from domain.answers.asked import Asked
from domain.answers.values import Answer, WhereIs
from domain.vietnamese import search_key


def is_elsewhere(asked: Asked, answer: Answer) -> bool:
    """Whether "làm rơi ví thì hỏi ở đâu" gets only the venue, or "mua … ở đâu" an item where nobody buys."""
    deals = _DEALS.search(asked.u.key)
    if deals is None or not isinstance(answer, WhereIs):
        return False
    done = deals["ask"] or deals["get"]
    if done in _WATCHED and answer.lines:
        return False
    titles = " ".join(search_key(line.title) for line in answer.lines)
    return not any(re.search(rf"\b{verb}\b", titles) for verb in _ALSO_DONE.get(done, (done,)))


_DEALS = re.compile(
    r"(?:(?:^|\b(?:thi|can|muon|phai) )(?P<ask>hoi|bao)"
    r"|(?<!troi )(?<!neu )(?<!khi )\b"
    r"(?P<get>mua(?! (?:lan|hat|thi|khai|to|he|xuan|thu|dong|vu|le|giai)\b)|lay|xem|coi|dang ky|dang ki)\b"
    r"(?: \w+){0,7}?)(?: o| tai)? (?:dau|cho nao|noi nao)\b"
)
_WATCHED = frozenset({"xem", "coi"})
"""What one sees is where it is on; where one looks something up is not the venue."""

_ALSO_DONE = {
    "lay": ("lay", "phat", "nhan", "cap", "don tiep", "dang ky", "trao"),
    "dang ky": ("dang ky", "don tiep", "check in"),
    "dang ki": ("dang ky", "don tiep", "check in"),
}
