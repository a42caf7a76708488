"""Vocabulary: everyday words of papers in both languages, a pair or a few more to a row.

Kept apart from the thesaurus, whose rows gather what people say for one thing: these are plain translations, so that a
question in one language finds a plan in the other.
"""

from domain.answers.phrases import phrases

_ROWS = """
tổng hợp | compile | collate
trả lại | hoàn trả | trả | return
thu hồi | take back | collect
cấp phát | phát | hand out | distribute
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
truyền hình | television | tv
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
dân tộc thiểu số | ethnic minority
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
kết nối | connect
hợp tác | cooperate | cooperation | collaboration
biên bản ghi nhớ | memorandum | mou
đối tác | partner
quốc tế | international
nước ngoài | foreign | overseas
trung quốc | chinese | china
nhật bản | japanese | japan
hàn quốc | korean | korea
"""


def rows() -> tuple[tuple[str, ...], ...]:
    """The rows, each the words that translate one another."""
    return tuple(phrases(line) for line in _ROWS.splitlines() if line.strip())
