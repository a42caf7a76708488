"""Vocabulary: the words that show what is asked, each with the weight of its evidence.

A weight of 3 alone decides; 2 needs no more than silence from the others; 1 is a hint. Phrases are accented and are
found with and without marks, longest first; a word inside a found cue is no content any more. The order of the lines
does not matter.
"""

from domain.answers.phrases import phrases
from domain.answers.query import Kind

_CUES: dict[Kind, dict[float, str]] = {
    Kind.WHEN: {
        3: """
            mấy giờ | giờ nào | lúc nào | khi nào | bao giờ | lúc mấy giờ | vào lúc nào | vào khi nào |
            hồi nào | giờ giấc | when | what time | at what time | what date | mấy giờ mấy phút | giờ mấy |
            phòng mấy giờ |
            bắt đầu học | học lúc mấy giờ | học mấy giờ | học lúc nào | mấy giờ vào học | học khi nào |
            họp lúc mấy giờ | họp mấy giờ | mấy giờ bắt đầu học | mấy giờ bắt đầu họp |
            chừng nào | vào giờ nào | vào lúc mấy giờ | giờ bao nhiêu | từ mấy giờ
        """,
        2.8: """
            exact date | the date been | date been fixed | date fixed | date been set | date confirmed |
            rơi vào thứ mấy | rơi vào ngày nào | rơi vào ngày mấy | trúng ngày nào | nhằm ngày nào |
            nhằm hôm nào | trúng hôm nào |
            dời sang ngày nào | chuyển sang ngày nào | lùi sang ngày nào | lùi đến ngày nào | dời đến ngày nào |
            hoãn đến ngày nào | ngày nào | ngày mấy | hôm nào | ngày bao nhiêu | mấy ngày mấy | thứ mấy |
            what day | which day |
            vào ngày nào | bữa nào | buổi nào | ngày giờ nào | tháng mấy | tháng nào | vào tháng nào |
            vào ngày mấy | chốt chưa | có ngày chưa | thứ nào | mùng mấy | which date | which month
        """,
        2: """
            thời gian | thời điểm | thời gian nào | ngày giờ | time and date | date | time | start time |
            date and time | dates
        """,
        1: """
            scheduled | scheduled for |
            bắt đầu | khởi đầu | diễn ra | start | starts | begin | begins | bắt đầu từ | mở đầu lúc
        """,
    },
    Kind.END: {
        3.2: """
            mấy giờ kết thúc | kết thúc lúc mấy giờ | kết thúc lúc nào | khi nào kết thúc | bao giờ kết thúc |
            kết thúc khi nào | mấy giờ xong | khi nào xong | bao giờ xong | xong lúc mấy giờ | mấy giờ tan |
            tan lúc mấy giờ | đến mấy giờ | tới mấy giờ | mấy giờ về | mấy giờ được về | khi nào được về |
            bao giờ được về | mấy giờ hết | hết lúc mấy giờ | bao giờ tan | khi nào tan | kết thúc mấy giờ |
            xong mấy giờ | when does it end | mấy giờ thì xong | mấy giờ thì kết thúc | đến khi nào |
            đến bao giờ | đến ngày nào | tới ngày nào | đến ngày mấy | đến hôm nào | đến hết ngày nào |
            mở đến ngày nào | mở đến khi nào | mở đến mấy giờ | mở cửa đến mấy giờ |
            until what time | till what time | up to what time | till when | until when does | until when do |
            until when is | until when are | until when will | until when does | how late |
            bao lâu thì xong | bao lâu thì hết | hết mấy giờ | tan mấy giờ | hết lúc nào | xong lúc nào |
            hết khi nào | tan khi nào | tan lúc nào | xong khi nào | hết giờ nào |
            bao lâu thì kết thúc | bao lâu thì tan | mấy giờ thì được về | mấy giờ thì về | mấy giờ thì tan |
            mấy giờ thì hết | mấy giờ ra về | mấy giờ được ra về | khi nào thì được về | bao giờ thì được về |
            lúc nào được về | lúc nào thì được về | được về lúc mấy giờ | được về lúc nào | được về khi nào |
            khi nào ra về | bao giờ ra về | ra về lúc mấy giờ |
            when can we leave | when can i leave | what time can we leave | what time can i leave |
            when can we go home | when are we free | when are we done
        """,
        1.5: """
            kết thúc | xong | end | ends | finish | finishes | over | ending | tan họp | giải tán | tan
        """,
    },
    Kind.DURATION: {
        3: """
            nửa ngày hay | cả ngày hay |
            giờ mấy phút | giờ bao nhiêu phút | phòng mấy phút | phòng bao nhiêu phút |
            phòng mấy tiếng | phòng bao lâu |
            dài mấy phút | dài bao nhiêu phút | dài bao lâu | dài mấy tiếng |
            học mấy ngày | học bao lâu | học mấy buổi | học trong mấy ngày | học bao nhiêu ngày | họp mấy ngày |
            họp mấy buổi | họp bao lâu | học mấy hôm |
            kéo dài bao lâu | bao nhiêu phút | bao lâu | mấy phút | mấy tiếng | bao nhiêu tiếng | mất bao lâu |
            trong bao lâu | thời lượng | how long | duration | kéo dài mấy ngày | mấy ngày | bao nhiêu ngày |
            how many days | how many hours | how many minutes | mấy hôm | mấy buổi | trong mấy ngày |
            kéo dài bao nhiêu ngày | kéo dài đến khi nào | mấy tiếng đồng hồ | bao nhiêu buổi |
            diễn ra mấy ngày | diễn ra trong bao lâu | dài bao lâu
        """,
        1.2: """
            kéo dài | last | lasts
        """,
    },
    Kind.TIME_LEFT: {
        3.6: """
            còn bao lâu | bao lâu nữa | còn mấy phút | còn mấy ngày | còn bao nhiêu phút | còn bao nhiêu ngày |
            mấy ngày nữa | mấy phút nữa | còn mấy tiếng | bao nhiêu phút nữa | bao nhiêu ngày nữa |
            còn lâu không | sắp chưa | mấy tiếng nữa | how long until | how much time left | how soon |
            how long till | how many minutes until | how long before | còn lâu nữa không | còn bao lâu nữa |
            bao lâu thì
        """,
    },
    Kind.WHERE: {
        3: """
            học ở đâu | học tại đâu | học chỗ nào | học đâu | họp ở đâu | họp tại đâu | họp chỗ nào |
            ngồi học ở đâu | ngồi học tại đâu | ngồi họp ở đâu |
            qua đâu | qua kênh nào | qua địa chỉ nào | về địa chỉ nào | đến địa chỉ nào | tới địa chỉ nào |
            số mấy đường nào | đường nào số mấy | số nhà mấy | số nhà bao nhiêu | nằm đường nào | nằm trên đường nào |
            ở đâu | ở đường nào | nằm ở đâu | nằm ở đường nào | về đâu | gửi đâu | nộp đâu | gửi về đâu |
            nộp ở đâu | chỗ nào | nơi nào | tại đâu | địa điểm nào | ở chỗ nào | ở nơi nào | where |
            [tổ chức/diễn ra] [tỉnh/thành phố/huyện/xã/phường/nơi/chỗ] nào |
            what place | what venue | đặt ở đâu | đặt tại đâu | chỗ mô | đâu vậy | đâu thế | ở hội trường nào |
            hội trường nào | khách sạn nào |
            cơ sở nào | cơ sở mấy | trụ sở nào | nhà mấy | khu mấy | hội trường mấy | hội trường số mấy |
            cổng nào | cửa nào | sân nào | khu nào | dãy nào | nhà nào | bãi nào | quầy nào | bàn nào | điểm cầu nào |
            which gate | which building | which campus | at which school | in which school | at which hotel |
            in which hotel | which site | which venue | which place | which address | whereabouts |
            ở thôn nào | ở xóm nào | ở ấp nào | ở khu phố nào | ở lớp nào | ở trường nào | tại trường nào | ở bản nào |
            nơi đâu | tổ chức đâu | ở mô | đâu ạ | đâu nhỉ | where is | at which place |
            đi đâu | đến đâu | tới đâu | tới chỗ nào | họp đâu | tỉnh nào tổ chức | tổ chức ở tỉnh nào |
            huyện nào tổ chức |
            xã nào tổ chức | phường nào tổ chức | thành phố nào tổ chức |
            tại tỉnh nào | tại huyện nào |
            tại thành phố nào | ở xã nào | tại xã nào | ở thị trấn nào | ở tỉnh nào | ở huyện nào |
            ở thành phố nào | which city | in which province | in which district | which hall | which hotel
        """,
        2: """
            địa điểm | địa chỉ | vị trí | venue | location | address | nơi tổ chức | nơi họp | chỗ họp
        """,
        1.4: """
            đâu | chỗ
        """,
    },
    Kind.ROOM: {
        3: """
            phòng nào | phòng mấy | phòng số mấy |
            đặt ở phòng nào | đặt tại phòng nào | nằm ở phòng nào | which room | what room |
            phòng bao nhiêu | ở phòng nào |
            phòng họp nào
        """,
    },
    Kind.FLOOR: {
        3.6: """
            lên tầng mấy | lên lầu mấy | trên tầng mấy | lên tầng nào | tầng mấy | tầng nào | lầu mấy | lầu nào |
            which floor | what floor | tầng bao nhiêu | ở tầng mấy
        """,
    },
    Kind.HOW: {
        1.9: """
            văn bản nào | công văn nào | dài tới đâu | dài đến đâu |
            bằng cách nào | như thế nào | thế nào | ra sao | kiểu gì | cách nào | làm sao | how do i | how to |
            how can i
        """,
    },
    Kind.ROUTE: {
        3.2: """
            đi đường nào | đường đi | đi thế nào | đi bằng gì | chỉ đường | how to get | how do i get |
            how can i get | đi đường nào tới | đi như thế nào | đường nào | directions | đi lối nào | cách đi |
            đi kiểu gì
        """,
    },
    Kind.WHO: {
        3: """
            ai | đơn vị nào | cơ quan nào | sở nào | ban nào | tổ nào | phòng ban nào | người nào |
            đồng chí nào | những ai | who | whom | which unit | which department | which office | which agency |
            ai là người | bên nào | bộ phận nào | nhóm nào | tiểu ban nào | đơn vị nào sẽ | phòng nào lo |
            ai sẽ | lực lượng nào | bác sĩ nào | bác sỹ nào | giảng viên nào | diễn giả nào | chuyên gia nào |
            chi bộ nào | chi hội nào | chi đoàn nào | ấp nào | thôn nào | xóm nào | bản nào | khu phố nào | khoa nào |
            lớp nào | khối nào | trường nào | ngành nào | đoàn nào | câu lạc bộ nào | which party cell | which village |
            công ty nào | doanh nghiệp nào | ngân hàng nào | đội nào | hãng nào | câu lạc bộ nào | which company |
            which province | which provinces | which district | which districts | which commune | which communes |
            which ward | which wards | which school | which schools | which company | which companies |
            which committee | which organization | which organisation | which ministry | which authority |
            which delegation | which delegations | which leader | which speaker | which group | which groups |
            which units | which departments | which offices | which agencies | which villages | which party cells |
            which hamlet | which hamlets | which organizations | which organisations | which faculty | which bank |
            which hospital | which club | which subcommittee | which branch | which class |
            giữ chức gì | chức vụ gì | chức danh gì | làm chức gì | giữ chức vụ gì | chức gì |
            which team | which body | những đơn vị nào |
            cấp nào | ông nào | thầy nào | cô nào | em nào | bạn nào | học sinh nào | huyện nào | tỉnh nào | ai đó |
            lãnh đạo nào | vị nào | phối hợp với ai | cùng với ai | tên gì | tên chi | họ tên
        """,
        1.2: """
            phụ trách | chịu trách nhiệm | đảm nhiệm | đảm trách | in charge | in charge of | responsible |
            responsible for | chủ trì | lo | takes care | handles | handle | moderates | moderate |
            moderator | organizes | organises | prepares | heads | leads | runs | manages | oversees |
            is the head of | is head of |
            điều phối | dẫn dắt | thuyết trình | teaches | teach | talks about | talk about | speaks about | presents |
            điều hành | trình bày | dạy | giảng | thực hiện | provides | provide | sends | issues
        """,
    },
    Kind.CHAIR: {
        3.6: """
            ai chủ trì | người chủ trì | chủ trì là ai | do ai chủ trì | who chairs | who is the chair |
            who moderates | who is the moderator | who will moderate |
            chairs the | chủ tọa | chủ toạ | ai [điều hành/điều khiển/chủ tọa] | ai là chủ trì |
            [đơn vị/cơ quan] nào chủ trì | who will chair | who is chairing | who presides
        """,
    },
    Kind.HOST: {
        3.6: """
            đăng cai | chủ nhà | host | hosts | hosting | ai tổ chức | đơn vị nào tổ chức |
            cơ quan nào tổ chức | who organizes | who organises | who hosts | who is hosting |
            who is [/the ][organizer/organiser/organizing/organising/host] | who are the [organizers/organisers/hosts] |
            ban tổ chức là ai | ai đứng ra tổ chức
        """,
    },
    Kind.SIGNER: {
        3.8: """
            ai ký | người ký | ký bởi | ai ký kế hoạch | ai ký văn bản | do ai ký | who signed | who signs | ký tên |
            ai là người ký | signed by | signer | ai ký ban hành | ai đã ký
        """,
    },
    Kind.TASKS: {
        3: """
            [phụ trách/lo/chủ trì/làm/chuẩn bị/phải làm/cần làm/phải chuẩn bị/cần chuẩn bị/đảm nhận/đảm nhiệm/thực hiện/
            giao/được giao/được giao làm/phân công/được phân công/được phân công làm/điều hành/dẫn/chịu]
            [những/các/]
            [gì/việc gì/việc nào/phần gì/phần nào/nội dung gì/nội dung nào/nhiệm vụ gì/nhiệm vụ nào/
            công việc gì/công việc nào/mục nào/khâu nào/mảng nào] |
            nhiệm vụ gì | nói gì | nói chuyên đề gì | nói về gì | phát biểu gì | báo cáo gì | trình bày gì |
            chuyên đề gì | điều hành phiên nào | phụ trách chuyên đề nào | phải làm | nhiệm vụ của |
            nhiệm vụ là gì | có trách nhiệm gì | chịu trách nhiệm gì | tasks of | what does | what should |
            what must | what are the tasks | what tasks | tasks | những việc gì | việc gì |
            phụ trách những chuyên đề nào | đọc phần nào | nói phần nào | trình bày phần nào | trình bày bài nào |
            đọc bài nào | nói bài nào | báo cáo bài nào | what is the responsibility of | responsibilities |
            đóng góp gì | tham gia gì | trình bày đề tài gì | trình bày bài gì | trình bày về gì | báo cáo về gì |
            báo cáo đề tài gì | nói đề tài gì | nói về đề tài gì | giảng bài gì | what does the talk by |
            talks about what | dạy gì | dạy bài nào | dạy những bài nào | giảng bài nào | giảng những bài nào |
            dạy bài gì | dạy phần nào | dạy những gì | dạy chuyên đề nào | phụ trách bài nào | có nhiệm vụ gì |
            có việc gì
        """,
        2: """
            nhiệm vụ | trách nhiệm | phân công | duties | task
        """,
    },
    Kind.DEADLINE: {
        3.4: """
            when must | when should | when do i have to | when do we have to | until when | by which date |
            by what date | by what time |
            hạn | hạn chót | hạn cuối | thời hạn | deadline | trước ngày nào | chậm nhất | chậm nhất ngày nào |
            hạn nào | hạn nộp | hạn gửi | by when | due | due date | hạn là ngày nào | hạn ngày nào |
            hạn khi nào | hạn đến khi nào | hạn mấy giờ | hạn đến bao giờ | trước mấy giờ | hạn chót là |
            thời hạn là | hạn đến ngày nào | xong trước ngày nào | muộn nhất | hoàn thành trước | phải xong |
            trước bao giờ | latest | hoàn thành khi nào | bao giờ phải xong | khi nào phải xong |
            bao giờ phải nộp | hạn cuối cùng | ngày chốt | nộp bao giờ | nộp khi nào | nộp lúc nào |
            nộp ngày nào | trình bao giờ | trình khi nào | trình ngày nào |
            trước ngày mấy | trước hôm nào | trước bữa nào | trước thứ mấy | trước khi nào | trước lúc nào |
            trước tháng mấy | trước mấy h | trễ nhất | xong trước khi nào | trước ngày bao nhiêu | phải nộp trước
        """,
    },
    Kind.ATTENDEES: {
        3.4: """
            thành phần | thành phần tham dự | ai dự | ai tham dự | những ai dự | những ai tham dự |
            ai được mời | nào được mời | những ai được mời |
            ai đến dự | có ai về dự | ai về dự | gồm những ai | gồm ai |
            gồm có ai | khách mời | khách mời gồm những ai | mời những ai | mời ai | có ai dự | who attends |
            who is invited | who will attend | attendees | participants | guest list | who participates |
            ai tham gia | những ai tham gia | đối tượng tham dự | thành phần gồm những ai | có những ai |
            những ai đến dự | ai phải dự | ai đi dự | cử ai đi dự | cử ai | cử những ai | có ai tham dự |
            có ai đến | có ai | who is attending | who can attend | who are the participants | who is coming |
            khách mời là ai | ai sẽ dự | ai sẽ tham dự | những ai sẽ dự | đại biểu nào | những đại biểu nào |
            đại biểu nào tham dự | đại biểu gồm những ai | được mời những ai | mời đơn vị nào |
            mời những khách nào | mời khách nào | mời các khách nào | khách nào được mời | những khách nào |
            cử những thành phần nào | cử thành phần nào | những thành phần nào |
            mời những đơn vị nào | đơn vị nào tham dự | đơn vị nào dự | thành phần dự |
            who [should/must/may/can/will/would/has to/needs to/is to/is supposed to/is expected to/is allowed to]
            [attend/come/join/participate/take part/be there/be present] | who is expected | who comes
        """,
    },
    Kind.MAY_ATTEND: {
        3.8: """
            có được dự | có được tham dự | được dự không | được tham dự không | có được tham gia |
            được tham gia không | có phải dự | có phải đi không | có được mời | được mời không |
            có phải tham dự | có dự không | có tham dự không | có thuộc thành phần | có thuộc diện | có đi không |
            can i attend | may i attend | am i invited | allowed to attend | được đi dự không | có được đi dự |
            có được vào | có cần dự | phải dự không | có được mời dự | có tham gia không | có được đi không |
            có được phép dự | are invited | is invited | can attend | may attend | can i come | invited |
            có mời | có phải cử | có phải cử người | có phải cử người đi | có người đi | có người dự |
            có phải về dự | phải về dự không | có phải đến dự | có phải đi dự | có phải về họp | có phải đi họp |
            có phải đi học | có phải tham gia |
            có người tham dự | có người đi dự | có ai đi | có cần cử | có cần cử người
        """,
    },
    Kind.COUNT: {
        3: """
            bao nhiêu | mấy người | số lượng | tổng số | how many | quy mô | mấy đại biểu | bao nhiêu người |
            bao nhiêu đại biểu | tổng cộng | số đại biểu | how many people | how many delegates | mấy đơn vị |
            mấy vị | mấy bạn | mấy em | mấy lần | bao nhiêu lần | how many times | how often |
            giá nhiêu | nhiêu tiền | nhiêu người | hết nhiêu | total number |
            number of [people/delegates/participants/guests/attendees/members/students/pupils/trainees/speakers/units] |
            số người | mấy | đông không | bao nhiêu đơn vị | how much | mấy tỉnh | mấy điểm | mấy mục |
            tổng bao nhiêu | có bao nhiêu | mỗi ngày bao nhiêu | mỗi ngày được bao nhiêu | một ngày bao nhiêu |
            1 ngày bao nhiêu | một ngày được bao nhiêu | 1 ngày được bao nhiêu
        """,
    },
    Kind.EXISTS: {
        2.2: """
            is there | are there | will there be | do we have | is it | any | có không | do i need |
            provided | served
        """,
        1.6: """
            không
        """,
    },
    Kind.AGENDA: {
        3.3: "mục thứ mấy | phần thứ mấy | tiết mục thứ mấy | nội dung thứ mấy",
        2.6: """
            chương trình | lịch trình | lịch | tiến trình | gồm những gì | gồm những nội dung gì | agenda |
            programme | program | schedule | các mục | những mục nào | toàn bộ chương trình |
            chương trình chi tiết | lịch họp | kịch bản chương trình | nội dung gì | những nội dung gì |
            nội dung chương trình | chương trình làm việc | lịch làm việc | có những gì | có những mục nào |
            nội dung gồm | cả chương trình | những hoạt động nào | có những hoạt động gì | các hoạt động |
            những hoạt động gì | lịch sự kiện | full agenda | các nội dung | gồm mấy phần | trình tự |
            timeline | có những nội dung gì | có những nội dung nào | những phần nào | những phiên nào |
            các phiên | những nội dung nào | nội dung [chính/chủ yếu/trọng tâm] [là gì/gồm gì/gồm những gì/ra sao/] |
            nội dung [của /][hội nghị/đại hội/hội thảo/buổi lễ/cuộc họp/lớp] [là gì/gồm gì/gồm những gì/ra sao]
        """,
        1.2: """
            nội dung | học gì | có gì | những gì | hoạt động gì | có hoạt động gì | làm gì | what is on |
            what happens | what takes place |
            what's on | gồm
        """,
    },
    Kind.NOW: {
        3.6: """
            đang diễn ra | đang có hoạt động | đang [làm/nói/có] gì | giờ là gì | [giờ /][tới/đến] gì | giờ đang |
            bây giờ | lúc này | hiện tại | hiện đang | đang là mục | đang trình bày | ai đang [phát biểu/nói] |
            [đang /làm /diễn ra /][tới/đến] đâu | [tới/đến] đâu rồi | đang ở đâu rồi | đang học bài nào |
            [giờ /đang /][tới/đến] [phần/phiên/mục/đoạn/khúc/bài/nội dung/tiết mục/chuyên đề] [nào/gì/mấy] |
            [giờ /đang ]là [phần/phiên/mục/đoạn/bài/nội dung/tiết mục] [nào/gì/mấy] |
            đang [ở /][phần/phiên/mục/đoạn/khúc/bài/nội dung/tiết mục] [nào/gì/mấy] | ở [đoạn/khúc] nào |
            [đến phần/ở đoạn] nào rồi |
            right now | currently | at the moment | what is happening | happening now | going on
        """,
        3.2: """
            giờ này
        """,
        2: """
            now | đang
        """,
    },
    Kind.NEXT: {
        3.6: """
            tiếp theo | kế tiếp | sắp tới | sắp diễn ra | next | what comes next | what is next | phần sau |
            sau đây [là/có/làm/đến/tới] gì | sau đây là [mục/phần/nội dung] [gì/nào] |
            sau đó là | lát nữa | tiếp đó | tí nữa | chút nữa | mục tiếp | phần tiếp | coming up | rồi đến gì |
            sắp đến phần nào | sau đó | upcoming | tiếp đến | kế đến | phần kế | lúc nữa |
            kế đó | rồi đến ai | rồi tới ai | rồi ai | đến lượt ai | tới lượt ai | tiếp sau | xong rồi tới |
            còn phần nào | còn gì nữa | còn mục nào | còn nội dung nào |
            họp lại | học lại | làm việc lại | vào lại | bắt đầu lại | họp tiếp | học tiếp | làm việc tiếp
        """,
    },
    Kind.FIRST: {
        3: """
            đầu tiên | mở đầu | mục đầu | phần đầu | first | bắt đầu bằng gì |
            bắt đầu bằng phần gì | bắt đầu bằng phần nào | bắt đầu với phần nào | mở đầu là gì |
            mở đầu bằng | tiết mục đầu
        """,
    },
    Kind.LAST: {
        3: """
            cuối cùng | mục cuối | phần cuối | cuối buổi | cuối chương trình |
            last item | final | final item | last session |
            kết thúc bằng gì | sau cùng | last
        """,
    },
    Kind.DOC_NUMBER: {
        3.6: """
            kế hoạch số mấy | số kế hoạch | số văn bản | văn bản số mấy | số hiệu | kế hoạch số bao nhiêu |
            document number | số hiệu văn bản | số bao nhiêu | số của kế hoạch | plan number | ký hiệu
        """,
    },
    Kind.DOC_DATE: {
        3.6: """
            kế hoạch ban hành ngày nào | ban hành ngày nào | ban hành khi nào | kế hoạch ký ngày nào |
            ký ngày nào | ngày ban hành | ngày ký | when was the plan issued | kế hoạch ra ngày nào |
            kế hoạch ban hành khi nào | văn bản ban hành ngày nào | kế hoạch này ngày nào
        """,
    },
    Kind.ISSUER: {
        3.8: """
            ai ban hành | cơ quan ban hành | ai ban hành kế hoạch | cơ quan nào ban hành | đơn vị nào ban hành |
            who issued | ai ra kế hoạch | kế hoạch của ai | đơn vị nào ban hành kế hoạch |
            cơ quan nào ban hành kế hoạch | issued by | kế hoạch của đơn vị nào | kế hoạch do ai ban hành |
            ban hành kế hoạch
        """,
    },
    Kind.TITLE: {
        3.4: """
            tên hội nghị | tên đầy đủ | hội nghị gì | đại hội gì | hội thảo gì | lễ gì | chủ đề | tên gọi |
            tên là gì | về cái gì | hội nghị về gì | nói về gì | what is the conference about | theme |
            topic of the conference | name of the conference | what conference | về vấn đề gì | sơ kết cái gì |
            tổng kết cái gì | sơ kết gì | tổng kết gì | lần thứ mấy | lần mấy | lần thứ bao nhiêu |
            lần bao nhiêu | khóa mấy | khóa bao nhiêu | nhiệm kỳ nào |
            về gì | về những gì | về nội dung gì | nói chuyện gì |
            về những nội dung gì | bàn về gì | bàn về cái gì | học về cái gì | what is it about | hội nghị này là gì |
            sự kiện gì
        """,
    },
    Kind.PURPOSE: {
        3.4: """
            mục đích | để làm gì | nhằm mục đích gì | tại sao tổ chức | vì sao tổ chức | purpose | aim |
            mục tiêu | objective | objectives | goal | goals | mục tiêu là gì | nhằm làm gì | nhằm gì |
            ý nghĩa | why is | yêu cầu gì | yêu cầu của hội nghị | yêu cầu của đại hội | yêu cầu của kế hoạch |
            yêu cầu của buổi lễ | yêu cầu của việc tổ chức | yêu cầu là gì | yêu cầu tổ chức | mục đích yêu cầu |
            yêu cầu đặt ra | requirements of the conference | yêu cầu chung |
            yêu cầu khi tổ chức | what are the requirements
        """,
    },
    Kind.RECIPIENTS: {
        3.4: """
            nơi nhận | gửi cho những ai | kế hoạch gửi cho ai | kế hoạch gửi đến đâu | recipients |
            kế hoạch gửi những đâu | văn bản gửi đi đâu
        """,
    },
    Kind.FORM: {
        3.4: """
            hình thức | hình thức nào | trực tiếp hay trực tuyến | online hay offline | họp trực tiếp |
            in person | format | hình thức tổ chức | trực tuyến hay trực tiếp | họp kiểu gì
        """,
    },
    Kind.MY_TASKS: {
        4: """
            việc của tôi | nhiệm vụ của tôi | đơn vị tôi phải làm gì | đơn vị mình phải làm gì |
            đơn vị tôi được giao | đơn vị mình được giao | đơn vị em phải làm gì | my tasks | my unit |
            việc của đơn vị mình | đơn vị tôi có nhiệm vụ | việc của đơn vị tôi | nhiệm vụ của đơn vị mình |
            nhiệm vụ của đơn vị tôi | cơ quan tôi phải làm gì | đơn vị mình làm gì | đơn vị tôi làm gì |
            cơ quan mình phải làm gì | phòng tôi phải làm gì
        """,
    },
    Kind.MY_REGISTRATION: {
        4: """
            tôi đã đăng ký chưa | tôi đăng ký chưa | đăng ký của tôi | tôi có trong danh sách | có tên tôi |
            tên tôi có | tên mình có | my registration | am i registered | tôi đã xác nhận chưa | có tên mình |
            em đã đăng ký chưa | mình đã đăng ký chưa | tên em có | đã ghi nhận chưa
        """,
    },
    Kind.MY_SEAT: {
        4: """
            [tôi/mình/em/chúng tôi/chúng em/đoàn tôi/đoàn em/đoàn mình] [/được xếp ] ngồi [ở /]
            [đâu/hàng nào/chỗ nào/ghế nào/bàn nào/hàng ghế nào/hàng mấy/ghế số mấy/bàn số mấy/bàn mấy] |
            [chỗ ngồi/chỗ/ghế/số ghế] của [tôi/mình/em/chúng tôi] | my seat | where do i sit
        """,
    },
    Kind.CHANGES: {
        3.8: """
            thay đổi gì | có gì thay đổi | có thay đổi gì | đổi lịch | có thay đổi không | dời lịch |
            có đổi giờ không | changes | any changes | changed | rescheduled | thay đổi so với | có gì mới |
            có hoãn | hoãn không | hoãn lại | hoãn sang | hoãn đến | tạm hoãn | nghị hoãn |
            điều chỉnh gì | bị hủy | bị hoãn | cancelled | postponed | thay đổi lịch | có lùi giờ không
        """,
    },
    Kind.GREETING: {
        1: """
            xin chào | chào bạn | chào bot | chào ad | hello | hi | hey | good morning | good afternoon | chào |
            alo | chào buổi sáng | chào em | chào anh | chào chị | chào btc | good evening
        """,
    },
    Kind.THANKS: {
        1: """
            cảm ơn | cám ơn | thank you | thanks | tks | thank | cảm ơn nhiều | thanks you | cảm ơn bạn |
            many thanks | thank you very much | cảm ơn ad | cảm ơn bot | tốt quá | ok cảm ơn
        """,
    },
    Kind.HELP: {
        4: """
            bạn làm được gì | bot làm được gì | giúp được gì | hướng dẫn sử dụng | có thể hỏi gì |
            what can you do | help | trợ giúp | hỏi được những gì | bạn là ai | bot là ai | who are you |
            em là ai | bạn biết gì | dùng thế nào | bot này làm gì | bot này làm được gì | how does this work |
            hỏi gì được |
            bạn giúp được gì | cách dùng | sử dụng thế nào | bot biết gì | bot này để làm gì |
            how can you help | what do you know
        """,
    },
}

CUES: tuple[tuple[str, Kind, float], ...] = tuple(
    (phrase, kind, weight)
    for kind, weights in _CUES.items()
    for weight, text in weights.items()
    for phrase in phrases(text)
)
"""Each phrase with the kind of question it speaks for and how loudly."""
