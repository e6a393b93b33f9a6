"""Is the job of the digests alive? It runs four times an hour; what waits for two hours tells that it does not."""

from datetime import timedelta

from django.db import DatabaseError
from django.utils import timezone

from notifications.digests.run import due

LATE = timedelta(hours=2)


def digests_are_made() -> bool:
    """Return whether no digest has been due for long; asked by `/health/ready`."""
    try:
        return not due(timezone.now() - LATE).exists()
    except DatabaseError:
        return False
