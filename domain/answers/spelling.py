"""Vocabulary: how people type in a chat. Data only, each table with its reason."""

from domain.answers.phrases import phrases, words_in

# Teen spelling and office abbreviations of one word, as folded words. A word that is also ordinary Vietnamese stands
# here only where the ordinary word hardly occurs in a question to a conference desk.
SHORT_WORDS = {
    "h": "gio",
    "g": "gio",
    "j": "gi",
    "ji": "gi",
    "gj": "gi",
    "bd": "bat dau",
    "bdau": "bat dau",
    "kthuc": "ket thuc",
    "xog": "xong",
    "kt": "ket thuc",
    "hn": "hoi nghi",
    "hnghi": "hoi nghi",
    "hth": "hoi thao",
    "htruong": "hoi truong",
    "ht": "hoi truong",
    "dh": "dai hoi",
    "db": "dai bieu",
    "dbieu": "dai bieu",
    "btc": "ban to chuc",
    "ct": "chuong trinh",
    "ctr": "chuong trinh",
    "ctrinh": "chuong trinh",
    "ko": "khong",
    "k": "khong",
    "hok": "khong",
    "hong": "khong",
    "khg": "khong",
    "kg": "khong",
    "hem": "khong",
    "hk": "khong",
    "dc": "duoc",
    "dk": "duoc",
    "trc": "truoc",
    "ntn": "nhu the nao",
    "lm": "lam",
    "bn": "bao nhieu",
    "bnhieu": "bao nhieu",
    "nhiu": "nhieu",
    "ng": "nguoi",
    "ngta": "nguoi ta",
    "mn": "moi nguoi",
    "tg": "thoi gian",
    "tgian": "thoi gian",
    "dd": "dia diem",
    "dv": "don vi",
    "dvi": "don vi",
    "gm": "giay moi",
    "sdt": "so dien thoai",
    "dt": "dien thoai",
    "lh": "lien he",
    "vp": "van phong",
    "ks": "khach san",
    "ktx": "ky tuc xa",
    "dn": "doanh nghiep",
    "hv": "hoc vien",
    "sv": "sinh vien",
    "gv": "giao vien",
    "pv": "phong vien",
    "hs": "hoc sinh",
    "bv": "benh vien",
    "cty": "cong ty",
    "pgd": "pho giam doc",
    "gd": "giam doc",
    "ksan": "khach san",
    "oto": "o to",
    "mail": "email",
    "gmail": "email",
    "bs": "bac si",
    "tl": "tai lieu",
    "cb": "chuan bi",
    "cbi": "chuan bi",
    "pb": "phat bieu",
    "bc": "bao cao",
    "tw": "trung uong",
    "tp": "thanh pho",
    "nv": "noi vu",
    "ubmttq": "mttq",
    "bjo": "bay gio",
    "bgio": "bay gio",
    "bh": "bao gio",
    "chg": "chuong",
    "z": "",
    "zay": "",
    "vay": "",
    "vayj": "",
    "v": "",
    "vs": "voi",
    "r": "roi",
    "oi": "",
    "mk": "mat khau",
    "mik": "minh",
    "mjnh": "minh",
    "wf": "wifi",
    "pass": "mat khau",
    "w": "",
    "thik": "thich",
    "cx": "cung",
    "uh": "",
    "ph": "phut",
    "s": "sao",
    "gjo": "gio",
    "zo": "vao",
    "dzay": "",
    "dz": "",
    "zui": "vui",
    "za": "",
    "zi": "",
    "zj": "",
    "pls": "",
    "plz": "",
    "dki": "dang ki",
    "dky": "dang ky",
    "mun": "muon",
    "nd": "noi dung",
    "ndung": "noi dung",
    "ktra": "kiem tra",
    "tgia": "tham gia",
    "dbi": "dai bieu",
    "nc": "nuoc",
    "e": "em",
    "mng": "moi nguoi",
    "ptrach": "phu trach",
    "tchuc": "to chuc",
    "tphan": "thanh phan",
    "tdu": "tham du",
    "tluan": "tham luan",
    "gthieu": "gioi thieu",
    "kmac": "khai mac",
    "khmac": "khai mac",
    "bmac": "be mac",
    "ldao": "lanh dao",
    "hsinh": "hoc sinh",
    "gvien": "giao vien",
    "ctich": "chu tich",
    "cq": "co quan",
    "thui": "thoi",
    "trog": "trong",
    "nhug": "nhung",
    "htrg": "hoi truong",
    "htr": "hoi truong",
    "lquan": "lien quan",
    "tbao": "thong bao",
    "pbieu": "phat bieu",
    "hdan": "huong dan",
    "kqua": "ket qua",
    "dkien": "du kien",
    "cvien": "chuyen vien",
    "bthu": "bi thu",
    "gdoc": "giam doc",
    "tpho": "thanh pho",
    "vde": "van de",
    "cde": "chuyen de",
    "tbay": "trinh bay",
    "dvu": "dich vu",
}

CHAT_DAYS = {
    short: full
    for full, shorts in {
        "hôm nay": "hnay hnai hni humnay homnay homni hnayy hnei",
        "hôm qua": "hqua hwa homqua humqua",
        "ngày mai": "nmai ngmai ngaymai mair",
        "sáng nay": "snay sangnay",
        "chiều nay": "cnay chnay chieunay",
        "tối nay": "tnay toinay",
        "trưa nay": "trnay truanay",
        "sáng mai": "smai sangmai",
        "chiều mai": "cmai chieumai",
        "tối mai": "tmai toimai",
    }.items()
    for short in shorts.split()
}
"""How chats write days and parts of them."""

# Abbreviations that the papers use, and their long forms: both are brought to the short one, in papers and questions.
SAME_NAME = (
    ("uy ban nhan dan", "ubnd"),
    ("ub nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("uy ban mat tran to quoc viet nam", "mttq"),
    ("uy ban mat tran to quoc", "mttq"),
    ("mat tran to quoc viet nam", "mttq"),
    ("mat tran to quoc", "mttq"),
    ("ubmttq", "mttq"),
    ("uy ban mttq viet nam", "mttq"),
    ("uy ban mttq", "mttq"),
    ("ub mttq", "mttq"),
    ("mat tran", "mttq"),
    ("thi dua khen thuong", "tdkt"),
    ("td kt", "tdkt"),
    ("cai cach hanh chinh", "cchc"),
    ("thong tin va truyen thong", "tttt"),
    ("tt tt", "tttt"),
    ("giao duc va dao tao", "gddt"),
    ("gd dt", "gddt"),
    ("tai nguyen va moi truong", "tnmt"),
    ("tn mt", "tnmt"),
    ("van hoa the thao va du lich", "vhttdl"),
    ("lao dong thuong binh va xa hoi", "ldtbxh"),
    ("bao hiem xa hoi", "bhxh"),
    ("bao hiem y te", "bhyt"),
    ("cuu chien binh", "ccb"),
    ("lien doan lao dong", "ldld"),
    ("lien hiep phu nu", "lhpn"),
    ("chu thap do", "ctd"),
    ("ngan hang chinh sach xa hoi", "nhcsxh"),
    ("kho bac nha nuoc", "kbnn"),
    ("toa an nhan dan", "tand"),
    ("vien kiem sat nhan dan", "vksnd"),
    ("bo doi bien phong", "bdbp"),
    ("nong nghiep va phat trien nong thon", "nnptnt"),
    ("nong nghiep va ptnt", "nnptnt"),
    ("nn va ptnt", "nnptnt"),
    ("phong chay chua chay", "pccc"),
    ("phat thanh va truyen hinh", "ptth"),
    ("pt th", "ptth"),
    ("hanh chinh nhan su", "hcns"),
    ("tai chinh ke toan", "tckt"),
    ("ke hoach kinh doanh", "khkd"),
    ("san xuat kinh doanh", "sxkd"),
    ("hoi dong quan tri", "hdqt"),
    ("tong giam doc", "tgd"),
    ("nguoi lao dong", "nld"),
    ("can bo cong nhan vien", "cbcnv"),
    ("uy ban kiem tra", "ubkt"),
    ("khoa hoc va cong nghe", "khcn"),
    ("kh cn", "khcn"),
    ("ke hoach va dau tu", "khdt"),
    ("kh dt", "khdt"),
    ("giao thong van tai", "gtvt"),
    ("nong nghiep va moi truong", "nnmt"),
    ("hop tac xa", "htx"),
    ("kinh te xa hoi", "ktxh"),
    ("nong thon moi", "ntm"),
    ("trung hoc pho thong", "thpt"),
    ("trung hoc co so", "thcs"),
    ("chuyen doi so", "cds"),
    ("giao vien chu nhiem", "gvcn"),
    ("ban giam hieu", "bgh"),
    ("pho hieu truong", "pht"),
    ("hieu pho", "pht"),
    ("tong phu trach", "tpt"),
    ("cha me hoc sinh", "cmhs"),
    ("phu huynh hoc sinh", "cmhs"),
    ("phu huynh", "cmhs"),
    ("thu 1", "thu nhat"),
    ("thu 2", "thu hai"),
    ("thu 3", "thu ba"),
    ("thu 4", "thu tu"),
    ("thu 5", "thu nam"),
    ("thu 6", "thu sau"),
    ("ban to chuc", "btc"),
    ("internal affairs office", "noi vu"),
    ("department of internal affairs", "noi vu"),
    ("department of home affairs", "noi vu"),
    ("internal affairs", "noi vu"),
    ("home affairs", "noi vu"),
    ("people s committee", "ubnd"),
    ("fatherland front", "mttq"),
    ("wi fi", "wifi"),
    ("e mail", "email"),
    ("check in", "checkin"),
)

# Politeness, particles and words that carry no content of their own; dropped once cues and concepts are found. With
# their marks, because "thế" is a particle and "thẻ" a badge.
FILLERS = words_in(
    """
    served serve offered ready supposed exactly actually scheduled planned must given made makes make used
    using both even also too still soon really currently else anything something everything someone anyone everyone
    everybody people person kind sort done put set goes gone coming comes came gets got says said tells
    dợ zợ dzợ hỉ nhoa nhá nè zạ dza
    already confirmed fixed yet find found held located anybody anyone somebody someone
    total altogether overall male female
    a about ad admin ah ai ak also am an and anh any are as at available bao be been biết bot buổi by bà bác bên
    question questions
    bạn bằng bị can chiếc cho chuyện cháu chú chúng chưa chắc chỉ chị chỗ chứ con could các cái còn có cô cùng
    cũng cần cậu của dear did do does during dùm dạ dịp em exactly excuse for from get give giùm giúp giờ go
    going gì gấp gồm had happen happening happens has have hay he held hello her here hi his hiểu hiện how
    hén hình hông hôm hả hết họ hỏi hộ i if in into is it its just khi không kia know kính kể let like luôn là làm
    lúc lại lấy lắm lẽ lỡ madam mang many mau may me might mong much muốn my mà mình mấy mọi mỗi một mới need
    nghe nghen ngày người nha nhanh nhau nhe nhiêu nhé như nhưng nhận nhỉ nhờ nhỡ những no not nào này nó nói nếu nữa
    of on or our phải place please pm quá quý ra rõ rằng rồi s sao shall she should show sir site so some sẽ sếp
    ta take tell than thank thanks that the their them then trên
    until out per each every own theo there there's these they this those thêm thì
    thôi thưa thầy thế thời thử to tui tìm tôi tại tổng tớ tới từ từng up us việc vui và vài vào vâng vậy về vị
    với want was we were what what's when where which who whom whose why will with would xem xin yes you your à á
    ông đang đi đâu đây đã đó đúng được đấy đến đều để ơi ơn ạ ấy ở
    """
)

# Set phrases without content, as whole phrases: their words alone may mean something ("tổ", "số").
FILLER_PHRASES = phrases(
    """
    xin vui lòng | kính hỏi ban tổ chức | xin hỏi ban tổ chức | nhờ ban tổ chức | mong ban tổ chức | hỏi ban tổ chức |
    ban tổ chức cho biết | kính mong ban tổ chức |
    kính gửi ban tổ chức | thưa ban tổ chức | chào ban tổ chức | gửi ban tổ chức | ban tổ chức ơi |
    ban tổ chức cho | kính chào ban tổ chức | dạ ban tổ chức | tổ chức | diễn ra | đồng chí | vui lòng |
    làm ơn | cho biết | cho hỏi | cụ thể | chính xác | thắc mắc | xin phép | cho phép | liệt kê | nói chung |
    thật ra | hình như | bố trí | kính gửi | kính thưa | cho em hỏi | cho mình hỏi | cho tôi hỏi | bạn ơi |
    ad ơi | bot ơi | xin hỏi | muốn hỏi | hỏi chút | hỏi tí | làm phiền | quý vị | on site | ở đây | hôm đó |
    bữa đó | năm nay | đứng ra | đứng lên |
    tất cả | phần trăm | bàn về | bàn những | bàn chuyện | lần này | dự kiến mời | khoảng |
    people are expected | are expected |
    giữa buổi | giữa giờ | giữa chừng | on hand | take place | takes place | tell me | let me know | could you | can you
    """
)

# Words so frequent in questions that an unknown word one letter away from one is taken for it without further proof.
FREQUENT = words_in("khong gio luc dau nao nhieu ngay sau truoc chieu sang toi mai nay khi mac bao hom may nhung")

# Words for days and parts of days, so that a typo in them is put right before the day is looked for.
TIME_PHRASES = """
    hôm nay | sáng nay | trưa nay | chiều nay | tối nay | ngày mai | sáng mai | trưa mai | chiều mai | tối mai |
    ngày kia | ngày mốt | hôm qua | hôm kia | thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu | thứ bảy |
    chủ nhật | tuần sau | tuần này | tuần tới | cuối tuần | buổi sáng | buổi trưa | buổi chiều | buổi tối |
    sáng thứ | chiều thứ | tối thứ | sáng ngày | chiều ngày | ngày cuối | ngày đầu | có gì không | còn gì |
    có gì | là gì | làm gì | mấy giờ | lúc mấy | ở đâu | khi nào | lúc nào | là ai | không ạ | today |
    tomorrow | yesterday | morning | afternoon | evening | tonight | next week | this morning | this afternoon |
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | january | february | march | april |
    june | july | august | september | october | november | december | workshop | is the | what is the |
    when is the | where is the | who is the | does the | what time does the | who signed the
"""

# Nouns and verbs so common at a conference that they tell little apart; they count, but lightly. Phrases where the
# single syllables mean other things ("nội dung" is not "nội vụ").
GENERIC_PHRASES = phrases(
    """
    phát hành | ban hành | hội nghị | đại biểu | công tác | thực hiện | chương trình | nội dung | hoạt động |
    đơn vị | sự kiện | thời gian | địa điểm | nhiệm vụ | phụ trách | phục vụ | bảo đảm | đảm bảo | chuẩn bị |
    tham dự | tham gia | dự kiến | điều hành | chịu trách nhiệm | kế hoạch | văn bản | hội thảo | đại hội |
    bác sĩ | bác sỹ | giáo sư | tiến sĩ | thạc sĩ | luật sư | kỹ sư | cán bộ |
    buổi lễ | công việc | thành phần | nhà trường | cơ quan
    """
)

GENERIC = words_in(
    """
    1 bs ts ths gs pgs ks ls dr mr ms mrs prof
    gửi trao sends send issue issues
    bài tiết
    cấp phần mục phiên buổi họp lễ dự tháng ngày giờ phút giao lo dẫn đọc nói conference event meeting session
    item part
    hours hour minutes minute
    programme program agenda plan document workshop forum main delegates delegate congress ceremony
    """
)

# Syllables that differ only in their marks and mean different things: a question that writes one of them with its
# marks never means another one. Without marks any of them may be meant.
CONFUSABLE = (
    "đâu đầu dấu đậu dâu",
    "sau sáu sâu",
    "giờ gió giỗ",
    "mấy máy may mây",
    "hạn hàn hán",
    "thứ thư thu thủ",
    "nào não náo",
    "chưa chữa chùa chứa",
    "hỏi hội hồi hơi",
    "mà mã má mạ",
    "là lá lạ",
    "đó đồ độ đo đổ",
    "có cờ cô cơ cỗ",
    "cho chỗ chờ chợ chở chó",
    "làm lâm lăm lạm",
    "ăn an án ấn",
    "nghỉ nghị nghĩ",
    "tôi tối tới tội tồi",
    "nam năm nằm nắm",
    "trong trống trọng trông",
    "thẻ thế thể thệ",
    "mặt mật mắt mất mát",
    "báo bảo bão bao bào",
    "từ tư tự tủ",
    "đến đèn đen đền",
    "để đề đế",
    "đường dương đương dưỡng",
    "còn con côn",
    "hàng hãng hạng hằng",
    "kinh kính kình",
    "phí phi phía",
    "lễ lệ lê lẻ",
    "tan tân tận tặng tán",
    "món môn mòn mọn",
    "diễn điện diện điền điển",
    "về vẽ vé vệ",
    "qua quà quá quả",
    "mưa mua mùa múa",
    "cử cũ cụ cứ củ",
    "kế kể kê kề",
    "tỉnh tình tính tinh",
    "xã xa xạ",
    "mời mới mỗi môi mối",
    "phần phân phản phấn phận",
    "viện viên viễn",
    "tám tắm tâm tầm tấm tăm tạm",
    "chết chệt",
    "bài bãi bái bại",
    "dãy dạy dậy",
    "quầy quậy",
    "số sở sơ so sổ",
    "giao giáo giảo",
    "biểu biếu bướu",
    "ký kỳ kỷ kĩ",
    "lâu lầu lẩu lậu",
    "nữa nửa nữ nứa",
    "ghế ghé ghê",
    "xe xé",
    "ban bạn bàn bản bận bán",
    "lo lô lở lọ",
    "nhận nhân nhãn nhẫn",
    "hôm hom hòm",
    "gần gan gân",
    "trước trược",
    "việc viếc",
    "chủ chữ chú chứ chư",
    "trì trị trí",
    "mặc mắc mác mạc",
)
