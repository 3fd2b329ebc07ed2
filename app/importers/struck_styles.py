"""Which styles of an .xlsx cross out what stands in a cell. Standard library only."""

import re
import zipfile

#: Larger style sheets are not looked through: they come from programs, not from people who cross out a row.
_LARGEST = 4 << 20
#: More styles than these would make a slow search; a list has one or two.
_MOST = 200
_PREFIX = re.compile(rb"<(/?)\w+:")
_FONTS = re.compile(rb"<fonts\b.*?</fonts>", re.DOTALL)
_FONT = re.compile(rb"<font\s*/>|<font\b[^>]*>.*?</font>", re.DOTALL)
_STRIKE = re.compile(rb"<strike\s*/>|<strike\b(?![^>]*\bval=[\"'](?:0|false)[\"'])[^>]*>")
_FORMATS = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb"<xf\b[^>]*>")
_FONT_ID = re.compile(rb"\bfontId=[\"'](\d+)")


def crosses_out(properties: bytes) -> bool:
    """Whether the properties of a font or of a run cross out; ``<strike val="0"/>`` says that they don't."""
    return _STRIKE.search(properties) is not None


def struck_cells(archive: zipfile.ZipFile) -> re.Pattern[bytes] | None:
    """A pattern that finds the start of each filled cell with a style that crosses it out; None where no style does."""
    name = next((one for one in archive.namelist() if one.lower().endswith("xl/styles.xml")), "")
    if not name or archive.getinfo(name).file_size > _LARGEST:
        return None
    with archive.open(name) as source:
        # Not more than announced: the part is looked through for bombs only later.
        data = source.read(_LARGEST)
    if b"strike" not in data:
        return None
    data = _PREFIX.sub(rb"<\1", data)
    fonts = _FONTS.search(data)
    formats = _FORMATS.search(data)
    if fonts is None or formats is None:
        return None
    struck = {at for at, font in enumerate(_FONT.findall(fonts.group())) if crosses_out(font)}
    styles = [
        str(at).encode()
        for at, one in enumerate(_FORMAT.findall(formats.group()))
        if (found := _FONT_ID.search(one)) and int(found.group(1)) in struck
    ]
    if not styles or len(styles) > _MOST:
        return None
    return re.compile(rb'<c\b(?=[^>]*\bs="(?:' + b"|".join(styles) + rb')")(?![^>]*/>)[^>]*>')
