"""Relations between any two items. Written only by `core.links.services`."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Relation(models.TextChoices):
    """What the source does to the target; the words are stored and never change."""

    DISCUSSES = "discusses", _("discusses")
    EVIDENCE_FOR = "evidence_for", _("is evidence for")
    CONTRADICTS = "contradicts", _("contradicts")
    REPLICATES = "replicates", _("replicates")
    PRODUCED = "produced", _("produced")
    CITES = "cites", _("cites")
    IMPLEMENTS = "implements", _("implements")
    MENTIONS = "mentions", _("mentions")


class LinkState(models.TextChoices):
    """A proposed link shows to its proposer and to those who may confirm it."""

    PROPOSED = "proposed", _("proposed")
    CONFIRMED = "confirmed", _("confirmed")
    REMOVED = "removed", _("removed")


class ItemLink(models.Model):
    """One relation from a source item to a target item; an item is (kind code, object id)."""

    source_kind = models.CharField(max_length=40)
    source_id = models.BigIntegerField()
    target_kind = models.CharField(max_length=40)
    target_id = models.BigIntegerField()
    relation = models.CharField(max_length=20, choices=Relation.choices)
    note = models.CharField(max_length=500, blank=True)
    note_language = models.CharField(max_length=35, blank=True)
    state = models.CharField(max_length=12, choices=LinkState.choices, default=LinkState.PROPOSED)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_id", "target_kind", "target_id", "relation"], name="link_once"
            )
        ]
        indexes = [models.Index(fields=["target_kind", "target_id"], name="link_target")]

    def __str__(self) -> str:
        return f"{self.source_kind} {self.source_id} {self.relation} {self.target_kind} {self.target_id}"
