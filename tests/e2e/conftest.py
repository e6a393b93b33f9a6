"""One site and one browser for all journeys; every test opens windows of its own, and none may leave a fault behind.

Each window is somebody's own: a test that needs two people opens two.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.e2e.person import Person
from tests.e2e.prepared import copy_of_prepared
from tests.e2e.running_site import RunningSite, running_site
from tests.e2e.watching import Watcher

CHROMIUM = Path("/usr/bin/chromium")
PATIENCE = 20_000  # milliseconds for a page or an element; the machine may be busy
Open = Callable[..., Person]
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here, so that `make test` leaves it alone."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Let the windows of a journey know that it failed, so that they tell what they showed."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium once."""
    if not CHROMIUM.exists():
        _say_what_is_missing()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def _say_what_is_missing() -> None:
    reason = f"no journey was walked: {CHROMIUM} is not here (Debian and Ubuntu: apt install chromium)"
    if os.environ.get("CI"):
        pytest.exit(reason, returncode=1)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """Serve the embedded shape with its demo; only when there is a browser to look at it."""
    folder = tmp_path_factory.mktemp("var")
    if "MOSTY_E2E_URL" not in os.environ:
        base = tmp_path_factory.getbasetemp()
        copy_of_prepared(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base, folder=folder)
    with running_site(folder) as running:
        yield running


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """Walk the journey twice: with scripts and without."""
    return bool(request.param)


@pytest.fixture
def open_window(site: RunningSite, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open a window for somebody; at the end no window of the test may have a fault."""
    watcher = Watcher(host=urlsplit(site.url).netloc)
    contexts: list[BrowserContext] = []

    def open_one(*, javascript: bool = True, **options: Any) -> Person:
        given = {"locale": "cs-CZ", "viewport": {"width": 1280, "height": 900}, **options}
        context = browser.new_context(base_url=site.url, java_script_enabled=javascript, **given)
        context.set_default_timeout(PATIENCE)
        watcher.watch(context)
        contexts.append(context)
        return Person(context.new_page(), scripts=javascript)

    yield open_one
    failed = request.node.stash.get(FAILED, False)
    for context in contexts:
        if failed:
            _tell_what_was_seen(context)
        watcher.look_at_cookies(context)
        context.close()
    assert watcher.take() == []


def _tell_what_was_seen(context: BrowserContext) -> None:
    for page in context.pages:
        print(f"\n--- {page.url}\n{page.locator('body').inner_text()[:4000]}")  # noqa: T201  the report of a failed test
