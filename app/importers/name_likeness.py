"""What in a text is like a name, and what like a title, a post or another name beside it (SP-4, SP-10)."""

import re
from functools import lru_cache

from app.core.given_names import given_names
from app.core.name_parts import is_initial, is_patronymic
from app.core.text import marks_off
from app.core.transliteration import is_cyrillic, is_latin

_TITLES = re.compile(
    r"^(?:(?:(?:канд(?:идат(?:ка)?)?|докт(?:ор)?)\.?\s*[а-яіїє-]+\.?\s*наук(?=[\s,])"
    r"|(?:ass|asist|izr|red|univ|dipl|spec|доц|проф|др|акад|канд|mag|mgr|dr|doc|prof|ing|inž|inż|hab|mr|mrs|ms|sc|"
    r"habil|м-р|d-r|д-р|асист|інж|арх|арк|arh|акад)\.(?:\s*(?:[a-zčšž]{1,4}\.){0,2})"
    r"|(?:dr|prof|mag|mgr|проф|др|д-р|м-р)(?=\s)"
    r"|(?:доцент(?:ка)?|професор(?:ка)?|академік|профессор|professor|profesor(?:ica)?|docent(?:ka|ica)?)(?=[\s,])"
    r"|[кд]\.\s?[а-яії]{1,4}\.\s?-?\s?[а-яії]{0,3}\.?\s?н\.)"
    r",?\s*)+",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\s*\d{1,3}\s*[.)]\s*(?=[^\W\d_])")
_DASH = re.compile(r"\s+[-–—]\s*|\s*[–—]\s+|\s*[;\n|]\s*")
_BRACKET = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<rest>[^()]{3,})\)\s*$")
#: How the words of posts begin, without their marks.
_POST = re.compile(
    r"\b(?:голов\w*|мер|мера|міськ\w*|сільськ\w*|селищн\w*|директор\w*|начальни\w*|спеціаліст\w*|заступни\w*|секретар\w*|"
    r"депутат\w*|старост\w*|керівни\w*|менеджер\w*|радни\w*|інженер\w*|бухгалтер\w*|координатор\w*|консультант\w*|"
    r"завідувач\w*|голова|експерт\w*|юрист\w*|глава|мэр|начальник\w*|специалист\w*|заместител\w*|руководител\w*|"
    r"градоначални\w*|начелни\w*|раководител\w*|советни\w*|саветни\w*|помоћни\w*|председни\w*|претседател\w*|службени\w*|"
    r"zupan\w*|podzupan\w*|direktor\w*|vodj\w*|vodic\w*|svetoval\w*|svetni\w*|strokovn\w*|tajni\w*|nacelni\w*|"
    r"gradonacelni\w*|predsjedni\w*|predsedni\w*|sekretar\w*|savjetni\w*|savetni\w*|pomocni\w*|zamjeni\w*|zameni\w*|"
    r"referent\w*|strucn\w*|sluzbeni\w*|koordinator\w*|sef|sefica|rukovodi\w*|burmistrz\w*|wojt|kierowni\w*|"
    r"mayor\w*|deputy|head|manager|specialist\w*|officer|coordinator|director|councillor|councilor|secretary|advis[eo]r|"
    r"expert|chief|assistant|engineer|lawyer|accountant|consultant|chair\w*|president|minister|planner|"
    r"borgmastare|kommunalrad\w*|chef|handlaggare|samordnare|ordforande|ledamot|utvecklare|\w+chef|\w+strateg|strateg|"
    r"mers|vaditaj\w*|specialist\w*|priekssedetaj\w*|priekssedet\w*|deputat\w*|galven\w*|konsultant\w*|izpilddirektor\w*|"
    r"burgermeister\w*|leiter\w*|referentin|kryetar\w*|drejtor\w*|zyrtar\w*|primar\w*|inspector\w*)\b",
    re.IGNORECASE,
)
_INNER = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]{2,40})\)\s*(?P<after>[^()]*)$")
_SCRIPTS = re.compile(r"\s*[/|\n;()–—]\s*|\s-\s")
_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’ʼ`.-])*$")


def name_like(text: str) -> bool:
    """Two to four words that begin with capitals, none of a post: a whole name."""
    words = text.replace(",", " ").split()
    return (
        2 <= len(words) <= 4
        and all(_WORD.match(word) and word[0].isupper() for word in words)
        and not _POST.search(marks_off(text.casefold()))
    )


def certain_name(text: str) -> bool:
    """A whole name of which a word is known: a given name, a patronymic, an initial."""
    names = given_names()
    return name_like(text) and any(
        names.knows(word) or is_patronymic(word) or is_initial(word) for word in text.split()
    )


def post_like(text: str) -> bool:
    """Whether a text names a post: it has a word of one, or goes on in small letters."""
    return bool(_POST.search(marks_off(text.casefold()))) or (text[:1].islower() and len(text) > 3)


def _parts(text: str) -> tuple[str, str] | None:
    """A name and what follows it: after a dash, a line break, in brackets, after a comma."""
    found = _BRACKET.match(text)
    if found:
        return found.group("name"), found.group("rest")
    pieces = _DASH.split(text, maxsplit=1)
    if len(pieces) == 2 and all(pieces):
        return pieces[0], pieces[1]
    first, comma, rest = text.partition(",")
    if comma and rest.strip() and len(first.split()) == 1 and "," in rest:
        # "Novak, Ana, direktorica"
        second, _comma, rest = rest.partition(",")
        first = f"{first.strip()}, {second.strip()}"
    return (first.strip(), rest.strip()) if comma and rest.strip() else None


def _abbreviations(text: str) -> bool:
    """Titles after a name: "univ. dipl. prav.", "PhD"."""
    return all(
        word.endswith(".") or word.casefold() in ("phd", "mba", "msc", "ma", "ba", "spec") for word in text.split()
    )


@lru_cache(maxsize=50_000)
def taken_apart(text: str) -> tuple[str, str, bool]:
    """The name, the post, and whether something stayed that is neither for certain ("Ana Novak, županja")."""
    name = _TITLES.sub("", _NUMBER.sub("", text), count=1)
    if not any(sign in name for sign in ",–—-;|("):
        return name or text, "", False
    parts = _parts(name)
    if parts is None or _abbreviations(parts[1]):
        return name or text, "", False
    first, rest = (part.strip(" ,;") for part in parts)
    if name_like(first) and post_like(rest):
        return first, rest, False
    if name_like(rest) and certain_name(rest) and _POST.search(marks_off(first.casefold())):
        return rest, first, False
    if certain_name(first) and len(rest.split()) >= 2 and not name_like(rest):
        return first, rest, True
    return name or text, "", False


def two_scripts(text: str) -> tuple[str, str] | None:
    """The name in Cyrillic letters and the same in Latin ones, where a cell holds both and nothing else."""
    parts = [part.strip(" ,") for part in _SCRIPTS.split(text) if part.strip(" ,")]
    if len(parts) != 2 or not all(map(name_like, parts)):
        return None
    native, latin = parts if is_cyrillic(parts[0]) else parts[::-1]
    return (native, latin) if is_cyrillic(native) and is_latin(latin) and not is_cyrillic(latin) else None


def without_brackets(text: str) -> tuple[str, str]:
    """A name without the other name in brackets, "Kovalenko (Melnyk) Iryna", and that one; '' where there is none."""
    found = _INNER.match(text)
    if not found:
        return text, ""
    inside = found.group("inside").strip()
    words = inside.split()
    rest = f"{found.group('before')} {found.group('after')}".strip()
    named = len(words) <= 2 and all(_WORD.match(word) and word[0].isupper() for word in words)
    if not named or _abbreviations(inside) or _POST.search(marks_off(inside.casefold())) or "," in rest:
        return text, ""
    return rest, inside
