"""Vocabulary: people, bodies and levels in both languages, and phrases that only look like a thing."""

from domain.answers.phrases import phrases

# People and bodies in English, so that they meet the Vietnamese names of the paper.
NAMES = {
    "province": phrases(
        """
        tỉnh | provincial | province
        """
    ),
    "district": phrases(
        """
        huyện | district
        """
    ),
    "commune": phrases(
        """
        xã | commune | communes
        """
    ),
    "central": phrases(
        """
        trung ương | central | central government
        """
    ),
    "leader": phrases(
        """
        lãnh đạo | leader | leaders | leadership
        """
    ),
    "chairman": phrases(
        """
        chủ tịch | chairman | chairperson | chairwoman | president
        """
    ),
    "secretary": phrases(
        """
        bí thư | secretary
        """
    ),
    "director": phrases(
        """
        giám đốc | director | ceo
        """
    ),
    "principal": phrases(
        """
        hiệu trưởng | principal | headmaster
        """
    ),
    "plenary": phrases(
        """
        phiên toàn thể | toàn thể | plenary | plenary session
        """
    ),
    "abroad": phrases(
        """
        nước ngoài | quốc tế | international | foreign
        """
    ),
    "police": phrases(
        """
        công an | police
        """
    ),
    "army": phrases(
        """
        quân sự | military
        """
    ),
    "finance": phrases(
        """
        tài chính | finance
        """
    ),
    "culture": phrases(
        """
        văn hóa | văn hoá | culture
        """
    ),
    "teacher": phrases(
        """
        giáo viên | thầy cô | thầy cô giáo | nhà giáo | teacher | teachers
        """
    ),
    "student": phrases(
        """
        học sinh | student | students | pupils
        """
    ),
    "union": phrases(
        """
        công đoàn | trade union | union
        """
    ),
    "office": phrases(
        """
        văn phòng | office
        """
    ),
    "delegate": phrases(
        """
        đại biểu | đại biểu dự | delegate | delegates | participant | participants | attendee | attendees |
        người dự | người tham dự | người tham gia
        """
    ),
    "guest": phrases(
        """
        khách mời | đại biểu mời | khách | guest | guests
        """
    ),
    "official_delegate": phrases(
        """
        đại biểu chính thức | official delegates | official delegate
        """
    ),
    "invited_delegate": phrases(
        """
        đại biểu mời | đại biểu khách mời | invited delegates | invited guests
        """
    ),
    "model": phrases(
        """
        mô hình | điển hình | điển hình tiên tiến | models
        """
    ),
    "limit": phrases(
        """
        no more than | up to | tối đa | không quá | không vượt quá | không được quá | giới hạn | at most |
        maximum | limit
        """
    ),
    "minister": phrases(
        """
        bộ trưởng | minister
        """
    ),
    "government": phrases(
        """
        chính phủ | government
        """
    ),
    "assembly": phrases(
        """
        quốc hội | national assembly
        """
    ),
    "company": phrases(
        """
        công ty | company
        """
    ),
    "hall": phrases(
        """
        hội trường | hall
        """
    ),
    "workers": phrases(
        """
        người lao động | workers | employees
        """
    ),
    "unit": phrases(
        """
        units
        """
    ),
}


# Phrases that only look like one of the above: the President of the State is no drinking water.
NO_CONCEPT = phrases(
    """
    hợp tác xã | xã hội | cổ đông | đấu ở đâu | thi đấu ở đâu |
    mang điện thoại | dùng điện thoại | bấm điện thoại | nghe điện thoại | xem điện thoại | để điện thoại |
    tắt chuông điện thoại | điện thoại thông minh | tắt điện thoại | sử dụng điện thoại |
    ngồi học | ngồi họp | ngồi dự | ký túc xá | kí túc xá |
    diễn đàn | tọa đàm | hội nghị | đề nghị | kiến nghị | hữu nghị | nghị định | chủ tịch nước | trong nước |
    nhà nước | đất nước | yêu nước | cả nước | ngoài nước | thuốc lá | điện tử | thư điện tử | chính trị |
    kinh tế | tổ chức | học tập | bảo vệ bản thân | quản lý nhà nước | thông tin truyền thông |
    phát thanh và truyền hình | ptth | truyền thông chính sách | văn hóa văn nghệ | tiếng việt |
    tham quan học tập kinh nghiệm | tham dự | tham gia | tham mưu | tham khảo
    """
)
