"""Words by which rows that hold nobody are told, in all the languages that towns write (SP-8, SP-11)."""

import re

#: The first words of rows of totals.
TOTAL = re.compile(
    r"^\W*(?:всього|усього|разом|загалом|сума|загальна кількість|кількість (?:учасників|осіб|делегатів)|итого|"
    r"всего|total|totals|in total|grand total|sum|number of (?:participants|persons|people|delegates)|skupaj|"
    r"vsega|skupno|število udeležencev|totalt|summa|antal(?:\s+(?:deltagare|personer)|\s*:|\s*$)|kopā|pavisam|"
    r"kopskaits|dalībnieku skaits|skaits\s*:|ukupno|sveukupno|zbroj|ukupan broj|broj (?:učesnika|"
    r"sudionika)\s*:|укупно|свеукупно|укупан број|вкупно|вкупен број|razem|ogółem|łącznie|gesamt|insgesamt|"
    r"summe|gjithsej|totali)(?!\w)",
    re.IGNORECASE,
)
#: The first words of what stands under a list: signatures, dates, remarks.
SIGNATURE = re.compile(
    r"^\W*(?:організатор\w*|виконав\w+|виконавець|склад\w+|склав\b|склала\b|упорядн\w+|підготув\w+|затверд\w+|"
    r"погоджен\w+|підпис|м\.\s?п\.\s*$|дата\b|prepared by|compiled by|approved by|organi[sz]er|signature|date\s*:|"
    r"place and date|note\s*:|notes?\s*:|n\.?b\.\s*:|p\.?s\.\s*:|pripravil\w*|sestavil\w*|odobril\w*|odgovorn\w+|"
    r"podpis|žig|datum\s*:|kraj in datum|opomb\w*|ansvarig|underskrift|upprättad|sammanställ\w*|godkän\w+|"
    r"ort och datum|sagatavoja|sastādīja|apstiprin\w+|izpildītājs|paraksts|vieta un datums|piezīme\w*\s*:|"
    r"примітк\w+|контактна особа|pripremi\w+|sastavi(?:o|la)|izradi(?:o|la)|odobri(?:o|la)|m\.\s?p\.\s*$|"
    r"mjesto i datum|mesto i datum|potpis|napomen\w+|припреми\w+|састави\w+|израдио|одобри\w+|подготви\w+|"
    r"изготви\w+|место и датум|датум\s*:|потпис|напомен\w+|забелешк\w+|печат|исполнител\w+|составил\w*|"
    r"подготовил\w*|утвержд\w+|согласован\w*|подпись|примечани\w+|sporządzi\w+|przygotowa\w+|uwag[ai]\s*:|"
    r"legenda?|legende|легенда|умовні (?:позначення|скорочення)|oznake|teckenförklaring|apzīmējumi|"
    r"erstellt|unterschrift|întocmit|përgatiti|ort,? datum)(?!\w).*|.*_{4,}.*|^\s*\*+\s?\S.*",
    re.IGNORECASE,
)
#: What explains the signs of a list: nobody stands below it.
LEGEND = re.compile(
    r"^\W*(?:legenda?|legende|легенда|умовні (?:позначення|скорочення)|oznake|teckenförklaring|apzīmējumi)(?!\w)", re.I
)
#: A sheet's name that names a municipality, and words that say that it names a list of them.
OF_TOWN = re.compile(
    r"\b(?:громада|рада|міськрада|отг|тг|občina|kommun|municipality|city of|town of|novads|novada|pašvaldība|općina|"
    r"opština|grad|општина|град|община|gmina|gemeinde|stadt|komuna|komuna e|bashkia|primăria)\b",
    re.IGNORECASE,
)
OF_LISTS = re.compile(
    r"\b(?:спис\w+|перелік|учасни\w+|делега\w+|представни\w+|list\w*|lista|seznam|spisak|popis|participants?|"
    r"members|udeležen\w+|deltaga\w+|dalībniek\w+|saraksts|učesni\w+|sudioni\w+|листа|учесни\w+|и|та|і|in|and|och|un)\b|\d",
    re.IGNORECASE,
)
#: Words of bodies that send people: a row of nothing else is the heading of their group.
GROUP = re.compile(
    r"\b(?:делегаці\w+|делегаци\w+|делегација|команда|група|группа|громад\w+|рад[аи]|міськрад\w+|область|"
    r"община|горсовет|delegation|delegacija|delegazija|delegationen|team|group|skupina|občin\w+|kommun\w*|"
    r"municipalit\w+|city of|town of|novad\w+|pašvaldīb\w+|delegācij\w+|grupa|općin\w+|opštin\w+|grad|"
    r"општин\w+|град|gmin\w+|delegacj\w+|gemeinde|stadt|komun[aë]|bashki\w+|primări\w+|delegacioni|"
    r"partner\w*)\b",
    re.IGNORECASE,
)
#: Offices, companies and other bodies, none of whose words is a name: a row of nothing else is the heading of a group.
BODY = re.compile(
    r"\b(?:управлінн\w|департамент\w*|відділ\w*|служба|виконком\w*|апарат|комунальн\w+|підприємств\w+|університет\w*|"
    r"центр|центру|асоціаці\w+|фонд\w*|міністерств\w+|агенці\w+|лікарн\w+|школа|ліцей|коледж|бібліотека|музей|"
    r"КП|КНП|КУ|КЗ|ГО|БО|ТОВ|ЦНАП|ОВА|РВА|МВА|ОДА|РДА|uprava|управа|služba|služby|kabinet|кабинет|odeljenje|одељење|"
    r"odjeljenje|sekretarijat|секретаријат|zavod|завод|centar|центар|agencija|агенција|preduzeće|poduzeće|предузеће|"
    r"претпријатие|univerzitet|univerza|универзитет|ministarstvo|ministrstvo|министерство|министарство|udruženje|"
    r"udruga|удружење|здружение|fondacija|фондација|kancelarija|канцеларија|ured|urad|J?KP|JU|JP|ЈКП|ЈУ|ЈП|ЈЗУ|"
    r"d\.?o\.?o|inštitut|institut\w*|институт|razvojn\w+|förvaltning\w*|länsstyrelsen|region|stiftelse\w*|förening\w*|"
    r"universitet|högskola|biedrība|aģentūra|nodibinājums|universitāte|ministrija|pārvalde|SIA|office|department|"
    r"ministry|agency|centre|center|university|institute|association|foundation|company|council|school|hospital|"
    r"drejtoria|ministria|agjencia|ministerul|agenția|direcția|consiliul|asociația)\b"
)
#: A whole cell that says that the name comes later.
OPEN = re.compile(
    r"^\W*(?:tbc|tba|tbd|n\.?\s?n\.?|x{2,}|vacant|vacancy|to be (?:confirmed|announced|named|decided|"
    r"determined)(?: later)?|буде (?:визначено|повідомлено|уточнено)(?: пізніше)?|вакансія|вакантна посада|"
    r"вільн[еаоі](?: місц[ея])?|free(?: seat)?|empty(?: seat)?|prosto|slobodno|слободно|свободно|ledig(?: plats)?|"
    r"brīvs|liber|blank|spare|"
    r"уточнюється|уточнити|ще не визначено|ім'я уточнюється|še ni znano|še ni določeno|ime sledi|"
    r"sporočimo naknadno|bo sporočeno(?: naknadno)?|naknadno|meddelas senare|ej klart|ännu ej utsedd|vakant|"
    r"tiks precizēts|tiks paziņots|vēl nav zināms|vakance|precizējams|naknadno će biti (?:određeno?|"
    r"dostavljeno)|bit će naknadno|još nije poznato|biće (?:naknadno )?(?:određen\w?|poznato)|накнадно|"
    r"још није познато|дополнително|ќе се (?:определи|достави)(?: дополнително)?|уточняется|"
    r"будет (?:определ[её]н|позже)|do ustalenia|wird noch (?:benannt|mitgeteilt)|wird nachgereicht)\W*$|"
    r"^[\s?.…]+$",
    re.IGNORECASE,
)
#: What stands before the name of an organisation in the heading of its group.
GROUP_LABEL = re.compile(
    r"^\W*(?:[ivxlc]+\.|\d{1,2}[.)])?\s*(?:(?:делегація|делегация|делегација|організація|організация|"
    r"організація|громада|delegation|delegacija|organisation|organization|organizacija|municipality|občina|"
    r"općina|opština|kommun|group|група|skupina|grupa|partner|team)\s*:\s*)?",
    re.IGNORECASE,
)
#: A cell that shows the form of a date or a phone number instead of one.
EXAMPLE = re.compile(
    r"^\W*(?:(?:dd|дд|d)\s?[./-]\s?(?:mm|мм|m)\s?[./-]|mm\s?/\s?dd\s?/|"
    r"(?:yyyy|рррр|гггг|gggg|llll|åååå|rrrr|jjjj)\s?[./-]\s?[^\W\d]|\+\d{2,3}\W*(?:\.{2,}|[xхXХ_]{2,}))",
    re.IGNORECASE,
)
#: A title of a list before the name of those who are on it: "Lista participanților – Primăria Cahul".
LIST_LABEL = re.compile(
    r"^\W*(?:список|перелік|списак|листа|листата|lista|liste|list|seznam|spisak|popis|saraksts|dalībnieku saraksts|"
    r"deltagarlista|participants|учасники|участники|учесници|udeleženci|učesnici|sudionici|deltagare|dalībnieki|"
    r"participanți)\b[^–—:]{0,40}(?:\s[–—-]\s|:\s*)(?=\S)",
    re.IGNORECASE,
)
#: Words that say what somebody is on a journey: a heading of nothing else ("Drivers", "Супровід:") names no body.
_ROLE = re.compile(
    r"супров\w+|вод[іи][йї]\w*|водії\w*|перекладач\w*|експерт\w*|тренер\w*|ментор\w*|менті|гост[іией]\w*|учасни\w+|"
    r"слухач\w*|організатор\w*|спікер\w*|доповідач\w*|координатор\w*|резерв\w*|запасн\w+|інші|технічн\w+|персонал\w*|"
    r"керівни\w+|делегат\w*|члени|чоловіки|жінки|депутати|посадовці|журналіст\w*|преса|волонтер\w*|сопровожд\w+|"
    r"водител\w+|переводчик\w*|участник\w*|прочие|drivers?|interpreters?|translators?|experts?|speakers?|trainers?|"
    r"mentors?|mentees?|guests?|participants?|delegates?|companions?|escorts?|accompanying|staff|organi[sz]ers?|"
    r"coordinators?|reserves?|others?|support|technical|members|press|media|men|women|leaders?|spremstvo|"
    r"spremljevalc\w*|voznik\w*|tolmač\w*|prevajalc\w*|strokovnjak\w*|udeležen\w+|gost(?:je|i)|ostali|predavatelj\w*|"
    r"organizator\w*|mentorj\w*|rezerv\w*|pratnja|vozač\w*|prevodi(?:oci|telji|lac)|stručnjaci|eksperti|učesni\w+|"
    r"sudioni\w+|predavači|treneri|mentori|пратња|возач\w*|преводиоци|преведувач\w*|стручњаци|експерти|учесни\w+|"
    r"придружба|тренери|остали|останати|chaufför\w*|tolk\w*|deltaga\w+|gäster|experter|medföljande|ledsagare|"
    r"föreläsare|övriga|arrangör\w*|šofer\w*|autovadītāj\w*|tulk[is]?|dalībniek\w*|viesi|pavadoš\w+|pavadoņi|pārējie|"
    r"vodiči?|vodnik\w*|водич\w*|гід\w*|екскурсовод\w*|экскурсовод\w*|guides?|ciceron\w*|gidi?|ghid\w*|udhërrëfyes\w*|"
    r"lektori|participanți|șoferi?|interpreți|experți|însoțitori|pjesëmarrës\w*|shofer\w*|përkthyes\w*|ekspertë\w*",
    re.IGNORECASE,
)
#: Words beside them.
_BESIDE = frozenset(
    "та і й и and in och un und și dhe of the a особи лица osebe osobe особе personer personas persons people команда "
    "група группа group team grupa skupina групи групи делегації delegation".split()
)


def names_roles(text: str) -> bool:
    """Whether the heading of a part of a list only says what its people are: "Drivers and interpreters:"."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)", " ", text))
    return any(map(_ROLE.fullmatch, words)) and all(
        _ROLE.fullmatch(word) or word.casefold() in _BESIDE for word in words
    )
