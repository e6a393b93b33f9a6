"""Watches everything a browser does in one test: what no page of ours may ever do is a fault of the test."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

COOKIES = {"sessionid", "csrftoken", "language", "theme"}
OWN_SCHEMES = {"data", "blob", "about"}
# The status of a page is what its test looks at; the browser repeats each one on the console.
OF_STATUS = "Failed to load resource"


@dataclass
class Watcher:
    """Collects faults: messages on the console (a breach of the content policy is one), other hosts, broken parts."""

    host: str
    faults: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page of this context."""
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("response", self._response)

    def look_at_cookies(self, context: BrowserContext) -> None:
        """Count a cookie that nobody was told of as a fault."""
        others = {cookie["name"] for cookie in context.cookies()} - COOKIES
        self.faults += [f"cookie: {name}" for name in sorted(others)]

    def take(self) -> list[str]:
        """Return the faults since the last look and forget them."""
        found, self.faults = self.faults, []
        return found

    def _console(self, message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        if message.text.startswith(OF_STATUS) or (message.type != "error" and _is_of_the_administration(address)):
            return
        self.faults.append(f"console, {message.type}: {message.text} ({address})")

    def _error(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in OWN_SCHEMES and address.netloc != self.host:
            self.faults.append(f"another host: {request.url}")

    def _response(self, response: Response) -> None:
        part_of_page = response.request.resource_type != "document"
        if _is_autosave_of_unfinished_page(response):
            return
        if response.status >= 500 or (part_of_page and response.status >= 400):
            self.faults.append(f"{response.status}: {response.request.method} {response.url}")


def _is_of_the_administration(address: str) -> bool:
    """Wagtail's own scripts talk about themselves; on our pages nothing may."""
    path = urlsplit(address).path
    return path.startswith(("/admin/", "/static/wagtailadmin/"))


def _is_autosave_of_unfinished_page(response: Response) -> bool:
    """Wagtail's editor tries to save while one writes, and is refused until everything required is there."""
    writes = response.request.method == "POST" and urlsplit(response.url).path.startswith("/admin/pages/")
    return writes and response.status == 400
