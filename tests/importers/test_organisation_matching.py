"""Names of organisations against those known: each pair judged by hand, in the languages of the programmes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.organisation_names import read_organisation_name
from app.core.people_comparison import Level
from app.core.vocabulary import OrganisationType as Type
from app.importers.organisation_matching import KnownOrganisation, OrganisationDirectory

CERTAIN, PROBABLE, POSSIBLE, DIFFERENT = Level.CERTAIN, Level.PROBABLE, Level.POSSIBLE, Level.DIFFERENT

#: id, names, aliases, type, country, town.
KNOWN = (
    (
        "drohobych",
        ("Drohobych hromada", "Дрогобицька міська територіальна громада"),
        (),
        Type.HROMADA,
        "UA",
        "Drohobych",
    ),
    ("bucha", ("Бучанська міська територіальна громада",), (), Type.HROMADA, "UA", "Буча"),
    ("kopychyntsi", ("Kopychyntsi hromada",), (), Type.HROMADA, "UA", "Kopychyntsi"),
    ("zavodske", ("Zavodske hromada",), ("Zavodska OTG",), Type.HROMADA, "UA", "Zavodske"),
    ("mukachevo", ("Мукачівська міська рада",), (), Type.HROMADA, "UA", "Мукачево"),
    ("kherson", ("Херсонська міська рада",), (), Type.HROMADA, "UA", "Херсон"),
    ("beryslav", ("Бериславська міська рада",), (), Type.HROMADA, "UA", "Берислав"),
    ("kyiv", ("Київська міська рада",), ("Kiev City",), Type.HROMADA, "UA", "Київ"),
    ("lviv-oblast", ("Львівська обласна рада",), (), Type.REGION, "UA", ""),
    ("mykolaiv", ("Миколаївська міська рада",), (), Type.HROMADA, "UA", "Миколаїв"),
    ("domzale", ("Občina Domžale", "Municipality of Domžale"), (), Type.MUNICIPALITY, "SI", "Domžale"),
    ("pgd", ("Prostovoljno gasilsko društvo Domžale", "PGD Domžale"), (), Type.FIRE_BRIGADE, "SI", "Domžale"),
    ("sobota", ("Mestna občina Murska Sobota",), (), Type.MUNICIPALITY, "SI", "Murska Sobota"),
    ("novo-mesto", ("Mestna občina Novo mesto",), (), Type.MUNICIPALITY, "SI", "Novo mesto"),
    (
        "cep",
        ("Center za evropsko prihodnost (CEP)", "Centre for European Perspective"),
        (),
        Type.PROGRAMME_OFFICE,
        "SI",
        "",
    ),
    ("orebro", ("Örebro kommun",), (), Type.MUNICIPALITY, "SE", "Örebro"),
    ("stockholm", ("Stockholms stad",), (), Type.MUNICIPALITY, "SE", "Stockholm"),
    ("adazi", ("Ādažu novada pašvaldība",), (), Type.MUNICIPALITY, "LV", "Ādaži"),
    ("tetovo", ("Општина Тетово",), (), Type.MUNICIPALITY, "MK", "Tetovo"),
    ("pljevlja", ("Opština Pljevlja",), (), Type.MUNICIPALITY, "ME", "Pljevlja"),
    ("sarajevo", ("Grad Sarajevo",), (), Type.MUNICIPALITY, "BA", "Sarajevo"),
    ("stari-grad", ("Općina Stari Grad Sarajevo",), (), Type.MUNICIPALITY, "BA", ""),
    ("lublin", ("Gmina Lublin",), (), Type.MUNICIPALITY, "PL", "Lublin"),
    ("school1", ("Ліцей №1 Дрогобич",), (), Type.SCHOOL, "UA", ""),
)

PAIRS = (
    # Exactly a name, a learnt spelling or the town, in either script: nothing is asked.
    ("дрогобицька  міська територіальна громада", CERTAIN, "drohobych"),
    ("ОБЧИНА ДОМЖАЛЕ", PROBABLE, "domzale"),
    ("Obcina Domzale", CERTAIN, "domzale"),
    ("Zavodska OTG", CERTAIN, "zavodske"),
    ("Kiev City", CERTAIN, "kyiv"),
    ("Domžale", CERTAIN, "domzale"),
    ("PGD Domžale", CERTAIN, "pgd"),
    # The same place with other words of its kind, or in another script or system.
    ("Drohobych City Council", PROBABLE, "drohobych"),
    ("Дрогобич", CERTAIN, "drohobych"),
    ("Дрогобицька міська рада", PROBABLE, "drohobych"),
    ("Виконавчий комітет Дрогобицької міської ради", PROBABLE, "drohobych"),
    ("Дрогобицька міська рада Львівської області", PROBABLE, "drohobych"),
    ("Drohobych City Council, Lviv Oblast, Ukraine", PROBABLE, "drohobych"),
    ("Občina Drohobič", PROBABLE, "drohobych"),
    ("м. Дрогобич", PROBABLE, "drohobych"),
    ("Municipality of Bucha", PROBABLE, "bucha"),
    ("Копичинецька міська рада", PROBABLE, "kopychyntsi"),
    ("Заводська міська рада", PROBABLE, "zavodske"),
    ("City of Mukachevo", PROBABLE, "mukachevo"),
    ("Občina Berislav", PROBABLE, "beryslav"),
    ("City of Kyiv", PROBABLE, "kyiv"),
    ("Kiev", PROBABLE, "kyiv"),
    ("Lviv Regional Council", PROBABLE, "lviv-oblast"),
    ("Львівська область", PROBABLE, "lviv-oblast"),
    ("Domžale Municipality", PROBABLE, "domzale"),
    ("Domzale Municipality", PROBABLE, "domzale"),
    ("Občina Murska Sobota", PROBABLE, "sobota"),
    ("MO Novo mesto", DIFFERENT, ""),
    ("Občina Novo mesto", PROBABLE, "novo-mesto"),
    ("Gasilska brigada Domžale", PROBABLE, "pgd"),
    ("Volunteer Fire Brigade Domžale", PROBABLE, "pgd"),
    ("Center za evropsko prihodnost", PROBABLE, "cep"),
    ("Municipality of Orebro", PROBABLE, "orebro"),
    ("City of Stockholm", PROBABLE, "stockholm"),
    ("Ādažu novads", PROBABLE, "adazi"),
    ("Adazi Municipality", PROBABLE, "adazi"),
    ("Opština Tetovo", PROBABLE, "tetovo"),
    ("Municipality of Tetovo", PROBABLE, "tetovo"),
    ("Општина Пљевља", CERTAIN, "pljevlja"),
    ("Sarajevo City Administration", PROBABLE, "sarajevo"),
    ("Općina Stari Grad", DIFFERENT, ""),
    ("Urząd Miasta Lublin", PROBABLE, "lublin"),
    # The heading of a group names the body that sends it.
    ("Делегація Дрогобицької громади", PROBABLE, "drohobych"),
    ("Представники Бучанської міської ради", PROBABLE, "bucha"),
    ("Delegacija Občine Domžale", PROBABLE, "domzale"),
    ("Delegation of the Municipality of Domžale", PROBABLE, "domzale"),
    ("Delegation of the European Union", DIFFERENT, ""),
    ("Відділ культури Дрогобицької міськради", POSSIBLE, "drohobych"),
    # Likely misspellings, likely stems and parts: asked, and never linked without a click.
    ("Kopychynitsi", POSSIBLE, "kopychyntsi"),
    ("Občina Cherson", POSSIBLE, "kherson"),
    ("Drohobyc City Council", PROBABLE, "drohobych"),
    ("Drohobytch City Council", POSSIBLE, "drohobych"),
    ("Миколаївка", POSSIBLE, "mykolaiv"),
    ("Миколаївська сільська рада", POSSIBLE, "mykolaiv"),
    ("Департамент освіти Дрогобицької міської ради", POSSIBLE, "drohobych"),
    # Others.
    ("Львівська міська рада", DIFFERENT, ""),
    ("Ліцей №2 Дрогобич", DIFFERENT, ""),
    ("Дрогобицький район", DIFFERENT, ""),
    ("Občina Kamnik", DIFFERENT, ""),
    ("Комунальне підприємство «Дрогобич»", DIFFERENT, ""),
    ("ТОВ Домжале", DIFFERENT, ""),
    ("Ministry of Finance", DIFFERENT, ""),
)


@pytest.fixture(scope="module")
def known() -> OrganisationDirectory:
    """The organisations of the table."""
    directory = OrganisationDirectory()
    for ident, names, aliases, type_, country, town in KNOWN:
        directory.add(KnownOrganisation(ident, names, aliases, type_, country, town))
    return directory


@pytest.mark.parametrize(("text", "level", "ident"), PAIRS)
def test_a_name_against_all_known(known: OrganisationDirectory, text: str, level: Level, ident: str) -> None:
    found = known.match(text)
    assert (found.level.name, found.organisations[:1]) == (level.name, (ident,) if ident else ())


def test_another_country_is_never_certain(known: OrganisationDirectory) -> None:
    assert known.match("Občina Domžale", "SI").level is CERTAIN
    assert known.match("Občina Domžale", "UA").level is PROBABLE
    assert known.match("Domžale Municipality", "HR").level is POSSIBLE


def test_an_exonym_is_found_by_its_alias_only() -> None:
    directory = OrganisationDirectory()
    directory.add(KnownOrganisation("kyiv", ("Київська міська рада",), (), Type.HROMADA, "UA", "Київ"))
    assert directory.match("Kiev").organisations == ()


def test_two_of_one_name_are_asked(known: OrganisationDirectory) -> None:
    """Ukraine has many a Mykolaiv: neither is taken for granted."""
    directory = OrganisationDirectory()
    for ident in ("sumy", "lviv"):
        name = f"Миколаївська громада {'Сумської' if ident == 'sumy' else 'Львівської'} області"
        directory.add(KnownOrganisation(ident, ("Миколаївська громада", name), (), Type.HROMADA, "UA", ""))
    assert directory.match("Миколаївська громада").organisations == ("sumy", "lviv")
    assert directory.match("Миколаївська громада").level is PROBABLE
    found = directory.match("Hromada Mykolaiv")
    assert (found.level, found.organisations) == (POSSIBLE, ("sumy", "lviv"))


@pytest.mark.parametrize(
    ("text", "kind", "grade", "core"),
    [
        ("Stari Grad", "", "", ("stari", "hrad")),
        ("Grad Velenje", "municipality", "city", ("velene",)),
        ("Обласна державна адміністрація Львівська", "region", "", ("lvivska",)),
        ("Служба цивільного захисту громади Домжале", "civil_defence", "", ("domzhale",)),
        ("КП «Водоканал»", "company", "", ("vodokanal",)),
        ("Міська рада", "municipality", "city", ("miska", "rada")),
        ("", "", "", ()),
    ],
)
def test_a_name_is_taken_apart(text: str, kind: str, grade: str, core: tuple[str, ...]) -> None:
    name = read_organisation_name(text)
    assert (name.kind, name.grade, name.core) == (kind, grade, core)


@given(st.text(max_size=60))
def test_whatever_stands_in_a_cell_is_matched_without_an_error(text: str) -> None:
    directory = OrganisationDirectory()
    directory.add(KnownOrganisation("one", (text, "Občina Domžale"), (), Type.MUNICIPALITY, "SI", text))
    found = directory.match(text)
    # Whoever is known by exactly this text is found by it.
    assert found.level is CERTAIN if directory.exact(text) else True
