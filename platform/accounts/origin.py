"""Where a visitor's request comes from, for limits: a keyed print of her network, never an address."""

import ipaddress
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.utils.crypto import salted_hmac

UNKNOWN = "unknown"


def network_print(request: Any, *, purpose: str) -> str:
    """Return the print of a visitor's address, different for each purpose; one network of IPv6 counts as one."""
    try:
        address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    except (PermissionDenied, ValueError):
        return UNKNOWN
    wide = ipaddress.ip_network((address, 64 if address.version == 6 else 32), strict=False)
    return salted_hmac(f"origin.{purpose}", str(wide)).hexdigest()[:24]
