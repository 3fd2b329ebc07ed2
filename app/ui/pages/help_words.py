"""The manual: a short chapter for each page. Message ids; translated where they are shown.

A line that begins with "•" is a point of a list; the other lines are paragraphs.
"""

from dataclasses import dataclass

from app.core.i18n import N_


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: ``key`` is the section that F1 is pressed on."""

    key: str
    title: str
    icon: str
    lines: tuple[str, ...]


CHAPTERS: tuple[Chapter, ...] = (
    Chapter(
        "start",
        N_("First steps"),
        "lightbulb",
        (
            N_("A programme comes first: its name, funder, period and currency. All else belongs to it."),
            N_("• Make a programme, or the sample in Settings to look around."),
            N_("• Import the lists of people as the towns sent them: File, Import people."),
            N_("• Plan a visit: its dates, then its agenda by days and hours."),
            N_("• Mark attendance while it lasts; certificates follow from that."),
            N_("• Print from anywhere with Ctrl+P: the real page is shown before anything is saved."),
            N_(
                "There is no button for saving. What you type is kept as you leave the field; Ctrl+Z takes back any "
                "step, also a deletion or a whole import."
            ),
            N_("The search box (Ctrl+K) finds people in either script, towns by any of their names, visits, numbers."),
            N_("The switcher at the top narrows every list, figure and paper to one programme."),
        ),
    ),
    Chapter(
        "overview",
        N_("Overview"),
        "layout-dashboard",
        (
            N_("Overview tells what needs you now: what is due or over, and what the next visits still miss."),
            N_("• Each line says what, why, and has one button that begins it."),
            N_("• A click on a chart leads to what it counts."),
        ),
    ),
    Chapter(
        "programmes",
        N_("Programmes"),
        "folder-kanban",
        (
            N_("A programme has phases, partnerships, groups, indicators, documents, and its own rules."),
            N_("• Signatories and logos stand under Settings of the programme and go onto its papers."),
            N_("• Rules (shares for certificates, deadlines) hold from a day on; papers of the past keep theirs."),
            N_("• A partnership joins two or more towns, with its agreement, needs and activities."),
        ),
    ),
    Chapter(
        "visits",
        N_("Visits"),
        "plane",
        (
            N_("A visit has an agenda, participants, attendance, travel and costs, each on its tab."),
            N_("• Agenda: drag to move or stretch, double-click to add, or type in the table beside it."),
            N_("• A clash is marked where it is, and in the list of notes with the ways out."),
            N_("• Issuing gives the agenda a number; later changes are marked against it until it is issued again."),
            N_("• Texts in a second language stand beside the first; those that are missing are marked."),
            N_("• Attendance is kept by half-days; the share decides who gets a certificate."),
        ),
    ),
    Chapter(
        "trainings",
        N_("Trainings"),
        "graduation-cap",
        (
            N_("Trainings, forums and meetings work like visits, with hours of teaching and their own threshold."),
            N_("• One teaching hour is 60 or 45 minutes, as set for the training."),
        ),
    ),
    Chapter(
        "people",
        N_("People"),
        "users",
        (
            N_("Everybody stands here once, with the native name and the Latin spelling of the passport."),
            N_("• A Latin spelling in italics was made by the table; confirm it against the passport."),
            N_("• Filter by typing; saved filters stand above the list."),
            N_("• Tools, Find people entered twice, compares names, e-mails and dates of birth."),
            N_("• Personal data can be exported for the person, or taken out when it is no longer needed."),
        ),
    ),
    Chapter(
        "organisations",
        N_("Organisations"),
        "building-2",
        (
            N_("Towns, ministries, schools, brigades: with names in several languages and other spellings."),
            N_("• Other spellings are how spreadsheets write the name; the import knows it by them."),
        ),
    ),
    Chapter(
        "deliverables",
        N_("Deliverables"),
        "file-check",
        (
            N_("A deliverable goes from idea to adoption by stages; each has an owner and a day on which it is due."),
            N_("• Versions keep the files; reviews say who approved or wants changes."),
        ),
    ),
    Chapter(
        "budget",
        N_("Budget"),
        "wallet",
        (
            N_("Lines hold what is planned; expenditures are documents, committed or paid, in their own currency."),
            N_("• The rate of the day of the document is used; it stands beside the sum."),
            N_("• A line that comes close to its end, or goes over, says so in a word and a colour."),
        ),
    ),
    Chapter(
        "documents",
        N_("Documents"),
        "folder-open",
        (
            N_("Every paper that was saved, printed or sent is kept here as it was, with its day."),
            N_("• Files are kept with the record they belong to: drop them on its tab Documents."),
            N_("• Certificates is the register: numbers without gaps, by programme and year."),
            N_("• A cancelled certificate keeps its number; a lost one can be printed as a duplicate."),
            N_("• Type a number or the code of a certificate to verify it."),
        ),
    ),
    Chapter(
        "import",
        N_("Importing people"),
        "upload",
        (
            N_("Drop one or several spreadsheets; each is one import, taken in whole and taken back by one step."),
            N_("• File and sheet: the headings are found. If they stand elsewhere, click their row."),
            N_("• Columns: say what a column is; your choice is remembered for the same headings."),
            N_(
                "• Check rows: every row as it will be. Double-click a cell to correct it, the reason to say who it is."
            ),
            N_("• A doubtful row waits until you decide; it is never taken in by itself."),
            N_("• Take in: a backup is made before, and Ctrl+Z takes all of it back."),
            N_("Personal numbers and bank accounts in a file are never kept."),
        ),
    ),
    Chapter(
        "sheets",
        N_("Importing other sheets"),
        "table-2",
        (
            N_("Agendas, attendance, expenditures and deliverables come in by the same steps as people."),
            N_("• What a file holds is told by its headings; when it looks like another kind, that is offered."),
            N_("• Agenda: say into which visit it goes. Items known at the same time are compared, not made twice."),
            N_(
                "• Attendance: sign-in lists, and the lists of participants of Zoom, Teams and Meet with their minutes."
            ),
            N_("• Expenditures: amounts in any currency; a line of the budget is found by its code or its name."),
            N_("• Blank sheets with the right headings and lists to choose from are made under File, Blank sheet."),
            N_("• Imports (menu File) lists all that was taken in; each can be taken back whole."),
        ),
    ),
    Chapter(
        "print",
        N_("Printing"),
        "printer",
        (
            N_("The page shows the real PDF; what you choose at the right changes it at once."),
            N_("• One language, or two beside each other; missing texts are told, with the way to them."),
            N_("• Save PDF, Print, or an e-mail draft with the PDF attached. What is given out is kept in Documents."),
            N_("• Certificates: who has earned one is listed; issue them, then save all or one file each."),
        ),
    ),
    Chapter(
        "certificates.check",
        N_("Check a certificate"),
        "scan-line",
        (
            N_("Drop a photograph or the PDF of a certificate, or type its number or code: no internet is needed."),
            N_("• Genuine means: signed by an issuer that is trusted here, and neither cancelled nor replaced."),
            N_("• Trusted issuers: bring in the card that another organisation gave you, and compare its key."),
            N_("• The checking page is one file for anybody with a browser. Send it, or put it on your own site."),
            N_("• The list of cancelled certificates is for others who check. Give out a new one after cancelling."),
            N_("• Keep a copy of your key: without it, a new computer signs with another one."),
        ),
    ),
    Chapter(
        "settings",
        N_("Settings and backups"),
        "settings",
        (
            N_("Language, colours and size of the text are used at once."),
            N_("The data file is one file; take it along, or keep it in a folder that is backed up."),
            N_("• A checked backup is made on closing after changes, before each import, and in between."),
            N_("• Restoring puts a backup in the place of the data file; the present one is kept beside."),
            N_("• A data file can be open in one program at a time."),
        ),
    ),
    Chapter(
        "history",
        N_("All changes"),
        "history",
        (
            N_("Every step, by whom and when, from what to what; also on the tab History of each record."),
            N_("• Restore what was before takes one step back, also an old one, as long as nothing builds on it."),
        ),
    ),
)
#: Sections that share a chapter with another one.
SHARED = {
    "partnerships": "programmes",
    "": "start",
    "help": "start",
    "import.agenda": "sheets",
    "import.attendance": "sheets",
    "import.expenditures": "sheets",
    "import.deliverables": "sheets",
    "imports": "sheets",
}
