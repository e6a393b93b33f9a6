"""Territories from country to city district: one tree, whose `path` of codes makes "within" a prefix."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.audiences import PUBLIC
from core.site import raise_epoch
from core.texts import TextsField, pick
from core.viewer import Viewer
from vocabulary.names import derived_code, folded_names, name_key


class Level(models.TextChoices):
    """Stored words of the levels, from the widest."""

    COUNTRY = "country", _("country")
    NUTS1 = "nuts1", _("NUTS 1")
    NUTS2 = "nuts2", _("NUTS 2")
    REGION = "region", _("region")
    DISTRICT = "district", _("district")
    MUNICIPALITY = "municipality", _("municipality")
    CITY_DISTRICT = "city_district", _("city district")


class Scheme(models.TextChoices):
    """Whose codes they are."""

    NUTS = "nuts", _("NUTS 2024")
    NUTS_2021 = "nuts2021", _("NUTS 2021")
    LOCAL = "local", _("local")


class PopulationBand(models.TextChoices):
    """How many people live there."""

    TO_1000 = "0-999", _("under 1,000")
    TO_5000 = "1000-4999", _("1,000 to 4,999")
    TO_10000 = "5000-9999", _("5,000 to 9,999")
    TO_50000 = "10000-49999", _("10,000 to 49,999")
    TO_100000 = "50000-99999", _("50,000 to 99,999")
    OVER_100000 = "100000+", _("100,000 and more")


class TerritoryQuerySet(models.QuerySet["Territory"]):
    """Territories by their place in the tree."""

    def within(self, territories: Iterable["Territory"]) -> Self:
        """Return these territories and everything in them, by one statement."""
        inside = Q(pk__in=())
        for territory in territories:
            inside |= Q(path__startswith=territory.path)
        return self.filter(inside)

    def with_codes(self, codes: Iterable[str]) -> Self:
        """Return the territories that have one of these codes; unknown codes are left out."""
        return self.filter(code__in=list(codes))

    def offered(self) -> Self:
        """Return what people choose from: no level that only statistics needs."""
        return self.filter(offered=True)

    def visible_to(self, viewer: Viewer) -> Self:
        """Return what is there for the viewer: territories are public."""
        return self.all()


class Territory(models.Model):
    """A place. `code` is ours and always there (for NUTS the NUTS code); an office may add its own."""

    code = models.CharField(_("code"), max_length=80, unique=True, blank=True)
    official_code = models.CharField(_("official code"), max_length=40, blank=True)
    scheme = models.CharField(_("scheme"), max_length=10, choices=Scheme.choices, default=Scheme.LOCAL)
    level = models.CharField(_("level"), max_length=14, choices=Level.choices, default=Level.MUNICIPALITY)
    names = TextsField(_("name"), blank=False)
    qualifier = TextsField(_("told apart by"), editable=False)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("lies in"),
    )
    path = models.CharField(max_length=400, editable=False, db_index=True)
    sort_name = models.CharField(max_length=200, editable=False, db_index=True)
    search_names = models.TextField(editable=False)
    population_band = models.CharField(_("population"), max_length=12, choices=PopulationBand.choices, blank=True)
    offered = models.BooleanField(_("offered for choosing"), default=True)
    edited = models.BooleanField(default=False, editable=False)

    objects = TerritoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("territory")
        verbose_name_plural = _("territories")
        ordering = ["sort_name", "pk"]
        indexes = [models.Index(fields=["level", "sort_name"], name="territory_by_level")]

    def __str__(self) -> str:
        return self.label()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it as edited by a person, with everything derived; places below follow when it moved."""
        self.edited = True
        before = self.path
        self.derive()
        super().save(*args, **kwargs)
        self._tell_apart()
        raise_epoch()
        if before and before != self.path:
            self._move_children(before)

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("vocabulary:territory", args=[self.code])

    def derive(self) -> None:
        """Set code (when empty), path, sort key and the folded names from names and parent."""
        above = self.parent.path if self.parent else ""
        if not self.code:
            self.code = self._free_code(derived_code(self.parent.code if self.parent else "", pick(self.names)))
        self.path = f"{above}{self.code}/"
        self.sort_name = name_key(self.names)
        self.search_names = folded_names(self.names)

    def _free_code(self, wanted: str) -> str:
        taken = set(Territory.objects.filter(code__startswith=wanted).values_list("code", flat=True))
        numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
        return wanted if wanted not in taken else next(code for code in numbered if code not in taken)

    def _tell_apart(self) -> None:
        """Show the district beside the names of namesakes as soon as there are two."""
        namesakes = Territory.objects.filter(level=self.level, sort_name=self.sort_name).select_related("parent")
        bare = [row for row in namesakes if row.parent and not row.qualifier]
        if namesakes.count() < 2 or self.level not in {Level.MUNICIPALITY, Level.CITY_DISTRICT}:
            return
        for row in bare:
            row.qualifier = row.parent.names if row.parent else {}
        Territory.objects.bulk_update(bare, ["qualifier"])
        self.qualifier = next((row.qualifier for row in bare if row.pk == self.pk), self.qualifier)

    def _move_children(self, before: str) -> None:
        moved = list(Territory.objects.filter(path__startswith=before).exclude(pk=self.pk))
        for row in moved:
            row.path = self.path + row.path[len(before) :]
        Territory.objects.bulk_update(moved, ["path"], batch_size=500)

    def label(self) -> str:
        """Return the name in the reader's language; an ambiguous one with its district."""
        name = pick(self.names) or self.code
        return f"{name} ({pick(self.qualifier)})" if self.qualifier else name

    @property
    def name(self) -> str:
        """The name alone, in the reader's language."""
        return pick(self.names) or self.code

    @property
    def ancestor_codes(self) -> list[str]:
        """The codes of everything it lies in, from the country down to itself; asks no database."""
        return self.path.rstrip("/").split("/")

    @property
    def audience_id(self) -> str:
        """Places are public."""
        return PUBLIC

    def can_be_viewed_by(self, viewer: Viewer) -> bool:
        """Return True: places are public."""
        return True
