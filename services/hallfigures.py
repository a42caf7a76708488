"""What came of the conference in the hall, for the end report: votes, speeches, feedback."""

from domain.feedback import WHOLE, scores
from domain.live import order_of
from domain.polls import PollState, shares
from domain.speaking import SpeechState
from services.desk import Work
from services.programmes import current
from services.views.polls import PollShare
from services.views.report import OpinionLine, SpeechFigures, VoteLine
from storage import feedback, polls, speaking


async def votes(work: Work) -> tuple[VoteLine, ...]:
    """The votes that were closed, in the order in which they were held."""
    lines = []
    for poll in reversed(await polls.listed(work.connection, work.conference, PollState.CLOSED)):
        tally = await polls.tally(work.connection, poll.id)
        cast = tuple(PollShare(each.text, each.votes, each.percent) for each in shares(poll.options, tally))
        lines.append(
            VoteLine(
                question=poll.question,
                shares=cast,
                voted=sum(tally.values()),
                entitled=poll.entitled or 0,
                secret=poll.secret,
            )
        )
    return tuple(lines)


async def speeches(work: Work) -> SpeechFigures:
    """How many speeches were registered, heard and withdrawn."""
    found = await speaking.by_state(work.connection, work.conference)
    return SpeechFigures(
        registered=sum(found.values()),
        heard=found.get(SpeechState.DONE, 0),
        withdrawn=found.get(SpeechState.WITHDRAWN, 0),
    )


async def opinions(work: Work) -> tuple[OpinionLine, ...]:
    """The mean score of the conference as a whole, then of each item that got one."""
    found = await feedback.scores(work.connection, work.conference)
    programme = await current(work)
    titles = [(WHOLE, ""), *((int(each.id), each.title) for each in order_of(programme))]
    summed = [(title, scores(found[key])) for key, title in titles if key in found]
    return tuple(
        OpinionLine(title=title, average=each.average, count=each.count)
        for title, each in summed
        if each.average is not None
    )
