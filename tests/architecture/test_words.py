"""One word for one thing: what the glossary refuses stands in no catalogue, and no number without its plural."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
# Language: pattern of what is refused, and what the glossary says instead.
REFUSED = {
    "cs": {
        r"\bvlákn": "téma",
        r"\bpost(u|y|ů|em|ech)?\b": "příspěvek",
        r"\bdigest": "přehled",
        r"\bnotifikac": "oznámení",
        r"\buživatel\w* jméno\b": "e-mail",
        r"\bzáchrann\w+ kód": "záložní kód",
        r"\bemail": "e-mail",
        r"\bpotřební lidé": "kolik lidí je potřeba",
        r"\binstance\b": "síť",
        r"\bjste si jist": "opravdu",
        r"[„\w ]\.\.\.": "…",
        r"\"": "„…“",
    },
    "sk": {
        r"\bvlákn": "téma",
        r"\bnotifikáci": "oznámenie",
        r"\bzáchrann\w+ kód": "záložný kód",
        r"\bemail": "e-mail",
        r"\bautentifik": "overovacia",
        r"\bpríručk\w* se\b": "sa",
        r"\bž[eo]\b se\b": "sa",
        r"\bužívate": "používateľ",
        r"\bistý/á": "naozaj",
        r"\bpokiaľ\b": "ak, kým",
        r"\"": "„…“",
    },
    "de": {r"\bemail": "E-Mail", r"\b(?-i:Du)\b": "Sie", r"\bThread": "Thema", r"\"": "„…“"},
    "uk": {
        r"\bпост(и|ів|у|а|і)?\b": "допис",
        r"\bаккаунт": "обліковий запис",
        r"\bдайджест": "огляд",
        r"\bслідуюч": "наступний",
        r"\bприйма(ти|є) участь": "брати участь",
        r"\bна протязі": "протягом",
        r"\bпроект": "проєкт",
        r"\bаутентифік": "автентифікація",
        r"\b[Тт]и\b": "ви",
        r"[ыэъё]": "a Ukrainian letter",
        r"\"": "«…»",
    },
}
NO_WORDS = re.compile(r"<[^>]*>|%\(\w+\)[sd]|\{\w*\}")


def messages(language: str) -> Iterator[Message]:
    with (ROOT / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        yield from (message for message in read_po(file, locale=language) if message.id)


def texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, tuple | list) else (str(value),)


@pytest.mark.parametrize("language", sorted(REFUSED))
def test_the_catalogue_uses_the_words_of_the_glossary(language):
    found = [
        (text, pattern, better)
        for message in messages(language)
        for text in texts(message.string)
        for pattern, better in REFUSED[language].items()
        if re.search(pattern, NO_WORDS.sub("0", text), re.IGNORECASE)
    ]
    assert found == []


@pytest.mark.parametrize("language", ["cs", "sk", "de", "uk"])
def test_every_plural_has_all_its_forms(language):
    forms = {"cs": 3, "sk": 3, "de": 2, "uk": 3}[language]
    plurals = [message for message in messages(language) if isinstance(message.id, tuple | list)]
    assert plurals
    assert [m.id for m in plurals if any(m.string) and (len(m.string) != forms or not all(m.string))] == []


@pytest.mark.parametrize("language", ["cs", "sk"])
def test_two_to_four_and_five_and_more_are_told_apart(language):
    """Where a counted thing follows its number; “a ještě 3” and words that are the same in both are none."""
    same = re.compile(r"organiz|doruč|\ba (ještě|ešte)\b|lidmi|ľuďmi|doručen|záznam|pros|přání|území|krajín$|^\S+ \S+$")
    flat = [
        m.id
        for m in messages(language)
        if isinstance(m.id, tuple | list)
        and all(m.string)
        and m.string[1] == m.string[2]
        and not same.search(m.string[1])
    ]
    assert flat == []


def test_a_number_before_a_word_has_plural_forms():
    """English that counts is asked for with its forms: “%(n)s topics” alone would be wrong for one."""
    counted = re.compile(r"%\((n|count|number)\)[sd] (?!more|new\b|to\b|of\b)[a-z]+s\b")
    assert [m.id for m in messages("en") if isinstance(m.id, str) and counted.search(m.id)] == []
