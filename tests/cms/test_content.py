"""Blocks and rendered text: headings get addresses, links are resolved, HTML becomes blocks without losing words."""

import pytest
from django.core.files.base import ContentFile

from cms.blocks import blocks_from_html
from core.audiences import SITE
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory
from tests.factories.cms import DocumentFactory, ImageFactory

pytestmark = pytest.mark.django_db

HTML = """
<p>Úvod &amp; <strong>důraz</strong>.</p>
<h2>První část</h2>
<ul><li>bod <em>jedna</em></li></ul>
<h2>Tabulka &lt;nová&gt;</h2>
<table><thead><tr><th>Co</th><th>Kdo</th></tr></thead>
<tbody><tr><td>Vzor <strong>smlouvy</strong></td><td>Obec</td></tr></tbody></table>
<p>Konec <a href="https://example.org/?a=1&amp;b=2">odkaz</a>.</p>
"""


def test_html_becomes_headings_paragraphs_and_tables():
    blocks = blocks_from_html(HTML)
    assert [name for name, _value in blocks] == ["paragraph", "heading", "paragraph", "heading", "table", "paragraph"]
    assert blocks[0][1] == "<p>Úvod &amp; <b>důraz</b>.</p>"
    assert blocks[3][1] == "Tabulka <nová>"
    assert blocks[4][1] == {"caption": "", "head": ["Co", "Kdo"], "rows": [{"cells": ["Vzor smlouvy", "Obec"]}]}
    assert 'href="https://example.org/?a=1&amp;b=2"' in blocks[5][1]


@pytest.mark.parametrize(
    "html", ["", "text bez značek", "<script>alert(1)</script><p>a</p>", "<h2>bez konce", "<table><tr>"]
)
def test_odd_html_breaks_nothing(html):
    for _name, value in blocks_from_html(html):
        assert "<script" not in str(value)


def test_attributes_and_scripts_do_not_pass():
    value = blocks_from_html('<p onclick="x()">a <a href="javascript:x()">b</a></p>')[0][1]
    assert "onclick" not in value
    assert "javascript" not in value


def test_a_page_shows_its_blocks_and_lists_its_headings(client, home):
    pages.plain(slug="obsah", body=blocks_from_html(HTML))
    text = " ".join(client.get("/cs/obsah/").text.split())
    assert '<h2 id="prvni-cast">První část</h2>' in text
    assert '<a href="#prvni-cast" lang="cs">První část</a>' in text
    assert "Tabulka &lt;nová&gt;" in text
    assert '<th scope="col">Kdo</th>' in text


def test_a_table_has_no_empty_heading_and_below_an_empty_corner_rows_are_named(client, home):
    rows = [{"cells": ["po telefonu", "hned", ""]}]
    named = ("table", {"caption": "", "head": ["", "Kdy", "Kolik"], "rows": rows})
    bare = ("table", {"caption": "", "head": [""], "rows": rows})
    pages.plain(slug="tabulky", body=[named, bare])
    text = client.get("/cs/tabulky/").text
    assert '<tr><td></td><th scope="col">Kdy</th><th scope="col">Kolik</th></tr>' in text
    assert text.count('<th scope="row">po telefonu</th>') == 1
    assert text.count("<thead>") == 1


@pytest.mark.parametrize(
    ("title", "shown"), [("Mosty", "<title>Mosty</title>"), ("Vítejte", "<title>Vítejte · Mosty</title>")]
)
def test_the_home_page_does_not_say_the_name_of_the_network_twice(client, home, title, shown):
    home.title = title
    home.save_revision().publish()
    assert shown in client.get("/cs/").text


def test_two_headings_of_one_name_have_two_addresses(client, home):
    pages.plain(slug="obsah", body=blocks_from_html("<h2>Část</h2><p>a</p><h2>Část</h2><p>b</p>"))
    text = client.get("/cs/obsah/").text
    assert 'id="cast"' in text
    assert 'id="cast-2"' in text


def test_the_plain_text_for_search_holds_every_word(home):
    page = pages.plain(slug="obsah", summary="Shrnutí", body=blocks_from_html(HTML))
    for word in ("Shrnutí", "důraz", "První část", "smlouvy", "odkaz"):
        assert word in page.plain_text
    assert "<" not in page.plain_text.replace("<nová>", "")


def test_links_lead_under_the_language_of_the_reader(client, home):
    target = pages.plain(slug="cil")
    file = DocumentFactory()
    link = f'<p><a linktype="page" id="{target.pk}">tam</a> <a id="{file.pk}" linktype="document">soubor</a></p>'
    pages.plain(slug="odkud", body=[("paragraph", link)])
    assert '<a href="/cs/cil/">tam</a>' in client.get("/cs/odkud/").text
    text = client.get("/en/odkud/").text
    assert '<a href="/en/cil/">tam</a>' in text
    assert f'<a href="{file.url}">soubor</a>' in text


def test_a_link_to_what_is_gone_is_plain_words(client, home):
    pages.plain(slug="odkud", body=[("paragraph", '<p><a linktype="page" id="999999">tam</a></p>')])
    assert "<a>tam</a>" in client.get("/cs/odkud/").text


def test_a_moved_target_is_linked_at_its_new_address(client, home):
    target = pages.plain(slug="cil")
    pages.plain(slug="odkud", body=[("paragraph", f'<p><a linktype="page" id="{target.pk}">tam</a></p>')])
    client.get("/cs/odkud/")
    target.slug = "jiny-cil"
    target.save_revision().publish()
    assert '<a href="/cs/jiny-cil/">tam</a>' in client.get("/cs/odkud/").text


def test_a_picture_is_described_or_silent(client, home):
    image = ImageFactory(credit="Jana Nová")
    block = {"image": image.pk, "alt": "Lidé u stolu", "decorative": False, "caption": "Setkání"}
    pages.plain(slug="s-obrazkem", body=[("image", {**block, "image": image})])
    pages.plain(slug="s-ozdobou", body=[("image", {**block, "image": image, "decorative": True})])
    text = client.get("/cs/s-obrazkem/").text
    assert 'alt="Lidé u stolu"' in text
    assert "Setkání (Jana Nová)" in text
    assert 'alt=""' in client.get("/cs/s-ozdobou/").text


def test_what_is_kept_is_never_older_than_the_last_change(client, home):
    page = pages.plain(slug="meni-se", body=[("paragraph", "<p>Stará věta</p>")])
    assert "Stará věta" in client.get("/cs/meni-se/").text
    page.body = [("paragraph", "<p>Nová věta</p>")]
    page.save_revision().publish()
    text = client.get("/cs/meni-se/").text
    assert "Nová věta" in text
    assert "Stará věta" not in text


def test_a_picture_for_fewer_than_the_page_is_left_out_of_its_text(client, home):
    secret, members = ImageFactory(title="Pro členy", audience_id=SITE), ImageFactory(title="Pro všechny")
    body = [
        ("image", {"image": secret, "alt": "", "decorative": False, "caption": "Uvnitř"}),
        ("image", {"image": members}),
    ]
    pages.plain(slug="verejna", body=body)
    text = client.get("/cs/verejna/").text
    assert "Pro členy" not in text
    assert "Uvnitř" not in text
    assert "Pro všechny" in text


def test_the_address_of_a_page_for_few_says_nothing_of_it(client, home):
    target = pages.plain(slug="propousteni-v-liberci", own_audience_id=SITE)
    pages.plain(slug="odkud", body=[("paragraph", f'<p><a linktype="page" id="{target.pk}">tam</a></p>')])
    text = client.get("/cs/odkud/").text
    assert "propousteni-v-liberci" not in text
    assert f'href="/go/page/{target.pk}/"' in text


def test_the_address_of_a_file_for_few_says_nothing_of_it_and_leads_its_readers_there(client, home):
    document = DocumentFactory(file=ContentFile(b"x", name="seznam-rodin.txt"), audience_id=SITE)
    pages.plain(slug="odkud", body=[("paragraph", f'<p><a linktype="document" id="{document.pk}">tam</a></p>')])
    text = client.get("/cs/odkud/").text
    assert "seznam-rodin" not in text
    assert f'href="/documents/{document.pk}/file"' in text
    assert client.get(f"/documents/{document.pk}/file").status_code == 404
    client.force_login(UserFactory())
    answer = client.get(f"/documents/{document.pk}/file")
    assert "seznam-rodin" in answer.headers["Content-Disposition"]
    answer.close()
