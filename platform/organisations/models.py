"""Organisations and who works in them. Where a person works is an Affiliation, never a field on the person."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.items import Item, ItemQuerySet
from core.texts import TextsField, pick, sort_key
from organisations.countries import country_name


class OrganisationKind(models.TextChoices):
    """Stored words of what an organisation is."""

    TOWN = "town", _("town or municipality")
    REGION = "region", _("region")
    MINISTRY = "ministry", _("ministry or state office")
    INTEGRATION_CENTRE = "integration_centre", _("integration centre")
    NGO = "ngo", _("non-governmental organisation")
    MIGRANTS_ASSOCIATION = "migrants_association", _("migrants' association")
    NETWORK = "network", _("network")
    ADVISORY_COUNCIL = "advisory_council", _("advisory council")
    SCHOOL = "school", _("school")
    UNIVERSITY = "university", _("university or research institute")
    EMPLOYER = "employer", _("employer")
    INTERNATIONAL = "international", _("international organisation")
    OTHER = "other", _("other organisation")


class Organisation(Item):
    """An organisation: kind, country, place, areas, and what it says about itself per language."""

    name = models.CharField(_("name"), max_length=200)
    sort_name = models.CharField(max_length=200, editable=False, db_index=True)
    slug = models.SlugField(max_length=80, editable=False)
    kind = models.CharField(_("kind"), max_length=24, choices=OrganisationKind.choices, default=OrganisationKind.OTHER)
    country = models.CharField(_("country"), max_length=2, default="CZ")
    territory = models.ForeignKey(
        "vocabulary.Territory",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations",
        verbose_name=_("place"),
    )
    areas = models.ManyToManyField("vocabulary.Area", blank=True, related_name="organisations", verbose_name=_("areas"))
    about = TextsField(_("about the organisation"))
    website = models.URLField(_("website"), blank=True)
    # Who answers for it said that everything still holds; saving the entry says so too.
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ItemQuerySet["Organisation"].as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_name", "pk"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the sort key and the readable part of the address in step with the name."""
        self.sort_name = sort_key(self.name)
        self.slug = slugify(self.name)[:80] or "organisation"
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments

    @property
    def about_text(self) -> str:
        """What it says about itself in the reader's language."""
        return pick(self.about)

    @property
    def country_name(self) -> str:
        """Its country as the reader calls it."""
        return country_name(self.country)

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("organisations:organisation", args=[self.pk, self.slug])


class Affiliation(models.Model):
    """A person works (or worked) in an organisation, in a position, from one day to another."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="affiliations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="affiliations")
    position = models.CharField(_("position"), max_length=160, blank=True)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("affiliation")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation"],
                condition=models.Q(until__isnull=True),
                name="affiliation_once_now",
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="affiliation_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.organisation_id}"
