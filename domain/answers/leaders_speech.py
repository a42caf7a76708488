"""The word of those above ("phát biểu chỉ đạo"): the items at which a leader speaks, whatever the agenda calls them."""

import re

from domain.answers.asked import Asked
from domain.answers.holding import CLEAR
from domain.answers.item_times import session_times
from domain.answers.query import Kind
from domain.answers.texts import letters_of
from domain.answers.values import Answer
from domain.conference import Session, SessionState


def leaders_speech(asked: Asked) -> Answer | None:
    """When the leader's word is spoken, where no item is called so: "Phát biểu của lãnh đạo tỉnh"."""
    if asked.u.score(Kind.WHEN) < CLEAR or {unit.code for unit in asked.specific()} != _ASKED:
        return None
    items = [s for s in asked.index.programme.sessions if s.state is not SessionState.CANCELLED and asked.in_scope(s)]
    if any(_CALLED_SO.search(letters_of(item.title)) for item in items):
        return None
    spoken = [item for item in items if _is_spoken_by_leader(item)]
    if not 0 < len(spoken) <= _FEW:
        return None
    return session_times(asked, spoken, "start")


_ASKED = frozenset({"@speech", "@directive"})
_FEW = 3
_CALLED_SO = re.compile(r"\bchi dao\b")


def _is_spoken_by_leader(item: Session) -> bool:
    title = letters_of(item.title)
    return bool(_SPOKEN.search(title) and _LEADER.search(f"{title} {letters_of(item.responsible or '')}")) and not (
        _ANOTHER_SPEECH.search(title)
    )


_SPOKEN = re.compile(r"\bphat bieu\b")
_LEADER = re.compile(
    r"\b(?:lanh dao|trung uong|cap tren|bi thu|chu tich|thuong truc|bo truong|thu truong|tinh uy|huyen uy|dang uy"
    r"|thanh uy|cap uy|ubnd|so|bo|ban giam hieu|hieu truong|ban giam doc"
    r"|(?:tong )?giam doc|vien truong|chu nhiem|lien doan lao dong|ldld|tong lien doan|tinh doan|huyen doan)\b"
)
_ANOTHER_SPEECH = re.compile(
    r"\b(?:khai mac|khai giang|be mac|ket luan|tong ket|chao mung|cam nghi|cam tuong|cam on|dap tu|nhan nhiem vu"
    r"|tham luan|thao luan|y kien cua|dang ky"
    r"|dai dien (?:cac )?(?:tap the|ca nhan|doan vien|hoi vien|giao vien|hoc sinh|can bo|vien chuc)"
    r"|de dan|huong ung|giao nhiem vu cho)\b"
)
"""Speeches with another purpose: the chair's own, thanks, papers, and those of who are honoured."""
