"""What every engine answers alike: who finds what, in which order, in which version."""

from datetime import date

import pytest

from core.kinds import Wording
from search.analysis import fold
from search.engines.base import Gone
from tests.search.index import ask, found, said, store

CZECH = "Tlumočník pomáhá na úřadě. Rodiny hledají zaměstnání a levné byty."


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("tlumočník", True),
        ("tlumočníka", True),
        ("TLUMOCNIKUM", True),
        ("zamestnani", True),
        ("byt", True),
        ("být", False),
        ("rodině úřad", True),
        ("úřad škola", False),
        ('"hledají zaměstnání"', True),
        ('"zaměstnání hledají"', False),
        ("tlumočník -byt", False),
        ("tlumočník -škola", True),
        ('tlumočník -"levné byty"', False),
        ("", False),
        ("-byt", False),
    ],
)
def test_words_find_their_families(engine, text, hit):
    store(engine, said(1, CZECH))

    assert found(engine, text) == ([1] if hit else [])


@pytest.mark.parametrize(
    ("language", "text", "query"),
    [
        ("sk", "Cudzinci hľadajú ubytovanie v meste.", "mesto cudzinec"),
        ("de", "Die Städte beraten Flüchtlinge.", "Stadt beraten"),
        ("uk", "Консультації українською на міському уряді", "консультація"),
        ("en", "Municipalities work with interpreters.", "interpreter"),
        ("fr", "Les villes accueillent des familles.", "ville famille"),
        ("nl", "De steden werken samen met scholen.", "stad school"),
        ("vi", "Phiên dịch viên tại trường học", "phien dich"),
        ("hi", "हिन्दी में जानकारी", "हिन्दी"),
    ],
)
def test_each_language_is_searched_by_its_own_rules(engine, language, text, query):
    store(engine, said(1, text, language=language))

    assert found(engine, query) == [1]


def test_words_of_the_field_meet_across_languages(engine):
    store(engine, said(1, "Ausländer in der Stadt", language="de"), said(2, "Škola a děti"))

    assert found(engine, "cizinec") == [1]


@pytest.mark.parametrize(
    ("audience", "viewer", "seen"),
    [
        ("public", {"public"}, True),
        ("site", {"public"}, False),
        ("site", {"public", "site"}, True),
        ("platform:7", {"public", "site"}, False),
        ("platform:7", {"public", "site", "platform:7"}, True),
        ("platform:7", {"public", "site", "platform:77"}, False),
        ("platform:7:moderate", {"public", "site", "platform:7"}, False),
        ("people:1", {"public", "site", "platform:7"}, False),
        ("public", set(), False),
    ],
)
def test_nobody_finds_past_her_audiences(engine, audience, viewer, seen):
    store(engine, said(1, CZECH, audience=audience))

    hits = ask(engine, "tlumočník", audiences=viewer)

    assert [group.object_id for group in hits.groups] == ([1] if seen else [])
    assert hits.counts == ({"page": 1} if seen else {})


def test_a_viewer_may_satisfy_thousands_of_audiences(engine):
    store(engine, said(1, CZECH, audience="platform:4999"))

    assert found(engine, "byt", audiences={f"platform:{number}" for number in range(5000)}) == [1]


@pytest.mark.parametrize(
    ("filters", "hits"),
    [
        ({}, [1, 2]),
        ({"kind": "news"}, [2]),
        ({"platform_id": 7}, [1]),
        ({"area": "HOU"}, [1]),
        ({"territory": "CZ051"}, [1]),
        ({"territory": "CZ"}, [1, 2]),
        ({"language": "cs"}, [1]),
        ({"language": "sk"}, [2]),
        ({"year": 2025}, [2]),
        ({"area": "HOU", "year": 2025}, []),
        ({"platform_id": 0}, []),
    ],
)
def test_filters_narrow(engine, filters, hits):
    store(
        engine,
        said(1, "byt", platform_id=7, areas=("HOU", "WRK"), territories=("CZ", "CZ051"), day=date(2026, 5, 1)),
        said(2, "byt", kind="news", language="sk", territories=("CZ",), day=date(2025, 5, 1)),
    )

    assert sorted(found(engine, "byt", **filters)) == hits


def test_counts_are_of_every_kind_and_follow_the_other_filters(engine):
    pages = [said(pk, "byt", areas=("HOU",)) for pk in (1, 2, 3)]
    store(engine, *pages, said(1, "byt", kind="news"), said(4, "byt", audience="site"))

    assert ask(engine, "byt", kind="news").counts == {"news": 1, "page": 3}
    assert ask(engine, "byt", area="HOU").counts == {"page": 3}


def test_facets_say_how_many_groups_of_the_chosen_kind_each_value_would_leave(engine):
    store(
        engine,
        said(1, "byt", areas=("HOU", "WRK"), platform_id=7, day=date(2026, 5, 1)),
        said(2, "byt", areas=("HOU",), language="uk", wordings=None, day=date(2025, 5, 1)),
        said(3, "byt", kind="news", areas=("WRK",)),
        said(4, "byt", areas=("HOU",), audience="site"),
        said(5, "škola", areas=("EDU",)),
        post(11, "byt", areas=("HOU",)),
        post(12, "byt", areas=("HOU",)),
    )

    facets = ask(engine, "byt").facets
    assert facets["area"] == {"HOU": 3, "WRK": 2}
    assert facets["platform"] == {"7": 1}
    assert facets["language"] == {"cs": 3, "uk": 1}
    assert ask(engine, "byt", kind="page").facets["year"] == {"2025": 1, "2026": 1}
    assert ask(engine, "byt", kind="page", area="WRK").facets["area"] == {"HOU": 1, "WRK": 1}


def post(pk, text, *, topic=1, title="Ubytovna se zavírá", **rest):
    return said(pk, text, kind="post", group=("topic", topic), title=title, **rest)


def test_posts_come_under_their_topic(engine):
    store(engine, post(1, "tlumočník"), post(2, "tlumočníci"), post(3, "škola"), post(4, "tlumočník", topic=2))

    hits = ask(engine, "tlumočník")

    groups = {(group.kind, group.object_id): group for group in hits.groups}
    assert set(groups) == {("topic", 1), ("topic", 2)}
    assert (groups["topic", 1].size, set(groups["topic", 1].hits)) == (2, {("post", 1), ("post", 2)})
    assert hits.counts == {"topic": 2}


def test_a_word_of_the_title_finds_the_topic_but_not_each_of_its_posts(engine):
    topic = said(1, kind="topic", title="Ubytovna se zavírá")
    store(engine, topic, post(1, "tlumočník"), post(2, "škola"))

    assert [group.hits for group in ask(engine, "ubytovny").groups] == [(("topic", 1),)]
    assert [group.hits for group in ask(engine, "ubytovna tlumočník").groups] == [(("post", 1),)]


def test_no_more_than_three_posts_are_named_and_all_are_counted(engine):
    store(engine, *(post(pk, "tlumočník") for pk in range(1, 8)))

    (group,) = ask(engine, "tlumočník").groups

    assert (len(group.hits), group.size) == (3, 7)


def test_the_word_itself_comes_before_its_family_and_its_meaning(engine):
    filling = " ".join(f"slovo{number}" for number in range(12))
    store(
        engine,
        said(1, f"migrant {filling}"),
        said(2, f"cizinců {filling}"),
        said(3, f"cizinec {filling}"),
        *(said(pk, f"něco jiného {filling}") for pk in range(10, 20)),
    )

    assert found(engine, "cizinec") == [3, 2, 1]


def test_a_title_comes_before_a_text(engine):
    store(engine, said(1, "Úvod", title="Jiné"), said(2, "byt", title="Jiné"), said(3, "Úvod", title="Byt"))

    assert found(engine, "byt") == [3, 2]


def test_what_the_reader_reads_comes_first(engine):
    store(engine, said(1, "housing", language="en"), said(2, "housing", language="de"))

    assert found(engine, "housing", reads=["de"]) == [2, 1]
    assert found(engine, "housing", reads=["cs", "en"]) == [1, 2]


def test_of_equal_texts_the_newer_comes_first(engine):
    store(engine, said(1, "byt", day=date(2012, 1, 1)), said(2, "byt", day=date(2026, 11, 1)), said(3, "byt", day=None))

    assert found(engine, "byt").index(2) < found(engine, "byt").index(1)


def test_what_is_many_and_rarely_meant_comes_later(engine):
    store(engine, said(1, title="Praha", kind="territory", weight=0.3), said(2, title="Praha"))

    assert found(engine, "praha") == [2, 1]
    assert found(engine, "praha", reads=["cs"]) == [2, 1]


def test_an_item_is_found_in_each_of_its_languages(engine):
    both = (Wording(language="cs", title="Bydlení"), Wording(language="en", title="Housing of families"))
    store(engine, said(1, wordings=both))

    assert found(engine, "bydlením") == found(engine, "family") == [1]
    assert found(engine, "housing", language="en") == found(engine, "housing", language="cs") == [1]


def test_an_older_write_never_wins(engine):
    store(engine, said(1, "nové", version=5))
    store(engine, said(1, "staré", version=4))
    store(engine, said(1, "stejné", version=5))

    assert (found(engine, "nové"), found(engine, "staré"), found(engine, "stejné")) == ([1], [], [])
    assert engine.versions("page", [1, 2]) == {1: 5}


def test_a_late_write_does_not_bring_back_what_is_gone(engine):
    store(engine, said(1, "text", version=5))
    store(engine, gone=[Gone("page", 1, 6)])
    store(engine, said(1, "text", version=5))
    assert (found(engine, "text"), engine.versions("page", [1])) == ([], {})

    store(engine, said(1, "text", version=7))
    assert found(engine, "text") == [1]


def test_what_was_never_there_can_be_gone(engine):
    store(engine, gone=[Gone("page", 1, 6)])
    store(engine, said(1, "text", version=5))

    assert found(engine, "text") == []


def test_stretches_follow_each_other_without_a_gap(engine):
    store(engine, *(said(pk, "byt", version=1) for pk in range(1, 26)))

    pages = [found(engine, "byt", start=start, size=10) for start in (0, 10, 20, 30)]

    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert len({pk for page in pages for pk in page}) == 25


@pytest.mark.parametrize("typed", ["tlumočnik", "tlumočnk", "tlumčoník", "dlumočník", "ztlumočník"])
def test_the_word_that_was_meant_is_near(engine, typed):
    store(engine, said(1, "tlumočník"), said(2, "škola"))

    assert "tlumocnik" in [*engine.similar(fold(typed)), fold(typed)]


def test_short_words_and_numbers_are_not_guessed(engine):
    store(engine, said(1, "byty 20141"))

    assert engine.similar("byl") == engine.similar("20142") == []


HOSTILE = [
    '"',
    "'",
    '" OR 1=1 --',
    "title:byt",
    "byt AND",
    "NOT NOT",
    "NEAR(byt, 2)",
    "* ^ { } [ ] ~ / \\",
    "byt*",
    "{title}: x",
    '{"match_all": {}}',
    "\x00\ud800",
    "\u202ebyt",
    "a" * 100_000,
    " ".join(["slovo"] * 5000),
    "😀 ½ Ⅷ ª",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_typed_is_code(engine, text):
    store(engine, said(1, "škola"), said(2, text))

    assert 1 not in found(engine, text)


def test_a_refused_document_stops_no_other(engine):
    store(engine, said(1, "byt " * 50_000), said(2, "byt"))

    assert sorted(found(engine, "byt")) == [1, 2]


def test_an_empty_engine_finds_nothing(engine):
    assert (found(engine, "byt"), engine.versions("page", [1]), engine.similar("tlumocnik")) == ([], {}, [])
    assert engine.healthy()


def test_an_index_of_another_schema_counts_as_empty(embedded, monkeypatch):
    store(embedded, said(1, "byt"))
    monkeypatch.setattr("search.engines.fts5_tables.SCHEMA", 999)

    assert found(embedded, "byt") == []
    store(embedded, said(2, "byt"))
    assert found(embedded, "byt") == [2]
