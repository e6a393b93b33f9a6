"""The pages of samples: each mail with its text and its page, for whom the style guide is open."""

import pytest
from django.test import Client

from mail.samples import all_samples

pytestmark = pytest.mark.django_db
PAGES = ["", "digest/", "digest/html/"]


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_sees_them_in_production(client: Client, page: str) -> None:
    assert client.get(f"/cs/styleguide/mails/{page}").status_code == 404


def test_administrators_see_them_in_production(admin_client: Client) -> None:
    assert admin_client.get("/cs/styleguide/mails/").status_code == 200


class TestInTheTrial:
    @pytest.fixture(autouse=True)
    def trial(self, settings: object) -> None:
        settings.MOSTY_EMBEDDED = True

    def test_the_list_has_every_mail(self, client: Client) -> None:
        page = client.get("/cs/styleguide/mails/").text
        assert all(f"/cs/styleguide/mails/{sample.slug}/" in page for sample in all_samples())

    def test_one_shows_its_text(self, client: Client) -> None:
        assert "/privacy/" in client.get("/en/styleguide/mails/confirm/").text

    def test_its_page_may_do_nothing_but_be_looked_at(self, client: Client) -> None:
        answer = client.get("/de/styleguide/mails/confirm/html/")
        assert '<html lang="de"' in answer.text
        assert "cid:" not in answer.text
        assert answer.headers["Content-Security-Policy"].startswith("sandbox ")

    @pytest.mark.parametrize("slug", ["nothing", "notice"])
    def test_what_there_is_not_is_not_there(self, client: Client, slug: str) -> None:
        assert client.get(f"/cs/styleguide/mails/{slug}/").status_code == 404
