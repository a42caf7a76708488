"""From where one is driven: where a vehicle picks people up."""

import re

from domain.answers.asked import Asked
from domain.answers.practical import caretakers
from domain.answers.texts import meanings
from domain.answers.values import (
    Answer,
    Practical,
)


def picked_up(asked: Asked) -> Answer | None:
    """ "Xe đón ở đâu": what the paper says of it, else who sees to the vehicles."""
    if _PICKED_UP.search(asked.u.key) is None:
        return None
    return _starts_from(asked) or asked.no_information("transport", by=caretakers(asked, "transport"))


_FROM_WHERE = r"(?:o dau|tai dau|tu dau|o cho nao|cho nao|o noi nao|noi nao|diem nao)"

_PICKED_UP = re.compile(
    r"\b(?:xe|oto|bus) (?:\w+ ){0,5}?(?:don|cho|xuat phat|khoi hanh|tap ket|chay|do)\b"
    rf"(?: \w+){{0,4}}? {_FROM_WHERE}\b"
    r"|\b(?:don xe|len xe|bat xe|diem don|cho don|noi don|tap ket|xuat phat|khoi hanh)\b"
    rf"(?: \w+){{0,4}}? {_FROM_WHERE}\b"
    rf"|\bxe (?:\w+ ){{0,3}}{_FROM_WHERE} (?:don|xuat phat|chay|di)\b"
    rf"|\bxe (?:don |dua |di )(?:\w+ ){{0,4}}?{_FROM_WHERE}"
    r"|\bwhere (?:does|do|is|will) the (?:bus|buses|shuttle|car|cars|coach)\b"
    r"|\bwhere (?:\w+ ){1,3}(?:get on|board|catch|take|meet|wait for) (?:the |our )?(?:bus|shuttle|car|coach)\b"
    r"|\bwhere (?:\w+ ){1,3}(?:picked up|pick (?:us|me|up))\b|\b(?:pick ?up|boarding|meeting) point\b"
)
""" "Xe đón ở đâu", "xe đi thực địa đón chỗ nào": from where one is driven."""

_DEPARTS = re.compile(
    r"\b(?:xuất phát|khởi hành|tập kết|tập trung|lên xe|đón (?:học viên|đại biểu|khách|đoàn|trại sinh)?|departs?"
    r"|leaves?|pick\w* up)\b[^.;]*?\b(?:tại|ở|từ|trước|from|at)\s+\w",
    re.IGNORECASE,
)

_VEHICLE = re.compile(r"\b(?:xe|ô tô|tàu|bus(?:es)?|shuttle|coach|cars?|xuất phát|khởi hành)\b", re.IGNORECASE)


def _starts_from(asked: Asked) -> Practical | None:
    """The statement that says from where the vehicle leaves that is asked about."""
    programme = asked.index.programme
    lines = (
        *(moment.text for moment in programme.moments),
        *(fact.text for fact in asked.index.facts),
        *(session.title for session in programme.sessions),
        *(task.text for task in programme.tasks),
    )
    said = {unit.code for unit in asked.specific()}
    telling = [line for line in dict.fromkeys(lines) if _DEPARTS.search(line) and _VEHICLE.search(line)]
    if not telling:
        return None
    return Practical(topic="transport", texts=(max(telling, key=lambda line: len(said & meanings(line))),))
