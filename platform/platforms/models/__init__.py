"""The tables of platforms. Import models from here."""

from platforms.models.membership import Membership, MembershipState, Role, Seat
from platforms.models.platform import Joining, Level, Platform, Visibility

__all__ = ["Joining", "Level", "Membership", "MembershipState", "Platform", "Role", "Seat", "Visibility"]
