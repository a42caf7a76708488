"""`/daibieu`: the list of delegates."""

from domain.actor import Permission
from domain.delegates import Rsvp
from domain.ids import DelegateId, GroupId, SessionId, UnitId
from domain.views import Reply
from handlers.call import Call, Handler
from handlers.progress import told_of
from services import enrolling, joining, knocking, linking, listing, merging, newphone, quotas, recording, unit_people
from services.flows import Upload
from services.views.delegate_buttons import (
    AddDelegate,
    AddList,
    AddToGroup,
    AllLinks,
    ConfirmList,
    DelegateHome,
    FindDelegate,
    GroupQuotas,
    ListDelegates,
    LostPhone,
    MoveToGroup,
    PersonalLink,
    PhoneList,
    PickGroup,
    RecordRsvp,
    RemoveDelegate,
    RenewLink,
    ShowDelegate,
    ShowRequests,
    ThatIsMe,
)
from services.views.inviting import InviteDelegates
from services.views.link_buttons import (
    ExportLog,
    LinkStates,
    ListDuplicates,
    MergeChoice,
    MergePreview,
    MergeSure,
    OurQrSheets,
    QrSheets,
)
from services.views.quotas import SetUnitQuota, UnitQuotas
from services.views.recording import TurnTheirSession
from services.views.recording_buttons import RecordSessions, RecordSubstitute
from services.views.unit_people import NameOurPeople, OurLink, OurPeople


async def home(call: Call) -> Reply:
    """The list for organizers, a unit's own people for its focal person."""
    runs = call.actor.may(Permission.MANAGE_PEOPLE) or not call.actor.units
    return await call.see(listing.home if runs else unit_people.show)


async def our_people(call: Call) -> Reply:
    return await call.see(unit_people.show)


async def name_our_people(call: Call) -> Reply:
    return await call.do(unit_people.name_people, UnitId(call.button.unit))


async def our_link(call: Call) -> Reply:
    return await call.do(unit_people.link_of, _delegate(call))


async def add(call: Call) -> Reply:
    return await call.do(enrolling.add_one)


async def add_list(call: Call) -> Reply:
    return await call.do(enrolling.add_list)


async def confirm_list(call: Call) -> Reply:
    return await call.do(enrolling.confirm_list, call.button.check)


async def group_quotas(call: Call) -> Reply:
    return await call.see(quotas.groups, call.button.page)


async def unit_quotas(call: Call) -> Reply:
    return await call.see(quotas.units, call.button.page)


async def set_unit_quota(call: Call) -> Reply:
    return await call.do(quotas.ask_unit, UnitId(call.button.unit))


async def add_to_group(call: Call) -> Reply:
    return await call.do(enrolling.add_to_group, GroupId(call.button.group))


async def page(call: Call) -> Reply:
    return await call.see(listing.page_of, call.button.only, call.button.page)


async def find(call: Call) -> Reply:
    return await call.do(listing.ask_name)


async def show(call: Call) -> Reply:
    return await call.see(listing.show, _delegate(call))


async def link(call: Call) -> Reply:
    return await call.do(listing.link_of, _delegate(call))


async def renew(call: Call) -> Reply:
    return await call.do(listing.link_of, _delegate(call), renew=True)


async def lost_phone(call: Call) -> Reply:
    if call.button.check:
        return await call.do(newphone.replace, _delegate(call), call.button.check)
    return await call.see(newphone.ask, _delegate(call))


async def pick_group(call: Call) -> Reply:
    return await call.see(listing.pick_group, _delegate(call))


async def move(call: Call) -> Reply:
    return await call.do(listing.move, _delegate(call), GroupId(call.button.group) if call.button.group else None)


async def record(call: Call) -> Reply:
    answers = {each.value: each for each in Rsvp}
    return await call.do(recording.record, _delegate(call), answers.get(call.button.rsvp, Rsvp.NONE))


async def record_substitute(call: Call) -> Reply:
    return await call.do(recording.ask_substitute, _delegate(call))


async def record_sessions(call: Call) -> Reply:
    return await call.see(recording.their_sessions, _delegate(call), call.button.page)


async def turn_their_session(call: Call) -> Reply:
    return await call.do(
        recording.turn_their_session, _delegate(call), SessionId(call.button.session), call.button.page
    )


async def remove(call: Call) -> Reply:
    if call.button.sure == 1:
        return await call.do(listing.remove, _delegate(call))
    return await call.see(listing.ask_removal, _delegate(call))


async def requests(call: Call) -> Reply:
    return await call.see(knocking.next_request)


async def that_is_me(call: Call) -> Reply:
    return await call.do(joining.that_is_me, _delegate(call))


async def links(call: Call) -> Reply:
    return await call.do(listing.all_links)


async def phones(call: Call) -> Reply:
    return await call.do(listing.phone_list)


async def link_states(call: Call) -> Reply:
    return await call.do(linking.states)


async def qr_sheets(call: Call) -> Reply:
    return await told_of(call, linking.archive(await call.prepare(linking.qr_order)))


async def our_qr_sheets(call: Call) -> Reply:
    return await told_of(call, linking.archive(await call.prepare(linking.our_qr_order)))


async def export_log(call: Call) -> Reply:
    return await call.see(linking.exports)


async def duplicates(call: Call) -> Reply:
    return await call.see(merging.duplicates)


async def alike(call: Call) -> Reply:
    return await call.see(merging.choose, _delegate(call))


async def merge_preview(call: Call) -> Reply:
    return await call.see(merging.preview, DelegateId(call.button.keep), DelegateId(call.button.drop))


async def merge(call: Call) -> Reply:
    keep, drop = DelegateId(call.button.keep), DelegateId(call.button.drop)
    return await call.do(merging.merge, keep, drop, call.button.check)


async def take_file(call: Call, name: str, content: bytes) -> Reply:
    """A list that an organizer sent without being asked for it."""
    return await call.do(enrolling.take_list, Upload(name, content))


def _delegate(call: Call) -> DelegateId:
    return DelegateId(call.button.delegate)


COMMANDS: dict[str, Handler] = {"daibieu": home}
PRESSES: dict[type, Handler] = {
    DelegateHome: home,
    InviteDelegates: home,
    AddDelegate: add,
    AddList: add_list,
    ConfirmList: confirm_list,
    GroupQuotas: group_quotas,
    UnitQuotas: unit_quotas,
    SetUnitQuota: set_unit_quota,
    AddToGroup: add_to_group,
    ListDelegates: page,
    FindDelegate: find,
    ShowDelegate: show,
    PersonalLink: link,
    RenewLink: renew,
    LostPhone: lost_phone,
    PickGroup: pick_group,
    MoveToGroup: move,
    RecordRsvp: record,
    RecordSubstitute: record_substitute,
    RecordSessions: record_sessions,
    TurnTheirSession: turn_their_session,
    RemoveDelegate: remove,
    AllLinks: links,
    ShowRequests: requests,
    ThatIsMe: that_is_me,
    OurPeople: our_people,
    NameOurPeople: name_our_people,
    OurLink: our_link,
    PhoneList: phones,
    LinkStates: link_states,
    QrSheets: qr_sheets,
    OurQrSheets: our_qr_sheets,
    ExportLog: export_log,
    ListDuplicates: duplicates,
    MergeChoice: alike,
    MergePreview: merge_preview,
    MergeSure: merge,
}
