"""Georgian, Armenian and Greek in Latin letters, so that people from there are found and matched across alphabets.

Only for searching, matching and file names: what is printed of them is what their passport or their list says. Georgian
follows the national system of 2002 as passports write it (without the signs of the glottal sounds), Greek ELOT 743 as
passports write it, Armenian the spelling of its passports.
"""

import re
import unicodedata

_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev".split(),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_LETTERS = {ord(letter): latin for table in (_GEORGIAN, _ARMENIAN, _GREEK) for letter, latin in table.items()}
_OURS = "\u0370-\u03ff\u0531-\u0587\u10d0-\u10fa\u1c90-\u1cba\u1f00-\u1fff"
_FURTHER = re.compile(f"[{_OURS}]")
_WORD = re.compile(f"[{_OURS}][{_OURS}\u0300\u0301\u0308\u0313\u0314\u0342\u0345]*")
#: A vowel with two dots does not make one sound with the letter before it.
_APART = re.compile("υ[\u0300\u0301]*\u0308[\u0300\u0301]*")
#: Two letters of one sound; what the second of αυ, ευ, ηυ sounds like depends on the letter behind it.
_PAIRS = (
    (re.compile("ու"), "u"),
    (re.compile("^ե(?=.)"), "ye"),
    (re.compile("^ո(?=[^վ])"), "vo"),
    (re.compile("ου"), "ou"),
    (re.compile("([αεη])υ(?=[θκξπσςτφχψ]|$)"), "\\1f"),
    (re.compile("([αεη])υ"), "\\1v"),
    (re.compile("^μπ"), "b"),
    (re.compile("γ(?=[γξχ])"), "n"),
)


def further_latin(text: str) -> str:
    """The words of a text that are in one of these alphabets in Latin letters; all else as it is.

    A Georgian word, which knows no capitals, gets one at its start.
    """
    return _WORD.sub(lambda found: _spelt(found.group()), text) if _FURTHER.search(text) else text


def _spelt(word: str) -> str:
    low = _APART.sub("y", unicodedata.normalize("NFD", word.lower()))
    low = "".join(letter for letter in low if not unicodedata.combining(letter))
    for pattern, latin in _PAIRS:
        low = pattern.sub(latin, low)
    made = low.translate(_LETTERS)
    if word[0].lower() in _GEORGIAN or word.istitle():
        return made[:1].upper() + made[1:]
    return made.upper() if word.isupper() else made
