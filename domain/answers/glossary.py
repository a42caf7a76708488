"""Vocabulary: translations for what `dictionary` leaves out: bodies and offices, farms, hospitals, schools, ceremonies,
contests, rooms and equipment, and what people do there. The same rows, a pair or a few more each."""

ROWS = """
tập thể | collective | collectives
cá nhân | individual | individuals
gia đình | family | families | household | households
dòng họ | clan | family clan
hộ | household | households
thành tích | achievement | achievements
tiêu biểu | outstanding | exemplary
xuất sắc | excellent | outstanding | best
phân bổ | phân bố | chỉ tiêu | allocate | allocation | quota
tham mưu | advise
đôn đốc | urge | remind
rà soát | review
xử lý | giải quyết | handle | deal with | settle
khắc phục | remedy | fix
triển khai | implement | implementation | roll out
quán triệt | phổ biến | disseminate
vệ sinh | hygiene | sanitation
đề án | scheme
đề tài | chủ đề | topic | theme | subject
nội dung | content | contents
lý lịch | trích ngang | cv | biodata | short cv
phiếu | slip | coupon | voucher
khung | frame
hoa | flower | flowers | bouquet
lẵng hoa | flower basket | baskets of flowers
vòng hoa | wreath
nến | candle
đuốc | torch
củi | firewood | wood
bánh | cake | cakes
nước suối | bottled water
biển báo | biển chỉ dẫn | sign | signs | signboard
cờ | flag | flags
ghế | chair | chairs
bàn | table | tables | desk
hàng ghế đầu | hàng đầu | front row | first row
hành lang | corridor | hallway
cầu thang | stairs | staircase
tòa nhà | toà nhà | khu nhà | building
cơ sở | campus | facility | establishment
khuôn viên | premises | grounds | compound
trụ sở | headquarters | head office
điểm trường | school site | branch school
khoa | faculty | department
bộ môn | subject group | department
đài khí tượng | khí tượng thủy văn | khí tượng thuỷ văn | weather station | meteorological station
bưu điện | post office
viễn thông | vnpt | telecom | telecommunications | telecom company
điện lực | power company | electricity company
kiểm lâm | forest ranger | forest rangers | ranger | rangers
vườn quốc gia | national park | national parks
khuyến nông | agricultural extension
thú y | veterinary
bảo vệ thực vật | plant protection
cảnh sát giao thông | csgt | traffic police
biên phòng | border guard | border guards
quân sự | ban chỉ huy quân sự | military command
dân vận | mass mobilization | mass mobilisation
tuyên giáo | propaganda and education | propaganda department
lao động thương binh và xã hội | labour invalids and social affairs | labour and social affairs
hạ tầng | infrastructure
tài nguyên | natural resources
giao thông vận tải | transport
kế hoạch và đầu tư | planning and investment
thông tin và truyền thông | information and communications
văn hóa thể thao | văn hóa thông tin | culture and information | culture and sports
nông nghiệp và phát triển nông thôn | agriculture and rural development
nông nghiệp và môi trường | agriculture and environment
trao | hand over | hands over | handed over | hand out | present | presents
nêu ý kiến | raise opinions | raise their opinions | raise questions | speak up
đo | measure | measures
thân nhiệt | nhiệt độ | body temperature | temperature
khám bệnh | khám sức khỏe | medical check | health check | medical examination | check-up
cắt băng | cut the ribbon | ribbon cutting | cuts the ribbon
diễu hành | parade | march
đồng diễn | mass performance | group performance | parade | flash mob
bóng bay | thả bóng | balloons | release balloons
bắn nỏ | crossbow | crossbow shooting | crossbow contest
đẩy gậy | stick pushing | stick pushing contest
nhảy sạp | múa sạp | bamboo dance
dân ca | folk song | folk songs | folk singing
ngày hội | lễ hội | hội thi | festival | fair | field day
liên hoan văn nghệ | liên hoan dân ca | liên hoan | arts festival | folk song festival | singing festival
hội thao | sports day | sports festival | sports meet | sports games
hội trại | camp
hội thi | contest | competition
họp mặt | gặp mặt | get-together | get together | gathering | reunion
tọa đàm | toạ đàm | round table | roundtable | talk show | panel discussion | panel | seminar
bàn tròn | roundtable | round table
toàn thể | phiên toàn thể | plenary | plenary session
tiểu ban | subcommittee | sub-committee | subcommittees
song song | parallel
đại biểu chỉ định | chỉ định | appointed | designated
đương nhiên | ex officio
dự khuyết | alternate
bầu | elected
tính lương | hưởng lương | được trả lương | get paid | be paid
phản biện xã hội | social criticism | social counter-argument
cụm | cluster
khối | bloc
cụm trưởng | cluster leader | head of the cluster | cluster head
cụm phó | deputy cluster leader | deputy head of the cluster
đề cương | outline
kiểm điểm | review | self-criticism
báo cáo kiểm điểm | review report
chất lượng | quality
tiến độ | progress
thuyết minh | commentary
phỏng vấn | interview
ghi âm | audio recording
truyền thanh | radio | loudspeaker
vé | ticket | tickets
tiền mặt | cash
hóa đơn | hoá đơn | invoice | receipt
học phí | tuition | tuition fee
suất | slot | slots
cuốn | quyển | bản | copy | copies
áo thun | t-shirt | t-shirts
ba lô | backpack | rucksack
túi | bag
sổ tay | notebook | handbook
xe lăn | wheelchair
người khuyết tật | khuyết tật | disabled | disability | people with disabilities
thoát hiểm | emergency exit | evacuation
cây giống | seedling | seedlings | sapling | saplings
máy bay không người lái | drone | drones | uav
phun thuốc | phun | spray | spraying
gặt | thu hoạch lúa | harvest | harvesting
ủng | boots
găng tay | gloves
áo phao | life jacket | life jackets
nước sạch | clean water
bài dự thi | entry | entries | contest entry
ý tưởng | idea | ideas
sáng kiến | initiative | initiatives
tổ kiểm phiếu | ban kiểm phiếu | teller | tellers | counting committee | vote counting board | counting board
thẻ biểu quyết | phiếu biểu quyết | voting card
hòm phiếu | thùng phiếu | ballot box
thủ tướng | thủ tướng chính phủ | prime minister | pm
chính phủ | government
quốc hội | national assembly
bộ trưởng | minister
thứ trưởng | deputy minister | vice minister
chủ tịch tỉnh | chủ tịch ubnd tỉnh | provincial chairman | chairman of the province
chủ tịch huyện | chủ tịch ubnd huyện | district chairman
chủ tịch xã | chủ tịch ubnd xã | commune chairman
cục trưởng | director general
cục | department | agency
trưởng khoa | dean
trạm trưởng | head of the station
đội trưởng | captain | team captain
chánh văn phòng | chief of office | chief of the office | head of the office
phó trưởng ban | deputy head
người có uy tín | prestigious people | respected people
người nghèo | poor people
gia đình chính sách | policy families | policy family
bà mẹ | mother | mothers
tặng quà | trao quà | give gifts | gifts given
biên soạn | biên tập | compile | edit
duyệt | review | check | vet
chấm | chấm thi | chấm điểm | mark | judge | judging
xếp loại | rank | ranking | classification
bình chọn | vote for | poll
quay lại | tái | return
dựng | lắp đặt | dựng xong | set up | put up | install | erect | build
tháo dỡ | take down | dismantle
hoàn thành | hoàn tất | complete | completed | finish | finished
nộp | gửi | hand in | handed in | turn in | submit | submitted
trình | submit | submitted
cung cấp | supply
sử dụng | use
cho phép | allow | allowed | permit | permitted
cấm | không được | ban | banned | forbidden | prohibited
tắt | tắt máy | turn off | switch off | mute
chức năng | function | feature
đăng ký phát biểu | ask to speak | register to speak | sign up to speak | request to speak | ask for the floor
phát biểu | speak | take the floor
họp trực tuyến | online meeting
mã phòng họp | mã họp | meeting code | meeting id | room code
tài khoản | account
đường dây | phone line
hòa mạng | connect
hướng dẫn | instruct | instructions | guide
điều phối | coordinate | coordination
phối hợp | coordinate | coordinates | cooperate
thành lập | set up | establish | founded
điều chỉnh | adjust | adjustment
bổ sung | thêm | add | added | additional | extra
tăng | increase | increased
giảm | reduce | reduced | decrease
đúng giờ | on time | punctual | punctually
cả hai | both
riêng | separate | separately | own
chung | common | joint | shared
đầu tiên | first
cuối cùng | last
tiền phòng | phòng nghỉ | room charge | room cost | hotel bill | rooms
tiền xe | transport fare | bus fare
trước mặt | in front of
phía sau | cổng sau | back gate | rear gate
cổng chính | main gate | main entrance
cổng phụ | side gate
nhà để xe | garage | bike shed
sân vận động | stadium | sports ground
bể bơi | hồ bơi | swimming pool
hồ | lake
sông | river
biển | sea | beach
đảo | island
núi | mountain
đồi | hill
đồng | field
làng | village
xóm | ấp | thôn | bản | hamlet | village
tổ dân phố | residential group | neighbourhood group | neighborhood group
khu dân cư | residential area
thành phố | city
tỉnh | province | provincial
huyện | district
xã | commune
phường | ward
quận | urban district
khu di tích | di tích lịch sử | historical site | relic site
nhà tưởng niệm | đài tưởng niệm | memorial house
bia | stele
ôn truyền thống | ôn lại truyền thống | review of tradition | tradition review
truyền thống | tradition | traditional
màu | màu sắc | colour | color | colors | colours
trắng | white
xanh | blue | green
đỏ | red
vàng | yellow
đen | black
tím | purple | violet
hồng | pink
dệt may | textile
may | sewing | garment
mộc | carpentry
mây tre đan | bamboo and rattan
chiếu cói | sedge mat | sedge mats
bưởi | pomelo | grapefruit
xoài | mango
dừa | coconut
chuối | banana
sầu riêng | durian
vải | lychee
nhãn | longan
thanh long | dragon fruit
khoai | potato
sắn | cassava
mía | sugar cane | sugarcane
hoa màu | crop | crops
cây trồng | crop | crops
sâu bệnh | pest | pests
thuốc trừ sâu | pesticide
thức ăn chăn nuôi | feed
nước tưới | irrigation water
giống lúa | rice variety | rice seed
vụ | mùa vụ | season | crop season
ruộng | field | paddy field | rice field
nông sản | farm produce | agricultural products | agricultural produce
an toàn thực phẩm | food safety
truy xuất nguồn gốc | traceability | origin tracing
thương mại | trade | commerce
thương mại điện tử | e-commerce | ecommerce
xúc tiến | promotion
xúc tiến thương mại | trade promotion
xúc tiến đầu tư | investment promotion
ký kết | sign | signing
bản ghi nhớ | biên bản ghi nhớ | memorandum | memorandum of understanding | mou
thỏa thuận | thoả thuận | agreement
thu mua | bao tiêu | purchase | buying | buy up
gọi vốn | raise capital | fundraising
vận động quyên góp | ủng hộ | quyên góp | donate | donation | donations | contribute
quỹ khuyến học | scholarship fund | study fund
người bệnh | patient | patients
an toàn người bệnh | patient safety
gây mê | gây mê hồi sức | anaesthesia | anesthesia
hồi sức | intensive care
nhi | nhi khoa | paediatrics | pediatrics | children's
sản | sản khoa | obstetrics | maternity
ngoại | ngoại khoa | surgery
nội | nội khoa | internal medicine
kháng sinh | antibiotic | antibiotics
kháng kháng sinh | antibiotic resistance | antimicrobial resistance
suy tim | heart failure
tăng huyết áp | hypertension | high blood pressure
nội soi | endoscopy | endoscopic | laparoscopic
chẩn đoán hình ảnh | imaging | radiology
xét nghiệm | laboratory | lab test | tests
nhiễm khuẩn | infection
kiểm soát | control
kiểm soát nhiễm khuẩn | infection control
buồng phòng | dọn phòng | housekeeping
dân số | population
kế hoạch hóa gia đình | family planning
y học cổ truyền | traditional medicine
răng | nha khoa | dental
mắt | nhãn khoa | eye
tâm thần | mental health
phục hồi chức năng | rehabilitation
kỹ năng | skill | skills
kỹ năng sống | life skills
khai giảng | school opening | opening of the school year
tổng kết năm học | end of year | school year review
sơ kết | tổng kết | review | summary
học sinh giỏi | excellent students | top students | gifted students
giáo viên giỏi | excellent teacher | excellent teachers
tiếng anh | english
tiếng việt | vietnamese
toán | math | maths | mathematics
ngữ văn | literature
tin học | computer science | ict | informatics
thể dục | exercise | physical education | gymnastics
nhận xét | comment | comments
ban đại diện | ban đại diện cha mẹ học sinh | parents' board | parent board | parents board
thu chi | khoản thu | income and spending | collections
bảo hiểm | insurance
tín dụng | credit | lending
in ấn | in | print | printed
tiếp nhận | receive | accept
trực tiếp | direct | directly | in person
bảo hiểm y tế | health insurance
bảo hiểm thân thể | accident insurance
lì xì | lucky money
mừng thọ | longevity
tết | lunar new year | tet
trung thu | mid-autumn
quốc khánh | national day
ngày nhà giáo | teachers' day | teachers day
nhà giáo | teachers | educators
giải phóng | liberation
thành lập ngành | founding
chiến thắng | victory
thành lập | foundation | founding
tri ân | gratitude
thương binh | war invalid | wounded soldier | wounded soldiers
"""
