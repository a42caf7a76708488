"""Vocabulary: what lies outside a question to this desk, and what people call the conference itself."""

from domain.answers.phrases import phrases, words_in

# What the bot is not for. A question about these is turned down politely, unless the programme speaks of it itself.
FOREIGN = phrases(
    """
    trả lương | mức lương | tiền lương | bị trừ lương | trừ lương | lương tháng | salary | wage | giá heo |
    giá xăng | giá lúa | giá cả thị trường | đội tuyển | tỉ số | trận đấu tối | uống thuốc gì |
    thời tiết | nhiệt độ | nắng không | trời nắng | weather | temperature | forecast | sunny | bão không |
    mấy độ | bóng đá | tỷ số | world cup | football | soccer | đá banh | chuyện cười | kể chuyện | truyện cười |
    joke | funny | hài hước | làm thơ | bài thơ | poem | sing | hát cho | giá vàng | chứng khoán | cổ phiếu |
    bitcoin | tỷ giá | stock | stocks | lãi suất | bầu cử mỹ | tổng thống | president of the | thủ tướng là ai |
    chính trị | politics | chiến tranh | war | đảng nào | biểu tình | yêu em | yêu anh | yêu bot | yêu đương |
    người yêu em | bạn gái | bạn trai | girlfriend | boyfriend | love | kết hôn | lấy vợ | lấy chồng | xổ số |
    lô đề | kết quả xổ số | công thức nấu | recipe | phim gì | phim nào | phim hay |
    xem phim | phim truyện | movie | ca sĩ | bài hát hay | game | chơi game |
    dịch giúp | translate | viết code | lập trình | python | chatgpt | openai | trí tuệ nhân tạo | ai model |
    capital of | thủ đô | dân số | population | lịch sử thế giới | mua nhà | bán đất | vay tiền | cho vay |
    tử vi | cung hoàng đạo | bói | horoscope | giảm cân | bằng mấy | bằng bao nhiêu cộng | quán nhậu | karaoke |
    quán cà phê | nhà hàng nào ngon | ăn gì ngon | quán nào ngon | system prompt | ignore previous |
    ignore all | bỏ qua hướng dẫn | mật khẩu admin | token | drop table | select from | delete from | hack |
    thủ tướng việt nam | solve | giải phương trình | nghỉ lễ | nghỉ tết | nghỉ hè | nghỉ phép | nghỉ bù
    """
)


# A conference of another place or another year: what is known of this one does not answer for it.
OTHER_EVENT = phrases(
    """
    năm ngoái | năm trước | lần trước | kỳ trước | khóa trước | khoá trước | năm sau | năm tới | lần sau |
    lần tới | kỳ sau | khóa sau | last year | next year | previous conference | hội nghị trước | hội nghị sau |
    đại hội trước | hội thảo trước | hội nghị khác | last time | lần tiếp theo | kỳ tiếp theo | next conference |
    next congress | next edition
    """
)


# What people call the conference itself.
CONFERENCE_WORDS = phrases(
    """
    hội nghị | đại hội | hội thảo | lễ | buổi lễ | lễ kỷ niệm | cuộc họp | sự kiện | conference | congress |
    workshop | ceremony | event | tọa đàm | toạ đàm | diễn đàn | lễ khai giảng | seminar | symposium | forum |
    summit | convention | training | training course | lớp tập huấn | buổi tập huấn | khóa tập huấn | hội nghị tập huấn
    """
)


# What an English question calls a conference that bears such a name.
IN_ENGLISH = {
    tuple(name.split()): words_in(words)
    for name, words in (
        ("ngay hoi", "festival fair"),
        ("le hoi", "festival"),
        ("lien hoan", "festival"),
        ("hoi thi", "contest competition"),
        ("cuoc thi", "contest competition"),
        ("hoi thao", "games seminar"),
        ("hoi trai", "camp"),
        ("trai he", "camp"),
        ("trai huan", "camp"),
        ("hop mat", "reunion gathering"),
        ("gap mat", "reunion gathering"),
        ("doi thoai", "dialogue"),
        ("lop tap", "course class"),
        ("lop boi", "course class"),
        ("khoa tap", "course"),
        ("khoa boi", "course"),
        ("tap huan", "course"),
        ("hoi cho", "fair"),
        ("trien lam", "exhibition"),
        ("hop bao", "press"),
        ("giai chay", "race run"),
        ("hoi khoe", "games"),
    )
}


# What is told of nobody, whatever office they hold.
SECRET = phrases(
    """
    địa chỉ nhà ông | địa chỉ nhà bà | địa chỉ nhà anh | địa chỉ nhà chị | địa chỉ nhà đồng chí | địa chỉ nhà của |
    nhà riêng | nhà chủ tịch | nhà ông | nhà bà | nhà anh | nhà chị | nhà giám đốc | nhà bí thư | tuổi của | mấy tuổi |
    ngày sinh | năm sinh | sinh năm nào | sinh năm bao nhiêu | bao nhiêu tuổi | cccd | cmnd | căn cước |
    số tài khoản | home address | id number | passport number | số hộ chiếu | mã số thuế của | bank account |
    account number | date of birth | birthday of | số phòng của | quê ở đâu | quê quán | facebook
    """
)

# Words that ask for what belongs to somebody: a number, an address, a list of names.
PERSONAL = (
    *SECRET,
    *phrases(
        """
        số điện thoại | điện thoại | số di động | di động | mobile | cell phone | sđt | zalo | email | phone number |
        phone numbers | phone | personal
        """
    ),
)
