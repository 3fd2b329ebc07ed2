"""Who works with the program: the name by which history and papers call the user."""

from PySide6.QtWidgets import QWidget

from app.core import coordinator
from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.fields.texts import LineField
from app.ui.widgets.boxes import SectionHeader, column


class UserPart(QWidget):
    """The user's name, used from the next change on and remembered for this computer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings.user")
        self.desk = desk
        body = column(self, space=4)
        body.addWidget(SectionHeader(tr("You")))
        self.name = LineField(
            tr("Your name"),
            name="settings.user.name",
            hint=coordinator.login(),
            note=tr("Stands in the history and in the list of changes of an agenda. Empty: your login."),
        )
        self.name.set_value(coordinator.name())
        self.name.left.connect(self.keep)
        self.name.edit.returnPressed.connect(self.keep)
        body.addWidget(self.name)

    def keep(self) -> None:
        """Use the name from now on."""
        coordinator.use_name(str(self.name.value() or ""))
        self.name.set_value(coordinator.name())
        self.desk.settings.put(coordinator.SETTING, coordinator.name())
        self.desk.settings.save()
        if self.desk.is_open:
            self.desk.context.who = coordinator.who()
