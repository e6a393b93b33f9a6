"""What is shown is set as its language is set: a table of spaces that do not break and of quotation marks."""

import pytest

from core.typography import requoted, typeset


def shown(text: str) -> str:
    """Return the text with its no-break spaces made visible."""
    return text.replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bydlení v Praze a v Brně", "Bydlení v~Praze a~v~Brně"),
        ("K tomu i o jiném", "K~tomu i~o~jiném"),
        ("„A co“ (i v tom)", "„A~co“ (i~v~tom)"),
        ("V\nnovém řádku", "V\nnovém řádku"),
        ("zákon č. 326/1999 Sb., § 12 odst. 3", "zákon č.~326/1999~Sb., §~12 odst.~3"),
        ("tj. hned, tzn. teď", "tj.~hned, tzn.~teď"),
        ("od 21. 11. 2026 do 5. listopadu", "od 21.~11.~2026 do 5.~listopadu"),
        ("5 % z 1 234 567 Kč", "5~% z~1~234~567~Kč"),
        ("příloha do 10 MB", "příloha do 10~MB"),
        ("slovo – slovo", "slovo~– slovo"),
        ("%(count)s MB v %(place)s", "%(count)s~MB v~%(place)s"),
        ("soubor {} MB a {name}", "soubor {}~MB a~{name}"),
        ("%s bytes a %d znaků", "%s bytes a~%d znaků"),
        ("kolos os vozů", "kolos os vozů"),
        ("https://example.org/a v obci", "https://example.org/a v~obci"),
    ],
)
def test_words_that_belong_together_stay_on_one_line(text, expected):
    assert shown(typeset(text, "cs")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>v obci</p>", "<p>v~obci</p>"),
        ('v <a href="/x/?q=a b" title="k domu">z domu</a>', 'v~<a href="/x/?q=a b" title="k domu">z~domu</a>'),
        ("<code>a b</code> v kódu", "<code>a b</code> v~kódu"),
        ("<pre>a <b>s d</b> v d</pre> i zde", "<pre>a <b>s d</b> v d</pre> i~zde"),
        ('<i lang="de">a <i>o u</i> v</i> a zde', '<i lang="de">a <i>o u</i> v</i> a~zde'),
        ('<i lang="cs">v obci</i>', '<i lang="cs">v~obci</i>'),
        ("<code>v obci", "<code>v obci"),
    ],
)
def test_tags_code_and_other_languages_are_left(text, expected):
    assert shown(typeset(text, "cs")) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sk", "v obci a s deťmi, ods. 2", "v~obci a~s~deťmi, ods.~2"),
        ("sk", "3. októbra", "3.~októbra"),
        ("en", "a house, 5 %", "a house, 5 %"),
        ("de", "a b", "a b"),
        ("vi", "a o u", "a o u"),
    ],
)
def test_each_language_has_its_own_rules(language, text, expected):
    assert shown(typeset(text, language)) == expected


def test_setting_twice_changes_nothing_more():
    once = typeset("V Praze 5 % a v Brně – 10 000 Kč", "cs")
    assert typeset(once, "cs") == once


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("cs", "Stránka \"%(title)s\" a '%(other)s'", "Stránka „%(title)s“ a „%(other)s“"),
        ("sk", '"<em>%(query)s</em>"...', "„<em>%(query)s</em>“…"),
        ("uk", '"слово"', "«слово»"),
        ("cs", '<a href="x">y</a>', '<a href="x">y</a>'),
        ("cs", 'do uvozovek (").', 'do uvozovek (").'),
        ("en", "the page's title", "the page's title"),
    ],
)
def test_straight_marks_become_those_of_the_language(language, text, expected):
    assert requoted(text, language) == expected


@pytest.mark.parametrize("piece", ['<i lang="de"> ', "< ", "<code> ", "1 2 ", "a ", "č. "])
def test_a_long_text_of_any_kind_is_answered(piece):
    text = piece * 20_000
    assert len(typeset(text, "cs")) == len(text)
