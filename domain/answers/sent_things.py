"""The things that those who come hand in or register: by which words a question and a clause of the paper name each."""

import re
from dataclasses import dataclass

from domain.answers.asked import Asked
from domain.answers.holding import CLEAR
from domain.answers.phrases import words_in
from domain.answers.query import Kind

_SENDS = r"\b(?:gui|nop|chuyen(?! de| mon| vien| gia| nganh)|submit\w*|send\w*|sent)\b"
_MAKES = (
    r"\b(?:xay dung|du thao|hoan (?:thanh|thien|chinh)|chuan bi|bien soan|soan|viet|trinh(?! bay| chieu)|tham muu"
    r"|tong hop|chot|lap)\b"
)
_FRAME = words_in(
    """
    gui nop trinh chot han nhan cuoi bai viet don vi cac dia chi email mail hop thu dien tu link
    form phieu bieu mau qua cho ai ve dau =139 =1112 @contact @link nguoi phai minh em toi chung
    """
)
"""Words around the thing that name no other one."""


@dataclass(frozen=True, slots=True)
class SentThing:
    """One thing: by which concept a question names it, and how a clause of the paper tells of it, in plain letters.

    `named` is the thing in a clause, `beside` what only sounds like it; `sent` has it handed in, `made` worked on,
    which is told where `made_counts` and nothing of it is handed in. `head` is a unit's name that names it for the
    clause, `akin` what a paper may call it besides.
    """

    concept: str
    named: re.Pattern[str]
    sent: re.Pattern[str]
    beside: re.Pattern[str]
    made: re.Pattern[str] = re.compile(_MAKES)
    made_counts: bool = True
    head: re.Pattern[str] | None = None
    akin: re.Pattern[str] = re.compile(r"(?!)")
    frame: frozenset[str] = _FRAME
    unknown: str = "other"

    def spoken_of(self, text: str) -> bool:
        """Whether a text, in plain letters, names the thing at all."""
        alike = self.head is not None and self.head.search(text)
        return bool(self.named.search(text) or alike or self.akin.search(text) or _ELIDED.search(text))

    def sent_in(self, clause: str, unit: str, anyhow: bool = False) -> bool | None:
        """Whether a clause has the thing handed in; None where it does not speak of it, or (`anyhow`) only looks so."""
        own = self.named.search(clause) or (self.head and self.head.search(unit) and _A_TEXT.search(clause))
        if not own or (not anyhow and self.beside.search(clause)):
            return None
        if self.sent.search(clause):
            return True
        return False if self.made.search(clause) else None


_ELIDED = re.compile(r"(?:^|[;.:] )(?:gui|nop) (?:ve|qua|truoc|cham nhat|den|toi|cho|vao)\b")
"""A clause that has something sent which the one before it names."""
_A_TEXT = re.compile(r"\bbai\b")
_NOTHING = re.compile(r"(?!)")

LIST = SentThing(
    concept="list",
    named=re.compile(r"\b(?:danh sach|ds)\b"),
    sent=re.compile(rf"{_SENDS}|\bdang ky\b|\bchot\b"),
    beside=re.compile(
        r"^(?!.*\bdanh sach (?:\w+ ){0,2}?(?:dai bieu|doan|tham du|du|thanh phan|hoc vien|nguoi du)\b).*"
        r"\b(?:khen|tuyen duong|bieu duong|trao|nhan (?:qua|thuong|giai)|khach moi|nha tai tro|top \d+|theo danh sach"
        r"|(?:co ten )?trong danh sach|(?<!dang )ky danh sach)\b"
    ),
    akin=re.compile(r"\bdang ky\b|\bghi danh\b|\btrich ngang\b"),
    frame=_FRAME | words_in("@list @delegate tham du di hop hoi nghi thanh phan cu @registration"),
)
_AWARDED = r"\b(?:khen|tuyen duong|bieu duong|tieu bieu|thi dua|thanh tich|vinh danh)\b"
AWARDS = SentThing(
    concept="award",
    named=re.compile(
        rf"\b(?:ho so|danh sach|de nghi|to trinh|bao cao thanh tich|gioi thieu|de cu)\b.*?{_AWARDED}|\bnhan ho so\b"
    ),
    sent=re.compile(rf"{_SENDS}|\bnhan ho so\b|\btrinh\b|\bde cu\b|\bgioi thieu\b"),
    beside=re.compile(r"\btham dinh\b|\bkinh phi\b"),
    akin=re.compile(r"\bho so\b"),
    made_counts=False,
    frame=_FRAME
    | words_in("@award ho so de nghi cu xuat thi dua thanh tich gioi thieu @list guong dien hinh tieu bieu"),
)
PAPER = SentThing(
    concept="paper",
    named=re.compile(r"\btham luan\b|\bbai (?:trinh bay|tham gia|viet)\b|\b(?:paper|presentation|abstract)s?\b"),
    sent=re.compile(rf"{_SENDS}|\bnhan (?:bai|toan van|tham luan|tom tat)\b"),
    beside=_NOTHING,
    head=re.compile(r"\btham luan\b"),
    akin=re.compile(r"\btoan van\b|\btom tat\b|\bbai\b(?! (?:thu hoach|thi|kiem tra|du thi|hat))"),
    frame=_FRAME | words_in("@paper"),
)
SLIDES = SentThing(
    concept="documents",
    named=re.compile(
        r"\bslides?\b|\b(?:bai|ban|tep|file) (?:trinh bay|thuyet trinh|giang)\b|\btrinh chieu\b"
        r"|\bpower ?point\b|\bppt\b"
    ),
    sent=re.compile(rf"{_SENDS}|\bnhan bai\b"),
    beside=_NOTHING,
    made_counts=False,
    frame=_FRAME | words_in("@documents slide slides trinh chieu powerpoint file bai"),
)
DOCUMENTS = SentThing(
    concept="documents",
    named=re.compile(r"\b(?:tai lieu|van kien|documents?|materials?)\b"),
    sent=re.compile(rf"{_SENDS}|\b(?:dang tai|dang|cap nhat|phat hanh)\b"),
    beside=re.compile(r"\b(?:phat|nhan)(?: the,?)?(?: va)? tai lieu\b"),
    made_counts=False,
    frame=_FRAME | words_in("@documents file"),
)
REPORT = SentThing(
    concept="report",
    named=re.compile(r"\b(?:bao cao(?! vien)|reports?)\b"),
    sent=re.compile(rf"{_SENDS}|\bnhan (?:\w+ ){{0,2}}bao cao\b"),
    beside=re.compile(r"\bbao cao vien\b|\bgiay moi\b|\bthu moi\b|\bvang\b|\bbao cao tham luan\b|\bduyet\b"),
    frame=_FRAME | words_in("@report"),
)
INVITATION = SentThing(
    concept="invitation",
    named=re.compile(r"\b(?:(?:giay|thu|thiep) moi|giay trieu tap|invitations?)\b"),
    sent=re.compile(rf"{_SENDS}|\b(?:phat hanh|ban hanh|phat)\b"),
    beside=re.compile(
        r"\b(?:trong|theo|tren|mang|xuat trinh|cam|kem|bang) (?:theo )?(?:giay|thu|thiep) moi\b"
        r"|\bmoi (?:bao cao vien|giang vien|trong tai)\b|\b(?:moi|mot) (?:giay|thu) moi\b"
    ),
    made=re.compile(""),
    frame=_FRAME | words_in("@invitation @delegate phat hanh ban moi thi giay thu ra hoi nghi co"),
)
ATTENDING = words_in("tham du di hop gia @delegate hoi nghi chinh thuc")
"""Words that make a registration one for the conference itself."""
_NO_SIGNING_ON = (
    r"\bda dang ky\b|\bdang ky (?:y kien|phat bieu|dau tu|kinh doanh|thi dua|ket hon|san xuat)\b"
    r"|\b(?:lam|lap|tao|thiet ke) (?:\w+ )?(?:trang|form|mau|link|phieu|bieu mau)(?: \w+)? dang ky\b"
    r"|\b(?:chung nhan|noi dung|chi tieu)\b[^;]*\bdang ky\b|\bdon tiep\b"
)
REGISTRATION = SentThing(
    concept="registration",
    named=re.compile(r"\bdang ky\b|\bghi danh\b|\bregist\w+\b|\bxac nhan tham du\b"),
    sent=re.compile(r"\bdang ky\b|\bghi danh\b|\bregist\w+\b|\bxac nhan tham du\b"),
    akin=LIST.named,
    beside=re.compile(_NO_SIGNING_ON),
    frame=_FRAME | words_in("@registration @reception"),
)
ATTENDANCE = SentThing(
    concept="registration",
    named=REGISTRATION.named,
    akin=LIST.named,
    sent=REGISTRATION.sent,
    beside=re.compile(
        rf"{_NO_SIGNING_ON}|\bdang ky,? (?:\w+,? )?(?:gian hang|doi thi|cho nghi|phong|suat|xe|noi dung|gap)\b"
        r"|\b(?:luu tru|cho nghi|qua dem|giai chay|an chay|suat an|xe dua don|gian hang|song phuong"
        r"|doi (?:thi|bong|van nghe|tuyen)|bong (?:da|chuyen))\b"
    ),
    frame=_FRAME | words_in("@registration @reception") | ATTENDING,
)


def asked_about(asked: Asked) -> SentThing | None:
    """The one thing of which a question asks until when, where or how it is handed in or registered."""
    concepts, key = asked.u.concepts, asked.u.key
    if "invitation" in concepts:
        timed = max(map(asked.u.score, (Kind.DEADLINE, Kind.WHEN))) >= CLEAR
        return INVITATION if timed and _INVITES.search(key) and not _ANOTHER_OF_IT.search(key) else None
    if _ANOTHER.search(key) or not _asks(asked):
        return None
    on_the_day = _AT_WHAT_HOUR.search(key) or (_REGISTERS.search(key) and asked.u.score(Kind.WHEN) >= CLEAR)
    if on_the_day and not _UNTIL.search(key):
        return None  # when one signs in on the day is on the agenda
    if _REGISTERS.search(key) and "list" not in concepts and not asked.u.own and not _SPEAKS_UP.search(key):
        return ATTENDANCE if asked.beyond(REGISTRATION.frame) == () and _TAKES_PART.search(key) else REGISTRATION
    if not (_HANDS_IN.search(key) or asked.u.score(Kind.DEADLINE) >= CLEAR):
        return None
    if "award" in concepts:
        return AWARDS if _PUT_FORWARD.search(key) else None
    if "documents" in concepts:
        return SLIDES if _SLIDE.search(key) else DOCUMENTS
    named = [matter for matter in (PAPER, LIST, REPORT) if matter.concept in concepts]
    return named[0] if len(named) == 1 else None


def _asks(asked: Asked) -> bool:
    kinds = (Kind.DEADLINE, Kind.WHEN, Kind.END, Kind.WHERE, Kind.HOW, Kind.ROUTE)
    return any(asked.u.score(kind) >= _ASKED for kind in kinds) or _WHERE_TO.search(asked.u.key) is not None


_ASKED = 1.9
_WHERE_TO = re.compile(
    r"\b(?:cho|ve|toi|den|voi|qua|lien he) (?:ai|dau|phong nao|don vi nao|co quan nao)\b"
    r"|\b(?:gui|nop|dang ky) (?:ai|dau)\b"
    r"|\b(?:e ?mail|mail|dia chi|link|hop thu|form|duong dan|ma qr)\b|\bto wh(?:om|ere)\b|\bwhere\b"
)
_INVITES = re.compile(r"\b(?:gui|phat hanh|ban hanh|phat|co|nhan|ra|den tay|han|sen[dt]|get|receive|issued|out)\b")
_ANOTHER_OF_IT = re.compile(r"\b(?:ai|dau|ghi|mang|cam|bao cao vien|giang vien|trong tai)\b")
_AT_WHAT_HOUR = re.compile(
    r"\b(?:may gio|luc nao|luc may|what time|start\w*|begin\w*)\b|^when is (?:the )?registration$"
)
_UNTIL = re.compile(
    r"\b(?:han|den|toi|truoc|tre nhat|cham nhat|muon nhat|het|deadline|due|by|before|until"
    r"|close\w*|latest|gui|nop|chot)\b"
)
_REGISTERS = re.compile(r"\b(?:dang k[yi]|ghi danh|regist\w+|sign up)\b")
_SPEAKS_UP = re.compile(r"\bphat bieu\b|\by kien\b|\bcau hoi\b")
_TAKES_PART = re.compile(r"\b(?:tham du|tham gia|du (?:hop|hoi)|di (?:du|hop)|dai bieu|attend\w*)\b")
_HANDS_IN = re.compile(r"\b(?:gui|nop|chot|submit\w*|send\w*|turn in|hand in)\b")
_PUT_FORWARD = re.compile(r"\b(?:ho so|de nghi|de cu|de xuat|thanh tich|gioi thieu)\b")
_SLIDE = re.compile(r"\bslides?\b|\bpower ?point\b|\bppt\b|\btrinh chieu\b")
_ANOTHER = re.compile(
    r"\blien he\b|\b(?:khi nao|bao gio) (?:thi |moi )?co\b"
    r"|^bao cao (?:dong chi|anh|chi|thay|co|lanh dao|cac|ban to chuc)\b|\bmoi\b|\bbao cao vien\b"
    r"|\btom tat\b|\btoan van\b|\bfull\b|\babstracts?\b|\btrinh (?!bay|chieu)"
    r"|\b(?:may|bao nhieu) (?:phut|ban|bo|trang|bai|nguoi|tham luan)\b|\bbao lau\b"
    r"|\bai (?:viet|soan|lam|chuan bi|in|gui)\b"
    r"|\b(?:lay|nhan|phat|tai|xem|tim) (?:\w+ ){0,2}(?:tai lieu|van kien|slide|giay moi)\b|\bgiay moi\b"
)
"""Asks for a length or a number, for who makes it, or where one gets it: another thing than handing it in."""
