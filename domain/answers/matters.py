"""Vocabulary: the matters that somebody sees to at every conference, as one asks for them and as papers write them.

`asked` reads the folded question, `told` the marked small letters of a task: "hoa" is no "văn hóa", "báo chí" no
"truyền thống". `others` is what looks like the matter and is none.
"""

from domain.answers.matter import Matter, matter

_PREPARES = (
    r"(?:chuẩn bị|bố trí|bảo đảm|đảm bảo|cho mượn|mượn|thuê|đặt|sắp xếp|kê|lo|phục vụ|chịu trách nhiệm"
    r"|prepare|arrange|book|set up)"
)
_DECORATES = r"trang trí|trang hoàng|khánh tiết|ma[ -]?k[eé]t|market|phông\w*|backdrop|pa[ -]?nô|cờ hoa|decorat\w+"
_HALLS = (
    r"(?:các )?(?:hội trường|phòng họp|phòng học|nơi hội họp|cơ sở vật chất|địa điểm(?: tổ chức)?|nhà văn hóa"
    r"|nhà văn hoá|mặt bằng|bàn ghế|halls?|meeting rooms?)"
)
_WRITES = (
    r"(?:soạn thảo|soạn|viết|xây dựng|chuẩn bị|dự thảo|hoàn chỉnh|hoàn thiện|tham mưu|biên soạn|tổng hợp"
    r"|draft|write|prepare)"
)
_TO_WRITE = r"(?:soan thao|soan|viet|xay dung|chuan bi|du thao|bien soan|lam|lo|tham muu|writes?|drafts?|prepares?)"

MATTERS: tuple[Matter, ...] = (
    matter(
        "decor",
        r"trang tri (?:cac )?(?:hoi truong|san khau|phong hop)",
        _DECORATES,
        others=r"trang trí (?:góc|gian|trại|cổng trại|xe|đường)",
    ),
    matter(
        "decor",
        r"trang tri|trang hoang|khanh tiet|ma ?ket|market|phong nen|phong man|backdrop|decorat\w+",
        _DECORATES,
    ),
    matter(
        "other",
        r"hoi truong|phong hop|noi hop|cho hop|dia diem(?: hop| to chuc)?|co so vat chat|ban ghe|venue|meeting room",
        rf"(?:^|[,;.:]\s+|{_PREPARES}\s+(?:(?!tại |giữa |khu vực |ở |cho )[^\s;.]+\s+){{0,6}}?){_HALLS}"
        rf"|trang trí (?:\w+ )?{_HALLS}",
    ),
    matter(
        "sound",
        r"am thanh(?: anh sang)?|anh sang|loa(?: dai| may)?|micro|mic|tang am|sound(?: system)?|audio|microphones?",
        r"âm thanh|ánh sáng|loa máy|loa đài|loa(?! truyền thanh)|micro|mi-crô|míc|tăng âm|sound|audio|microphones?",
        others=r"trên (?:hệ thống )?loa|hệ thống loa|loa truyền thanh",
    ),
    matter(
        "screen",
        r"may chieu|man hinh(?: led)?|man led|trinh chieu|projectors?|screens?",
        r"máy chiếu|màn hình|màn led|trình chiếu|projectors?|screens?",
    ),
    matter(
        "security",
        r"an ninh(?: trat tu)?(?: an toan)?|trat tu|antt|bao ve(?: hoi nghi| dai hoi| su kien| trat tu)?|security",
        r"an ninh|trật tự|antt|security|bảo vệ (?:hội nghị|đại hội|buổi lễ|khu vực|an toàn)",
        others=r"(?:tháng cao điểm|ngày hội|toàn dân|quốc phòng)[^;.]{0,40}an ninh|an ninh tổ quốc|an ninh mạng",
        bodies=r"(?:tổ |đội )?bảo vệ(?! thực vật)|an ninh",
    ),
    matter(
        "parking",
        r"(?:trong )?(?:giu|trong|do|dau|de|gui|coi) (?:o ?to|xe)|bai (?:do |giu |gui |de )?xe|nha xe|parking",
        r"(?:gửi|giữ|trông|đỗ|đậu|để|coi|sắp xếp) (?:giữ )?(?:ô tô|xe)|(?:bãi|nhà|chỗ) (?:đỗ |gửi |để |giữ |đậu )?xe"
        r"|parking",
    ),
    matter("traffic", r"phan luong(?: giao thong)?|giao thong|traffic", r"phân luồng|giao thông|traffic"),
    matter(
        "medical",
        r"y te|y bac si|bac si|cap cuu|so cap cuu|so cuu|cuu thuong|medical\w*|first aid|health",
        r"sơ cấp cứu|cấp cứu|sơ cứu|cứu thương|bác sĩ|bác sỹ|y sĩ|y, bác sĩ|y tá|nhân viên y tế|tổ y tế|đội y tế"
        r"|(?<!sở )(?<!bộ )(?<!ngành )(?<!trạm )(?<!tâm )(?<!phí )y tế|medical|first aid|ambulance",
        others=r"(?:bảo hiểm|khai báo|thiết bị|công tác|cán bộ|đội ngũ|vật tư|mạng lưới|nhân viên) y tế"
        r"|y tế cơ sở|không (?:để|làm) gián đoạn cấp cứu",
        bodies=r"(?:tiểu ban|tổ|ban) (?:[\w-]+ )*y tế",
    ),
    matter(
        "water",
        r"nuoc uong|nuoc giua gio|nuoc suoi|nuoc loc|giai khat|giai lao|tra nuoc|tea ?break|drinks?|(?:drinking )?water"
        r"|coffee|(?<=lo )nuoc(?! ngoai)",
        r"nước uống|nước suối|giải khát|trà nước|tea ?break|giải lao|drinks?|water|coffee|(?:chuẩn bị|phục vụ|lo) nước",
    ),
    matter(
        "other",
        r"hoa(?: (?:tuoi|de ban|chuc mung|tang|trang tri|be mac|khai mac))|(?:lang|bo|chau) hoa|flowers?"
        r"|(?<=chuan bi )hoa|(?<=lo )hoa|(?<=mua )hoa|(?<=dat )hoa|(?<=cam )hoa|(?<=trang tri )hoa",
        r"hoa|flowers?",
        others=r"pháo hoa|hàng hoa|hoa hồng|hoa sen|hoa tiêu|hoa màu",
    ),
    matter(
        "invitation",
        r"giay moi|thu moi|thiep moi|giay trieu tap|moi (?:cac )?(?:dai bieu|khach(?: moi)?)|invit\w+",
        r"giấy mời|thư mời|thiếp mời|giấy triệu tập|mời (?:các )?(?:đại biểu|khách|lãnh đạo|già làng)"
        r"|triệu tập đại biểu|invit\w+",
        others=r"(?:đại biểu|khách|giảng viên) mời|nhận được giấy mời|đã nhận giấy mời|mang (?:theo )?(?:giấy|thư) mời"
        r"|đại biểu khách mời",
    ),
    matter(
        "documents",
        r"(?:in(?: an| sao)? )?(?:bo )?tai lieu(?: hoi nghi| dai hoi)?|in an|photo tai lieu|handouts?"
        r"|(?:print )?documents?|materials",
        r"(?:in (?:\w+ )?)?(?:tài liệu|văn kiện)|kỷ yếu|documents?|handouts?|materials",
        items=r"tài liệu",
    ),
    matter(
        "other",
        r"(?:(?:cac )?tiet muc |chuong trinh )?van nghe|ca mua nhac|(?:art(?:istic)? )?performances?",
        r"văn nghệ|tiết mục|nghệ thuật|ca múa(?: nhạc)?|performances?",
        items=r"văn nghệ|nghệ thuật|ca múa(?: nhạc)?|performances?",
    ),
    matter(
        "transport",
        r"xe (?:dua|don|cho)(?: (?:dua|don|ruoc))*|dua don|xe co|phuong tien(?: di lai)?|di lai|transport\w*|shuttles?"
        r"|buses",
        r"(?:xe|ô tô|phương tiện)[^;.]{0,40}?(?:đưa|đón|chở|đi)|đưa,? đón|\d+ xe|(?:bố trí|thuê|chuẩn bị) xe|xe \d+ chỗ"
        r"|(?:phương tiện )?đi lại|transport\w*|shuttles?|buses",
        others=r"xe (?:cứu thương|dẫn đoàn|cứu hỏa|chữa cháy|máy|của)|giữ xe|để xe|đỗ xe|đón tiếp|phương tiện chữa cháy"
        r"|người[^;.]{0,40} đi lại|chi phí đi lại",
    ),
    matter(
        "meals",
        r"an uong|nau an|an (?:sang|trua|toi|nghi)|com(?: (?:trua|toi|nuoc))?|bua (?:an|com|trua|toi|sang)|suat an"
        r"|tiec|lien hoan|am thuc|meals?|lunch|dinner|food|catering|(?<=lo )an",
        r"ăn (?:sáng|trưa|tối|uống|nghỉ|ở)|(?:nơi|chỗ) ăn|ăn, nghỉ|bữa\w*|suất ăn|cơm|tiệc|liên hoan|thực đơn|phiếu ăn"
        r"|tiền ăn|meals?|lunch|dinner|food|catering",
        others=r"không tổ chức (?:liên hoan|ăn)|thi nấu ăn|ẩm thực|nhà ăn|liên hoan (?:văn nghệ|tiếng hát)",
        general=r"an uong|meals?|food|catering",
        items=r"(?:ăn|bữa|cơm) (?:sáng|trưa|tối)|bữa cơm|tiệc|liên hoan|lunch|dinner",
    ),
    matter(
        "lodging",
        r"(?:cho|noi|phong) (?:an )?(?:nghi|o|ngu)(?: ngoi)?|luu tru|khach san|an nghi|an o|accommodation|hotels?"
        r"|lodging",
        r"(?:chỗ|nơi) (?:ăn,? )?(?:nghỉ|ở|ngủ)(?: trưa)?|ăn,? nghỉ|lưu trú|khách sạn|phòng nghỉ|nghỉ (?:đêm|lại)|ăn ở"
        r"|accommodation|hotels?|lodging",
        others=r"chi phí (?:đi lại, )?(?:lưu trú|ăn ở)|(?:từ|đến|tuyến|tại|với|ở|cổng) khách sạn",
    ),
    matter(
        "electricity",
        r"nguon dien|dien luoi|dien nuoc|may phat(?: dien)?|dien du phong|electric\w*|power(?: supply)?|(?<=lo )dien"
        r"(?! van| dan)",
        r"nguồn điện|máy phát(?: điện)?|điện (?:lưới|dự phòng|nước|chiếu sáng)|cấp điện|điện phục vụ|electric\w*|power",
    ),
    matter(
        "wifi",
        r"wi ?fi|duong truyen(?: mang| internet| truc tuyen)?|internet|mang internet"
        r"|ket noi (?:truc tuyen|diem cau|mang)|(?:internet )?connection",
        r"wi-?fi|đường truyền|internet|kết nối (?:\w+ )?(?:trực tuyến|điểm cầu)|hệ thống trực tuyến|connection",
    ),
    matter(
        "press",
        r"moi (?:cac )?(?:co quan )?(?:bao chi|phong vien|nha bao|bao dai|truyen thong)|invites? (?:the )?press",
        r"mời[^;.]{0,40}(?:báo|phóng viên|đài|truyền hình)|invit[^;.]{0,40}press",
        others=r"báo cáo viên",
    ),
    matter(
        "press",
        r"bao chi|phong vien|nha bao|bao dai|truyen thong|dua tin|media|press"
        r"|journalists?",
        r"báo chí|phóng viên|đưa tin|truyền thông|nhà báo|media|press|journalists?",
        others=r"(?:văn hóa|thông tin và|trung tâm)[^;.]{0,20} truyền thông",
    ),
    matter(
        "promotion",
        r"tuyen truyen(?: co dong)?|quang ba|publicity|promotion",
        r"tuyên truyền|cổ động|quảng bá|đưa tin|phát tin|publicity|promotion",
        others=r"hội nghị tuyên truyền",
        bodies=r"(?:tiểu ban|tổ|ban) tuyên truyền",
    ),
    matter(
        "photo",
        r"chup (?:anh|hinh)|quay phim|quay video|ghi hinh|photographs?|photographers?|takes? photos|film(?:ing|s)?",
        r"chụp (?:ảnh|hình)|quay phim|quay video|ghi hình|photograph\w*|filming",
        others=r"chụp (?:ảnh|hình) lưu niệm",
    ),
    matter(
        "budget",
        r"(?:lap )?(?:du toan|du tru)(?: kinh phi)?|(?:thanh )?quyet toan(?: kinh phi)?|thu chi|estimate|settlement",
        r"(?:lập |thẩm định )?(?:dự toán|dự trù)|kinh phí|thanh toán|(?:thanh )?quyết toán|budget",
    ),
    matter(
        "other",
        r"don tiep|tiep don|le tan|don (?:dai bieu|khach)|reception(?:ists?)?|welcom\w+|receives? (?:guests|delegates)",
        r"đón,? tiếp|tiếp đón|lễ tân|đón (?:đại biểu|khách)|tiếp khách|reception|welcom\w+",
        others=r"bàn đón tiếp|(?:xe|đưa) đón|xe[^;.]{0,30} đón",
        items=r"đón,? tiếp|tiếp đón|đón (?:đại biểu|khách)|reception|welcom\w+",
        bodies=r"(?:tiểu ban|tổ|ban) lễ tân",
    ),
    matter(
        "other",
        r"khen thuong|giay khen|bang khen|giai thuong|phan thuong|tien thuong|awards?|prizes?",
        r"khen thưởng|giấy khen|bằng khen|giải thưởng|phần thưởng|tiền thưởng|trao thưởng|cúp|huy chương|cờ thi đua"
        r"|awards?|prizes?",
        others=r"thi đua(?:,| -| –| và)? ?khen thưởng|kinh phí tổ chức và giải thưởng",
        general=r"khen thuong|awards?",
        items=r"khen thưởng|giấy khen|bằng khen|trao (?:thưởng|giải)|giải thưởng|awards?|prizes?",
    ),
    matter(
        "gift",
        r"qua tang|tang pham|qua luu niem|gifts?|souvenirs?|(?<=chuan bi )qua|(?<=lo )qua|(?<=mua )qua|(?<=dat )qua",
        r"quà|tặng phẩm|gifts?|souvenirs?",
        others=r"không tặng quà|nhận quà",
        items=r"quà|gifts?",
    ),
    matter(
        "other",
        r"(?:lam )?thu ky(?: hoi nghi| dai hoi| cuoc hop)?(?: ghi bien ban)?|(?:ghi|lap|viet) bien ban|ghi chep"
        r"|(?:takes? )?(?:the )?minutes|secretary",
        r"ghi biên bản|(?:làm|phụ trách|cử) thư ký|thư ký(?: (?:hội nghị|đại hội|cuộc họp)|(?=\s*:))"
        r"|biên bản (?:hội nghị|cuộc họp)"
        r"|minutes|secretary",
        others=r"(?:gửi|nộp)[^;.]{0,40}biên bản",
        bodies=r"(?:ban|tổ|đoàn) thư ký",
    ),
    matter(
        "other",
        r"(?:ho tro )?ky thuat|technical(?: support)?|it support",
        r"kỹ thuật viên|(?:bảo đảm|đảm bảo|hỗ trợ|trực|cán bộ|phụ trách) kỹ thuật|đường truyền|technical",
        others=r"khoa học kỹ thuật|danh sách[^;.]{0,40} kỹ thuật",
    ),
    matter(
        "other",
        r"dan chuong trinh|(?:lam )?mc|master of ceremonies|emcee",
        r"dẫn (?:chương trình|lễ)|người dẫn|mc|master of ceremonies|emcee",
    ),
    matter(
        "list",
        r"(?:tong hop|lap|chot|tiep nhan|nhan|tham muu) (?:cac )?(?:danh sach|dang ky)"
        r"(?: (?:dai bieu|khach moi|tham du|du))*|dang ky (?:dai bieu|tham du)|danh sach (?:dai bieu|khach moi)",
        r"danh sách(?: (?:trích ngang|đại biểu|khách|học viên|trại sinh|đoàn|cử|tham dự|tham gia|người dự|cán bộ|chốt)"
        r"|(?=\s*(?:[,;.(]|về|gửi|trước|cho|kèm|tại|theo|chậm|$)))"
        r"|(?:nhận )?đăng ký(?: (?:đại biểu|tham dự|dự|danh sách|với|về|qua|của)|$)",
        others=r"danh sách (?:khen thưởng|tập thể|cá nhân|nhà tài trợ|gia đình|hộ|người nhận)"
        r"|đăng ký (?:phát biểu|tham luận|ý kiến|thi đua|đầu tư|gian hàng|đội|suất)|giấy chứng nhận đăng ký[^;.]*",
        first=r"(?:tổng hợp|chốt|tiếp nhận|nhận|tham mưu|rà soát)[^;.]{0,60}(?:danh sách|đăng ký)"
        r"|lập[^;.]{0,40}danh sách(?![^;.]*gửi)",
    ),
    matter(
        "other",
        r"(?:phoi hop|dong) to chuc|co ?organi[sz]\w+",
        r"(?:phối hợp|đồng) tổ chức (?:hội|đại|lễ|buổi|ngày|cuộc|lớp|diễn|chương)[^;.]*|co-?organi[sz]\w+",
    ),
    matter(
        "cleaning",
        r"(?:don )?ve sinh(?: moi truong| hoi truong)?|don dep|clean\w*",
        r"vệ sinh|dọn dẹp|clean\w*",
        others=r"vệ sinh (?:an toàn thực phẩm|tay|cá nhân|lao động)|an toàn vệ sinh",
    ),
    matter(
        "fire",
        r"phong chay(?: chua chay)?|chua chay|pccc|cuu hoa|fire(?: safety)?",
        r"phòng cháy|chữa cháy|pccc|cứu hỏa|cứu hoả|fire",
        others=r"thi [^;.]{0,20}chữa cháy",
    ),
    matter(
        "badge",
        r"(?:in )?the (?:dai bieu|deo|du hop)|bang ten|bien ten|phu hieu|(?:name )?badges?|name tags?",
        r"(?:in )?thẻ(?: đại biểu)?|bảng tên|biển tên|phù hiệu|badges?|name tags?",
        others=r"cụ thể|tập thể|đoàn thể|mang (?:theo )?thẻ|nhận thẻ|đeo thẻ",
    ),
    matter(
        "banner",
        r"bang ron|khau hieu|pa no|ap phich|co phuon|banners?|posters?",
        r"băng rôn|băng-rôn|khẩu hiệu|pa[ -]?nô|áp phích|cờ phướn|treo cờ|banners?|posters?",
    ),
    matter(
        "other",
        rf"{_TO_WRITE} (?:cac |bai )?bao cao(?: tong ket| so ket| chinh tri| trung tam)?",
        rf"{_WRITES}[^;.]{{0,60}}?báo cáo(?! viên)|reports?",
        others=r"báo cáo viên|số liệu[^;.]{0,20} báo cáo",
    ),
    matter(
        "speech_text",
        rf"{_TO_WRITE} (?:cac |bai )?(?:dien van|bai phat bieu|phat bieu|bai khai mac)"
        r"(?: (?:khai mac|be mac|ket luan))?(?: (?:va )?phat bieu)?(?: cua lanh dao)?",
        r"diễn văn|bài phát biểu|bài khai mạc|bài kết luận|phát biểu (?:khai mạc|kết luận)|speech(?:es)?",
    ),
    matter(
        "other",
        r"kiem tra don doc(?: viec chuan bi)?|don doc(?: kiem tra)?(?: viec chuan bi)?|kiem tra viec chuan bi|giam sat",
        r"đôn đốc|theo dõi, kiểm tra|kiểm tra (?:công tác|việc|tiến độ)|giám sát (?:công tác|việc)",
    ),
    matter(
        "who",
        r"(?:trach nhiem|phu trach|lo|chi dao|quan ly) chung|tong phu trach|overall",
        r"(?:trách nhiệm|phụ trách|chỉ đạo|quản lý) chung|tổng phụ trách|overall",
    ),
)
"""Of two that a word may mean the one that stands first."""
