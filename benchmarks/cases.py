"""What is measured, against what, and the aims."""

from benchmarks.material import make_many, make_sample, make_sheets
from benchmarks.sides_office import make_letters
from benchmarks.turns import Against, Aim, Case

CASES: tuple[Case, ...] = (
    Case(
        "start-shell",
        "start until the shell is painted",
        "sides_start:shell",
        (Against("a bare PySide6 window, shown and painted", "sides_start:bare_window", Aim(1.5)),),
        whole=True,
        prepare=(make_sample,),
    ),
    Case(
        "start-page",
        "start until the overview shows the data of the sample",
        "sides_start:first_page",
        (Against("a bare PySide6 window, shown and painted", "sides_start:bare_window", Aim(4)),),
        whole=True,
        prepare=(make_sample,),
    ),
    Case(
        "import-read",
        "reading the spreadsheet (100,000 rows × 20 columns) safely, in its child process",
        "sides_import:read_only",
        (Against("the bare python-calamine read of the same file", "sides_import:bare_read", Aim(1.1)),),
        prepare=(make_sheets,),
    ),
    Case(
        "import-dry-new",
        "dry run of 100,000 people against as many others, all new",
        "sides_import:dry_run_new",
        (Against("the bare read", "sides_import:bare_read_new", Aim(3)),),
        prepare=(make_sheets,),
    ),
    Case(
        "import-dry-half",
        "dry run of 100,000 people against as many, half of them known, some changed",
        "sides_import:dry_run_half",
        (Against("the bare read", "sides_import:bare_read_half", Aim(3)),),
        prepare=(make_sheets,),
    ),
    Case(
        "import-dry-known",
        "dry run of 100,000 people against a file that knows all of them",
        "sides_import:dry_run_known",
        (Against("the bare read", "sides_import:bare_read", Aim(3)),),
        prepare=(make_sheets,),
    ),
    Case(
        "import-new",
        "whole import of 100,000 new people into a file with as many others, with history",
        "sides_import:whole_new",
        (Against("the bare read", "sides_import:bare_read_new", Aim(4.5)),),
        prepare=(make_sheets,),
    ),
    Case(
        "import-half",
        "whole import of 100,000 people of whom half are known, with history",
        "sides_import:whole_half",
        (Against("the bare read", "sides_import:bare_read_half", Aim(4.5)),),
        prepare=(make_sheets,),
    ),
    Case(
        "import-known",
        "whole import of 100,000 people who are all known",
        "sides_import:whole_known",
        (Against("the bare read", "sides_import:bare_read", Aim(4.5)),),
        prepare=(make_sheets,),
    ),
    Case(
        "import-few",
        "whole import of 1,000 known people into a file of 100,000",
        "sides_import:whole_few_known",
        (
            Against(
                "openpyxl, one query by name and one mapped object a row", "sides_import:row_by_name", Aim(least=12)
            ),
            Against("the same with a query by the indexed e-mail", "sides_import:row_by_mail"),
            Against("the bare read", "sides_import:bare_read_few"),
        ),
        prepare=(make_sheets,),
    ),
    Case(
        "certificates",
        "1,000 certificates: logos, border, signed QR, two scripts",
        "sides_paper:certificates",
        (
            Against("the bare canvas: names and number on one form, no QR", "sides_paper:bare_certificates", Aim(8)),
            Against("the bare canvas with reportlab's own QR", "sides_paper:certificates_with_widget", Aim(1)),
        ),
    ),
    Case(
        "certificates-office",
        "30 certificates against an office program",
        "sides_office:certificates",
        (
            Against("LibreOffice converting as many .docx of the same", "sides_office:converted", Aim(least=30)),
            Against("the same as single files, fonts and logos in each", "sides_office:each_certificate"),
        ),
        by_clock=True,
        prepare=(make_letters,),
    ),
    Case(
        "agenda",
        "an agenda of a dozen pages",
        "sides_paper:agenda",
        (Against("the same items drawn on the canvas by hand", "sides_paper:bare_agenda", Aim(2)),),
    ),
    Case(
        "insert",
        "10,000 people written through a unit of work, with history",
        "sides_storage:insert_many",
        (
            Against(
                "the driver's executemany of the same rows and history rows",
                "sides_storage:raw_insert_with_history",
                Aim(1.5),
            ),
            Against("the driver's executemany of the rows alone", "sides_storage:raw_insert"),
        ),
        prepare=(make_sheets,),
    ),
    Case(
        "backup",
        "a verified backup of the data file with 100,000 people",
        "sides_storage:verified_backup",
        (Against("the file copied", "sides_storage:file_copy", Aim(5)),),
        by_clock=True,
        prepare=(make_sheets,),
    ),
    Case(
        "list-paint",
        "the page of 100,000 people until its list is painted",
        "sides_list:people_page",
        (Against("a table view on a model that holds all tuples", "sides_list:plain_model", Aim(0.15)),),
        prepare=(make_many,),
    ),
    Case(
        "list-filter",
        "ten steps of filter as you type over 100,000 people, in both scripts",
        "sides_list:filter_as_typed",
        (
            Against("as many bare repaints", "sides_list:bare_repaint", Aim(1.7)),
            Against("QSortFilterProxyModel over one column", "sides_list:proxy_filter", Aim(least=200)),
        ),
        prepare=(make_many,),
    ),
)
