"""Vocabulary: everyday words of papers in both languages, a pair or a few more to a row.

Kept apart from the thesaurus, whose rows gather what people say for one thing: these are plain translations, so that a
question in one language finds a plan in the other.
"""

from domain.answers import glossary
from domain.answers.phrases import phrases

_ROWS = """
điểm cầu | remote site | remote sites | remote location | remote locations | remote point | remote points | site | sites
tổng hợp | compile | collate
điện tử | electronic | electronically | e-voting
trả lại | hoàn trả | trả | return
thu hồi | take back | collect
cấp phát | phát | hand out | handed out | hands out | give out | given out | distribute
chuẩn bị | prepare | preparation
dọn dẹp | clean up | tidy
treo | hang | put up
kê bàn ghế | bàn ghế | tables and chairs | chairs
thuê | rent | hire | rental
mua | buy | purchase
đặt | book | order | reserve
đặt phòng | room booking | book rooms
ký hợp đồng | hợp đồng | contract
chọn | lựa chọn | choose | pick
đón tiếp | receive | reception
hướng dẫn | guide | guidance | instruction
kiểm tra | check | inspect | inspection
theo dõi | monitor | follow up
đánh giá | evaluate | assess | assessment | evaluation
báo cáo tổng kết | final report | summary report
báo cáo tài chính | financial report | financial statement | finances
tài chính | finance | finances | financial
kế toán | accountant | accounting
kiểm toán | audit | auditor
cổ tức | dividend
lợi nhuận | profit
doanh thu | revenue | turnover
cổ phần | cổ phiếu | share | stock
vốn | capital
vay vốn | vay | loan | lend | borrow
lãi suất | interest rate
thuế | tax
đất | đất đai | land
nhà ở | house | housing
quỹ | fund
tài trợ | grant | donate | donation
hiến máu | donate blood | blood donation | blood donor | donor
máu | blood
bệnh nhân | patient
bệnh | disease | illness
dịch bệnh | dịch | epidemic | outbreak
sốt xuất huyết | dengue
phẫu thuật | mổ | surgery | operation
tim | tim mạch | heart | cardiac
não | brain
gan | liver
phổi | lung
ung thư | cancer
tiểu đường | đái tháo đường | diabetes
đột quỵ | stroke
điều dưỡng | nurse | nursing
dược | pharmacy | drug
dinh dưỡng | nutrition
người cao tuổi | elderly | old people
trẻ em mồ côi | mồ côi | orphan
phụ nữ | woman | women
nam giới | đàn ông | men
thanh niên | young people | youth
nông nghiệp | agriculture | farming
nông thôn | rural
lúa | gạo | rice
ngô | maize
cà phê | coffee
chè | trà | tea
hồ tiêu | pepper
cao su | rubber
cam | orange
na | custard apple
rau | vegetable
trái cây | hoa quả | fruit
rừng | forest | forestry
cây | tree
vườn | garden | orchard
cá | fish
tôm | shrimp
thủy sản | thuỷ sản | fishery | fisheries | seafood | aquaculture
chăn nuôi | livestock | animal husbandry
lợn | heo | pig
gà | chicken
bò | trâu | cow | cattle
ong | mật ong | bee | honey
phân bón | fertilizer | fertiliser
giống | seed | variety
vùng trồng | growing area
mã số | code
xuất khẩu | export
nhập khẩu | import
tiêu thụ | sales | sell
sản phẩm | product
bao bì | packaging
nhãn hiệu | thương hiệu | brand
thị trường | market
siêu thị | supermarket
nhà phân phối | distributor
khách hàng | customer | client
đại lý | agent | dealer
nhà đầu tư | investor
đầu tư | investment | invest
dự án | project
khởi nghiệp | startup | start up | entrepreneurship
đổi mới sáng tạo | innovation
chuyển đổi số | digital transformation
trí tuệ nhân tạo | artificial intelligence | machine intelligence
dữ liệu | data
bảo mật | an toàn thông tin | information security
người máy | robot
bán dẫn | semiconductor
vật liệu | material
năng lượng | energy
điện mặt trời | solar
điện gió | wind power
pin | battery
bê tông | concrete
xây dựng | construction | build
cầu | bridge
môi trường | environment
rác | rác thải | waste | garbage
khí hậu | climate
nước mặn | xâm nhập mặn | salinity
thủy lợi | thuỷ lợi | irrigation
đê | đê điều | dyke | levee
hồ chứa | reservoir
cứu hộ | cứu nạn | rescue
chữa cháy | phòng cháy | fire fighting | firefighting | fire drill
an ninh tổ quốc | national security
quân sự | quốc phòng | military | defence
dân quân | militia
biên giới | cửa khẩu | border
tội phạm | crime
ma túy | ma tuý | drugs
giáo dục | education
học kỳ | semester | term
năm học | school year
lớp | lớp học | class
bài học | lesson
bài tập | homework | assignment
đề thi | exam | examination
điểm | điểm số | mark | grade
tốt nghiệp | graduation | graduate
lễ phục | gown | graduation gown
lễ tốt nghiệp | graduation ceremony
thủ khoa | valedictorian | top student
tân sinh viên | freshman
nghiên cứu sinh | phd student
nghiên cứu | research | study
nhà khoa học | scientist
phòng thí nghiệm | laboratory | lab
xuất bản | publish | publishing
tác giả | author
sách | book
báo | tờ báo | newspaper
truyền hình | ti vi | tivi | television | tv
đài phát thanh | radio
phim | phim ngắn | film | short film | movie
video | clip | video clip
ảnh | hình ảnh | picture | photo
âm nhạc | music
ban nhạc | band
ca sĩ | singer
múa lân | lion dance
áo dài | ao dai
dân vũ | folk dance
thể thao | sport | sports
chạy | run
bơi | swim | swimming
cờ vua | chess
bóng bàn | table tennis
cầu lông | badminton
nhạc | song
trang phục dân tộc | trang phục truyền thống | traditional dress | ethnic costume
huy hiệu | insignia | pin badge
huân chương | medal | order
danh sách thí sinh | contestant list
trọng tài | referee
đội | team
đội hình | line up
sân khấu | stage
lều | trại | tent | camp
lửa | fire
nấu ăn | nấu | cook | cooking
món ăn | dish
nguyên liệu | ingredient
tiệc | bữa tiệc | banquet | party
bàn tiệc | dinner table
khách | guest
chủ nhà | host
du lịch | tourism
du khách | tourist | visitor
di sản | di tích | heritage | relic
khảo cổ | archaeology
gốm | gốm sứ | ceramic | pottery
làng nghề | craft village
thủ công | handicraft
văn hóa | văn hoá | culture
tôn giáo | religion
dân tộc thiểu số | người dân tộc thiểu số | người dân tộc | ethnic minority | ethnic minorities
nghèo | hộ nghèo | poor | poor household
chính sách | policy
luật | pháp luật | law
nghị định | decree
quyết định | decision
thông tư | circular
quy chế | regulation
quy định | rule
điều kiện | condition | requirement
tiêu chuẩn | standard | criterion
độ tuổi | tuổi | age
giới tính | gender
quê quán | hometown
chức vụ | position | post
trưởng phòng | head of department | department head
phó giám đốc | deputy director
phó chủ tịch | vice chairman | deputy chairman
tổng giám đốc | general director | ceo
kế toán trưởng | chief accountant
hội đồng quản trị | board of directors
ban kiểm soát | supervisory board
ban giám hiệu | school board
đoàn chủ tọa | presiding board
nhóm trưởng | tổ trưởng | group leader | team leader
trưởng đoàn | head of delegation
trợ lý | assistant
nhân viên | staff | employee
công nhân | worker
lao động | labour | labor
tiền lương | lương | salary
thưởng | bonus
giờ làm việc | giờ hành chính | office hours | working hours
buổi | session
phiên | session
phiên họp | sitting
cuộc họp lần hai | lần thứ hai | lần hai | second meeting
lần thứ nhất | lần đầu | first meeting | first time
tỷ lệ | tỉ lệ | quorum | ratio
thiếu | không đủ | lack | lacking | insufficient
giới hạn | hạn chế | restriction
mở cửa | open
đóng cửa | closed
bắt đầu | start
kết thúc | end
hàng năm | hằng năm | thường niên | annual
hàng tháng | hằng tháng | monthly
hàng ngày | hằng ngày | daily
nửa ngày | half day
cả ngày | full day | whole day | all day
lịch sử | history
kinh nghiệm | bài học kinh nghiệm | lesson | experience
giải pháp | solution
khó khăn | difficulty
kết nối | connect | connected
hợp tác | cooperate | cooperation | collaboration
biên bản ghi nhớ | memorandum | mou
đối tác | partner
quốc tế | international
nước ngoài | foreign | overseas
trung quốc | chinese | china
nhật bản | japanese | japan
hàn quốc | korean | korea
công nhân viên chức lao động | cnvclđ | cnvc-lđ | workers and employees
người lao động | worker
công chức | civil servant
viên chức | public employee | staff
cán bộ | official | cadre | staff
đảng viên | party member
chi bộ | party cell
đảng ủy | đảng uỷ | party committee
đảng bộ | party organization | party organisation
bí thư | party secretary
phó bí thư | deputy secretary
ban chấp hành | bch | executive committee
ban thường vụ | standing board
thường trực | standing
ủy viên | uỷ viên | committee member
hội viên | association member
đoàn viên | union member
công đoàn | trade union
công đoàn cơ sở | cđcs | grassroots trade union | local union
liên đoàn lao động | federation of labour | federation of labor
hội liên hiệp phụ nữ | hội lhpn | hội phụ nữ | women union | women's union
hội nông dân | farmers union | farmers' union
hội cựu chiến binh | ccb | veterans association | veterans' association
cựu chiến binh | veteran
đoàn thanh niên | youth union
mặt trận tổ quốc | mttq | fatherland front
hội đồng nhân dân | hđnd | people's council | people council
tòa án | toà án | court
viện kiểm sát | procuracy
công an | police
bộ đội | quân đội | army | soldiers
sở giáo dục và đào tạo | sở gdđt | department of education and training
sở y tế | department of health
sở nội vụ | department of home affairs
sở tài chính | department of finance
sở xây dựng | department of construction
sở khoa học và công nghệ | department of science and technology
phòng nội vụ | home affairs office
phòng kế hoạch | planning department | planning office
phòng đào tạo | training department | training office
phòng kỹ thuật | technical department
phòng nhân sự | phòng tổ chức nhân sự | human resources | hr department
phòng hành chính | administration | administrative office
phòng kinh doanh | sales department
phòng công tác sinh viên | student affairs
chi cục | sub-department
trung tâm | centre | center
bệnh viện | hospital
trạm y tế | health station | clinic
trường tiểu học | primary school
trường thcs | trung học cơ sở | lower secondary school | middle school
trường thpt | trung học phổ thông | high school | upper secondary school
trường đại học | đại học | university
cao đẳng | college
mầm non | mẫu giáo | kindergarten | preschool
hiệu trưởng | principal | headmaster
hiệu phó | phó hiệu trưởng | vice principal | deputy principal
giáo viên chủ nhiệm | chủ nhiệm lớp | homeroom teacher | class teacher
phụ huynh | cha mẹ học sinh | parent | parents
gặp mặt | gặp gỡ | meet | meeting with
cựu học sinh | cựu sinh viên | former students | former student | alumni | old students
học viên | trainee | learner
giảng viên | lecturer | trainer | instructor
báo cáo viên | speaker | presenter
nghệ nhân | artisan
nông dân | farmer
hợp tác xã | htx | cooperative
doanh nghiệp | enterprise | business | businesses
công ty | company
ngân hàng | bank
nhà máy | factory | plant
cổ đông | shareholder
thành viên | member
già làng | village elder
trưởng thôn | village head
khu phố | quarter | neighbourhood | neighborhood
phường | ward
thị trấn | township
nữ | phụ nữ | female | women | woman

kiểm phiếu | vote counting | count the votes
phiếu bầu | ballot paper
ứng cử viên | ứng viên | candidate
đề cử | nominate | nomination
biểu quyết | show of hands
nhiệm kỳ | term of office
nghị quyết | resolution
hiệp thương | consultation
thảo luận tổ | thảo luận nhóm | group discussion | breakout
thảo luận | discussion | discuss
tham luận | paper | statement
chất vấn | questioning
trả lời | answer | reply | response
giải trình | explanation | explain
kiến nghị | petition | proposal | recommendation
ý kiến | comment | opinion | feedback
góp ý | đóng góp ý kiến | give feedback | comments
thông qua | adopt | adoption | approve
công bố | announce | announcement
ra mắt | introduction of | present the new
tiếp thu | take note
chào cờ | flag salute | salute the flag | national anthem
tuyên bố lý do | statement of purpose
giới thiệu đại biểu | introduce the delegates | introduction of delegates
diễn văn | speech | address
phát biểu chỉ đạo | guiding speech | directive speech
tuyên dương | biểu dương | vinh danh | tôn vinh | honour | honor | commend | commended | honoured | honored
bằng khen | certificate of merit | certificates of merit
giấy khen | commendation
kỷ niệm chương | commemorative medal
cờ thi đua | emulation flag
học bổng | scholarship
quà tặng | gift
giải nhất | first prize
giải nhì | second prize
giải ba | third prize
khuyến khích | consolation
vòng sơ khảo | sơ khảo | preliminary round | preliminary
vòng chung khảo | chung khảo | chung kết | final round | finals | final
thể lệ | contest rules | rules of the contest
giám khảo | judge | jury
thí sinh | contestant
tiết mục | act | performance
chuyên đề | topic | thematic
bài báo cáo | bài trình bày | presentation | talk
tóm tắt | abstract | summary
toàn văn | full paper | full text
kỷ yếu | proceedings | yearbook
phản biện | peer review | reviewer
tạp chí | journal
số từ | word limit | words
cỡ chữ | font size
bài tập nhóm | group work
thực hành | practice | practical | hands on
lý thuyết | theory | theoretical
kiểm tra cuối khóa | final test
tham quan | đi thực tế | khảo sát thực địa | field visit | field trip | site visit | excursion
mô hình | model
đồng ruộng | field | paddy
trang trại | farm
cảng | port | harbour | harbor
khu công nghiệp | industrial park | industrial zone
nhà văn hóa | nhà văn hoá | cultural house | community house
sân vận động | stadium
nhà thi đấu | gymnasium | sports hall
nhà đa năng | multi-purpose hall | multipurpose hall
quảng trường | square
công viên | park
sân trường | schoolyard | school yard
phòng học | classroom | classrooms
lớp học cũ | old classroom | old classrooms
thư viện | library
bảo tàng | museum
nghĩa trang | cemetery
tượng đài | đài tưởng niệm | monument | memorial
dâng hương | offer incense | incense
khách sạn | hotel
nhà khách | guest house | guesthouse
nhà hàng | restaurant
nhà ăn | căng tin | canteen | cafeteria
bến xe | bus station
sân bay | airport
nhà ga | ga tàu | railway station | train station
xe buýt | xe khách | bus
xe đưa đón | shuttle bus | shuttle | transfer
bắt buộc | compulsory | mandatory | obligatory
tự nguyện | tự do | không bắt buộc | optional | voluntary
miễn phí | free of charge | no charge
tự túc | tự trả | tự chi trả | at own expense | pay themselves
chi trả | thanh toán | reimburse | reimbursed | reimbursement
chuyển khoản | bank transfer | transfer the money
số tài khoản | bank account | account number
tạm ứng | advance payment
tiền ăn | meal allowance
tiền công tác | công tác phí | per diem | travel allowance
hỗ trợ | support | subsidy | supported
phần trăm | percent | percentage
hợp lệ | valid
tối thiểu | ít nhất | minimum | at least
tối đa | nhiều nhất | maximum | at most
trẻ em | children | child | kids
máy tính xách tay | laptop
máy tính | computer
máy chiếu | projector
loa | loudspeaker | speakers
màn hình | màn hình led | screen
bảng tên | name board
thẻ đại biểu | badge | name tag
đồng phục | uniform
vest | com lê | suit
căn cước | cccd | căn cước công dân | id card | identity card
hộ chiếu | passport
thị thực | visa
giấy giới thiệu | letter of introduction
giấy triệu tập | giấy mời | thư mời | invitation letter | invitation
phiếu đăng ký | đơn đăng ký | registration form
biên bản | minutes
biểu mẫu | template | form
dự thảo | draft
phụ lục | appendix | annex
bản cứng | bản in | hard copy | printed copy | on paper
bản mềm | bản điện tử | soft copy | electronic copy
chữ ký số | digital signature
chứng nhận | giấy chứng nhận | certificate
chứng chỉ | certification
đào tạo liên tục | cme | continuing medical education
tiết học | tín chỉ | credit | credit hours
buổi sáng | morning session
buổi chiều | afternoon session
vắng mặt | nghỉ học | absent | absence | miss
đến muộn | đi muộn | late
dự thay | thay thế | substitute | replacement
hoãn | postpone | postponed
hủy | huỷ | cancel | cancelled | canceled
trời mưa | mưa | rains | rainy
mưa bão | storm | typhoon
lũ | lũ lụt | flood
khẩu trang | mask
tiêm chủng | vắc xin | vaccine | vaccination
sơ cứu | cấp cứu | first aid | emergency
bảo vệ | security guard | guard
lễ tân | receptionist | usher | ushers
tình nguyện viên | volunteer
phiên dịch | interpreter | translation
ghi hình | quay phim | film | filming | video recording
chụp ảnh | photography | take photos
báo chí | phóng viên | press | journalist | reporter
tuyên truyền | publicity | propaganda
băng rôn | khẩu hiệu | pano | banner
cây xanh | trồng cây | plant trees | tree planting
dọn vệ sinh | cleaning
gian hàng | booth | stall
trưng bày | triển lãm | exhibit | exhibition | display
hội chợ | fair
lửa trại | campfire
cắm trại | hội trại | camping
trò chơi | game | games
kéo co | tug of war
nhảy bao bố | sack race
đua thuyền | boat race | rowing
bóng chuyền | volleyball
bóng đá | football | soccer
cuộc thi | hội thi | contest | competition
đêm hội | đêm giao lưu | gala night
điểm cầu | remote site | remote sites | online site | connected site | connection point
an toàn giao thông | traffic safety | road safety
chủ tịch nước | state president | president
thư | letter
đọc | read | read out
thỏa ước lao động tập thể | thoả ước lao động tập thể | collective agreement | collective labour agreement
đối thoại | dialogue | dialog
nội quy | house rules | school rules
bạo lực học đường | school violence | bullying
thuốc lá điện tử | vaping | electronic cigarette
tệ nạn xã hội | social evils
tổng vệ sinh | general cleaning
trông | trông giữ | look after | looks after | guard
trông xe | giữ xe | guard the motorbikes | guards the motorbikes | look after the motorbikes
chỉ số | index
cải cách hành chính | administrative reform
thủ tục hành chính | administrative procedure
dịch vụ công | public service
phóng sự | phim phóng sự | documentary | reportage | film
điển hình tiên tiến | role model | outstanding example | exemplary
thi đua | emulation
phong trào | movement
tiêu binh | honour guard | honor guard | guard of honour
xe cứu thương | ambulance
lão thành cách mạng | veteran revolutionary | veteran revolutionaries | revolutionary veteran
mẹ việt nam anh hùng | heroic mother | heroic mothers
liệt sĩ | liệt sỹ | martyr | fallen soldier
huân chương lao động | labour medal | labor medal | labour order
điện dự phòng | backup power | standby power
kịch bản | script | scenario
quay số may mắn | lucky draw
bốc thăm | raffle | draw lots
phong bì | bao thơ | envelope
sản xuất kinh doanh | production and business | business results
phúc lợi | welfare
nhà cung cấp | supplier
tỉnh ủy | tỉnh uỷ | provincial party committee
huyện ủy | huyện uỷ | district party committee
đoàn trường | school youth union
khuyến học | study encouragement | study promotion
thanh tra | inspectorate | inspection | inspection board
kích thước | khổ | cỡ | kích cỡ | size | dimensions
tư pháp | justice
công thương | industry and trade
ngoại vụ | foreign affairs
bảo hiểm xã hội | social insurance
việc làm | employment
giảm nghèo | poverty reduction
giải ngân | disbursement | disburse
giải phóng mặt bằng | site clearance | land clearance
quy hoạch | master plan
khởi công | groundbreaking
khánh thành | inauguration | inaugurate
ban chỉ đạo | steering committee
tổ công tác | working group | task force
chuyên gia | expert
chuyên viên | specialist
phân công | assign | assignment
giám sát | supervise | supervision | oversee
thẩm định | appraise | appraisal
phê duyệt | approval
dự toán | cost estimate
phát động | kick off
"""


def rows() -> tuple[tuple[str, ...], ...]:
    """The rows, each the words that translate one another."""
    return tuple(phrases(line) for line in (*_ROWS.splitlines(), *glossary.ROWS.splitlines()) if line.strip())
