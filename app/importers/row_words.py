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
#: A whole cell that says that the name comes later.
OPEN = re.compile(
    r"^\W*(?:tbc|tba|tbd|n\.?\s?n\.?|x{2,}|vacant|vacancy|to be (?:confirmed|announced|named|decided|"
    r"determined)(?: later)?|буде (?:визначено|повідомлено|уточнено)(?: пізніше)?|вакансія|вакантна посада|"
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
