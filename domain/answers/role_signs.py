"""How a paper shows who has a part in the conference: how items are called, who is named as such, which work it is."""

import re

from domain.answers.role_words import Role
from domain.vietnamese import CAPITALS

CALLED: dict[Role, tuple[re.Pattern[str], ...]] = {
    role: tuple(re.compile(pattern, re.IGNORECASE) for pattern in called)
    for role, called in {
        Role.OPENS: (r"\bkhai mạc\b|\bopening\b", r"\bdiễn văn khai giảng\b"),
        Role.CLOSES: (
            r"\bbế mạc\b|\bclosing\b",
            r"\bphát biểu kết thúc\b|\bkết thúc (?:hội|đại hội|lễ|chương trình|buổi)\b",
        ),
        Role.CONCLUDES: (
            r"(?<!báo cáo )\bkết luận\b(?! số)",
            r"\btổng kết (?:hội|đại|diễn|lớp|và bế|buổi)|\btổng kết,(?: trao giải,?)? bế|\bconclu",
        ),
        Role.DIRECTS: (
            r"^(?!tiếp thu).*\b(?:phát biểu|ý kiến|huấn thị)\b.*\bchỉ đạo\b|^chỉ đạo\b",
            r"\bphát biểu (?:của )?(?:đồng chí |đ/c )?(?:đại diện )?"
            r"(?:lãnh đạo|thường trực|bí thư|phó bí thư|chủ tịch ubnd|đại biểu (?:cấp trên|trung ương))"
            r"|^(?:đồng chí |đ/c )?(?:phó )?bí thư\b[^;,]* phát biểu$",
        ),
        Role.WELCOMES: (
            r"\b(?:phát biểu|lời|diễn văn|thư)\b.*\b(?:chào mừng|chúc mừng)\b|\bwelcom\w+ (?:speech|remarks|address)\b",
        ),
        Role.FOR_DELEGATES: (
            r"\b(?:phát biểu|cảm nghĩ|cảm tưởng|cảm nhận)\b.*\b(?:thay mặt|đại diện (?!lãnh đạo|liên|sở|phòng|ubnd"
            r"|huyện|tỉnh|xã|thường|cấp trên|cha mẹ|chính phủ|ban ))|\bđáp từ\b(?!.*\bbế mạc\b)",
        ),
        Role.DISCUSSION: (
            r"(?:^|[;:] ?)(?:điều hành |chia tổ |các tổ |phần |phiên |trao đổi,? |tham luận,? )*"
            r"(?:thảo luận|tọa đàm|đối thoại)\b|\bdiscussion|\bpanel\b",
            r"(?:^|; )(?:phần |phiên )?(?:hỏi|giải) (?:[-–] )?đáp\b",
        ),
        Role.REPORTS: (
            r"(?:^|; |, )(?:trình bày |đọc |thông qua |tóm tắt |dự thảo |các |toàn văn )*báo cáo\b(?! viên)"
            r"|\b(?:trình bày|đọc) (?:dự thảo |tóm tắt |các )*báo cáo\b|\breport",
        ),
        Role.AWARDS: (
            r"(?<!phong )\btrao\b(?! đổi)|(?:^|; )(?:công bố[^;,]{0,30} )?(?:khen thưởng|tuyên dương|biểu dương"
            r"|tôn vinh|vinh danh)|\btặng (?:bằng|giấy|cờ(?! lưu)|kỷ niệm|quà)|\baward|\bprize",
        ),
        Role.INTRODUCES: (r"\b(?:tuyên bố l[ýí] do|giới thiệu (?:đại biểu|thành phần|khách))|\bintroduction of",),
        Role.PAPERS: (r"\btham luận\b",),
        Role.SPEAKER: (r"^(?:chuyên đề|bài \d|bài giảng|học phần|keynote|lecture)\b",),
        Role.ADDRESS: (r"\bdiễn văn\b",),
        Role.SPEAKS: (r"\b(?:phát biểu|diễn văn|đáp từ|khai mạc)\b|\b(?:speech|remarks|address)\b",),
    }.items()
}
"""How the items of each kind are called, the surest first."""

THINGS: dict[Role, dict[str, re.Pattern[str]]] = {
    Role.REPORTS: {
        "tong ket": re.compile(r"tổng kết", re.IGNORECASE),
        "so ket": re.compile(r"sơ kết", re.IGNORECASE),
        "chinh tri": re.compile(r"chính trị", re.IGNORECASE),
        "trung tam": re.compile(r"trung tâm", re.IGNORECASE),
        "de dan": re.compile(r"đề dẫn", re.IGNORECASE),
        "kiem diem": re.compile(r"kiểm điểm", re.IGNORECASE),
    },
    Role.AWARDS: {
        "chung nhan": re.compile(r"chứng (?:nhận|chỉ)", re.IGNORECASE),
        "qua": re.compile(r"\bquà\b", re.IGNORECASE),
        "hoc bong": re.compile(r"học bổng", re.IGNORECASE),
        "ky niem chuong": re.compile(r"k[ỷỉ] niệm chương", re.IGNORECASE),
        "thuong|khen|giai|danh hieu|co thi dua|awards?|prizes?": re.compile(
            r"thưởng|\bkhen\b|\bgiải\b|cờ |danh hiệu|dương|vinh|hu[ây]n? chương|award|prize", re.IGNORECASE
        ),
    },
}
"""What may be asked for of a kind, in plain letters, and how an item tells that it is that."""

PREPARES = re.compile(
    r"\b(?:tổng duyệt|tập dượt|sơ duyệt|duyệt|chuẩn bị|họp báo|trang trí|luyện tập|bỏ phiếu|rehears\w+)\b",
    re.IGNORECASE,
)
CEREMONY = re.compile(
    r"\b(?:khai mạc|bế mạc|giới thiệu (?:đại biểu|khách)|tuyên bố lý do|đón tiếp|trao|ăn trưa|nghỉ trưa|thảo luận"
    r"|diễn văn|phát biểu|chào mừng|registration|opening|closing|remarks)\b",
    re.IGNORECASE,
)

_LEARNED = r"(?:GS|PGS|TS|ThS|Ths|BS|DS|KS|CN|Dr|Prof|Professor|Mr|Ms|Mrs)\b\.?"
THEMSELVES = {
    Role.LEADS_THROUGH: re.compile(r"\bMC:? +\S|\S +\(MC\)|\S, MC\b"),
    Role.SPEAKER: re.compile(
        rf"^(?!\W*Chủ t)(?:.*\b(?:[Bb]áo cáo viên|[Dd]iễn giả|[Gg]iảng viên) +[{CAPITALS}]|.*\b{_LEARNED} ?[^\W\d_])"
    ),
    Role.CHAIR: re.compile(r"\bchủ (?:tọa|toạ|trì) ?:|\w chủ trì$|\bchair", re.IGNORECASE),
}
"""Those behind an item who are called so themselves, and by more than that."""

_PARTY = r"(?! (?:[Hh]uyện|[Tt]ỉnh|[Đđ]ảng|[Tt]hành|[Qq]uận|[Tt]rung|[Tt]hị)|\s*[-–] [A-ZĐ])"
"""No office of the party: "Trưởng Ban Tổ chức Huyện ủy"."""

NAMED: dict[Role, re.Pattern[str]] = {
    Role.SECRETARY: re.compile(
        r"(?<![-–] )(?<!ban; )\b(?:Ban |Tổ |Đoàn )?[Tt]hư k[ýí](?: [Hh]ội nghị| [Đđ]ại hội| [Hh]ội thảo)?"
        r"\s*(?::|[-–] )\s*\S"
        r"|^Ban [Tt]hư k[ýí]\b.*[:(]|\S.{3,} làm thư k[ýí]\b|^Secretar\w+\s*[:(]|, Ban Thư k[ýí]"
    ),
    Role.LEADS_THROUGH: re.compile(r"\b(?:[Dd]ẫn chương trình|MC)\s*:\s*\S|\bdo .{3,60} dẫn chương trình"),
    Role.SPEAKER: re.compile(
        r"(?:[Bb]áo cáo viên|[Dd]iễn giả|[Gg]iảng viên|Speakers?)(?: chính| khách mời| mời)?\s*:\s*\S.{3}"
        rf"|^(?:Thành phần: |[^:]{{0,30}}: )?(?:Báo cáo viên|Giảng viên|Diễn giả)"
        rf" (?:của )?(?!(?:Huyện|Tỉnh|Thành|Quận|Đảng) ủy)[{CAPITALS}]"
    ),
    Role.HEAD: re.compile(
        rf"(?<![Pp]hó )\b[Tt]rưởng (?:[Bb]an [Tt]ổ chức|BTC)\b{_PARTY}|[-–,:] ?(?:làm )?Trưởng [Bb]an(?=$|[.;,)])"
    ),
    Role.DEPUTY: re.compile(rf"\b[Pp]hó (?:[Tt]rưởng )?(?:[Bb]an [Tt]ổ chức|BTC)\b{_PARTY}"),
    Role.PRESIDIUM: re.compile(r"^\W*Đoàn [Cc]hủ (?:tịch|tọa)(?: gồm|\s*[:(])"),
    Role.JURY: re.compile(
        r"^\W*(?:Thành phần )?(?:[Bb]an [Gg]iám khảo|Giám khảo)(?: gồm|\s*[:(])|\blàm (?:ban )?giám khảo\b"
    ),
    Role.COMMITTEE: re.compile(
        r"^\W*(?:Thành phần )?(?:[Bb]an [Tt]ổ chức|BTC)(?: [Hh]ội nghị| [Đđ]ại hội)?(?: gồm|\s*:)"
    ),
    Role.PAPERS: re.compile(
        r"^(?:[Cc]ác |\d+ )?(?:đơn vị|xã|trường)[^:;]{0,30}tham luận ?\([^)]{5,}|[Tt]ham luận của \d+ [^:;]{2,20}: \S"
    ),
    Role.DIRECTS: re.compile(r"\b(?:dự,? (?:và )?(?:phát biểu )?chỉ đạo|phát biểu chỉ đạo)\b"),
    Role.HOST: re.compile(
        r"^\W*(?:Đơn vị|Cơ quan) (?:(?:đồng |chủ trì )*tổ chức|chủ trì)\s*:\s*\S|\b[Oo]rgani[sz]ed by\b"
        r"|^Organi[sz]ers?:"
    ),
    Role.CHAIR: re.compile(
        r"^\W*Chủ (?:trì|tọa|toạ)(?: (?:[Hh]ội nghị|[Đđ]ại hội|[Hh]ội thảo|[Đđ]ối thoại))?: ?\S|\(mời chủ trì\)"
    ),
}
"""How a clause names somebody as such."""

WORK: dict[Role, re.Pattern[str]] = {
    Role.LEADS_THROUGH: re.compile(r"(?<!bài )(?<!lời )\bdẫn chương trình\b|\bMC\b", re.IGNORECASE),
    Role.SECRETARY: re.compile(
        r"\b(?:làm|phụ trách|cử|nhiệm vụ|bố trí)(?: \d+)? thư k[ýí]\b(?! (?:tiểu ban|nhóm|tổ))"
        r"|^thư k[ýí]\b(?! (?:các|tiểu))",
        re.IGNORECASE,
    ),
    Role.HEAD: re.compile(r"^trưởng (?:ban|btc)\b(?! (?:công tác|nhân dân|quản lý))", re.IGNORECASE),
    Role.DEPUTY: re.compile(r"^phó (?:trưởng )?ban tổ chức\b", re.IGNORECASE),
    Role.CHARGE: re.compile(r"\b(?:phụ trách|chỉ đạo|chịu trách nhiệm) (?:chung|toàn diện)\b", re.IGNORECASE),
    Role.DISCUSSION: re.compile(r"\b(?:điều hành|chủ trì) (?:phần |phiên )?thảo luận\b", re.IGNORECASE),
    Role.DIRECTS: re.compile(r"\bchỉ đạo (?:chung|toàn diện)\b", re.IGNORECASE),
    Role.CHAIR: re.compile(
        r"(?<!kịch bản )(?:chủ trì|chủ tọa|chủ toạ|điều hành)\s+(?:hội nghị|đại hội|hội thảo|buổi|lễ|tọa đàm|diễn đàn)"
        r"(?! (?:tổ|nhóm|lớp))",
        re.IGNORECASE,
    ),
    Role.INTRODUCES: re.compile(r"\bgiới thiệu (?:đại biểu|thành phần)", re.IGNORECASE),
    Role.PAPERS: re.compile(r"\b(?:chuẩn bị|viết|trình bày|cử|đọc) (?:\d+ )?(?:bài |các )*tham luận\b", re.IGNORECASE),
}
"""The work of being such, or of finding somebody who is: "cử MC", "làm thư ký"."""

_ELECTED = r"\b(?:bầu|hiệp thương|cử|giới thiệu)\b.*"
ELECTS = {
    Role.SECRETARY: re.compile(rf"{_ELECTED}\bthư k[ýí]\b", re.IGNORECASE),
    Role.PRESIDIUM: re.compile(rf"{_ELECTED}\b(?:đoàn chủ t(?:ịch|ọa|oạ)|chủ tịch đoàn|chủ tọa)\b", re.IGNORECASE),
}
"""How a conference comes by those whom it elects."""
