"""An administrator begins a rebuild on a page and watches it there, with a script and without."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core import jobs
from core.models import Job
from search.tasks import REBUILD, rebuild_index
from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.organisations import OrganisationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("embedded")]
PAGE = "/cs/search/index/"


@pytest.fixture
def administrator():
    client = Client()
    client.force_login(AdminFactory())
    return client


def test_nobody_else_is_told_that_it_exists():
    member = Client()
    member.force_login(UserFactory())
    assert [who.get(PAGE).status_code for who in (Client(), member)] == [404, 404]
    assert member.post(PAGE).status_code == 404
    assert not Job.objects.exists()


def test_a_rebuild_is_begun_once_however_often_one_asks(administrator):
    assert [administrator.post(PAGE).status_code for _ in range(2)] == [302, 302]
    assert Job.objects.count() == 1


def test_while_it_runs_the_page_renews_itself_and_has_a_link_for_who_has_no_script(administrator):
    job, _new = jobs.begin(REBUILD)
    jobs.move(job.pk, done=3, total=12)
    html = administrator.get(PAGE).content.decode()
    assert 'hx-trigger="every 2s"' in html
    assert f'href="{PAGE}"' in html
    assert 'value="3"' in html
    assert 'max="12"' in html


def test_when_it_is_done_it_stands_still_and_says_what_came_of_it(administrator):
    OrganisationFactory(name="Centrum")
    job, _new = jobs.begin(REBUILD)
    rebuild_index(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done) == ("done", job.total)
    html = administrator.get(PAGE).content.decode()
    assert "hx-trigger" not in html.split('id="job"')[1].split("</form>")[0]
    assert job.note in html
    assert "job--done" in html


def test_when_the_engine_does_not_answer_it_fails_and_says_why(administrator, settings):
    settings.SEARCH_PATH += "/nowhere/x"
    job, _new = jobs.begin(REBUILD)
    rebuild_index(job.pk)
    job.refresh_from_db()
    assert job.state == "failed"
    assert "SearchUnavailableError" in administrator.get(PAGE).content.decode()
    assert jobs.begin(REBUILD)[1], "it may be tried again"


def test_a_job_that_is_not_waiting_is_not_run_again():
    job, _new = jobs.begin(REBUILD)
    jobs.fail(job.pk, "x")
    rebuild_index(job.pk)
    job.refresh_from_db()
    assert (job.state, job.note) == ("failed", "x")


def test_a_job_whose_worker_was_killed_does_not_stand_in_the_way():
    job, _new = jobs.begin(REBUILD)
    Job.objects.update(state="running", moved_at=timezone.now() - timedelta(hours=1))
    fresh, new = jobs.begin(REBUILD)
    job.refresh_from_db()
    assert (new, job.state) == (True, "failed")
    assert fresh.pk != job.pk
