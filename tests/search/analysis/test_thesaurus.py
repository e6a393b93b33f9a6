"""The concepts of the field: words of all languages that mean one thing find each other."""

import pytest

from search.analysis import LANGUAGES, default_rows, index_terms, load_concepts, query_terms
from search.analysis.thesaurus import default_thesaurus

# Names whose family in English or French is also that of a name of another concept.
SHARED_FAMILIES = {"immigration", "immigré", "employment", "employer", "employé"}


def meet(query: str, text: str, language: str) -> bool:
    tokens = set(index_terms(text, language).split())
    return all(tokens & set(term.alternatives) for term in query_terms(query).terms)


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("cizinec", "Ausländerinnen und Ausländer", "de"),
        ("cizinec", "migranti v kraji", "cs"),
        ("cudzincov", "foreigners", "en"),
        ("Ausländer", "přistěhovalci", "cs"),
        ("vreemdeling", "іноземців", "uk"),
        ("nově příchozí", "newcomers", "en"),
        ("uprchlík", "Geflüchtete", "de"),
        ("uprchlík", "odídenci", "sk"),
        ("držitel mezinárodní ochrany", "réfugiés", "fr"),
        ("školka", "v mateřských školách", "cs"),
        ("mateřská škola", "école maternelle", "fr"),
        ("evaluace", "hodnocení programu", "cs"),
        ("ukazatel", "indikátory", "cs"),
        ("interkulturní pracovnice", "intercultural workers", "en"),
        ("OMJ", "žáci s odlišným mateřským jazykem", "cs"),
        ("čeština", "zkouška z českého jazyka", "cs"),
        ("ubytovna", "Wohnheime", "de"),
        ("Förderung", "dotací", "cs"),
        ("dočasná ochrana", "тимчасового захисту", "uk"),
        ("trvalý pobyt", "permanent residence", "en"),
    ],
)
def test_words_of_one_meaning_meet(query, text, language):
    assert meet(query, text, language)


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("Forderung", "dotace", "cs"),
        ("byt", "to be", "en"),
        ("škola", "mateřská láska", "cs"),
        ("cizinec", "uprchlík", "cs"),
        ("nájem", "zájem", "cs"),
    ],
)
def test_words_of_other_meanings_do_not(query, text, language):
    assert not meet(query, text, language)


def test_the_longest_name_wins():
    tokens = index_terms("mateřská škola", "cs").split()
    assert "c0preschool" in tokens
    assert "c0school" not in tokens


def test_each_concept_is_named_in_every_language():
    named: dict[str, set[str]] = {}
    for code, language, _line in default_rows():
        named.setdefault(code, set()).add(language)
    assert len(named) >= 60
    assert {code: set(LANGUAGES) - known for code, known in named.items() if known != set(LANGUAGES)} == {}


def test_every_name_leads_to_its_own_concept():
    lost = [
        (code, language, name)
        for code, language, line in default_rows()
        for name in line.split("|")
        if f"c0{code}" not in index_terms(name, language).split()
    ]
    assert lost == []


def test_a_name_means_one_thing_in_all_languages_together():
    names = {name for _code, _language, line in default_rows() for name in line.split("|") if " " not in name}
    unclear = {name for name in names if any(len(term.concepts) > 1 for term in query_terms(name).terms)}
    assert unclear <= SHARED_FAMILIES


def test_an_editor_can_bring_other_concepts():
    thesaurus = load_concepts(
        [("allotment", "cs", "zahrádka|komunitní zahrada"), ("allotment", "de", "Schrebergarten")]
    )
    assert index_terms("zahrádky", "cs", thesaurus=thesaurus).endswith("c0allotment")
    (term,) = query_terms("Schrebergärten", thesaurus=thesaurus).terms
    assert term.concepts == ("c0allotment",)
    assert index_terms("cizinec", "cs", thesaurus=thesaurus) == "cizinc"


@pytest.mark.parametrize(
    "row", [("", "cs", "x"), ("a", "", "slovo"), ("a", "cs", ""), ("a", "cs", "|| \0|!!"), ("!", "?", "?")]
)
def test_what_an_editor_mistypes_does_no_harm(row):
    assert index_terms("škola", "cs", thesaurus=load_concepts([row])) == "skol"


def test_the_shipped_thesaurus_is_read_once():
    assert default_thesaurus() is default_thesaurus()
