"""The tables of notifications. Import models from here."""

from notifications.models.digest import DigestItem, DigestMail, DigestRun, DigestSubscription, Frequency, What
from notifications.models.instant import InstantMail, InstantState
from notifications.models.notification import Channel, DeliveryChoice, Notification
from notifications.models.release import Release

__all__ = [
    "Channel",
    "DeliveryChoice",
    "DigestItem",
    "DigestMail",
    "DigestRun",
    "DigestSubscription",
    "Frequency",
    "InstantMail",
    "InstantState",
    "Notification",
    "Release",
    "What",
]
