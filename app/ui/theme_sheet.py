"""The one style sheet, generated from the tokens."""

from string import Template
from typing import Protocol

from PySide6.QtGui import QColor

from app.core.paths import resources
from app.ui import theme_tokens as tokens

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: $s4 $s8; }
QMainWindow, QDialog { background: $window; }
QDialog, QDialog QWidget[surface="surface"] { background: $surface; }
QWidget[surface="window"] { background: $window; }
QWidget[surface="surface"] { background: $surface; }
QWidget[surface="sunken"] { background: $sunken; }
QWidget[surface="raised"] { background: $raised; }
QWidget[surface="canvas"] { background: $canvas; }
QWidget[surface="page"] { background: $surface; border: 1px solid $border; border-right: none;
  border-top-left-radius: $r8; }
QScrollArea, QScrollArea > QWidget > QWidget[plain="true"] { background: transparent; border: none; }
QStackedWidget { background: transparent; }
QFrame[line="h"] { background: $border; border: none; min-height: 1px; max-height: 1px; }
QFrame[line="v"] { background: $border; border: none; min-width: 1px; max-width: 1px; }
QFrame[box="card"] { background: $surface; border: 1px solid $border; border-radius: $r8; }
QFrame[box="card"]:focus { border: 2px solid $accent; }
QFrame[box="column"] { background: $sunken; border: 1px solid $sunken; border-radius: $r8; }
QFrame[box="column"][lit="true"] { background: $accentsoft; border: 1px dashed $accent; }
QFrame[box="column"][shut="true"] { background: $window; border: 1px solid $window; }
QFrame[box="popover"] { background: $raised; border: 1px solid $control; border-radius: $r8; }

QMenuBar { background: $window; color: $text; padding: 0 $s4; min-height: $hmenu; font-size: $f14; }
QMenuBar::item { padding: $s4 $s8; border-radius: $r4; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $border; padding: $s4; }
QMenu::item { padding: 6px $s24 6px $s8; border-radius: $r4; min-height: $s16; }
QMenu::item:selected { background: $select; color: $text; }
QMenu::item:disabled { color: $control; }
QMenu::separator { height: 1px; background: $border; margin: $s4 $s8; }
QMenu::icon { padding-left: $s8; }
QMenu::indicator { width: $i16; height: $i16; padding-left: $s4; }

QLabel { background: transparent; color: $text; }
QLabel[role="title"] { font-size: $f22; font-weight: 600; }
QLabel[role="figure"] { font-size: $f20; font-weight: 600; }
QLabel[role="section"] { font-size: $f16; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="second"] { font-size: $f14; color: $muted; }
QLabel[role="second_strong"] { font-size: $f14; font-weight: 600; }
QLabel[role="second_text"] { font-size: $f14; }
QLabel[role="label"] { font-size: $f13; color: $muted; }
QLabel[role="head"] { font-size: $f13; font-weight: 600; color: $muted; }
QLabel[role="small"] { font-size: $f12; color: $muted; }
QLabel[role="problem"] { font-size: $f13; color: $danger; }
QLabel[role="warning"] { font-size: $f13; color: $warning; }
QLabel[role="success"] { font-size: $f13; color: $success; }
QLabel[role="key"] { font-size: $f12; color: $muted; border: 1px solid $border; border-radius: $r4;
  padding: 1px $s4; background: $sunken; }
QLabel[role="code"] { font-size: $f13; font-weight: 600; color: $accent; background: $accentsoft;
  border-radius: $r4; padding: 2px 6px; }
QLabel:disabled { color: $control; }

QPushButton, QToolButton { font-size: $f15; color: $text; background: $surface; border: 1px solid $border;
  border-radius: $r6; padding: 0 $s12; min-height: $hbutton; }
QPushButton[role="quiet"], QPushButton[role="boxed"] { font-weight: 600; }
QPushButton, QToolButton, QCheckBox, QRadioButton { outline: none; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked { background: $select; }
QPushButton:disabled, QToolButton:disabled { color: $control; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 0 $s11; min-height: $hbutton2; }
QPushButton[role="primary"] { background: $accentfill; color: $onaccent; border: 1px solid $accentfill;
  font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accentpress; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $neutralsoft; color: $muted; border-color: $neutralsoft; }
QPushButton[role="danger"] { color: $danger; font-weight: 600; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  font-size: $f14; font-weight: 600; padding: 0 $s4; min-height: $hlink; }
QPushButton[role="link"][flush="true"] { padding: 0; text-align: left; min-height: $s20; }
QPushButton[role="link"]:hover { background: $hover; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 0 3px; min-height: $hlink2; }
QPushButton[role="link"]:disabled { color: $control; }
QPushButton[small="true"] { min-height: $hsmall; font-size: $f14; padding: 0 10px; }
QPushButton[small="true"]:focus { min-height: $hsmall2; padding: 0 9px; }
QPushButton[role="icon"] { background: transparent; border: 1px solid transparent; padding: 0;
  min-width: $hbutton; }
QPushButton[role="icon"]:hover { background: $hover; }
QPushButton[role="icon"]:focus { border: 2px solid $accent; padding: 0; min-width: $hbutton2; }
QPushButton[role="boxed"] { padding: 0; min-width: $hsmall; min-height: $hsmall; }
QPushButton[role="boxed"]:focus { padding: 0; min-width: $hsmall2; min-height: $hsmall2; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="pill"] { border-radius: $r14; min-height: $hsmall; font-size: $f14; font-weight: 600;
  padding: 0 $s12; }
QPushButton[role="pill"]:focus { padding: 0 $s11; min-height: $hsmall2; }
QPushButton[role="pill"]:checked { background: $accentsoft; color: $accent; border-color: $accentsoft;
  font-weight: 600; }
QPushButton[role="switch"] { border-radius: 0; border-left: none; padding: 0 $s12; color: $muted;
  font-weight: 600; }
QPushButton[role="switch"][end="first"] { border-left: 1px solid $border; border-top-left-radius: $r6;
  border-bottom-left-radius: $r6; }
QPushButton[role="switch"][end="last"] { border-top-right-radius: $r6; border-bottom-right-radius: $r6; }
QPushButton[role="switch"][end="both"] { border-left: 1px solid $border; border-radius: $r6; }
QPushButton[role="switch"]:checked { background: $accentsoft; color: $accent; font-weight: 600; }
QPushButton[role="switch"]:focus { border: 2px solid $accent; padding: 0 10px; min-height: $hbutton2; }
QPushButton[role="note"] { background: transparent; border: 1px solid transparent; color: $muted;
  font-size: $f13; padding: 0 $s4; min-height: $s20; }
QPushButton[role="note"]:hover { color: $text; text-decoration: underline; }
QPushButton[role="note"]:focus { border: 2px solid $accent; padding: 0 3px; min-height: $s20; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit { background: $surface;
  color: $text; border: 1px solid $control; border-radius: $r6; padding: 0 $s8; min-height: $hbutton;
  selection-background-color: $accentfill; selection-color: $onaccent; font-size: $f15;
  placeholder-text-color: $muted; }
QPlainTextEdit, QTextEdit { padding: $s4; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QComboBox:on { border: 2px solid $accent;
  padding: 0 7px; min-height: $hbutton2; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], QFrame[wrong="true"] {
  border: 2px solid $danger; }
QLineEdit[missing="true"], QPlainTextEdit[missing="true"] { border: 1px dashed $warning; background: $warning_soft;
  placeholder-text-color: $warning; }
QLineEdit[missing="true"]:focus, QPlainTextEdit[missing="true"]:focus { border: 2px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $sunken; color: $muted;
  border-color: $border; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $sunken; border-color: $border; }
QLineEdit QToolButton, QLineEdit QToolButton:focus, QLineEdit QToolButton:hover { background: transparent;
  border: none; padding: 0; min-height: 0; margin: 0; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: none; background: transparent; padding: 0;
  min-height: $s20; }
QFrame[box="field"] { background: $surface; border: 1px solid $control; border-radius: $r6; min-height: $hbutton; }
QFrame[box="field"][focused="true"] { border: 2px solid $accent; min-height: $hbutton2; }
QFrame[box="field"][wrong="true"] { border: 2px solid $danger; min-height: $hbutton2; }
QComboBox::drop-down { border: none; width: $s20; }
QComboBox::down-arrow { image: url($caret); width: $i14; height: $i14; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $border; outline: none;
  selection-background-color: $select; selection-color: $text; padding: $s4; }
QComboBox QAbstractItemView::item { min-height: $hsmall; padding: 0 $s8; border-radius: $r4; }
QComboBox QAbstractItemView::item:selected { background: $select; color: $text; }

QCheckBox, QRadioButton { spacing: $s8; color: $text; background: transparent; min-height: $s24; }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator, QListView::indicator { width: $i14; height: $i14;
  border: 1px solid $control; background: $surface; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator { border-radius: $r4; }
QRadioButton::indicator { border-radius: $r8; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {
  background: $accentfill; border-color: $accentfill;
  image: url($check); }
QCheckBox::indicator:indeterminate { background: $accentmid; border-color: $accentfill; }
QRadioButton::indicator:checked { background: $surface; border: 5px solid $accentfill; width: 6px; height: 6px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: $i12; height: $i12; }
QCheckBox::indicator:checked:focus, QCheckBox::indicator:indeterminate:focus { border-color: $text; }
QRadioButton::indicator:checked:focus { border: 5px solid $accent; width: 6px; height: 6px; }
QCheckBox:disabled, QRadioButton:disabled { color: $control; }

QTableView, QListView, QTreeView { background: $surface; color: $text; border: none; outline: none;
  selection-background-color: $select; selection-color: $text; gridline-color: $border; }
QTableView:focus { border: none; }
QHeaderView { background: $sunken; border: none; }
QHeaderView::section { background: $sunken; color: $muted; border: none; border-bottom: 1px solid $border;
  padding: 0 $s8; font-size: $f13; font-weight: 600; min-height: $hhead; }
QHeaderView QLineEdit, QHeaderView QComboBox { min-height: $hfilter; font-size: $f14; border-radius: $r4; }
QHeaderView QLineEdit:focus, QHeaderView QComboBox:focus, QHeaderView QComboBox:on { min-height: $hfilter2; }
QHeaderView::section:hover { background: $hover; }
QFrame[role="line"] { background: transparent; border: none; border-radius: $r6; }
QFrame[role="line"]:hover { background: $hover; }
QFrame[role="line"]:focus { border: 2px solid $accent; }
QTableCornerButton::section { background: $sunken; border: none; }
QListView[role="plain"]::item { min-height: $hsmall; padding: $s4 $s8; border-radius: $r4; }
QListView[role="plain"]::item:hover { background: $hover; }
QListView[role="plain"]::item:selected { background: $select; color: $text; }

QScrollBar:vertical { background: transparent; width: $s12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $s12; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: $s32; }
QScrollBar::handle:horizontal { min-width: $s32; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: none; width: 0; height: 0; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: $neutralsoft; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accentfill; border-radius: 2px; }
QCalendarWidget QWidget { background: $raised; color: $text; }
QCalendarWidget QAbstractItemView { selection-background-color: $accentfill; selection-color: $onaccent;
  font-size: $f13; }
QCalendarWidget QToolButton { border: none; background: transparent; min-height: $hsmall; font-weight: 600; }
QCalendarWidget QSpinBox { min-height: $hsmall; }
QFrame[tone="info"] { background: $accentsoft; border: none; border-radius: $r6; }
QFrame[tone="success"] { background: $success_soft; border: none; border-radius: $r6; }
QFrame[tone="warning"] { background: $warning_soft; border: none; border-radius: $r6; }
QFrame[tone="danger"] { background: $danger_soft; border: none; border-radius: $r6; }
QFrame[tone="neutral"] { background: $neutralsoft; border: none; border-radius: $r6; }
QFrame[tone="danger"] QLabel[role="strong"], QFrame[tone="danger"] QLabel[role="second_strong"] { color: $danger; }
QFrame[tone="warning"] QLabel[role="strong"], QFrame[tone="warning"] QLabel[role="second_strong"] {
  color: $warning; }
QFrame[tone] QPushButton[role="link"] { text-decoration: underline; }
""")


class Measures(Protocol):
    """What the sheet needs of a theme."""

    @property
    def scheme(self) -> str: ...

    def px(self, size: float) -> int: ...

    def color(self, token: str) -> QColor: ...


def style_sheet(theme: Measures) -> str:
    """The style sheet of a scheme at a text size."""
    words = {name.replace(".", "_"): value for name, value in tokens.PALETTES[theme.scheme].flat().items()}
    words["scroll"] = "#C3C9D2" if theme.scheme == "light" else "#434B57"

    def length(size: float) -> str:
        return f"{theme.px(size)}px"

    for size in (4, 8, 11, 12, 16, 20, 24, 32):
        words[f"s{size}"] = length(size)
    for size in (12, 13, 14, 15, 16, 20, 22):
        words[f"f{size}"] = f"{max(tokens.SMALLEST_TYPE, theme.px(size))}px"
    for size in (12, 14, 16):
        words[f"i{size}"] = length(size)
    for size in (4, 6, 8):
        words[f"r{size}"] = length(size)
    words["r14"] = f"{theme.px(28) // 2}px"
    control, small, link = theme.px(32), theme.px(28), theme.px(28)
    words |= {
        "hbutton": f"{control - 2}px",
        "hbutton2": f"{control - 4}px",
        "hsmall": f"{small - 2}px",
        "hsmall2": f"{small - 4}px",
        "hlink": f"{link - 2}px",
        "hlink2": f"{link - 4}px",
        "hfilter": f"{small - 2}px",
        "hfilter2": f"{small - 4}px",
        "hmenu": f"{theme.px(26)}px",
        "hhead": f"{theme.px(31)}px",
    }
    icons = resources() / "icons" / "theme"
    words["caret"] = (icons / f"caret-{theme.scheme}.svg").as_posix()
    words["check"] = (icons / "check.svg").as_posix()
    return _SHEET.substitute(words)
