"""From a spreadsheet to staged rows and problems: no database, no window.

The stages: ``gate`` (what may be opened at all) → ``workbook`` (raw cells, read in a limited child process) →
``headings`` (which column is what) → ``cells``, ``phones``, ``dates_in_cells`` (one cell made sense of) →
``people_sheet`` (rows of people) → ``staging`` (the whole file, nobody twice) → ``matching`` (against people known).
"""
