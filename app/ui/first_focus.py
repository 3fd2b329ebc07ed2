"""Where the focus stands on a page that was just gone to: on what comes next, never on a button that does something."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from app.ui.widgets.boxes import PageHead
from app.ui.widgets.tabs import TabBar


def calm_focus(page: QWidget) -> None:
    """Take the focus from a button of the page's head, where Qt puts it, and give it to the tabs or the list below.

    Else Enter, pressed once too often, copies the visit or exports the list.
    """
    held = QApplication.focusWidget()
    if not isinstance(held, QAbstractButton) or not page.isAncestorOf(held) or not _in_head(held, page):
        return
    for kind in (TabBar, QAbstractItemView):
        found = next((one for one in page.findChildren(kind) if one.isVisible() and one.isEnabled()), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            return
    page.setFocus(Qt.FocusReason.OtherFocusReason)


def _in_head(widget: QWidget, page: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not page:
        if isinstance(above, PageHead):
            return True
        above = above.parentWidget()
    return False
