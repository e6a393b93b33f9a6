"""The embedded shape with wide limits: the journeys write in a minute what people write in a week."""

from config.settings.embedded import *  # noqa: F403  settings modules inherit by star
from config.settings.embedded import RATE_LIMITS as _LIMITS

RATE_LIMITS = dict.fromkeys(_LIMITS, ((10_000, 86_400),))
ACCOUNT_RATE_LIMITS = False
