"""Where the focus stands on a page that was just gone to: on what comes next, never on a button that does something."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from app.ui.widgets.boxes import PageHead
from app.ui.widgets.tabs import TabBar


def calm_focus(page: QWidget, primary: QWidget | None = None) -> None:
    """Take the focus from a button of the page's head, where Qt puts it, and give it to the tabs or the list below.

    So with the ``primary`` button above every page: it keeps the keyboard when its dialog closes.

    Else Enter, pressed once too often, copies the visit or exports the list, or asks for a new one on the next page.
    """
    held = QApplication.focusWidget()
    if not isinstance(held, QAbstractButton):
        return
    if (page.isAncestorOf(held) and _in_head(held, page)) or held is primary:
        _enter(page)


def found_focus(page: QWidget) -> None:
    """Bring the keyboard into a page that the search box led to: the box has let go of it, and nobody else holds it."""
    held = QApplication.focusWidget()
    if held is None or held.isAncestorOf(page):
        _enter(page)


def _enter(page: QWidget) -> None:
    for kind in (TabBar, QAbstractItemView):
        found = next((one for one in page.findChildren(kind) if _takes_keys(one)), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            return
    page.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_head(widget: QWidget, page: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not page:
        if isinstance(above, PageHead):
            return True
        above = above.parentWidget()
    return False
