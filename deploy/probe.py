"""Asks the web server of this container whether it lives, as the proxy would; exits 1 when not."""  # noqa: INP001  a script

import http.client
import os
import sys
from urllib.parse import urlsplit

PORT = int(os.environ.get("PORT", "8000"))


def main() -> int:
    """Return the exit code for the container's health check."""
    host = urlsplit(os.environ.get("BASE_URL", "")).hostname or "localhost"
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=4)
    try:
        connection.request("GET", "/health/live", headers={"Host": host, "X-Forwarded-Proto": "https"})
        return 0 if connection.getresponse().status == 200 else 1
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
