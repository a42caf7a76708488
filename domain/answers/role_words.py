"""Who has a part in the conference, as people ask for them: "ai khai mạc", "MC là ai", "who are the speakers".

Only plain questions are meant: somebody asked for by one part, of the conference as a whole or of one time of it.
Whoever names more (a subcommittee, a report by its title) asks for something else.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.answers.phrases import words_in


class Role(StrEnum):
    """What somebody does or is at a conference."""

    CHAIR = "chair"
    HOST = "host"
    OPENS = "opens"
    CLOSES = "closes"
    CONCLUDES = "concludes"
    DIRECTS = "directs"
    WELCOMES = "welcomes"
    FOR_DELEGATES = "for-delegates"
    DISCUSSION = "discussion"
    INTRODUCES = "introduces"
    PAPERS = "papers"
    SPEAKS = "speaks"
    ADDRESS = "address"
    CHARGE = "charge"
    PRESIDIUM = "presidium"
    JURY = "jury"
    SITE = "site"
    LEADS_THROUGH = "leads-through"
    SECRETARY = "secretary"
    REPORTS = "reports"
    SPEAKER = "speaker"
    AWARDS = "awards"
    HEAD = "head"
    DEPUTY = "deputy"
    COMMITTEE = "committee"


@dataclass(frozen=True, slots=True)
class RoleAsked:
    """A role asked for, in the words of the question in plain letters."""

    role: Role
    said: str


def role_asked(key: str, title: frozenset[str] = frozenset()) -> RoleAsked | None:
    """The role that a question in plain letters asks for and nothing else; `title` are the conference's own words."""
    if not _WHO_AT_ALL.search(key):
        return None
    for role, patterns in _ASKED.items():
        for pattern in patterns:
            found = pattern.match(key)
            if found is not None and _is_plain(f"{found['rest'] or ''} {key[found.end() :]} ", title):
                return RoleAsked(role, found["said"])
    return None


def _is_plain(rest: str, title: frozenset[str]) -> bool:
    """Whether nothing is left but courtesies, a time, and the conference by its title."""
    around = title if _CONFERENCE.search(rest) else frozenset()
    return all(word in _PLAIN or word in around for word in rest.split())


_CONFERENCE = re.compile(
    r" (?:hoi (?:nghi|thao|thi|trai|dien|dong)|dai hoi|toa dam|dien dan|le|ngay hoi|lop|tap huan|hop mat|conference"
    r"|workshop|congress|meeting|event|ceremony) "
)


_LEADER = r"(?:lanh dao|nguoi|dong chi|ong|ba|thay|co|can bo|vi|sep|dai bieu|anh|chi|mc)"
_BODY = r"(?:don vi|co quan|phong|ban|ben|bo phan|so|doan|to chuc|cap)"
_WHO = rf"(?:nhung ai|ai|(?:nhung |cac )?(?:{_LEADER}|{_BODY}) nao|who)"
_WHO_AT_ALL = re.compile(r"\b(?:ai|nao|who|whom|list|danh sach|ten|gi)\b")
_LINK = (
    r"(?:se |la nguoi |la |lam |duoc (?:giao |phan cong |cu |moi )?|phu trach |len |dung ra |co |dam nhan |dai dien "
    r"|(?:toi |den |ve )?du va |phai |can )*"
)
_DOES = r"(?: (?:phu trach|dam nhan|dam nhiem|thuc hien|lam|doc|trinh bay|trao|lo|chu tri|dieu hanh))*"
_LEAD_IN = (
    r"(?:da |vay |the |xin |cho |em |toi |minh |e |hoi |biet |nguoi |vi |dong chi |cac |nhung |phan |danh sach )*"
)
"""One word after another: a star within the star would take a courtesy said ten times in a thousand ways."""

_IS = r"(?:gom co|gom|bao gom|la|do|co|thuoc ve)(?: nhung| cac)?"

_SPEECH = r"(?:(?:phat bieu|dien van|doc|trinh bay|dien|bai|loi) )*"

_WORDED: dict[Role, tuple[str, str]] = {
    Role.OPENS: (
        rf"{_SPEECH}khai mac|mo dau",
        r"opens?|opening|(?:gives?|giving|delivers?|makes?) (?:the )?opening (?:speech|remarks|address)",
    ),
    Role.CLOSES: (
        rf"{_SPEECH}be mac|ket thuc",
        r"closes?|closing|(?:gives?|giving|delivers?|makes?) (?:the )?closing (?:speech|remarks|address)",
    ),
    Role.CONCLUDES: (rf"{_SPEECH}ket luan", r"concludes?|concluding|(?:gives?|makes?) (?:the )?concluding remarks"),
    Role.DIRECTS: (r"(?:phat bieu )?(?:y kien )?chi dao|phat bieu chi dao", r"(?:gives?|makes?) (?:the )?directives?"),
    Role.WELCOMES: (
        r"(?:phat bieu|doc loi|noi loi|doc dien van|phat bieu loi) (?:chao mung|chuc mung)",
        r"welcomes?|(?:gives?|giving|delivers?|makes?) (?:the )?welcome? ?(?:speech|remarks|address)",
    ),
    Role.FOR_DELEGATES: (
        r"(?:phat bieu|dap tu|noi|cam on) (?:thay mat|dai dien)(?: cho)?(?: cac| toan the)? dai bieu"
        r"|(?:thay mat|dai dien)(?: cho)?(?: cac| toan the)? dai bieu (?:len )?(?:phat bieu|dap tu)",
        r"speaks? (?:for|on behalf of) the delegates",
    ),
    Role.INTRODUCES: (
        r"tuyen bo ly do(?: va)?(?: gioi thieu dai bieu)?"
        r"|gioi thieu (?:cac )?(?:dai bieu|thanh phan(?: tham du)?|khach moi)",
        r"introduces? the (?:delegates|guests|participants)",
    ),
    Role.PAPERS: (
        r"(?:trinh bay|doc|phat bieu|bao cao|co) (?:bai |cac )*tham luan|tham luan",
        r"(?:presents?|reads?|gives?) the papers?",
    ),
    Role.DISCUSSION: (
        r"(?:dieu hanh|chu tri|dieu khien|dieu phoi|chu toa|dan dat)(?: phan| phien| buoi)*(?: thao luan| toa dam)",
        r"(?:chairs?|moderates?|leads?) the (?:discussion|panel)|the discussion",
    ),
    Role.LEADS_THROUGH: (
        r"mc|dan chuong trinh|nguoi dan chuong trinh|dan ct|dan le",
        r"mc|master of ceremonies|emcee|host of the (?:show|programme|program)",
    ),
    Role.SECRETARY: (r"(?:ban |to |doan )?thu k[yi]", r"secretary|secretaries|secretariat"),
    Role.REPORTS: (
        r"(?:(?:trinh bay|doc|thong qua|bao cao) )+(?:cac |du thao )*bao cao(?: tong ket| so ket| chinh tri| trung tam"
        r"| de dan| tom tat| chinh| kiem diem| chung)?"
        r"|bao cao (?:tong ket|so ket|chinh tri|trung tam|de dan)",
        r"(?:presents?|gives?|reads?|delivers?) the (?:main |summary |annual )?report",
    ),
    Role.SPEAKER: (
        r"(?:bao cao vien|dien gia|giang vien|nguoi thuyet trinh)(?: chinh| khach moi)?"
        r"|giang(?: bai| day)|len lop|dung lop|thuyet trinh|(?:trinh bay|truyen dat|bao cao) (?:cac )?chuyen de",
        r"(?:keynote |invited |guest )?speakers?|lecturers?|presenters?|(?:the )?keynote|trainers?",
    ),
    Role.AWARDS: (
        r"trao(?: tang)? (?:thuong|(?:bang|giay) khen|giai(?: thuong)?|khen thuong|qua|(?:giay )?chung nhan"
        r"|ky niem chuong|hoc bong|co thi dua|danh hieu)",
        r"(?:presents?|gives?(?: out)?|hands? out|awards?) the (?:awards?|prizes?|certificates?)",
    ),
    Role.DEPUTY: (r"pho (?:truong )?ban to chuc|pho btc", r"deputy head of the organi[sz]ing committee"),
    Role.HEAD: (
        r"truong ban(?: to chuc)?|truong btc",
        r"(?:head|chair|chairperson|chairman) of the organi[sz]ing committee",
    ),
    Role.HOST: (
        r"(?:chu tri |dung ra )?to chuc|chu tri to chuc|(?:don vi|co quan|ben) (?:chu tri )?to chuc",
        r"organi[sz]ers?|organi[sz]es|organi[sz]ing|organi[sz]ed by",
    ),
    Role.CHAIR: (
        r"(?:chu tri|chu toa|dieu hanh|dieu khien)(?: va (?:dieu hanh|chu tri))?",
        r"chair(?:person|man|woman)?|chairs|chairing|presides?|presiding|moderators?|moderates",
    ),
    Role.COMMITTEE: (
        r"(?:thanh vien )?(?:ban to chuc|btc)",
        r"(?:in|on|members of) the organi[sz]ing committee",
    ),
    Role.ADDRESS: (r"(?:doc )?dien van(?: ky niem)?", r"(?:gives?|reads?|delivers?) the address"),
    Role.CHARGE: (r"(?:phu trach|chi dao|chiu trach nhiem) chung", r"in (?:overall |general )?charge"),
    Role.PRESIDIUM: (r"(?:trong |vao )?(?:doan chu tich|chu tich doan|doan chu toa)", r"(?:in|on) the presidium"),
    Role.JURY: (r"(?:lam )?(?:ban )?giam khao|trong tai", r"judges?|(?:in|on) the jury"),
    Role.SITE: (r"(?:don vi )?dang cai(?: to chuc)?", r"hosts?|hosting"),
    Role.SPEAKS: (
        r"phat bieu(?: y kien)?(?: (?:dau tien|truoc tien|mo dau|cuoi cung|sau cung))?",
        r"speaks?(?: first| last)?|speaking(?: first| last)?",
    ),
}
"""How each role is asked for, in Vietnamese and in English; the first whose words fit is meant."""

_ENGLISH_WHO = r"who(?: s| is| are| will be| will| was)?(?: going to)?(?: be)?(?: giving| making)?(?: the| an?| our)?"


def _shapes(role: Role, own: str, english: str) -> tuple[re.Pattern[str], ...]:
    """The shapes of a plain question: who does it, it is done by whom, which ones there are."""
    first = () if role is Role.COMMITTEE else (rf"^{_LEAD_IN}{_WHO} {_LINK}(?P<said>{own})\b(?P<rest>)",)
    which = (rf"^{_LEAD_IN}(?:co )?(?:nhung |cac )?(?P<said>{own}) nao\b(?P<rest>)",) if role is Role.SPEAKER else ()
    shapes = (
        *first,
        rf"^{_LEAD_IN}{_LINK}(?P<said>{own})\b(?P<rest>(?: \w+){{0,6}}?) {_IS} {_WHO}\b{_DOES}",
        rf"^{_LEAD_IN}ten (?:cua )?(?P<said>{own})\b(?P<rest>(?: \w+){{0,4}}?)(?: la gi)?$",
        *which,
        rf"^{_ENGLISH_WHO} (?P<said>{english})\b(?P<rest>)",
    )
    return tuple(map(re.compile, shapes))


_ASKED = {role: _shapes(role, own, english) for role, (own, english) in _WORDED.items()}

_PLAIN = words_in(
    """
    hoi nghi dai thao toa dam dien dan le buoi lop tap huan ngay cuoc phien chuong trinh su kien thi hop mat ky niem
    hn dh nay do day minh ta cua tai trong cho o vay a the nhi nhe z v ad oi chung sang chieu toi cuoi dau
    phat bieu thuc hien va voi cac tap ca nhan don vi khen thuong nguoi tai lan gom nhung dien ra mai hom
    the this at of conference meeting workshop event congress session seminar ceremony in morning afternoon there
    delegates winners please programme program be to bai loi truoc
    """
)
"""What may stand around: what a conference is called, its time, courtesies."""
