"""Views and buttons of feedback. An empty title stands for the conference as a whole."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.paging import short


@button("gw")
@dataclass(frozen=True, slots=True)
class WantFeedback:
    """Say something about this item (0: the whole conference)."""

    session: int


@button("gs")
@dataclass(frozen=True, slots=True)
class GiveScore:
    """One to five."""

    session: int
    score: int


@button("gr")
@dataclass(frozen=True, slots=True)
class AddRemark:
    """Add a remark; `signed` with one's name."""

    session: int
    signed: int


@button("ga")
@dataclass(frozen=True, slots=True)
class AskFeedback:
    """Ask everybody; shows how many first, unless `sure`."""

    session: int
    sure: int


@view("feedback")
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackChoice:
    """About what?"""

    items: tuple[tuple[int, str], ...]

    def keyboard(self) -> Keyboard:
        return tuple(
            (press(WantFeedback(key), title=short(title)) if key else press(WantFeedback(0), "feedback_whole"),)
            for key, title in self.items
        )


@view("feedback")
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRound:
    """Several things are over: please say something about any of them."""

    items: tuple[tuple[int, str], ...]

    def keyboard(self) -> Keyboard:
        return FeedbackChoice(items=self.items).keyboard()


@view("feedback")
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackWanted:
    """Please give a score."""

    session: int
    title: str

    def keyboard(self) -> Keyboard:
        return tuple((press(GiveScore(self.session, score), f"give_score_{score}"),) for score in (5, 4, 3, 2, 1))


@view("feedback")
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackGiven:
    """The score counts; a remark may follow."""

    session: int
    title: str

    def keyboard(self) -> Keyboard:
        unsigned = press(AddRemark(self.session, 0), "add_remark")
        return ((unsigned,), (press(AddRemark(self.session, 1), "add_remark_signed"),))


@view("feedback")
@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkKept:
    """The remark is there."""

    signed: bool


@view("feedback")
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackPreview:
    """How many would be asked."""

    session: int
    title: str
    count: int

    def keyboard(self) -> Keyboard:
        sure = press(AskFeedback(self.session, 1), "ask_feedback_sure", count=self.count, style="success")
        return ((sure,),) if self.count else ()


@view("feedback")
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAsked:
    """They are being asked."""

    title: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """How often each score from one to five was given."""

    session: int
    title: str
    average: float | None
    votes: tuple[int, int, int, int, int]


@view("feedback")
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackResults:
    """The scores, and remarks as (item, text, name where it was signed)."""

    items: tuple[ResultLine, ...]
    remarks: tuple[tuple[str, str, str | None], ...]
    more: int = 0

    def keyboard(self) -> Keyboard:
        return ((press(AskFeedback(0, 0), "ask_feedback_whole"),),)


SAMPLES = (
    FeedbackRound(items=((1, "Thảo luận <tổ>"), (2, "Tham luận"), (0, ""))),
    FeedbackChoice(items=()),
    FeedbackChoice(items=((2, "Thảo <luận>"), (0, ""))),
    FeedbackWanted(session=2, title="Thảo <luận>"),
    FeedbackWanted(session=0, title=""),
    FeedbackGiven(session=2, title="Thảo <luận>"),
    FeedbackGiven(session=0, title=""),
    RemarkKept(signed=False),
    RemarkKept(signed=True),
    FeedbackPreview(session=2, title="Thảo <luận>", count=137),
    FeedbackPreview(session=0, title="", count=0),
    FeedbackAsked(title="Thảo <luận>", count=137),
    FeedbackAsked(title="", count=137),
    FeedbackResults(items=(), remarks=()),
    FeedbackResults(
        items=(
            ResultLine(session=2, title="Thảo <luận>", average=4.2, votes=(0, 1, 2, 10, 9)),
            ResultLine(session=0, title="", average=5.0, votes=(0, 0, 0, 0, 3)),
        ),
        remarks=(("Thảo <luận>", "Hay & gọn", None), ("", "Phòng hơi <nóng>", "Nguyễn Văn A")),
        more=4,
    ),
)
