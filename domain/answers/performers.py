"""Who performs an item of the agenda: by its own column, else by the body or person that its title names."""

import re
from collections.abc import Sequence

from domain.answers import offices
from domain.answers.asked import SURE, TIE, Asked, sources_of
from domain.answers.entries import Hit, Hits, Sort
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.values import Answer, Responsible
from domain.conference import Session
from domain.vietnamese import CAPITALS

PERFORMS = re.compile(
    r"\b(?:ai|who|(?:don vi|co quan|tinh|huyen|xa|so|nganh|phong|truong|doan|to chuc) nao)"
    r" (?:se |phai |duoc |co |len |will )*"
    r"(?:trinh bay|doc|phat bieu|tham luan|bao cao tham luan|truyen dat|quan triet|gives?|delivers?|presents?)\b"
)


def performing(asked: Asked) -> Answer | None:
    """Who performs the items that are meant: by the programme's own column, else by their titles."""
    if not PERFORMS.search(asked.u.key) or not asked.specific():
        return None
    hits = asked.index.search(_without_passing_on(asked), Sort.TASK, Sort.SESSION)
    if performers := _performers(asked, hits):
        return Responsible(lines=asked.lines(performers), sources=sources_of(performers))
    found = asked.best([hit for hit in hits if isinstance(hit.entry.ref, Session)], 0.55)
    return speaker_in_title(asked, [hit.entry.ref for hit in found if isinstance(hit.entry.ref, Session)])


def _performers(asked: Asked, hits: Sequence[Hit]) -> list[Session]:
    """The items with somebody behind them: who presents stands on the agenda, not among those who prepare."""
    found = asked.best([hit for hit in hits if isinstance(hit.entry.ref, Session) and hit.entry.ref.responsible], 0.55)
    return [hit.entry.ref for hit in found if isinstance(hit.entry.ref, Session)][:4]


def performed(asked: Asked, hits: Hits) -> list[Session]:
    """The items that begin with what is asked about, when no task explains more: who prepares it does not do it."""
    sure = hits.explaining(max(SURE, TIE * hits.of((Sort.TASK,)).most))
    spoken = _spoken(asked)
    return [hit.entry.ref for hit in sure if isinstance(hit.entry.ref, Session) and hit.entry.first & spoken]


def _spoken(asked: Asked) -> frozenset[str]:
    return asked.u.words | {unit.code for unit in asked.u.content}


_SPEAKER = re.compile(
    r"(?:của|do)\s+(?:đồng chí|đ/c|lãnh đạo|đại diện|ông|bà|chủ tịch|phó|bí thư|giám đốc|hội đồng|trưởng|hiệu trưởng"
    r"|thường trực)|(?:^|[–-] )(?:đồng chí|đ/c|ông|bà|TS|ThS|PGS|GS|BS)\b"
    r"|(?:phát biểu|tham luận|thảo luận) (?:của )?(?:các )?đại biểu",
    re.IGNORECASE,
)

_BY_NAME = re.compile(r"(?:cu the|dong chi nao|ong nao|ba nao|ten gi|ten la|danh sach)")
"""Asks for names; an office or "các đại biểu" is none."""

_BODIES = (
    r"(?:ấp|thôn|bản|xóm|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|tỉnh|hội|phòng|sở|ban|trường|chùa|công ty|tập đoàn"
    r"|hợp tác xã|htx|đoàn|khoa|chi bộ|chi hội|trạm|trung tâm|ông|bà|đồng chí|đ/c|công đoàn|bệnh viện|gia đình|dòng họ)"
)

_BODY_SPEAKS = re.compile(
    rf"(?:[Pp]hát biểu|[Tt]ham luận)(?: của (?:[^\W\d_]+ ){{0,2}}[{CAPITALS}]"
    rf"|(?: của [^\W\d_]+(?: [^\W\d_]+){{0,3}})?\s*[:(]\s*(?:[Đđ]ại diện |[Cc]ác |[Ll]ãnh đạo )?(?i:{_BODIES})\s)"
)
"""Names of bodies: "Tham luận của các xã Tân Phong, Bình Hòa"; "của 05 công đoàn" names none."""


def _names_speaker(title: str) -> bool:
    return any(told.search(title) for told in (_SPEAKER, _BODY_SPEAKS, offices.TITLED))


def names_speaker(title: str) -> bool:
    """Whether a title tells who speaks, at its beginning too."""
    return speaks_first(title) or _names_speaker(title)


def speaks_first(title: str) -> bool:
    """Whether a title begins with who does it, or ends in brackets with it: "Bế mạc (đ/c Nghĩa (HT))"."""
    return bool(_SPEAKS_FIRST.match(title) or _BEHIND_IN_BRACKETS.search(title))


_BEHIND_IN_BRACKETS = re.compile(
    rf"\((?:[Đđ]/c|[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô|[Ee]m|[Aa]nh|[Cc]hị)\.? [{CAPITALS}][^;]*\)$"
)
_SPEAKS_FIRST = re.compile(
    r"(?:[Đđ]ồng chí |[Đđ]/c |[Ôô]ng |[Bb]à |[Đđ]ại diện |[Ll]ãnh đạo |[Tt]hay mặt )*"
    r"(?:lãnh đạo|đại diện|chủ tịch|phó|bí thư|giám đốc|tổng giám đốc|thứ trưởng|bộ trưởng|hiệu trưởng|trưởng|chánh"
    r"|thường trực|ban(?! hành)|văn phòng|phòng|sở|ubnd|đảng ủy|công đoàn"
    r"|hội(?! (?:nghị|thảo|thi|trường))|đoàn|thầy|cô|ông|bà|chị|anh)\b[^;:]{2,90}?"
    r"\b(?:phát biểu|khai mạc|bế mạc|kết luận|trình bày|đọc|báo cáo|trao|công bố|điều hành|chủ trì|giới thiệu"
    r"|tuyên bố)\b",
    re.IGNORECASE,
)


def speaker_in_title(asked: Asked, sessions: list[Session]) -> Answer | None:
    """ "Phát biểu của lãnh đạo tỉnh" names its speaker itself."""
    named = [session for session in sessions if _names_speaker(session.title)]
    if not named or _BY_NAME.search(asked.u.key):
        return None
    return Responsible(lines=asked.lines(named[:4]), sources=sources_of(named[:4]))


def without_verb(asked: Asked) -> tuple[Unit, ...]:
    """The content without the verb right behind "ai" or "phòng nào" when the programme never uses it ("ai nấu cơm")."""
    words = [token.word for token in asked.u.tokens]
    behind = {place + 1 for place, word in enumerate(words) if word in ("ai", "nao", "who")}
    kept = tuple(
        unit
        for unit in asked.u.content
        if unit.at not in behind
        or unit.code.startswith("@")
        or (unit.code in asked.index.postings and not _issues(asked, unit))
    )
    return kept or asked.u.content


def _without_passing_on(asked: Asked) -> tuple[Unit, ...]:
    """The same without both words of passing on what an item is about: "ai truyền đạt chuyên đề 3"."""
    kept = tuple(unit for unit in without_verb(asked) if unit.code not in _PASSING_ON or unit.code.startswith("@"))
    return kept if _PASSES_ON.search(asked.u.key) and kept else without_verb(asked)


_PASSES_ON = re.compile(r"\b(?:truyen dat|quan triet)\b")
_PASSING_ON = words_in("truyen dat quan triet")


def _issues(asked: Asked, verb: Unit) -> bool:
    """ "Ai phát giấy triệu tập": what is handed out, where no statement uses this verb of it."""
    given = next((unit for unit in asked.u.content if unit.at == verb.at + 1 and unit.code in _HANDED_OUT), None)
    if verb.code != "phat" or given is None:
        return False
    return not any(hit.coverage > SURE for hit in asked.index.search((verb, given), Sort.TASK))


_HANDED_OUT = words_in("@invitation @documents @badge @tickets")
