"""Regional and spoken Vietnamese brought to the written words, each by where it stands: "phòng mô" is "phòng nào".

One table for the North Centre (Nghệ Tĩnh, Huế), the South and plain talk. A row says what is said, behind which words,
before which words, and what is meant; the first row that fits counts. A stroke parts words of which any may stand
there, `^` is the beginning of a sentence, `$` its end, "=" leaves the word as it is. What the programme itself writes
with the word beside it is left alone ("quy mô").
"""

import re
from dataclasses import dataclass

from domain.answers.index import Index
from domain.answers.normalise import key
from domain.answers.phrases import words_in

_ENDING = "$ rứa rua vậy vay rồi nữa hè he hỉ hi hí không ko khong hông nhỉ nhi ạ a ta mà ri đó hả ha á zậy z v"

_TABLE = f"""
mô | | hình tả tô phỏng men đun | =
mô | quy | | =
mô | ở tại đi về ra vào vô tới đến lên xuống qua nằm ngồi họp gửi gởi nộp đặt đứng đậu đỗ từ ^ | | đâu
mô | | | nào
mo | o | {_ENDING} hop hoc to dien | đâu
mo | khi luc hoi | | nào
mo | bua cho noi phong ngay huyen xa ban so to | {_ENDING} hop hoc du di toi nop gui ve lo | nào
chi | | bộ phí hội đoàn cục nhánh tiết trả tiền thưởng tiêu ngân viện ủy uỷ đội hộ thu cho bo phi hoi doan cuc \
    nhanh tiet tra tien thuong tieu | =
chi | làm mần có những mấy cái cấy mang đem nói là việc chuyện phần mục mặc cần gồm tặng quà tên bài thêm điều \
    đồ về bằng vì nghị thảo giấy hỏi báo diễn dụng định theo | | gì
chi | lam man mang dem noi viec gom tang ve theo | {_ENDING} | gì
chi | | rứa hè hỉ hí nữa nớ | gì
chi | thu mức khoản nguồn | | =
chi | ăn uống trao nhận bàn nghe xem diễn tập xin phát | {_ENDING} | gì
răng | | hàm miệng khôn sữa | =
như răng | | | thế nào
răng | | | sao
rang | ra lam man vi | | sao
rứa | | | vậy
rua | gi chi mo nao ai rang dau nhieu the may gio ngay hop hoc | | vậy
như ri | | | như vậy
ri | gì chi mô nào răng | {_ENDING} | vậy
ri | | $ | vậy
bay | rứa rua vậy hè hỉ | $ | ạ
o | mấy các hỏi nhờ ^ | ơi nớ ni | cô
mệ | | | cụ
thơ | | mời kí ký | thư
chót | hạn giờ | | =
chót | lần ngày hôm bữa mục phần tiết bài phiên tập buổi đoàn | | cuối
sau/rốt chót | | | sau cùng
lận/đa/heng/há/cà/nghen/nghe | | $ | ạ
anh/chị/chú/cô/bác hai/ba/tư/năm/sáu/bảy/tám/út | | $ | ạ
nơi/chỗ ăn chốn/chỗ ở/ngủ | | | nơi ăn nghỉ
hết trơn/ráo/trọi | | | hết
mướn | | | thuê
ráp | | chương | duyệt
trạm xá | | | trạm y tế
nhà thương | | | bệnh viện
hè | nghỉ mùa kỳ kì dịp trại học khóa khoá trị hội mừng | $ | =
hè/hỉ/hầy/hí/hén/nờ | | $ | nhỉ
he/hi | rua chi mo nao rang | $ | nhỉ
nớ | | | đó
tê | bữa bựa hôm ngày | | kia
tê | bên đằng đàng phía | | kia
hôm/bữa/bựa/ngày/hom/bua ni | | | hôm nay
bữa/bựa/bua nay | | | hôm nay
bữa/bựa/bua mai | | | ngày mai
bữa/bựa qua | | $ đã có thì họp | hôm qua
bữa/bựa tê/kia | | | hôm kia
bữa/bựa nớ/đó/ấy | | | hôm đó
hổm | | | hôm đó
ni | sáng trưa chiều tối đêm năm từ sang trua chieu toi dem nam | | nay
ni | | | này
mấy bữa/bựa | ăn dùng đãi nấu cơm | | =
mấy bữa/bựa | | ăn cơm tiệc | =
mấy bữa/bựa | | | mấy ngày
bữa | ăn dùng đãi nấu từng | | =
bữa | | ăn cơm tiệc sáng trưa chiều tối phụ chính nhậu cỗ liên | =
bữa/bựa | | | hôm
bây/bi/giờ/bay/bi chừ/giừ/dừ | | | bây giờ
chừ | | | bây giờ
giừ | | | giờ
mấy | ^ bữa bựa của cho để bên nhờ và chở đón đưa rước hôm thì bọn | anh chị cô chú bác cụ ông bà cháu thầy | các
tụi/bọn tui/tôi/choa/này/ni/mình | | | chúng tôi
tụi/bọn em/con/cháu | | | chúng em
tụi/bọn/sắp/đám nhỏ | | | các em
choa | | | chúng tôi
tui | | | tôi
ổng | | | ông ấy
bả | | | bà ấy
vô | | tuyến địch cùng hiệu danh hình vi cơ cớ tư số sản song | =
vô/zô/dzô | | | vào
mần | | | làm
gởi | | | gửi
nhứt | | | nhất
thiệt | | hại thòi | =
thiệt | | | thật
coi | | thi như trọng | =
coi | | xe trẻ đồ giữ | trông
coi | | | xem
kiếm | | | tìm
xài | | | dùng
kêu | | gọi | =
kêu | | | gọi
rước | | kiệu đuốc dâu ảnh đèn cờ cộ lễ | =
rước | | | đón
lẹ | | | nhanh
trển | | | trên đó
bển | | | bên đó
chớ/chơ | | có | =
chớ/chơ | | | chứ
nỏ/hổng | | | không
hỏng | | có biết được phải thấy hiểu | không
chánh | | án tả niệm trực nghĩa văn | =
chánh | | | chính
nầy | | | này
bịnh | | | bệnh
nhơn | | | nhân
dìa | | | về
đặng | | | để
nhut | cham tre muon som thu it nhieu | | nhất
cấy | | | cái
trửa | | | giữa
nhiêu | bao | | =
bi/bây nhiêu | | | bao nhiêu
nhiêu | | | bao nhiêu
khúc | | nào mô | phần
ăn vận/bận/mặc | | | mặc
tiền nong/nôi/bạc | | | tiền
dậy | thức ngủ ngồi đứng sớm báo | | =
dậy/dị/zị/dzị/vầy/vạy/vây/zậy/dzậy | | $ | vậy
hum nay | | | hôm nay
thi/thì đấu/dau | | ở tại o tai trên tren | diễn ra
đánh/danh/đấu/chơi/choi | | ở tại o | diễn ra"""


@dataclass(frozen=True, slots=True)
class _Row:
    """What is said and what is meant; None for a side that does not matter."""

    said: tuple[frozenset[str], ...]
    behind: frozenset[str] | None
    before: frozenset[str] | None
    meant: str | None


def _rows() -> dict[str, tuple[_Row, ...]]:
    """The rows by their first word, in the order of the table."""
    found: dict[str, list[_Row]] = {}
    for line in _TABLE.strip().splitlines():
        said, behind, before, meant = (column.strip() for column in line.split("|"))
        words = tuple(frozenset(word.split("/")) for word in said.split())
        row = _Row(words, words_in(behind) or None, words_in(before) or None, None if meant == "=" else meant)
        for first in words[0]:
            found.setdefault(first, []).append(row)
    return {first: tuple(rows) for first, rows in found.items()}


_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.,;:?!…)\n]")
_ROWS = _rows()


def standard(text: str, index: Index) -> str:
    """The text with spoken words written as they are meant."""
    found = list(_WORD.finditer(text))
    words = [match[0].casefold() for match in found]
    if _ROWS.keys().isdisjoint(words):
        return text
    pieces, done, place = [], 0, 0
    while place < len(words):
        row = _fitting(text, found, words, place, index)
        length = len(row.said) if row else 1
        if row and row.meant is not None:
            pieces += [text[done : found[place].start()], _as_typed(row.meant, found[place][0])]
            done = found[place + length - 1].end()
        place += length
    return "".join([*pieces, text[done:]])


def _fitting(text: str, found: list[re.Match[str]], words: list[str], place: int, index: Index) -> _Row | None:
    """The first row that fits the words here; None where none does or the programme says just so."""
    rows = _ROWS.get(words[place])
    if not rows:
        return None
    begins = place == 0 or bool(_SENTENCE_END.search(text, found[place - 1].end(), found[place].start()))
    for row in rows:
        last = place + len(row.said)
        if last > len(words) or not all(word in said for word, said in zip(words[place:last], row.said, strict=True)):
            continue
        if _of_the_programme(words, place, last, index):
            return None
        ends = last == len(words) or bool(_SENTENCE_END.search(text, found[last - 1].end(), found[last].start()))
        behind = "^" if begins else words[place - 1]
        before = "$" if ends else words[last]
        if (row.behind is None or behind in row.behind) and (row.before is None or before in row.before):
            return row
    return None


def _of_the_programme(words: list[str], place: int, last: int, index: Index) -> bool:
    """Whether the programme writes these words, with these marks, beside the same neighbour."""
    beside = (words[place - 1 : place + 1] if place else [], words[last - 1 : last + 1])
    return any(
        len(pair) == 2 and (pair[0], pair[1]) in index.written.get((key(pair[0]), key(pair[1])), ()) for pair in beside
    )


def _as_typed(meant: str, typed: str) -> str:
    """In capitals what was typed in capitals."""
    if len(typed) > 1 and typed.isupper():
        return meant.upper()
    return meant[:1].upper() + meant[1:] if typed[0].isupper() else meant
