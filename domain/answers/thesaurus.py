"""Vocabulary: ordinary words that say the same, in Vietnamese and English, one row each.

Unlike `concepts`, a row says nothing of what it is: it is looked up only for words that the programme itself never
uses, so that "xuất phát" and "departure" find "khởi hành". Vietnamese entries are mostly of two syllables, because one
alone means too much; English ones stand in their plain form, endings are taken off before they are compared.
"""

from domain.answers.phrases import phrases

_ROWS = """
xuất phát | khởi hành | lên đường | depart | departure | leave | set off | xe chạy
thực địa | thực tế | đi thực tế | field | field trip | field visit | site visit
tham quan | đi tham quan | đi chơi | đi thăm | visit | excursion | sightseeing | tour
ô tô | xe hơi | xe ô tô | oto | car | automobile
xe máy | mô tô | motorbike | motorcycle | scooter
xe đạp | bicycle | bike
xe khách | xe buýt | xe bus | bus | coach | xe 45 chỗ
đi lại | tàu xe | vé máy bay | vé tàu | vé xe | tiền xe | xăng xe | xăng dầu | phương tiện đi lại | travel costs
máy bay | chuyến bay | flight | plane | airplane
tàu hỏa | tàu hoả | ga tàu | train | railway station
sân bay | airport
bến xe | bus station
bến tàu | bến cảng | harbour | pier | port
thuyền | ghe | tàu thuyền | boat
đón | đưa đón | pick up | pickup | shuttle
căn cứ | cơ sở pháp lý | legal basis
trả tiền | chi trả | thanh toán | chịu chi phí | đài thọ | chi phí do | lo chi phí | chịu tiền | pay | paid | cover |
    reimburse
tự túc | tự trả | tự lo | tự chi trả | đài thọ | own expense | at their own cost
hỗ trợ | support | assist | help with
tài trợ | nhà tài trợ | sponsor | sponsorship
hoàn lại | hoàn tiền | hoàn trả | refund
đền bù | bồi thường | compensation
miễn phí | không mất tiền | free | free of charge
giảm giá | được giảm | miễn giảm | discount | reduced
phí | lệ phí | tiền phí | fee | fees | charge
giá | giá tiền | price | cost
tiền | tiền nong | tiền bạc | money | triệu đồng | nghìn đồng | ngàn đồng | vnd
trích từ | trích ra | lấy từ | rút từ | taken from
bục | bục phát biểu | bục nói | podium | lectern
tiền thưởng | mức thưởng | prize money | bonus
giải thưởng | giải | prize | award
học bổng | scholarship | grant
tiền ăn | meal allowance
ăn chay | món chay | cơm chay | vegetarian | vegan
bữa ăn | suất ăn | meal | meals
cơm trưa | ăn trưa | lunch
cơm tối | ăn tối | dinner | supper
ăn sáng | breakfast
đồ uống | nước uống | giải khát | drinks | refreshment | refreshments
rượu bia | rượu | bia | uống rượu | uống bia | uống rượu bia | nhậu | alcohol | beer | wine
đêm | qua đêm | night | overnight
phòng đôi | twin room | double room
phòng đơn | single room
nhà khách | nhà nghỉ | guest house | guesthouse | hostel
ký túc xá | kí túc xá | dormitory
nhận phòng | check in
trả phòng | check out | checkout
chìa khóa | key card
mang | mang theo | đem theo | đem | cầm theo | bring | carry | take along
căn cước | cccd | chứng minh nhân dân | giấy tờ tùy thân | giấy tờ tuỳ thân | id card | identity card |
    identification
hộ chiếu | passport
lực lượng vũ trang | công an | quân đội | bộ đội | armed forces | police officers
ở xa | xa nhà | đường xa | far away | from far | distant
thị thực | visa
laptop | máy tính xách tay | máy tính | notebook | computer
điện thoại thông minh | smartphone
máy ảnh | camera
giày | dép | shoes
mũ | nón | hat | helmet | mũ bảo hiểm
áo mưa | ô dù | raincoat | umbrella
áo khoác | áo ấm | jacket | coat
thuốc | thuốc men | medicine
hồ sơ | giấy tờ | dossier | file | papers | paperwork
đơn đăng ký | phiếu đăng ký | mẫu đăng ký | registration form
phiếu | biểu mẫu | mẫu | form | template
bản giấy | bản in | tài liệu giấy | giấy in | hard copy | printed | on paper | in print | phát giấy
bản mềm | bản điện tử | file mềm | soft copy | electronic copy | electronic
tải | tải về | tải xuống | download
chữ ký | ký tên | signature
con dấu | đóng dấu | stamp | seal
bản sao | photo | photocopy | bản photo | copy
tóm tắt | bản tóm tắt | abstract | summary
toàn văn | bài toàn văn | báo cáo toàn văn | full paper | full text
bản cuối | bản cuối cùng | bản hoàn chỉnh | bản chỉnh sửa | bài sửa | bài sửa cuối cùng | final version |
    camera ready | revised version
bài viết | bài báo | bài gửi | bài | article | manuscript | paper
phản biện | bình duyệt | review | reviewer | peer review
kết quả | result | results | outcome
kỷ yếu | kỉ yếu | proceedings
bài thu hoạch | thu hoạch | viết thu hoạch | essay | reflection
bài trình bày | bài trình chiếu | slide | slides | trình chiếu | powerpoint | ppt | deck
diễn giả | báo cáo viên | người trình bày | tác giả trình bày | giảng viên | speaker | speakers | lecturer | presenter |
    trainer | instructor
bài giảng | giảng bài | lecture
chủ tọa | chủ toạ | chủ tọa đoàn | chair | session chair | chairperson
đoàn chủ tịch | presidium
thư ký | ban thư ký | secretary | secretariat
người dẫn chương trình | dẫn chương trình | mc | master of ceremonies | emcee | host of the show
trọng tài | referee
giám khảo | ban giám khảo | judge | jury
thí sinh | đội thi | contestant | competitor
vận động viên | athlete
tình nguyện viên | thanh niên tình nguyện | volunteer | volunteers
phiên dịch | người dịch | interpreter | translator
học viên | trainee | trainees | người học | learner
sinh viên | student | university student
giáo viên | thầy cô | thầy cô giáo | nhà giáo | teacher
phụ huynh | cha mẹ học sinh | parent | parents
nông dân | farmer | farmers | bà con nông dân
doanh nghiệp | công ty | company | business | enterprise | enterprises | businesses
hợp tác xã | cooperative
hội viên | thành viên hội | member | members
đoàn viên | union member
đảng viên | party member | party members
cổ đông | shareholder | shareholders
khách mời | khách | guest | guests
đại biểu | delegate | delegates | participant
người dân | bà con | nhân dân | residents | villagers | local people | public
bộ đội | lực lượng vũ trang | quân nhân | quân đội | chiến sĩ | soldier | soldiers | armed forces
già làng | trưởng bản | village elder | elder
trưởng đoàn | head of delegation
đoàn đại biểu | đoàn | delegation | delegations
trưởng ban | head of the board | head of committee | board head
thành viên | member
người đại diện | đại diện | representative | representatives
người được ủy quyền | ủy quyền | giấy ủy quyền | proxy | authorization
thay | đi thay | dự thay | thay thế | substitute | replacement | deputise
vắng | vắng mặt | không dự được | không đi được | bận | absent | absence | miss | cannot come
ốm | ốm đau | bị ốm | bị bệnh | đau ốm | sick | ill
trễ | muộn | đến muộn | đi trễ | đến trễ | vào trễ | chậm | late
sớm | early
huỷ | hủy | hủy bỏ | cancel | cancelled | cancellation
hoãn | dời lại | dời | lùi | lùi sang | chuyển sang | chuyển vào | thay bằng | postpone | move | moved
nếu mưa | trời mưa | mưa | mưa to | mưa bão | rain | rainy | wet weather | bad weather | weather
nắng nóng | heat | hot weather
bão | áp thấp | storm | typhoon
ngập | ngập lụt | lũ | lụt | flood | flooded | flooding
mất điện | cúp điện | sự cố điện | power cut | power outage | blackout
máy phát điện | máy phát | máy nổ | generator
sự cố | sự cố kỹ thuật | trục trặc | đường truyền lỗi | lỗi đường truyền | lỗi kỹ thuật | lỗi | hỏng |
    mất kết nối | rớt mạng | hỗ trợ kỹ thuật | kỹ thuật | technical problem | technical support | technical |
    failure | fail | fails | video link fails | breaks down
đường truyền | kết nối | connection | video link | video line | transmission
thử | chạy thử | kiểm tra | test | check
mật khẩu | mã truy cập | password | passcode
đường link | đường dẫn | liên kết | link | url
mã qr | quét mã | qr code | qr
thẻ | thẻ đeo | phù hiệu | badge | name tag
phần mềm | ứng dụng | app | software | application
trang web | web | website | cổng thông tin | trang thông tin | web page | portal
hộp thư | thư điện tử | email | mail | gmail | e-mail
dùng điện thoại | sử dụng điện thoại | bấm điện thoại | nghe điện thoại | xem điện thoại | use phones | use my phone
số máy | điện thoại | số điện thoại | phone | telephone | gọi | gọi điện | call | ring | tel
gửi | nộp | chuyển | send | submit | hand in | turn in | deliver
nhận | tiếp nhận | receive | collect
đăng ký | ghi danh | báo danh sách | register | sign up | enrol | enroll
xác nhận | confirm | confirmation
báo trước | thông báo trước | notify in advance | let know
thông báo | công bố | announce | announcement | publish | publication
in ấn | in giấy | print | printing | prints
phát hành | ban hành | issue | print and send | send out | sends out | print | in và gửi
đường sá | đường xá | đường | road | roads | street
chạy bộ | giải chạy | chạy việt dã | run | race
mời | giấy mời | thư mời | invite | invitation | invitations
ký | ký kết | sign | signing
giao ước | ký giao ước | pledge | emulation pledge
nghị quyết | resolution
tờ trình | submission
biên bản | minutes
bầu | bầu cử | bầu bổ sung | elect | election | vote | voting
biểu quyết | bỏ phiếu | vote | voting | ballot
kiểm phiếu | vote counting | count votes
thông qua | approve | adopt | adoption
báo cáo | report | reports
tham luận | presentation | paper
thảo luận | trao đổi | chia sẻ | discussion | discuss | share | sharing
hỏi đáp | giải đáp | q&a | question time
phát biểu | bài phát biểu | speech | address | remarks
chào mừng | welcome
khai mạc | mở đầu | opening
mở cửa | khai trương | open | opening hours | opened
khu | khu vực | khu trưng bày | area | zone
đồng ruộng | ruộng | field | rice field
bằng tốt nghiệp | bằng | diploma | degree
đủ | enough | sufficient
huy động | vận động | mobilise | mobilize
chi bộ | party cell | party branch
viết | soạn | soạn thảo | biên soạn | dự thảo | write | draft | prepare
biểu diễn | trình diễn | demonstration | demo | demonstrate
đi lại | tiền xe | xăng xe | tiền xăng xe | tàu xe | travel | fuel | transport cost
trưởng ban | head | head of the organizing committee | head of the committee
khen thưởng | giấy khen | bằng khen | tiền thưởng | commendation
giới thiệu | introduce | introduction | present
ra mắt | launch | unveil
kiểm phiếu | kiểm tra phiếu | vote counting | voting software
tư cách đại biểu | thẩm tra tư cách | credentials
văn kiện | political documents
học bổng | scholarship
homestay | nhà dân
tình hình | situation
dự họp | attendance
lễ kỷ niệm | kỷ niệm | anniversary | anniversary ceremony
nhật ký | diary | diaries | logbook | journal
điện tử | electronic | digital | số hóa
bế mạc | closing | close | kết thúc
chào cờ | flag salute | flag ceremony
văn nghệ | biểu diễn | art performance | performance | show | music
múa | nhảy | dance
hát | bài hát | song | singing
trống | đánh trống | drum | drums | beats the drum | beat the drum
kéo cờ | hoist the flag | flag raising
lửa trại | đốt lửa trại | campfire
trò chơi | game | games
thi đấu | thi | cuộc thi | contest | competition | match
bóng đá | football
bóng chuyền | volleyball
kéo co | tug of war
đua thuyền | boat race
triển lãm | trưng bày | exhibition | exhibit | display
gian hàng | quầy hàng | booth | stall | stand
poster | áp phích
chợ | chợ phiên | market | fair | hội chợ
trồng cây | tree planting | plant trees
dâng hương | viếng | thắp hương | incense | wreath | đặt vòng hoa
nghĩa trang | nghĩa trang liệt sĩ | cemetery | martyrs cemetery
đền | đền thờ | temple | shrine
chùa | pagoda
bảo tàng | museum
thư viện | library
công viên | park
quảng trường | square
sân vận động | stadium
nhà văn hóa | nhà văn hoá | cultural house | culture house | community house
trung tâm văn hóa | cultural centre | culture center
trung tâm hội nghị | convention center | conference centre | convention centre
nhà ăn | căn tin | căng tin | canteen | cafeteria | dining hall
nhà hàng | restaurant
hội trường | hall | auditorium
phòng họp | meeting room
phòng máy | computer room
sảnh | lobby | foyer
sân | sân trường | sân khấu | yard | courtyard | stage
cổng | gate | entrance | lối vào
bãi xe | bãi đỗ xe | chỗ đỗ xe | nơi để xe | chỗ để xe | nơi đỗ xe | nơi gửi xe | để xe | đỗ xe | đậu xe |
    gửi xe | parking | park | car park | parking lot
hồ bơi | bể bơi | swimming pool | pool
tầng | lầu | floor | storey
thang máy | elevator | lift
địa chỉ | address
gần | gần đây | ở gần | near | nearby | close by
xa | ở xa | far | distant
đại biểu ở xa | from far away | out of town
trực tuyến | online | dự trực tuyến | qua mạng | từ xa | remotely | virtually
trực tiếp | tại chỗ | in person | face to face | on site
phát trực tiếp | truyền hình trực tiếp | tường thuật | livestream | live broadcast | broadcast live | televised
ghi hình | quay phim | record | recording | film | filming
chụp ảnh | ảnh lưu niệm | group photo | photograph
báo chí | phóng viên | nhà báo | press | reporter | journalist
thông cáo báo chí | press release
tin bài | đưa tin | tuyên truyền | news coverage | publicity
an ninh | trật tự | an ninh trật tự | security | order
giao thông | phân luồng | traffic
y tế | bác sĩ | medical | doctor | first aid
cấp cứu | sơ cứu | emergency
kênh | sóng | kênh truyền hình | channel
tín chỉ | giờ tín chỉ | cme | cập nhật kiến thức y khoa | credit | credits | credit hours | giờ cme
chứng nhận | giấy chứng nhận | chứng chỉ | giấy xác nhận | certificate | certificates
bằng khen | giấy khen | merit | certificate of merit
cờ thi đua | emulation flag
huân chương | medal
danh hiệu | title
khen thưởng | commend | commendation | reward
bình xét | xét chọn | lựa chọn | tuyển chọn | select | selection | shortlist
chấm điểm | bảng chấm điểm | tự chấm điểm | score | scoring | score sheet
tiêu chí | criteria
khảo sát | phiếu khảo sát | survey | questionnaire
góp ý | đóng góp ý kiến | ý kiến góp ý | comment | comments | feedback
kiến nghị | đề xuất | propose | proposal
câu hỏi | question | questions
thời lượng | thời gian trình bày | speaking time
tối đa | không quá | không được quá | nhiều nhất | at most | maximum | limit | up to
tối thiểu | ít nhất | at least | minimum
tổng số | tổng cộng | in total | total | altogether | overall
số lượng | number
danh sách | list | names | name list | participant list
lịch | lịch trình | schedule | timetable
ngày | day | days
tuần | week | weekly | hằng tuần | hàng tuần | mỗi tuần
tháng | month
năm | year
buổi sáng | morning
buổi chiều | afternoon
buổi tối | evening
thứ hai | monday
thứ ba | tuesday
thứ tư | wednesday
thứ năm | thursday
thứ sáu | friday
thứ bảy | saturday
chủ nhật | sunday
kinh phí | ngân sách | budget | funding | fund | funds
tạm ứng | advance payment
quyết toán | settlement | settle accounts
chế độ | định mức | norm | norms
công tác phí | per diem | travel allowance
thù lao | bồi dưỡng | honorarium | remuneration
tài khoản | chuyển khoản | bank account | bank transfer
ủy ban nhân dân | ubnd | people's committee
hội đồng nhân dân | people's council
sở nội vụ | department of home affairs
sở y tế | department of health | health department
sở giáo dục | department of education
sở tài chính | department of finance | finance department
sở nông nghiệp | department of agriculture
công an | police
quân đội | bộ đội | army | military | soldiers
biên phòng | border guard
đoàn thanh niên | thanh niên | youth union | youth | đoàn trường
hội phụ nữ | phụ nữ | women's union | women
hội nông dân | farmers' union
công đoàn | trade union
mặt trận | fatherland front
cựu chiến binh | veterans | veteran
bệnh viện | hospital
trạm y tế | health station | clinic
trường học | nhà trường | school
trường đại học | đại học | university
phường | ward
thôn | bản | ấp | khu phố | tổ dân phố | village | hamlet | neighbourhood
điện lực | power company | electricity company
viễn thông | telecom
đoàn thể | tổ chức chính trị xã hội | mass organisation | mass organization
ban tổ chức | organizers | organising committee | organizing committee | organisers
ban hậu cần | hậu cần | logistics
ban nội dung | nội dung | content
tiểu ban | subcommittee | sub committee | sub-committee | track | panel | sub session | breakout session
nhóm | tổ | group | groups
cụm | khối | cluster | bloc
vệ sinh | dọn vệ sinh | cleaning | clean
trang trí | khánh tiết | decorate | decoration | decor
âm thanh | loa | sound | audio | microphone
ánh sáng | chiếu sáng | lighting | lights
màn hình | máy chiếu | screen | projector
băng rôn | pano | khẩu hiệu | banner
hoa | hoa tươi | flower | flowers
quà | quà tặng | gift | gifts | souvenir
tiêm chủng | tiêm phòng | vaccination
thực phẩm | an toàn thực phẩm | food safety | food
diễn tập | drill | exercise
tập dượt | tổng duyệt | duyệt chương trình | chạy sân khấu | chạy chương trình | rehearsal | rehearse
huấn luyện | tập huấn | training | train
chuyên đề | topic | module
thực hành | practice | practical | hands on
kiểm tra cuối khóa | bài kiểm tra | kiểm tra trắc nghiệm | quiz | final test
ngoại ngữ | tiếng anh | english
tiếng việt | vietnamese
ngôn ngữ | language
dịch | bản dịch | translate | translation
kết luận | conclude | conclusion
tổng kết | review meeting | wrap up
sơ kết | preliminary review | interim review
trù bị | preparatory
chính thức | official | officially
toàn thể | plenary
song song | parallel
chương trình hành động | action programme | action program
phương hướng | nhiệm vụ năm tới | direction | orientation
điều lệ | charter | statute
nhân sự | personnel
hội phí | đóng hội phí | membership fee
tự nguyện | không bắt buộc | voluntary | optional
bắt buộc | mandatory | compulsory | required
được phép | cho phép | allowed | permitted | permission
cấm | không được phép | prohibited | forbidden | banned
trẻ em | con nhỏ | children | kids | child
người thân | người nhà | thân nhân | gia đình | vợ chồng | bố mẹ | cha mẹ | phụ huynh | relatives | family | spouse
thú cưng | chó mèo | pets
hút thuốc | smoke | smoking
mạng xã hội | social media | social network
tập thể dục | thể dục | exercise | morning exercise
giới thiệu sản phẩm | ra mắt sản phẩm | product launch
điển hình | gương điển hình | role model
khánh thành | cắt băng | cắt băng khánh thành | inauguration | ribbon cutting
kho lưu trữ | lưu trữ | archive | archives
phóng sự | chiếu phim | chiếu phóng sự | phim tư liệu | screening | film screening | documentary
trại sinh | camper | campers
thuyết trình | pitch | pitching
nghỉ hưu | về hưu | hưu trí | retired | retirement
tri ân | tribute | gratitude
ban giám đốc | ban tổng giám đốc | ban lãnh đạo | management
kết nối | network | networking | matching
giao thương | business matching
chụp ảnh | chụp hình | chụp hình lưu niệm | take photos | group photo
khuyết tật | người khuyết tật | xe lăn | disabled | wheelchair | disability
"""


def rows() -> tuple[tuple[str, ...], ...]:
    """The rows, each the phrases that say the same; a bar at the end of a line goes on in the next one."""
    return tuple(phrases(line) for line in _ROWS.replace("|\n", "|").splitlines() if line.strip())
