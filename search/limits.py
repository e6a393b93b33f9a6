"""Who searches, for the limit of searches a minute. A visitor is a keyed print of her network, never an address."""

import ipaddress
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.utils.crypto import salted_hmac

from core.ratelimit import allow

UNKNOWN = "unknown"


def may_search(request: Any) -> bool:
    """Count one search of the person, or of the visitor's network; return False when there were too many."""
    viewer = request.viewer
    who = f"person:{viewer.person_id}" if viewer.is_member else f"ip:{network_print(request)}"
    return allow("search", who=who)


def network_print(request: Any) -> str:
    """Return the print of a visitor's address; one network of IPv6 counts as one."""
    try:
        address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    except (PermissionDenied, ValueError):
        return UNKNOWN
    wide = ipaddress.ip_network((address, 64 if address.version == 6 else 32), strict=False)
    return salted_hmac("search.visitor", str(wide)).hexdigest()[:24]
