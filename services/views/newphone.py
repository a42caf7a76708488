"""The question before a lost phone's account is unlinked."""

from dataclasses import dataclass

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.delegate_buttons import LostPhone, ShowDelegate


@view("newphone")
@dataclass(frozen=True, slots=True, kw_only=True)
class LostPhoneAsked:
    """Really take the account away that the person is linked with? `check` says which one that is."""

    delegate: int
    name: str
    check: int

    def keyboard(self) -> Keyboard:
        sure = press(LostPhone(self.delegate, self.check), "lost_phone_sure", style="danger")
        return ((sure, press(ShowDelegate(self.delegate), "back_to_delegate")),)


SAMPLES = (LostPhoneAsked(delegate=7, name="Nguyễn Văn <A>", check=5),)
