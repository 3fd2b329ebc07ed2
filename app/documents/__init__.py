"""Paper: plain data in, PDF, workbook or calendar bytes out; no database, no window.

One module a document, each with a frozen dataclass that services fill and one function ``build``. What they
share stands below them: ``styles`` and ``fonts`` (type), ``wrapping`` (lines), ``pen`` (drawing), ``layout`` (pages),
``tables``, ``blocks`` and ``logos`` (parts), ``formats`` and ``speech`` (dates, numbers and words of a language).
"""
