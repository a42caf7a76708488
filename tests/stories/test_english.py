"""An English-speaking delegate hears no Vietnamese but the plan's own words."""

import re
from typing import Any

from documents.reading import read_plan_text
from simulator.dialogue import words_of

Town = Any
VIETNAMESE = re.compile(r"[^\W\d_]*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ][^\W\d_]*", re.IGNORECASE)


def foreign_words(texts: list[str], quoted: str) -> set[str]:
    """Words with Vietnamese letters that stand nowhere in what may be quoted."""
    known = {word.casefold() for word in re.findall(r"\w+", quoted)}
    return {word for text in texts for word in VIETNAMESE.findall(text) if word.casefold() not in known}


async def test_an_english_delegate_hears_english_from_consent_to_goodbye(town: Town, project_root: Any) -> None:
    plan = (project_root / "simulator" / "plans" / "hoi-nghi-mau.txt").read_text(encoding="utf-8")
    assert read_plan_text(plan)
    emily, guest = town.emily, town.stranger("Ann Lee", "en")
    mark = town.stage.world.events.last
    for said in (
        "/start",
        "/menu",
        "/lich",
        "/thamdu",
        "/dulieu",
        "/hoinghi",
        "/huy",
        "/nhiemvu",
        "/kehoach",
        "/no_such_command",
        "when does it open?",
        "where is it?",
        "who chairs the meeting?",
        "what is the wifi password?",
        "what is on now?",
        "hello",
        "asdf qwer zxcv",
    ):
        await emily.says(said)
        await town.stage.settled()
        assert emily.texts(), said
    await guest.opens(town.links["an"])
    await guest.sees("organizers")
    await guest.starts("forged")
    await guest.sees("code")
    await guest.opens(town.links["live"])
    await guest.presses("Agree")
    await guest.sees("2026")
    await guest.says("/thamdu")
    await guest.presses("I cannot come")
    await guest.sees("/huy")
    await guest.says("On leave")
    await guest.sees("On leave")
    await emily.sends_file("report.pdf", b"abc")
    await emily.forges("forged")
    await town.stage.becomes(town.stage.clock.now().replace(month=12, day=9, hour=9, minute=0))
    await emily.sees("Reminder")
    events = town.stage.world.events.after(mark)
    told = [words_of(each) for each in events if each.chat_id in (emily.id, guest.id) and each.body.get("outgoing")]
    assert len(told) > 20
    quoted = f"{plan} {plan.title()} Phạm Thị Bình Trưởng phòng Sở Y tế Tiếng Việt Trần Thị Lan"
    assert foreign_words(told, quoted) == set()
    buttons = [
        button["text"]
        for each in events
        if each.chat_id in (emily.id, guest.id) and (each.body.get("keyboard") or {}).get("inline_keyboard")
        for row in each.body["keyboard"]["inline_keyboard"]
        for button in row
    ]
    assert foreign_words(buttons, quoted) == set()
