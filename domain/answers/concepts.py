"""Vocabulary: things a conference has, under one code each, in the words of papers, of chats and of English.

The same table reads the programme and the question, so "nghỉ giữa giờ" in the plan answers "mấy giờ giải lao" and
"when is the break". Phrases are accented; they are found with and without marks. Two codes may share a phrase ("ăn
nghỉ" is meals and lodging).
"""

from domain.answers.phrases import phrases

# Items of an agenda: if the programme has none, one can say so ("chương trình không có mục này").
AGENDA = {
    "opening": phrases(
        """
        khai mạc | diễn văn khai mạc | phát biểu khai mạc | lời khai mạc | mở màn | opening | opening ceremony |
        opening speech | opens | open
        """
    ),
    "school_opening": phrases(
        """
        khai giảng | khai trường | đánh trống | school opening | first day of school
        """
    ),
    "closing": phrases(
        """
        bế mạc | closing | closing ceremony | closes | close
        """
    ),
    "reception": phrases(
        """
        đón tiếp | đón khách | đón đại biểu | tiếp đón | tiếp đại biểu | đón tiếp đại biểu | đón đoàn |
        tiếp đoàn | đón tiếp đoàn |         tập trung đại biểu | welcome | welcoming | reception
        """
    ),
    "cooking": phrases("nấu ăn | thi nấu ăn | hội thi nấu ăn | nấu nướng | cooking | cooking contest"),
    "scholarship": phrases("học bổng | suất học bổng | quỹ học bổng | scholarship | scholarships"),
    "registration": phrases(
        """
        đăng ký | đăng kí | ghi danh | register | registration | registering | checkin | sign in | sign up
        """
    ),
    "performance": phrases(
        """
        diễn văn nghệ | văn nghệ chào mừng | ca nhạc chào mừng | văn nghệ |
        ca nhạc | nghệ thuật | biểu diễn | tiết mục | ca múa nhạc | performance |
        performances | opening performance | welcome performance | welcome show | opening show | art performance |
        music | cultural performance | perform | performs |
        performing | arts | arts performance | art show | cultural show
        """
    ),
    "flag": phrases(
        """
        chào cờ | quốc ca | hát quốc ca | flag salute | anthem | national anthem
        """
    ),
    "intro": phrases(
        """
        tuyên bố lý do | giới thiệu đại biểu | giới thiệu thành phần | nêu lý do | introduction |
        introductions | introduce
        """
    ),
    "paper": phrases(
        """
        tham luận | bài tham luận | phát biểu tham luận | trình bày tham luận | presentation | presentations |
        papers | paper
        """
    ),
    "discussion": phrases(
        """
        thảo luận | discussion | discussions | discuss | panel
        """
    ),
    "break": phrases(
        """
        uống cà phê | nghỉ cà phê | giờ cà phê | nghỉ giữa | nghỉ giữa buổi | nghỉ giữa buổi sáng |
        nghỉ giữa buổi chiều | giải khát giữa giờ |
        tea time |
        giải lao | nghỉ giữa giờ | nghỉ giải lao | tea break | coffee break | teabreak | break | nghỉ 15 phút |
        uống nước giữa giờ | nghỉ uống nước | tiệc trà | nghỉ tại chỗ
        """
    ),
    "lunch": phrases(
        """
        bữa ăn trưa | bữa cơm trưa | ăn trưa | nghỉ trưa | cơm trưa | bữa trưa | tiệc trưa | lunch | lunch break
        """
    ),
    "dinner": phrases(
        """
        bữa ăn tối | bữa cơm tối | ăn tối | cơm tối | bữa tối | tiệc tối | ăn chiều | cơm chiều | dinner | gala |
        tiệc chiêu đãi | chiêu đãi |
        welcome dinner | gala dinner | welcome banquet
        """
    ),
    "breakfast": phrases(
        """
        bữa ăn sáng | ăn sáng | bữa sáng | breakfast
        """
    ),
    "party": phrases(
        """
        tiệc | nhập tiệc | khai tiệc | vào tiệc | dự tiệc | ăn tiệc | liên hoan | tất niên | party | banquet |
        year end party | tiệc tối | tiệc trưa
        """
    ),
    "speech": phrases(
        """
        phát biểu | phát biểu ý kiến | speech | speeches | remarks | speak | speaks | speaking | đọc phát biểu
        """
    ),
    "directive": phrases(
        """
        chỉ đạo | directive | instructions
        """
    ),
    "award": phrases(
        """
        khen thưởng | trao thưởng | trao giải | biểu dương | vinh danh | tôn vinh | khen | được khen |
        trao bằng khen | award | awards | award ceremony | commendation | honour | honor | prize | prizes |
        trao danh hiệu | lễ trao giải | giải nhất | giải nhì | trúng giải | đoạt giải | thắng giải |
        trao giải thưởng | phát thưởng | phát phần thưởng | phát giải | phát giải thưởng
        """
    ),
    "visit": phrases(
        """
        tham quan | đi thăm | visit | visits | excursion | tour | field trip | sightseeing | đi chơi | du lịch |
        thăm | đi thực tế | đi thực địa | khảo sát thực tế | khảo sát thực địa | tham quan thực tế |
        thực địa | tham quan thực địa | kiểm tra thực tế | kiểm tra thực địa | field visit | site visit
        """
    ),
    "wreath": phrases(
        """
        viếng | dâng hương | dâng hoa | thắp hương | đặt vòng hoa | wreath | incense |
        incense offering | wreath laying
        """
    ),
    "vote": phrases(
        """
        bầu | biểu quyết | bỏ phiếu | bầu cử | vote | voting | election | elect | ballot | balloting
        """
    ),
    "conclusion": phrases(
        """
        kết luận | conclusion | conclude | concluding | concluding remarks
        """
    ),
    "summary": phrases(
        """
        tổng kết | wrap up | summary
        """
    ),
    "rehearsal": phrases(
        """
        tổng duyệt | rehearsal | dress rehearsal | full rehearsal | final rehearsal | duyệt chương trình | chạy thử |
        rehearse
        """
    ),
    "first_rehearsal": phrases(
        """
        sơ duyệt | first rehearsal
        """
    ),
    "signing": phrases(
        """
        ký giao ước | ký kết | ký thỏa ước | ký thoả ước | signing | sign the
        """
    ),
    "dialogue": phrases(
        """
        đối thoại | hỏi đáp | dialogue | q a | questions and answers | giao lưu hỏi đáp
        """
    ),
    "exchange": phrases(
        """
        giao lưu | exchange
        """
    ),
    "press_meeting": phrases(
        """
        họp báo | press conference
        """
    ),
    "fireworks": phrases(
        """
        pháo hoa | bắn pháo hoa | pháo bông | bắn pháo bông | fireworks | firework
        """
    ),
    "lottery": phrases(
        """
        bốc thăm | rút thăm | rút thăm may mắn | quay số | quay số may mắn | bốc thăm trúng thưởng |
        quay số trúng thưởng | rút thăm trúng thưởng |
        bốc thăm may mắn | lucky draw | raffle | xổ số may mắn
        """
    ),
    "resolution": phrases(
        """
        nghị quyết | resolution
        """
    ),
    "keynote": phrases(
        """
        đề dẫn | phát biểu đề dẫn | báo cáo chính | báo cáo trung tâm | keynote speaker | main speaker | keynote |
        báo cáo mời | invited talk | invited talks | invited lecture
        """
    ),
    "preparatory": phrases(
        """
        trù bị | phiên trù bị | preparatory | preparatory session
        """
    ),
    "official": phrases(
        """
        chính thức | phiên chính thức | official session
        """
    ),
    "report": phrases(
        """
        báo cáo | report | reports
        """
    ),
    "drill": phrases(
        """
        diễn tập | drill | drills
        """
    ),
    "practice": phrases(
        """
        thực hành | practice | practical session | hands-on
        """
    ),
    "topic_talk": phrases(
        """
        chuyên đề | keynote talk | topical talk | lecture | lectures
        """
    ),
    "room_in": phrases(
        """
        nhận phòng | lấy phòng | hotel check-in | room check-in
        """
    ),
    "room_out": phrases(
        """
        trả phòng | checkout
        """
    ),
    "launch": phrases(
        """
        phát động | launch | launching
        """
    ),
    "gather": phrases(
        """
        tập trung | ổn định tổ chức | gather
        """
    ),
}

# Practical matters: if nothing is known, "chưa có thông tin" and the organizers are asked.
TOPICS = {
    "dress": phrases(
        """
        trang phục | mặc | ăn mặc | mặc đồ gì | vận đồ | diện đồ gì | bận áo gì | bận quần áo | mặc gì | mặc đồ |
        mặc đồ gì | mặc áo gì | bận đồ gì |
        đồng phục | quần áo | áo dài | comple | com lê | cà vạt | lễ phục |
        dress code | dress | wear | attire | clothes | outfit
        """
    ),
    "lodging": phrases(
        """
        ăn nghỉ | chỗ nghỉ | nơi nghỉ | chỗ ngủ | nơi ngủ | chỗ ở | nơi ở | khách sạn | nhà nghỉ | nhà khách |
        lưu trú | phòng nghỉ | nghỉ lại | ngủ lại | ăn ở | nơi ăn nghỉ | chỗ ăn nghỉ | nghỉ ngơi | nghỉ ở đâu |
        ngủ ở đâu | nghỉ đêm | accommodation | hotel | hotels | lodging | stay | sleep | overnight | phòng ngủ |
        ký túc xá | kí túc xá | ktx | nhà công vụ | dormitory | dorm | hostel | guest house | guesthouse | qua đêm |
        ở lại đêm | phòng tôi | phòng của tôi | phòng em | phòng mình | my room | phòng ở | phòng khách sạn
        """
    ),
    "meals": phrases(
        """
        ăn nghỉ | ăn | ăn uống | bữa ăn | cơm | suất ăn | nơi ăn nghỉ | chỗ ăn nghỉ | chỗ ăn | nơi ăn | đồ ăn |
        nhà ăn | meal | meals | food | eat | ăn ở | ăn trưa | cơm trưa | bữa trưa | ăn tối | tiệc | ăn sáng |
        bữa ăn trưa | bữa cơm trưa | bữa ăn tối | bữa cơm tối | bữa ăn sáng |
        nhập tiệc | vào tiệc | khai tiệc | dự tiệc | ăn tiệc | dùng bữa | dùng cơm |
        lunch | dinner | catering | buffet | ăn gì | ăn cơm | ăn không |
        ăn ở đâu | ăn chỗ nào | tiền ăn | chỗ ăn uống | tiệc chiêu đãi | chiêu đãi | gala dinner |
        welcome dinner | liên hoan | liên hoan nhẹ | tiệc trà
        """
    ),
    "water": phrases(
        """
        nước uống | có nước | uống nước | nước suối | nước lọc | chai nước | trà nước | nước non |
        drinks | water | drinking water | tea | coffee | cà phê
        """
    ),
    "transport": phrases(
        """
        tự đi | xe cộ | xe 7 chỗ | xe 16 chỗ | xe 29 chỗ | xe 35 chỗ | xe 45 chỗ | thuê xe | chuyến xe | xe điện |
        buses |
        xe đưa đón | đưa đón | phương tiện | đi lại | xe bus | xe buýt | di chuyển | xe ô tô | sân bay |
        vé máy bay | ga tàu | taxi | shuttle | transport | transportation | bus | airport | pick up | pickup |
        xe đón | đón sân bay
        """
    ),
    "parking": phrases(
        """
        gửi xe | giữ xe | trông xe | trông giữ xe | đỗ xe | đậu xe | để xe | bãi xe | bãi đỗ xe | nhà xe |
        bãi đậu xe | đỗ ô tô | để ô tô | đậu ô tô | đậu xe ô tô | đỗ xe ô tô | chỗ đỗ xe |
        chỗ để xe | xe ô tô đỗ | ô tô đỗ | xe đỗ | xe để ở |
        ô tô để | xe ô tô để | xe máy để | xe đậu | ô tô đậu | đỗ ở đâu | đậu ở đâu | park my car | park the car |
        chỗ đậu xe | nơi đỗ xe | nơi để xe | nơi gửi xe | parking | park | car park
        """
    ),
    "wifi": phrases(
        """
        wifi | mạng internet | internet | mật khẩu wifi | mật khẩu | pass wifi | password | wi-fi |
        mạng không dây
        """
    ),
    "contact": phrases(
        """
        liên hệ | liên lạc | vướng mắc | số điện thoại | điện thoại | hotline | hot line | đường dây nóng |
        đầu mối liên hệ | đầu mối | email | zalo | gọi ai | gọi cho ai | gọi số nào | gọi số mấy |
        báo cho ai | báo ai | báo với ai |
        xin số | số anh | số chị | số cô | số ông | số bà | số thầy | số của anh | số của chị | số của cô |
        should i phone | who to phone | do i phone |
        hỏi ai | gọi điện cho ai | should i call | do i call | to call |
        số của ban tổ chức | số ban tổ chức | số của btc | số btc |
        số máy | số máy lẻ | máy lẻ | contact | contact person | contact number | extension | extension number | ext |
        phone | phone number | telephone | call | if there is a problem | if there are problems |
        if [something/anything] goes wrong | in case of [a problem/problems/trouble]
        """
    ),
    "documents": phrases(
        """
        tài liệu | văn kiện | bộ tài liệu | file tài liệu | slide | documents | document | materials |
        handouts | slides | printed papers | paper copies | paper copy | tài liệu giấy | tài liệu in |
        tài liệu bản giấy | tài liệu bản in |
        documents on paper | printed documents | paper documents | hard copies
        """
    ),
    "medical": phrases(
        """
        y tế | bác sĩ | bác sỹ | cấp cứu | cứu thương | sơ cứu | ốm |
        thuốc men | tủ thuốc | có thuốc | xin thuốc | doctor | doctors | medical |
        first aid |
        medical staff | medical team | medical support | medics | paramedics | ambulance |
        health | nurse | y bác sĩ | y tá | nhân viên y tế | trạm y tế
        """
    ),
    "security": phrases(
        """
        an ninh | trật tự | bảo vệ | security | guard
        """
    ),
    "invitation": phrases(
        """
        giấy mời | thư mời | thiệp mời | giấy triệu tập | invitation | invitations | invitation letters |
        invitation letter | giấy mời dự
        """
    ),
    "badge": phrases(
        """
        thẻ đại biểu | thẻ | phù hiệu | thẻ đeo | badge | badges | name tag
        """
    ),
    "seat": phrases(
        """
        chỗ ngồi | ghế ngồi | hàng ghế | số ghế | ngồi ở đâu | ngồi đâu | ngồi | ghế nào | sơ đồ chỗ ngồi |
        seat | seats | seating | sit
        """
    ),
    "budget": phrases(
        """
        kinh phí | ngân sách | dự toán | dự trù kinh phí | dự trù | chi phí | nguồn kinh phí | budget |
        funding | tài trợ
        """
    ),
    "fee": phrases(
        """
        lệ phí | phí tham dự | phí tham gia | đóng tiền | đóng phí | mất tiền | miễn phí | nộp tiền | fee |
        fees | cost | price | free of charge | phí đăng ký | mất phí | tốn tiền | vé vào | giá vé | tiền vé |
        mua vé | phí gửi bài | phí đăng bài | phí bài | phí đại biểu | phí là bao nhiêu | tốn bao nhiêu |
        vé tham dự | vé tham gia | hết bao nhiêu tiền | registration fee | registration fees | conference fee |
        participation fee | entrance fee | entry fee | entry fees | admission fee | nộp phí | thu tiền |
        đóng góp tiền | nộp khoản | đóng khoản | khoản thu | có mất tiền | có mất vé | có mất phí | vào cửa tự do |
        không thu phí | không thu vé | không thu tiền | thu vé
        """
    ),
    "online": phrases(
        """
        trực tuyến | theo dõi trực tuyến | xem trực tuyến | follow online | watch online |
        online | zoom | google meet | microsoft teams | ms teams | on teams | via teams | qua teams | trên teams |
        họp từ xa |
        điểm cầu | webinar | remote | remotely | dự từ xa | virtual | hybrid | connected online |
        connected remotely | join online
        """
    ),
    "broadcast": phrases(
        """
        truyền hình trực tiếp | phát sóng | tường thuật trực tiếp | livestream | live stream |
        ở nhà xem | xem ở nhà | xem tivi |
        trực tiếp trên sóng | truyền hình | xem trực tiếp | broadcast | tv | phát trực tiếp | on tv | on television |
        shown on tv | shown live | streamed | streamed online | streaming | streamed live | broadcast live | aired |
        live on tv | truyền trực tuyến | phát trực tuyến | tiếp sóng | truyền thanh trực tiếp | phát thanh trực tiếp
        """
    ),
    "interpretation": phrases(
        """
        dịch song song | dịch đuổi | dịch thuật | có dịch | interpreted | translated |
        phiên dịch | thông dịch | dịch cabin | dịch ra những thứ tiếng | dịch ra tiếng | dịch sang tiếng | thứ tiếng |
        tiếng gì | tiếng nào | speak vietnamese | speak english | understand vietnamese | understand english |
        biết tiếng việt | biết tiếng anh | nghe tiếng anh | nói tiếng anh | hiểu tiếng anh | tiếng nước nào |
        languages | ngôn ngữ | tiếng anh | interpreter | interpretation |
        translation | language | simultaneous translation | interpreters
        """
    ),
    "decor": phrases(
        """
        trang trí | trang hoàng | treo phông | khánh tiết | backdrop | decoration | decorations | phông nền | maket |
        cờ hoa
        """
    ),
    "sound": phrases(
        """
        âm thanh | loa máy | loa | micro | mic | mícrô | míc | ánh sáng | sound | sound system | microphone | audio
        """
    ),
    "screen": phrases(
        """
        máy chiếu | màn hình | màn led | led | projector | screen
        """
    ),
    "press": phrases(
        """
        báo chí | giới báo chí | phóng viên | nhà báo | báo đài | cơ quan báo chí | press | reporter | reporters |
        journalist |        journalists | media | truyền thông
        """
    ),
    "gift": phrases(
        """
        quà | quà tặng | tặng phẩm | gift | gifts | souvenir
        """
    ),
    "certificate": phrases(
        """
        giấy chứng nhận | chứng chỉ | chứng nhận | certificate | certificates |
        [certificate/certificates] [be/are/is/] [issued/handed out/awarded/given] | [issue/hand out] the certificates
        """
    ),
    "merit": phrases(
        """
        bằng khen | giấy khen | certificates of merit
        """
    ),
    "toilet": phrases(
        """
        nhà vệ sinh | wc | toilet | restroom | restrooms | toilets | bathroom | đi vệ sinh
        """
    ),
    "cleaning": phrases(
        """
        tổng vệ sinh | vệ sinh môi trường | vệ sinh lớp học | dọn vệ sinh | clean-up | cleaning up
        """
    ),
    "rain": phrases(
        """
        mưa | trời mưa | nếu mưa | thời tiết xấu | mưa bão | mưa gió | mưa to | rain | rains | bad weather
        """
    ),
    "electricity": phrases(
        """
        nguồn điện | điện dự phòng | mất điện | cúp điện | điện | power outage | electricity
        """
    ),
    "traffic": phrases(
        """
        giao thông | phân luồng | traffic
        """
    ),
    "script": phrases(
        """
        kịch bản | script
        """
    ),
    "speech_text": phrases(
        """
        diễn văn | text of the speech
        """
    ),
    "promotion": phrases(
        """
        tuyên truyền | cổ động | publicity | propaganda
        """
    ),
    "allowance": phrases(
        """
        công tác phí | tiền công tác | thù lao | tiền hỗ trợ | per diem | allowance | phụ cấp | tiền ăn
        """
    ),
    "substitute": phrases(
        """
        đi thay | dự thay | thay thế | người thay thế | cử thay thế | người đi thay | người dự thay | người thay |
        cử người thay |
        cử người đi thay | đi họp thay | dự họp thay | họp thay | học thay | đi thế | cử người khác | nhờ người đi |
        nhờ người khác | cử cấp phó | cử phó | ủy quyền | uỷ quyền | substitute | send someone else |
        replace me
        """
    ),
    "absence": phrases(
        """
        xin vắng | vắng mặt | không thể dự | không thể tham dự | không dự họp được |
        bị ốm | tôi ốm | em ốm | ốm thì | ốm không | ốm đau | bận không | vắng |
        nghỉ học | nghỉ buổi | nghỉ một buổi | nghỉ 1 buổi | vắng buổi | nghỉ buổi học | không dự đủ | bỏ buổi |
        bỏ học | không học đủ | báo vắng | bận việc | có việc bận | bận không dự | bận đột xuất | không dự họp |
        không tham dự được | không đến được | không đi được | không dự được | xin nghỉ | absent | cannot attend |
        can not attend
        """
    ),
    "list": phrases(
        """
        danh sách | ds | list | tên người dự | tên người đi dự | tên người đi họp | tên người tham dự |
        names of participants
        """
    ),
    "arrival": phrases(
        """
        có mặt | đến trước | tới nơi | vào chỗ | vào vị trí | an tọa | ổn định chỗ ngồi | arrive | arrival |
        [must/should/need to/have to] be there | be there [by/at] |
        be present | trình diện | phải tới trường | phải đến trường |
        vào chỗ ngồi | ngồi vào chỗ | yên vị | be seated | take our seats | take my seat | be in our seats
        """
    ),
    "banner": phrases(
        """
        khẩu hiệu | treo cờ | băng rôn | banner
        """
    ),
    "fire": phrases(
        """
        phòng cháy | pccc | chữa cháy | cứu hỏa | fire
        """
    ),
    "rollcall": phrases(
        """
        điểm danh | roll call
        """
    ),
    "photo": phrases(
        """
        chụp ảnh | chụp hình | ảnh lưu niệm | chụp ảnh lưu niệm | photo | photos | group photo
        """
    ),
    "cooling": phrases(
        """
        máy lạnh | điều hòa | điều hoà | quạt | máy điều hòa | air conditioning | air conditioner
        """
    ),
    "menu": phrases(
        """
        món | món gì | thực đơn | ăn chay | món chay | ăn món | menu | vegetarian | vegan | halal
        """
    ),
    "link": phrases(
        """
        link | link zoom | link họp | mã họp | mã cuộc họp | mã phòng họp | meeting id | đường link |
        link tham dự
        """
    ),
    "map": phrases(
        """
        bản đồ | đường đi | chỉ đường | map | directions
        """
    ),
    "smoking": phrases(
        """
        hút thuốc | smoking | smoke
        """
    ),
    "children": phrases(
        """
        trẻ em | con nhỏ | con nít | children | kids
        """
    ),
    "hosts": phrases(
        """
        lễ tân | receptionist
        """
    ),
}
