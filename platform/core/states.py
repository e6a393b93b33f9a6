"""The state of an item, beside its audience: what is not published is seen by its author and by its moderators."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Stored words; they never change."""

    DRAFT = "draft", _("draft")
    PENDING = "pending", _("waiting for approval")
    PUBLISHED = "published", _("published")
    HIDDEN = "hidden", _("hidden")
    DELETED = "deleted", _("deleted")
