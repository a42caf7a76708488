"""One's own data: seen, corrected, exported, consent withdrawn, erased; and everybody's, once their time is over."""

import html
import json
import re
from datetime import date, timedelta
from typing import Any

from documents.phones import phone, shown
from domain.delegates import clean, person_key
from domain.ids import DelegateId
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import flows
from services.desk import Work, local
from services.flows import Flow, Step, register
from services.inviting import is_last
from services.naming import name_text, short_text
from services.views.privacy import (
    Asked,
    ConsentWithdrawn,
    DataErased,
    DataExported,
    ErasureAsked,
    Kept,
    MyData,
    Office,
    Place,
    WithdrawalAsked,
)
from storage import checkins, delegates, logistics, organizers, people, privacy, retention
from storage.codec import to_json
from templates.render import known as known_language
from templates.render import text, words

FIELDS = ("name", "post", "unit", "phone")
_TAG = re.compile(r"<[^>]+>")


async def show(work: Work, done: str | None = None) -> Reply:
    """What is kept of the person."""
    return Reply(it=await _data(work, done=done))


async def show_again(work: Work) -> Reply:
    """Back to what is kept, in place of a question that was not answered."""
    return Reply(it=await _data(work), edit=True)


async def _data(work: Work, full: bool = False, done: str | None = None) -> MyData:
    account = await people.account(work.connection, work.actor.account)
    places = await privacy.places(work.connection, work.actor.account)
    questions = await privacy.asked(work.connection, work.actor.account)
    zone = work.settings.timezone
    consented = account.consented_at if account else None
    return MyData(
        account=work.actor.account,
        language=known_language(work.actor.language),
        consented_at=local(consented, zone) if consented else None,
        owner=bool(account and account.is_owner),
        places=tuple([await _place(work, row, zone) for row in places]),
        offices=tuple(_office(row._mapping) for row in await privacy.offices(work.connection, work.actor.account)),
        questions=tuple(Asked(text=row.text, at=local(row.asked_at, zone), answer=row.answer) for row in questions),
        messages=await privacy.messages(work.connection, work.actor.account),
        kept=tuple(
            Kept(kind=each.kind, conference=each.conference, text=each.text)
            for each in await privacy.traces_of(work.connection, work.actor.account)
        ),
        consent_version=account.consent_version if account else None,
        until=await _last_day(work),
        days=work.settings.retention_days,
        may_correct=work.actor.delegate is not None,
        full=full,
        done=done,
    )


async def _last_day(work: Work) -> date | None:
    """Until when the data of the current conference are kept, where its last day is known."""
    if work.actor.conference is None:
        return None
    ends = (await retention.last_days(work.connection)).get(work.actor.conference)
    return None if ends is None else ends + timedelta(days=work.settings.retention_days)


async def _place(work: Work, row: Any, zone: str) -> Place:
    arranged = await logistics.of(work.connection, DelegateId(row.id))
    came = await checkins.of_delegate(work.connection, DelegateId(row.id))
    return Place(
        needs=tuple((field.value, each.wish, each.value) for field, each in arranged.items()),
        came=tuple(local(each.at, zone) for each in came),
        conference=row.conference,
        name=row.name,
        post=row.post,
        unit=row.unit_text,
        phone=shown(row.phone) or None,
        rsvp=row.rsvp,
        reason=row.rsvp_reason,
    )


def _office(row: Any) -> Office:
    unit = row.get("unit")
    return Office(conference=row["conference"], role="unit" if unit else row["role"], name=row["name"], unit=unit)


async def export(work: Work) -> Reply:
    """Everything kept of the person, as a text to read and as JSON."""
    data = await _data(work, full=True)
    language = known_language(work.actor.language)
    readable = html.unescape(_TAG.sub("", text(data, language))) + "\n"
    exact = {name: value for name, value in to_json(data).items() if name not in ("full", "done", "may_correct")}
    files = words(language)["privacy_files"]
    await work.note("data_exported")
    return Reply(
        it=DataExported(),
        files=(
            Attachment(files["text"], readable.encode()),
            Attachment(files["json"], json.dumps(exact, ensure_ascii=False, indent=2).encode()),
        ),
    )


async def correct(work: Work, field: str) -> Reply:
    """Begin to correct a field of one's place on the current conference's list."""
    if work.actor.delegate is None or field not in FIELDS:
        raise Refusal("nothing_to_correct")
    return await flows.begin(work, f"correct_{field}")


async def _correct(work: Work, data: dict[str, Any]) -> Reply:
    field, value = next((name, data[name]) for name in FIELDS if name in data)
    if work.actor.delegate is None:
        raise Refusal("nothing_to_correct")
    column = "unit_text" if field == "unit" else field
    values = {column: value} | ({"name_key": person_key(value)} if field == "name" else {})
    await delegates.change(work.connection, work.actor.delegate, **values)
    await work.note("data_corrected", "delegate", work.actor.delegate, field=field)
    return await show(work, done="corrected")


async def ask_withdrawal(work: Work) -> Reply:
    """Ask before consent is taken back."""
    await _check_not_last(work)
    return Reply(it=WithdrawalAsked(), edit=True)


async def withdraw(work: Work) -> Reply:
    """The consent is taken back: the account is linked to nothing any more."""
    await _check_not_last(work)
    await work.note("consent_withdrawn")
    for place in await privacy.places(work.connection, work.actor.account):
        await work.note("place_left", "delegate", place.id)
    await privacy.unlink(work.connection, work.actor.account, work.now)
    return Reply(it=ConsentWithdrawn(help_contact=work.settings.help_contact), edit=True)


async def ask_erasure(work: Work) -> Reply:
    """Ask before everything is erased."""
    await _check_not_last(work)
    return Reply(it=ErasureAsked(), edit=True)


async def erase(work: Work) -> Reply:
    """Everything kept of the person goes; the list keeps a line without them."""
    await _check_not_last(work)
    listed = bool(await privacy.places(work.connection, work.actor.account))
    await work.note("data_erased")
    await privacy.erase(work.connection, work.actor.account, work.now, work.actor.update_id)
    return Reply(it=DataErased(was_listed=listed, help_contact=work.settings.help_contact), edit=True)


async def _check_not_last(work: Work) -> None:
    """Whoever runs a conference last, or owns the desk alone, first has to find somebody else."""
    account = await people.account(work.connection, work.actor.account)
    if account is not None and account.is_owner and await organizers.is_only_owner(work.connection, work.actor.account):
        raise Refusal("last_owner_stays")
    for conference in await organizers.organized_by(work.connection, work.actor.account):
        if is_last(await organizers.helpers(work.connection, conference), work.actor.account):
            raise Refusal("last_owner_stays")


async def purge_due(work: Work) -> int:
    """Erase everybody of conferences whose retention time is over (called by a daily tick); how many people."""
    today = local(work.now, work.settings.timezone).date()
    before = today - timedelta(days=work.settings.retention_days)
    count = 0
    for conference in await retention.due_for_purge(work.connection, before):
        count += await retention.purge(work.connection, conference, work.now)
        await work.note("purged", "conference", int(conference))
    await retention.forget_unused_links(work.connection, work.now)
    return count


def _phone(typed: str) -> str:
    found = phone(clean(typed))
    if found is None:
        raise Refusal("phone_invalid")
    return found


register(Flow("correct_name", (Step("name", name_text),), finish=_correct))
register(Flow("correct_post", (Step("post", short_text),), finish=_correct))
register(Flow("correct_unit", (Step("unit", short_text),), finish=_correct))
register(Flow("correct_phone", (Step("phone", _phone),), finish=_correct))
