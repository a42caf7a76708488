"""Stories as files: who says what, what they must see, how the time moves. `python -m simulator --story FILE`.

A story is TOML. `title`, `start` (an offset date-time) and `speed` are optional; then come the people, the groups
and the steps. The verbs of a step happen in the order in which they are written::

    [[person]]
    key = "an"
    name = "Nguyễn Văn An"          # also: username, language, phone

    [[group]]
    key = "to"
    title = "Tổ thư ký"
    members = ["an"]

    [[step]]
    who = "an"
    says = "mấy giờ khai mạc?"
    sees = ["08:00", "Thứ Năm"]      # one message that has all of them

What a person does: `starts` (payload, "" for none), `opens` (link), `says`, `presses`, `file` (path beside the story,
with `as` and `caption` before it), `contact` = true, `forges` (callback data), `blocks` = true, `unblocks` = true.
What a person expects: `sees`, `not_sees`, `sees_nothing` = true, `sees_file`, `sees_button`, `no_button`.
`where` = group: the verbs after it happen there. `finds` = {name = "regular expression"} keeps what it finds in the
news, button links included; `{name}` in any later text stands for it.
Without `who`: `advance` = "2h30m", `jump` = date-time, `restart`, `kill`, `start` (the bot), `settle` = true,
`fault` = {kind, methods, times, seconds}, `heal` = true, `note` = "a line for the reader".
"""

import re
import tomllib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from simulator.dialogue import Transcript
from simulator.errors import CannotDo
from simulator.faults import FaultKind
from simulator.person import Group, Person
from simulator.stage import Stage

Table = Mapping[str, Any]
Print = Callable[[str], None]
Verb = Callable[[Any], Awaitable[object]]

_NAME = re.compile(r"\{(\w+)\}")
_SPAN = re.compile(r"(?:(?P<d>\d+)d)?(?:(?P<h>\d+)h)?(?:(?P<m>\d+)m)?")


class StoryError(ValueError):
    """The story file is wrong: one sentence that names the place."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story as read."""

    title: str
    folder: Path
    people: tuple[Table, ...]
    groups: tuple[Table, ...]
    steps: tuple[Table, ...]
    start: datetime | None = None
    speed: float = 10.0


def read_story(path: Path) -> Story:
    """Read a story; StoryError says what is wrong with it."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StoryError(f"{path}: {error}") from None
    known = {"title", "start", "speed", "person", "group", "step"}
    if unknown := raw.keys() - known:
        raise StoryError(f"{path}: unknown key {sorted(unknown)[0]!r}")
    start = raw.get("start")
    if start is not None and (not isinstance(start, datetime) or start.tzinfo is None):
        raise StoryError(f"{path}: start needs a date, a time and a zone, as 2026-07-26T08:00:00+07:00")
    tables = (tuple(raw.get(name, ())) for name in ("person", "group", "step"))
    people, groups, steps = tables
    return Story(raw.get("title", path.stem), path.parent, people, groups, steps, start, float(raw.get("speed", 10)))


def set_the_stage(story: Story, stage: Stage) -> None:
    """Bring the people and groups of a story in."""
    for person in story.people:
        stage.person(**{key: str(value) for key, value in person.items()})
    for group in story.groups:
        members = [stage.people[key] for key in group["members"]]
        stage.group(group["title"], *members, key=group.get("key", ""), with_bot=group.get("with_bot", True))


async def play(
    story: Story, stage: Stage, tell: Print, names: Mapping[str, str] | None = None
) -> tuple[int, str | None]:
    """Play all steps and tell the dialogue line by line; gives the steps done, and the failure if there is one."""
    player = _Player(story, stage, dict(names or {}))
    told = 0
    for number, step in enumerate(story.steps, start=1):
        try:
            await player.step(step)
        except (AssertionError, CannotDo, StoryError) as failure:
            _tell_news(stage, tell, told)
            return number - 1, f"step {number} ({_shown(step)}): {failure}"
        told = _tell_news(stage, tell, told)
    await stage.settled()
    _tell_news(stage, tell, told)
    return len(story.steps), None


def _tell_news(stage: Stage, tell: Print, told: int) -> int:
    transcript = Transcript(stage.world, stage.scene.zone)
    for line in transcript.lines(stage.world.events.after(told)):
        tell(line)
    return stage.world.events.last


def _shown(step: Table) -> str:
    return ", ".join(f"{key} = {value!r}" for key, value in step.items())


class _Player:
    """Plays single steps."""

    def __init__(self, story: Story, stage: Stage, names: dict[str, str]) -> None:
        self._story = story
        self._stage = stage
        self._names = names

    async def step(self, step: Table) -> None:
        verbs = _PersonVerbs(self._person(step["who"]), self).table() if "who" in step else self._stage_verbs()
        for key, value in step.items():
            if key == "who":
                continue
            if key not in verbs:
                raise StoryError(f"unknown verb {key!r}; there are {', '.join(sorted(verbs))}")
            await verbs[key](self.filled(value))

    def filled(self, value: Any) -> Any:
        """The value with names replaced by what was found for them."""
        match value:
            case str():
                return _NAME.sub(lambda match: self._names.get(match[1], match[0]), value)
            case list():
                return [self.filled(item) for item in value]
            case _:
                return value

    def path(self, name: str) -> Path:
        return self._story.folder / name

    def remember(self, name: str, value: str) -> None:
        self._names[name] = value

    def group(self, key: str) -> Group:
        if key not in self._stage.groups:
            raise StoryError(f"there is no group {key!r}")
        return self._stage.groups[key]

    def _person(self, key: str) -> Person:
        if key not in self._stage.people:
            raise StoryError(f"there is no person {key!r}")
        return self._stage.people[key]

    def _stage_verbs(self) -> dict[str, Verb]:
        stage = self._stage
        verbs: dict[str, Verb] = {
            "advance": lambda span: stage.passes(minutes=minutes(span)),
            "jump": lambda moment: stage.becomes(moment),
            "settle": lambda _: stage.settled(),
            "fault": self._fault,
            "heal": self._heal,
            "note": self._note,
        }
        for name in ("start", "restart", "kill", "terminate"):
            if hasattr(stage, name):
                verbs[name] = _without_value(getattr(stage, name))
        return verbs

    async def _fault(self, fault: Table) -> None:
        known = {key: fault[key] for key in ("times", "seconds") if key in fault}
        self._stage.fault(FaultKind(fault["kind"]), *fault.get("methods", ()), **known)

    async def _heal(self, _: Any) -> None:
        self._stage.world.faults.clear()

    async def _note(self, text: str) -> None:
        self._stage.world.events.add(self._stage.clock.now(), "time", 0, {"text": text})


class _PersonVerbs:
    """The verbs of one person in one step."""

    def __init__(self, person: Person, player: _Player) -> None:
        self._person = person
        self._player = player
        self._where: Group | None = None
        self._named = ""
        self._caption = ""

    def table(self) -> dict[str, Verb]:
        person = self._person
        return {
            "where": self._goes,
            "as": self._names_file,
            "caption": self._writes_caption,
            "starts": person.starts,
            "opens": person.opens,
            "says": lambda text: person.says(text, where=self._where),
            "presses": lambda label: person.presses(label, where=self._where),
            "file": self._sends,
            "contact": lambda _: person.sends_contact(),
            "forges": person.forges,
            "blocks": lambda _: person.blocks(),
            "unblocks": lambda _: person.unblocks(),
            "sees": lambda texts: self._chat().sees(*([texts] if isinstance(texts, str) else texts)),
            "not_sees": lambda text: self._chat().does_not_see(text),
            "sees_nothing": lambda _: self._chat().sees_nothing(),
            "sees_file": lambda name: self._chat().sees_file(name),
            "sees_button": lambda label: self._chat().sees_button(label),
            "no_button": lambda label: self._chat().sees_no_button(label),
            "finds": self._finds,
        }

    def _chat(self) -> Person | Group:
        return self._where or self._person

    async def _goes(self, key: str) -> None:
        self._where = self._player.group(key)

    async def _names_file(self, name: str) -> None:
        self._named = name

    async def _writes_caption(self, text: str) -> None:
        self._caption = text

    async def _sends(self, name: str) -> None:
        path = self._player.path(name)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise StoryError(f"{path}: {error.strerror}") from None
        await self._person.sends_file(self._named or path.name, content, caption=self._caption, where=self._where)

    async def _finds(self, patterns: Table) -> None:
        for name, pattern in patterns.items():
            self._player.remember(name, self._person.finds(pattern))


def _without_value(act: Callable[[], Awaitable[object]]) -> Verb:
    return lambda _: act()


def minutes(span: str) -> float:
    """The minutes of "2h30m", "1d" or "45m"."""
    match = _SPAN.fullmatch(span)
    if match is None or not any(match.groups()):
        raise StoryError(f"{span!r} is no span of time such as 1d, 2h30m or 45m")
    days, hours, rest = (int(part or 0) for part in match.groups())
    return days * 24 * 60 + hours * 60 + rest
