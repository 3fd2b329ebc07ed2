"""What people may type or paste to harm a paper or whoever opens it (reliability 3.7, O1 to O6)."""

MARKUP = (
    "<b>bold</b>",
    "<b>open",
    "</para>",
    "<para fontSize=99>",
    "<font name='Nowhere'>",
    "<nobr><seq/>",
    "A & B &amp; C &lt;",
    "&#x3C;b&#x3E;",
    "Olena <olena@example.org>",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "{{ 7*7 }} ${7*7} #{7*7}",
    "{name} {0} {} {name.__class__}",
    "%s %d %(name)s %n",
    "\\x41 \\n \\u0041 \\",
)
PICTURES = (
    '<img src="/etc/hostname"/>',
    '<img src="file:///etc/passwd"/>',
    '<img src="http://127.0.0.1:9/x.png"/>',
    '<img src="https://example.org/x.png"/>',
    '<img src="\\\\server\\share\\x.png"/>',
    '<img src="data:image/png;base64,AAAA"/>',
    '<img src="resources/icons/x.svg"/>',
)
LINKS = (
    '<a href="http://example.org/">here</a>',
    '<a href="javascript:app.alert(1)">here</a>',
    '<a href="file:///C:/Windows/system.ini">here</a>',
    "http://example.org/?a=1&b=<2>",
    "mailto:x@example.org?bcc=y@example.org",
    "<link href='#top'>up</link>",
    '<font color=\'__import__("os").system("id")\'>x</font>',
)
FORMULAS = (
    '=HYPERLINK("http://example.org","press")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "'=1+1",
    '=WEBSERVICE("http://example.org")',
    '"; =1+1',
    "=IMPORTXML(1)",
)
PDF_SYNTAX = (
    ") Tj ET BT (x) Tj",
    "(((((",
    "\\)\\(",
    "endstream endobj",
    "/JS (app.alert(1)) >>",
    "stream\nEMC EMC BDC",
    "%%EOF",
)
DIRECTION = (
    "Ana\u202egnp.exe",
    "\u2066left\u2067right\u2069",
    "a\u200bb\u200cc\u200dd",
    "\ufeffmark",
    "soft\u00adhyphen",
    "\u0627\u0644\u0633\u0644\u0627\u0645",
    "\u05d0\u05d1\u05d2 abc",
)
CONTROL = (
    "nul\x00byte",
    "bell\x07 esc\x1b[31m",
    "line\nbreak\r\nand\x0bmore\x0c",
    "a\x85b\u2028c\u2029d",
    "\ud800alone\udfff",
    "\uffff\ufdd0x",
)
PICTURE_LETTERS = (
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f44d\U0001f3fd ok \u2764\ufe0f",
    "\U0001f1fa\U0001f1e6",
    "Z" + "\u0334\u0353\u035b\u0300\u0301" * 40 + "algo",
    "\u4e2d\u6587 \u10e1\u10d0\u10e5",
    "\ufb01ne \u2460 \uff21",
)
ENDLESS = ("W" * 5000, "Ж" * 5000, "word " * 1000, "\u0301" * 5000, "line\n" * 500)
PATHS = ("../../etc/passwd", "..\\..\\x", "C:\\x:y", "CON", "a.pdf:ads", "nul.txt", "x. ", "/")
ALL = (
    *MARKUP, *PICTURES, *LINKS, *FORMULAS, *PDF_SYNTAX, *DIRECTION, *CONTROL, *PICTURE_LETTERS, *ENDLESS, *PATHS,
    "", " ",
)  # fmt: skip
