"""The trial's outbox shows what was written, newest first, and its HTML can do nothing but be looked at."""

from pathlib import Path

import pytest
from django.test import Client, override_settings

from mail.delivery import send_due_mails
from tests.mail.test_queue import a_mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(tmp_path: Path, settings) -> Path:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    a_mail(subject="První", text="Odkaz: http://localhost:8000/cs/x/", html="<p><a href='/cs/x/'>sem</a></p>")
    a_mail(subject="Druhá <b>", html="")
    send_due_mails()
    return tmp_path


@pytest.mark.urls("tests.mail.outbox_urls")
class TestOutbox:
    def test_newest_first(self, client: Client, written: Path) -> None:
        page = client.get("/dev/outbox/").content.decode()
        assert page.index("Druhá &lt;b&gt;") < page.index("První")

    def test_links_of_the_text_work(self, client: Client, written: Path) -> None:
        file = next(written.iterdir()).name
        page = client.get(f"/dev/outbox/{file}/0/").content.decode()
        assert '<a href="http://localhost:8000/cs/x/"' in page

    def test_the_html_is_a_sandboxed_page(self, client: Client, written: Path) -> None:
        file = next(written.iterdir()).name
        answer = client.get(f"/dev/outbox/{file}/0/html/")
        assert "<a href='/cs/x/'>sem</a>" in answer.content.decode()
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("sandbox ")
        assert "allow-scripts" not in policy
        assert "default-src 'none'" in policy

    @pytest.mark.parametrize("path", ["nothing.log/0/", "nothing.log/0/html/", "..%2Fsecret_key/0/"])
    def test_what_is_not_there_is_404(self, client: Client, written: Path, path: str) -> None:
        assert client.get(f"/dev/outbox/{path}").status_code == 404

    def test_an_empty_outbox_says_what_to_do(self, client: Client, tmp_path: Path) -> None:
        with override_settings(EMAIL_FILE_PATH=str(tmp_path)):
            assert client.get("/dev/outbox/").status_code == 200
