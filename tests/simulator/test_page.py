"""The page in a real browser, with a parrot for a bot: what people see, press, type, and how it lies on a phone."""

import importlib.util
import io
import os
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar
from urllib.parse import urlsplit

import aiohttp
import pytest
import segno

from simulator.arguments import Arguments
from simulator.faults import FaultKind
from simulator.server import Server
from simulator.stage import InProcessStage, RunningBot, Stage, Wires
from simulator.website import PAGE, SHOW, Show

HERE = Path(__file__).parent
Test = TypeVar("Test", bound=Callable[..., Any])
NARROW = {"width": 390, "height": 844}
FIRST = "#phones > :nth-child(1)"
SECOND = "#phones > :nth-child(2)"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


browser = load("browser")


def needs_browser(test: Test) -> Test:
    """A test that is left out where no browser is, but fails where CI should have installed one."""
    absent = browser.BINARY is None and os.environ.get("CI") != "true"
    return pytest.mark.browser(pytest.mark.skipif(absent, reason="chromium is not installed")(test))


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A stage with a parrot and three people, its server, and a browser that has the page open."""

    stage: InProcessStage
    server: Server
    page: Any

    async def open(self, **window: Any) -> None:
        await self.page.open(self.server.url, **window)

    async def sees(self, phone: str, words: str) -> None:
        """Wait until a phone's chat shows the words."""
        await self.page.until(f"document.querySelector('{phone} .messages').innerText.includes({words!r})")

    async def texts(self, phone: str) -> list[str]:
        """The texts of the messages in a phone."""
        found: list[str] = await self.page.value(
            f"[...document.querySelectorAll('{phone} .message .text')].map(node => node.innerText)"
        )
        return found

    async def focus(self) -> str:
        """What has the focus, by its classes or its name."""
        script = "document.activeElement.className || document.activeElement.id || document.activeElement.tagName"
        return str(await self.page.value(script))


def build(wires: Wires) -> RunningBot:
    bot: RunningBot = load("parrot").build(wires)
    return bot


@pytest.fixture
async def stage() -> AsyncIterator[InProcessStage]:
    async with Stage.in_process(build, speed=1.0) as stage:
        for key, name in (("an", "Nguyễn Văn An"), ("ha", "Hoàng Thu Hà"), ("panh", "Lò Văn Pánh")):
            stage.person(name, key=key)
        yield stage


@pytest.fixture
async def server(stage: InProcessStage) -> AsyncIterator[Server]:
    server = Server(stage.engine)
    people = stage.people
    roles = {people["an"].id: "delegate", people["ha"].id: "organizer", people["panh"].id: "unit"}
    later = stage.clock.now() + timedelta(minutes=15)

    async def next_reminder() -> datetime | None:
        return later if stage.clock.now() < later else None

    server.app[SHOW] = Show([person.id for person in people.values()], roles, next_reminder)
    async with server:
        yield server


@pytest.fixture(scope="module")
def devtools() -> Iterator[str]:
    with browser.chromium() as address:
        yield address


@pytest.fixture
async def rehearsal(stage: InProcessStage, server: Server, devtools: str) -> AsyncIterator[Rehearsal]:
    async with browser.opened(devtools) as page:
        yield Rehearsal(stage, server, page)


@needs_browser
async def test_the_page_loads_without_a_complaint_and_asks_nobody_outside(rehearsal: Rehearsal) -> None:
    await rehearsal.stage.people["an"].starts()
    await rehearsal.open()
    await rehearsal.sees(FIRST, "Chào, mã trống")
    assert rehearsal.page.complaints == []
    assert {urlsplit(url).netloc for url in rehearsal.page.requests} == {urlsplit(rehearsal.server.url).netloc}


@needs_browser
async def test_three_phones_name_their_people_and_roles(rehearsal: Rehearsal) -> None:
    await rehearsal.open()
    script = "[...document.querySelectorAll('.phone')].map(phone => phone.getAttribute('aria-label'))"
    assert await rehearsal.page.value(script) == [
        "Điện thoại của Nguyễn Văn An, Đại biểu",
        "Điện thoại của Hoàng Thu Hà, Ban tổ chức",
        "Điện thoại của Lò Văn Pánh, Đơn vị",
    ]


@needs_browser
async def test_a_typed_question_is_answered_in_the_chat(rehearsal: Rehearsal) -> None:
    await rehearsal.open()
    await rehearsal.page.click(f"{FIRST} textarea")
    await rehearsal.page.type("mấy giờ khai mạc?")
    await rehearsal.page.click(f"{FIRST} .send")
    await rehearsal.sees(FIRST, "Nhắc lại: mấy giờ khai mạc?")
    assert await rehearsal.texts(FIRST) == ["mấy giờ khai mạc?", "Nhắc lại: mấy giờ khai mạc?"]
    assert await rehearsal.texts(SECOND) == []


@needs_browser
async def test_a_pressed_button_shows_the_toast_and_the_edited_message(rehearsal: Rehearsal) -> None:
    await rehearsal.stage.people["an"].starts()
    await rehearsal.open()
    await rehearsal.sees(FIRST, "Xanh")
    await rehearsal.page.click(f"{FIRST} .inline .key")
    await rehearsal.sees(FIRST, "Màu xanh")
    await rehearsal.page.until(f"document.querySelector('{FIRST} .toast').innerText === 'Đã ghi'")
    await rehearsal.sees(FIRST, "đã sửa")
    assert await rehearsal.texts(FIRST) == ["/start", "Màu xanh"]


@needs_browser
async def test_the_keyboard_alone_starts_asks_and_presses(rehearsal: Rehearsal) -> None:
    await rehearsal.open()
    page = rehearsal.page
    await page.value(f"document.querySelector('{FIRST} select').focus()")
    for expected in ("messages empty", "BUTTON"):
        await page.key("Tab")
        assert await rehearsal.focus() == expected
    await page.key("Enter")
    await rehearsal.sees(FIRST, "Chào, mã trống")
    await page.value(f"document.querySelector('{FIRST} .messages').focus()")
    await page.key("Tab")
    await page.key("Tab")  # past the command /start in the own message
    assert await rehearsal.focus() == "key "
    await page.key("Enter")
    await rehearsal.sees(FIRST, "Màu xanh")
    await page.until("document.activeElement.classList.contains('messages')")  # the button went, the focus stayed near
    for _ in range(3):
        await page.key("Tab")
    assert await page.value("document.activeElement.tagName") == "TEXTAREA"
    await page.type("dòng một")
    await page.key("Enter", shift=True)
    await page.type("dòng hai")
    await page.key("Enter")
    await rehearsal.sees(FIRST, "Nhắc lại: dòng một")
    assert (await rehearsal.texts(FIRST))[-1] == "Nhắc lại: dòng một\ndòng hai"


@needs_browser
async def test_a_focused_control_is_outlined(rehearsal: Rehearsal) -> None:
    await rehearsal.open()
    await rehearsal.page.key("Tab")
    await rehearsal.page.key("Tab")
    outline = await rehearsal.page.value("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


@needs_browser
@pytest.mark.parametrize("width", [320, 390, 768, 1024])
async def test_no_width_makes_the_page_scroll_sideways(rehearsal: Rehearsal, width: int) -> None:
    await rehearsal.stage.people["an"].says("một-từ-dài-không-có-chỗ-ngắt-" * 20)
    await rehearsal.open(width=width, height=844)
    await rehearsal.sees(FIRST, "Nhắc lại")
    script = "[document.documentElement, document.body, document.querySelector('.messages')]"
    assert await rehearsal.page.value(f"{script}.filter(node => node.scrollWidth > node.clientWidth).length") == 0


@needs_browser
async def test_tabs_turn_to_one_phone_at_a_time_and_count_what_is_unread(rehearsal: Rehearsal) -> None:
    await rehearsal.open(**NARROW)
    page = rehearsal.page
    await rehearsal.stage.people["ha"].says("xin chào")
    await page.until("document.querySelectorAll('.tab .badge')[1].innerText === '1'")
    await page.click(".tab:nth-child(2)")
    await page.until("document.querySelectorAll('.tab .badge')[1].hidden")
    assert await page.value(f"Math.round(document.querySelector('{SECOND}').getBoundingClientRect().x)") == 0


@needs_browser
async def test_markup_in_names_and_messages_stays_text(rehearsal: Rehearsal) -> None:
    nasty = "<img src=x onerror=alert(1)>&amp;"
    person = rehearsal.stage.person(nasty, key="nasty")
    await person.says(f"{nasty} <script>document.title = 'broken'</script>")
    await rehearsal.open()
    await rehearsal.page.value(
        f"(pick => {{ pick.value = {person.id}; pick.dispatchEvent(new Event('change')) }})"
        f"(document.querySelector('{FIRST} select'))"
    )
    await rehearsal.sees(FIRST, "Nhắc lại")
    said = f"{nasty} <script>document.title = 'broken'</script>"
    assert await rehearsal.texts(FIRST) == [said, f"Nhắc lại: {said}"]
    assert await rehearsal.page.value(f"document.querySelector('{FIRST} select').selectedOptions[0].text") == nasty
    assert await rehearsal.page.value("document.querySelectorAll('main img, main script').length") == 0
    assert rehearsal.page.complaints == []


@needs_browser
async def test_a_link_into_the_bot_asks_who_opens_it(rehearsal: Rehearsal) -> None:
    await rehearsal.stage.people["an"].says("https://t.me/hoi_nghi_bot?start=moi_ha")
    await rehearsal.open()
    await rehearsal.page.click(f"{FIRST} .own .link")
    await rehearsal.page.until("document.querySelector('#opener').open")
    choices = await rehearsal.page.value("[...document.querySelectorAll('.choice b')].map(node => node.innerText)")
    assert choices == ["Nguyễn Văn An", "Hoàng Thu Hà", "Lò Văn Pánh", "Thêm người mới…"]
    await rehearsal.page.click(".choice:nth-child(2)")
    await rehearsal.sees(SECOND, "Chào, mã moi_ha")


@needs_browser
async def test_somebody_new_takes_a_phone(rehearsal: Rehearsal) -> None:
    await rehearsal.open()
    page = rehearsal.page
    await page.value(
        f"(pick => {{ pick.value = 'new'; pick.dispatchEvent(new Event('change')) }})"
        f"(document.querySelector('{SECOND} select'))"
    )
    await page.until("document.querySelector('#newcomer').open")
    await page.type("Sùng A Páo")
    await page.key("Enter")
    await page.until(f"document.querySelector('{SECOND}').getAttribute('aria-label').includes('Sùng A Páo, Khách')")
    await page.click(f"{SECOND} .begin button")
    await rehearsal.sees(SECOND, "Chào, mã trống")


@needs_browser
async def test_files_come_and_go(rehearsal: Rehearsal) -> None:
    await rehearsal.stage.people["an"].sends_file("danh sách.txt", b"an\n")
    await rehearsal.open()
    await rehearsal.sees(FIRST, "in hoa danh sách.txt")
    script = f"document.querySelector('{FIRST} .bot .file')"
    assert await rehearsal.page.value(f"{script}.download") == "in hoa danh sách.txt"
    assert await rehearsal.page.value(f"fetch({script}.href).then(answer => answer.text())") == "AN\n"


@needs_browser
async def test_the_clock_pauses_hurries_and_jumps_to_the_next_reminder(rehearsal: Rehearsal) -> None:
    await rehearsal.open()
    page, clock = rehearsal.page, rehearsal.stage.clock
    await page.click("[data-speed='60']")
    await page.until("document.querySelector('[data-speed=\"60\"]').ariaPressed === 'true'")
    assert clock.speed == 60
    await page.click("#pause")
    await page.until("document.querySelector('#pause').innerText === 'Chạy tiếp'")
    assert clock.paused
    due = await rehearsal.server.app[SHOW].next_reminder()
    await page.click("#jump")
    await page.until("document.querySelector('#due').innerText === 'chưa có lịch nhắc nào đang chờ'")
    assert clock.now() == due


@needs_browser
async def test_english_is_one_press_away(rehearsal: Rehearsal) -> None:
    await rehearsal.stage.people["an"].starts()
    await rehearsal.open()
    await rehearsal.page.click("[data-language='en']")
    await rehearsal.page.until("document.querySelector('.tab-role').textContent === 'Delegate'")
    assert await rehearsal.page.value("document.documentElement.lang") == "en"
    assert await rehearsal.page.value(f"document.querySelector('{FIRST} textarea').placeholder") == "When does it open?"


@needs_browser
async def test_both_languages_have_the_same_words(rehearsal: Rehearsal) -> None:
    await rehearsal.open()
    script = (
        "import('/page/texts.js').then(({ TEXTS }) => { const keys = (tree, at = '') => Object.entries(tree).flatMap("
        "([key, value]) => typeof value === 'string' ? [at + key] : keys(value, at + key + '.'));"
        "return [keys(TEXTS.vi), keys(TEXTS.en)] })"
    )
    vietnamese, english = await rehearsal.page.value(script)
    assert vietnamese == english


async def test_only_parts_of_the_page_are_served(server: Server) -> None:
    async with aiohttp.ClientSession() as session:
        for path, status in (
            ("/", 200),
            ("/page/main.js", 200),
            ("/page/nothing.js", 404),
            ("/page/..%2Fclock.py", 404),
        ):
            async with session.get(server.url + path) as answer:
                assert (path, answer.status) == (path, status)


def test_vietnamese_words_of_the_page_stand_in_one_file() -> None:
    marks = set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
    scripts = [path for path in PAGE.glob("*.js") if marks & set("\n".join(without_comments(path)).lower())]
    assert [path.name for path in scripts] == ["texts.js"]


def without_comments(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.lstrip().startswith(("//", "/*", "*"))]


async def test_refusals_and_broken_connections_are_events(stage: InProcessStage) -> None:
    stage.fault(FaultKind.FLOOD, "sendMessage", seconds=3)
    stage.fault(FaultKind.RESET, "answerCallbackQuery")
    an = stage.people["an"]
    await an.says("một")
    await an.starts()
    await an.sees("Chào")
    await an.presses("Xanh")
    await stage.settled()
    found = [event for event in stage.world.events.after(0) if event.kind in ("refused", "broken")]
    why = "Too Many Requests: retry after 3"
    assert [(event.kind, event.body) for event in found] == [
        ("refused", {"method": "sendMessage", "status": 429, "description": why}),
        ("broken", {"method": "answerCallbackQuery"}),
    ]


@needs_browser
async def test_a_picture_that_grows_keeps_the_newest_message_in_sight(rehearsal: Rehearsal) -> None:
    picture = io.BytesIO()
    segno.make("https://t.me/hoi_nghi_bot").save(picture, kind="png", scale=12)
    await rehearsal.stage.people["an"].sends_photo(picture.getvalue())
    await rehearsal.stage.people["an"].says("xin chào " * 200)
    await rehearsal.open()
    await rehearsal.sees(FIRST, "Nhắc lại")
    await rehearsal.page.until(f"document.querySelector('{FIRST} img').complete")
    chat = f"document.querySelector('{FIRST} .messages')"
    await rehearsal.page.until(f"{chat}.scrollHeight - {chat}.scrollTop - {chat}.clientHeight < 2")


@needs_browser
async def test_the_menu_of_commands_opens_walks_and_sends_by_keyboard(rehearsal: Rehearsal) -> None:
    commands = [{"command": "lich", "description": "Chương trình"}, {"command": "huy", "description": "Thôi"}]
    world = rehearsal.stage.world
    await rehearsal.stage.engine.call(world.bot.token, "setMyCommands", Arguments({"commands": commands}))
    await rehearsal.open()
    page = rehearsal.page
    await page.until(f"document.querySelectorAll('{FIRST} .command-choice').length === 2")
    await page.value(f"document.querySelector('{FIRST} .menu').focus()")
    await page.key("Enter")
    assert await page.value("document.activeElement.innerText.replace(/\\s+/g, ' ')") == "/lich Chương trình"
    await page.key("Escape")
    assert await page.value("document.activeElement.tagName") == "TEXTAREA"
    await page.value(f"document.querySelector('{FIRST} .menu').focus()")
    await page.key("Enter")
    await page.key("ArrowDown")
    await page.key("Enter")
    await page.until(f"document.querySelector('{FIRST} .own .text')?.innerText === '/huy'")
