"""The view and buttons by which organizers choose the coordinating units of a task."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views import task_buttons as b
from services.views.paging import turning
from services.views.task_acts import PickHelpers
from services.views.tasklines import DUE, TaskLine, short
from services.views.unit_buttons import AddUnit


@button("ty")
@dataclass(frozen=True, slots=True)
class ToggleHelper:
    """The unit coordinates the task from now on, or no longer."""

    task: int
    revision: int
    unit: int
    page: int


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class HelperChoice:
    """Which units coordinate the task: id, name, whether they do now."""

    task: TaskLine
    units: tuple[tuple[int, str, bool], ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        key, revision = self.task.id, self.task.revision
        rows = [
            (
                press(
                    ToggleHelper(key, revision, unit, self.page), "helper_on" if on else "helper_off", name=short(name)
                ),
            )
            for unit, name, on in self.units
        ]
        pages = turning(self.page, self.pages, lambda page: PickHelpers(key, revision, page))
        return (*rows, *pages, (press(AddUnit("help", key)), press(b.OpenTask(key), "back_to_task")))


SAMPLES = (
    HelperChoice(task=DUE, units=((3, "Công an huyện", True), (4, "Trung tâm <Y tế>", False)), page=0, pages=2),
    HelperChoice(task=DUE, units=((4, "Trung tâm Y tế", False),)),
)
