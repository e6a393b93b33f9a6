"""Whatever is written, what is stored is safe, canonical and names nobody; what is shown depends on who looks."""

import random
import re
import string

import pytest

from core.richtext import editable, expand, render
from core.richtext.clean import clean_html
from core.richtext.config import TAGS, extensions
from core.richtext.plain import to_plain
from core.rules import SITE
from core.viewer import VISITOR, viewer_for
from tests.core.notes import make_note
from tests.factories.accounts import UserFactory

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></ScRiPt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<p onclick=alert(1) style='background:url(javascript:alert(1))'>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' java\tscr\nipt:alert(1)'>x</a>",
    "<a href='&#106;avascript&colon;alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href='/\\evil.example'>x</a>",
    "<a href='\\\\evil.example'>x</a>",
    "<a href='https://[bad'>x</a>",
    "<a href='/x\" onmouseover=\"alert(1)'>x</a>",
    '<a href="/x\'><script>alert(1)</script>">x</a>',
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<style>@import '//evil.example'</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<!--<img src='--><img src=x onerror=alert(1)>'>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<p lang='cs\" onclick=\"alert(1)'>x</p>",
    "<p dir='x onclick=1'>x</p>",
    "<span data-mention='7\" onclick=\"alert(1)'>x</span>",
    "<blockquote data-post='12 onclick=alert(1)'>x</blockquote>",
    "<ol start='1 onclick=1'><li>x</ol>",
    "<p class='item-link' id=main name=csrfmiddlewaretoken>x</p>",
    "<table><tr><td>x<script>alert(1)</script></table>",
    "</p></div></body></html><script>alert(1)</script>",
    "<<script>script>alert(1)<</script>/script>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    "<p>\ud800<script>\udfff</script>\x00</p>",
]
ATTRIBUTES = {"href", "rel", "lang", "dir", "start", "data-post", "data-mention"}
OPENING = re.compile(r"<([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)>")


def assert_safe(html: str) -> None:
    """Prove by a grammar of our own, not by the sanitiser, that nothing but allowed markup is there."""
    rest = OPENING.sub("", re.sub(r"</[a-z0-9]+>", "", html))
    assert "<" not in rest
    assert ">" not in rest
    for tag, attributes in OPENING.findall(html):
        assert tag in TAGS
        for name, value in re.findall(r'([a-z-]+)="([^"]*)"', attributes):
            assert name in ATTRIBUTES
            if name == "href":
                assert re.match(r"(https?://|mailto:|/(?![/\\]))", value)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("source_format", ["html", "plain"])
def test_attacks_come_out_harmless(attack: str, source_format: str) -> None:
    for source in (attack, f"<p>{attack}</p>", attack * 3, f"[x]({attack})", f"> - `{attack}`"):
        rendered = render(source, source_format=source_format)
        assert_safe(rendered.html)
        assert render(rendered.html, source_format="html").html == rendered.html


def test_random_soup_is_always_safe_and_stable() -> None:
    dice = random.Random(2026)
    pieces = [
        *ATTACKS,
        "<p>",
        "</p>",
        "<ul><li>",
        "</ul>",
        "<a href=/x>",
        "</a>",
        "&lt;",
        "&",
        '"',
        "'",
        ">",
        "\n",
        "- ",
        "> ",
    ]
    for _ in range(400):
        soup = "".join(
            dice.choice(pieces)
            if dice.random() < 0.6
            else "".join(dice.choices(string.printable + "ěščřžý\u202eع", k=6))
            for _ in range(dice.randint(1, 30))
        )
        for source_format in ("html", "plain"):
            rendered = render(soup, source_format=source_format)
            assert_safe(rendered.html)
            assert clean_html(rendered.html) == rendered.html
            assert_safe(clean_html(soup, named=True))


@pytest.mark.parametrize(
    "piece",
    [
        "<blockquote>",
        "<ul><li>",
        "<b>",
        "<table><b>",
        "<a href=x><p>",
        "<",
        "&",
        "&#x1;",
        "> ",
        "- a\n",
        "```\n",
        "[a](",
        "**a",
    ],
)
@pytest.mark.parametrize("source_format", ["html", "plain"])
def test_hostile_repetition_is_answered(piece: str, source_format: str) -> None:
    """With a parser left to itself some of these take minutes; bench/richtext.py measures a megabyte of each."""
    rendered = render(piece * (200_000 // len(piece)), source_format=source_format)
    assert_safe(rendered.html)
    assert len(rendered.html) <= 1_300_000


def test_a_long_text_is_kept_whole() -> None:
    assert render("<p>" + "x" * 1_000_000, source_format="html").text == "x" * 1_000_000


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("<p>a <b>b</b> <i>c</i></p>", "<p>a <strong>b</strong> <em>c</em></p>"),
        ("<h1>a</h1><h2>b</h2><h5>c</h5>", "<h3>a</h3><h3>b</h3><h4>c</h4>"),
        ('<p dir="rtl" lang="ar">ا</p>', '<p dir="rtl" lang="ar">ا</p>'),
        ('<p><span lang="vi">xin</span></p>', '<p><span lang="vi">xin</span></p>'),
        ("<p><span class=x>a</span></p>", "<p>a</p>"),
        ('<a href="www.mvcr.cz">x</a>', '<a href="https://www.mvcr.cz" rel="nofollow noopener">x</a>'),
        ('<a href="jana@example.org">x</a>', '<a href="mailto:jana@example.org" rel="nofollow noopener">x</a>'),
        ('<a href="/cs/search/?q=a&amp;b">x</a>', '<a href="/cs/search/?q=a&amp;b">x</a>'),
        ("<p></p>", ""),
        ("<p><br></p><p> &nbsp;</p>", ""),
        ("<ul><li><p></p></li></ul>", ""),
        ("<hr>", "<hr>"),
    ],
)
def test_what_is_written_in_the_editor(source: str, html: str) -> None:
    assert render(source, source_format="html").html == html


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'),
        ("> quoted\n> more\n\nmine", "<blockquote><p>quoted<br>more</p></blockquote><p>mine</p>"),
        ("> /go/post/12/\n> quoted", '<blockquote data-post="12"><p>quoted</p></blockquote>'),
        ("### Title\ntext", "<h3>Title</h3><p>text</p>"),
        ("**b** *i* `c`", "<p><strong>b</strong> <em>i</em> <code>c</code></p>"),
        ("5 * 3 * 2 = 30", "<p>5 * 3 * 2 = 30</p>"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;</code></pre>"),
        ("a\n---\nb", "<p>a<br>---<br>b</p>"),
        ("---", "<hr>"),
        ("ask @/go/person/7/ now", '<p>ask <span data-mention="7"></span> now</p>'),
        (
            "see https://example.org/a_(b).",
            '<p>see <a href="https://example.org/a_(b" rel="nofollow noopener">https://example.org/a_(b</a>).</p>',
        ),
        ("<b>not markup</b> & so on", "<p>&lt;b&gt;not markup&lt;/b&gt; &amp; so on</p>"),
        ("  \n \n", ""),
    ],
)
def test_what_is_typed_without_a_script(typed: str, html: str) -> None:
    rendered = render(typed, source_format="plain")
    assert rendered.html == html
    assert rendered.source == typed


def test_plain_form_keeps_the_structure_through_an_edit_without_a_script() -> None:
    html = render(
        '<h3>T</h3><p>a <b>b</b> <a href="https://x.example">c</a></p><ul><li>d<ol><li>e</li></ol></li></ul>'
        '<blockquote data-post="12"><p>q</p><p>r</p></blockquote><pre><code>x\n  y</code></pre><hr>'
        '<p><span data-mention="7">@Jana</span></p>',
        source_format="html",
    ).html
    once = to_plain(html, markup=True)
    again = render(once, source_format="plain").html
    assert to_plain(again, markup=True) == once
    assert render(once, source_format="plain").references == (("post", 12), ("person", 7))
    for piece in ('<blockquote data-post="12">', 'href="https://x.example"', "<strong>b</strong>", "<ol>", "<hr>"):
        assert piece in again


def test_text_for_search_and_mail_has_no_signs_and_no_names() -> None:
    text = render(
        '<p>Ask <span data-mention="7">@Jana</span> about <b>it</b></p><ul><li>a</li><li>b</li></ul><p>end</p>',
        source_format="html",
    ).text
    assert text == "Ask about it\n\n- a\n- b\n\nend"


def test_nothing_stored_holds_a_name_or_a_title() -> None:
    rendered = render(
        '<p><span data-mention="7">@Secret Person</span> <a href="/go/note/4/">https://localhost/go/note/4/</a>'
        '<a href="/go/note/5/">my own words</a></p>',
        source_format="html",
    )
    assert "Secret" not in rendered.source + rendered.html + rendered.text
    assert '<a href="/go/note/4/"></a>' in rendered.html
    assert "my own words" in rendered.html
    assert rendered.references == (("person", 7), ("note", 4), ("note", 5))


@pytest.mark.parametrize(
    "address",
    ["/go/note/4/", "http://localhost:8000/go/note/4/", "/cs/anything/#note-4", "http://localhost:8000/cs/x/#note-4"],
)
def test_every_address_of_an_item_is_kept_as_the_permanent_one(note_kind, address: str) -> None:
    assert render(f'<a href="{address}">x</a>', source_format="html").html == '<a href="/go/note/4/">x</a>'


def test_kinds_tell_which_routes_are_theirs(note_kind, monkeypatch) -> None:
    monkeypatch.setattr(type(note_kind), "routes", ("go",))
    monkeypatch.setattr(type(note_kind), "pk_at", lambda self, **arguments: arguments["pk"] + 1)
    assert render('<a href="/go/x-y_z/0000000000000000000004/">x</a>', source_format="html").references == (
        ("note", 5),
    )


@pytest.mark.django_db
def test_expand_fills_titles_for_those_who_may_see_them(note_kind) -> None:
    open_note, closed = make_note("Open <title>", language="sk"), make_note("Closed title", audience=SITE)
    links = (f'<a href="/go/note/{note.pk}/"></a>' for note in (open_note, closed))
    html = f'<p>{"".join(links)}<a href="/go/note/{closed.pk}/">mine</a></p>'
    for_visitor = expand([html], VISITOR)[0]
    assert f'<a class="item-link" href="/cs/notes/{open_note.pk}/" lang="sk">Open &lt;title&gt;</a>' in for_visitor
    assert "Closed" not in for_visitor
    assert f'<a href="/go/note/{closed.pk}/">mine</a>' in for_visitor
    assert "Closed title" in expand([html], viewer_for(UserFactory()))[0]


@pytest.mark.django_db
def test_expand_for_mails_keeps_the_permanent_absolute_address(note_kind, settings) -> None:
    settings.BASE_URL = "https://mosty.example"
    note = make_note("Title")
    html = expand([f'<a href="/go/note/{note.pk}/"></a>'], VISITOR, permanent=True)[0]
    assert html == f'<a class="item-link" href="https://mosty.example/go/note/{note.pk}/" lang="cs">Title</a>'


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 20])
def test_expand_costs_the_same_for_one_text_and_for_a_page(note_kind, django_assert_num_queries, number: int) -> None:
    texts = [
        f'<a href="/go/note/{make_note().pk}/"></a><span data-mention="{UserFactory().pk}"></span>'
        for _ in range(number)
    ]
    with django_assert_num_queries(2):
        expand(texts, VISITOR)


@pytest.mark.django_db
def test_mentions_show_the_name_of_today_or_nobody(note_kind) -> None:
    person = UserFactory(name="Jana Nováková")
    html = f'<span data-mention="{person.pk}"></span><span data-mention="999999"></span>'
    shown = expand([html], viewer_for(UserFactory()))[0]
    assert "@Jana Nováková</a>" in shown
    assert shown.count("<a ") == 1


def test_expand_of_nothing_asks_nothing() -> None:
    assert expand([], VISITOR) == []
    assert expand(["<p>plain</p>"], VISITOR) == ["<p>plain</p>"]


@pytest.mark.django_db
def test_editing_shows_addresses_and_names_that_vanish_again_when_stored(note_kind) -> None:
    person, note = UserFactory(name="Jana"), make_note("Title")
    html = f'<p><a href="/go/note/{note.pk}/"></a> <span data-mention="{person.pk}"></span></p>'
    shown = editable(html, viewer_for(person))
    assert f">/go/note/{note.pk}/</a>" in shown
    assert "@Jana" in shown
    assert "Title" not in shown
    assert render(shown, source_format="html").html == html


def test_editor_and_allow_list_come_from_one_configuration() -> None:
    assert {"Bold", "Link", "Blockquote", "Mention"} <= extensions().keys()
    assert not TAGS & {"figure", "img", "table", "script", "style"}
