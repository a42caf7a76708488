"""Personal names: what makes a line the name of a signer."""

import re

from documents.plan.words import OFFICE_LINE, ORG_HEAD, is_caps, squeeze
from domain.vietnamese import fold

_SURNAMES = frozenset(
    re.findall(
        r"\w+",
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh trieu "
        "luong luu mai to ta phung quach ha cao chau chu dam dinh diep dieu dong giang giap han hua kieu kim "
        "la lai lam lo lu luc ma mac nghiem nong ong quan sung tang thach thai than thieu tieu ton tong "
        "truong tu ung van vi vien xa ban y a dien be ca cam cu danh dau doi hang hau khuat khuong lang lau "
        "luyen mong ninh nhan nham phi phuong quang sai sam son tao thi tho thoi thuong thuy toan trang tri "
        "trung vang vui vy yen bac bach bo bien cat chieu chung co cung khong khuu lanh lieng linh loc hy "
        "hung ksor rcom siu nay rah kpa rmah rolan ralan kpuih puih ayun nie mlo eban kbuor kdam rcam rcham "
        "alang bling bhling bnuoch zoram colau ating poloong ploong briu arat hoih bkrong knul hwing hmok ksa "
        "lieng cil kon bdap pang ting kdoh knuk romah rocham thao gia vang sung lu lau giang chang ",
    )
)
_DEGREE = re.compile(
    r"^(?:(?:Assoc|Associate|Prof|Professor|GS|PGS|TS|TSKH|ThS|Ths|PhD|Dr|BS|BSCK\s?I{1,2}|BSCKI{1,2}|CK\s?I{1,2}|DS"
    r"|CNĐD|ĐDCK\s?I{1,2}|ĐD|CN|KS|NGƯT|NGND|TTƯT|TTND|NSND|NSƯT|LS|KTS|DSCKI{1,2}"
    r"|Luật sư|Kỹ sư|Bác sĩ|Tiến sĩ|Thạc sĩ|Nhạc sĩ|Họa sĩ|Nhà báo"
    r"|Nhà văn|Nhà thơ|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu úy"
    r"|Thiếu tướng|Trung tướng|Mr|Ms|Mrs|Ông|Bà|Linh mục|Hòa thượng|Thượng tọa)\b\s*[.,]?\s*)+"
)
_BODIES = frozenset(
    re.findall(r"\w+", "Ban Trường Hội Sở Phòng Bộ Cục Vụ Viện Khoa Tổ Lưu Nơi Tỉnh Huyện Xã Phường Ủy Uỷ")
)
_NOT_NAMES = re.compile(
    r"\b(?:Văn Phòng|Công Ty|Trung Tâm|Chủ Tịch|Giám Đốc|Hiệu Trưởng|Bí Thư|Nơi Nhận|Thành Phố|Thành Ủy|Thanh Niên"
    r"|Tổ Chức|Đại Hội|Hội Nghị|Hội Thảo|Kế Hoạch|Cộng Hòa|Việt Nam|Ủy Ban|Uỷ Ban|Hội Đồng|Quản Trị|Chính Trị"
    r"|Chương Trình|Phụ Lục|Đảng Ủy|Nhân Dân|Danh Sách|Đại Biểu|Microsoft|Adobe)\b"
)


_HIGHLAND = re.compile(r"[KHY]['’]")  # K'Tem, H'Yar, K' Brel: names of the Central Highlands


def _is_surname(parts: list[str]) -> bool:
    """ "Lưu Bá Thịnh" is somebody; "Lưu Văn Thư" in a list of recipients is not."""
    return parts[0] == "Lưu" and len(parts) >= 3 and parts[-1] not in ("Thư", "Trữ", "Phòng")


def personal_name(text: str) -> str | None:
    """The name when the whole line is a Vietnamese personal name (2 to 6 capitalised words), degrees left in."""
    text = squeeze(text).strip(" .,;_'`|")  # a scan leaves specks beside the name
    bare = _DEGREE.sub("", text)
    parts = bare.split()
    if not 2 <= len(parts) <= 6 or not all(
        re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]*)?", p) and p[0].isupper() for p in parts
    ):
        return None
    known = fold(parts[0]) in _SURNAMES or _HIGHLAND.match(parts[0]) is not None
    if is_caps(bare):
        return (
            text
            if known
            and not (ORG_HEAD.match(bare) or OFFICE_LINE.match(bare) or _NOT_NAMES.search(bare.title()))
            and fold(parts[0]) != "ban"
            else None
        )
    if (parts[0] in _BODIES and not _is_surname(parts)) or _NOT_NAMES.search(bare):
        return None
    return text if known or len(parts) >= 3 else None


def has_surname(text: str) -> bool:
    """Whether the whole line is a personal name that begins with one of the surnames."""
    name = personal_name(text)
    return name is not None and fold(_DEGREE.sub("", name).split()[0]) in _SURNAMES
