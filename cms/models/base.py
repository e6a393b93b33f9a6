"""The page every page is. Its stored `audience` is its own or its nearest ancestor's; nobody reads a page past it."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from cms.forms import BasePageForm
from cms.querysets import BasePageManager
from cms.services.addresses import address_of
from cms.services.looks import look_of
from cms.services.route_words import route_words
from core.audiences import PUBLIC
from core.kinds import get_kind
from core.states import State
from core.viewer import Viewer

STORED = ("live", "audience_id", "version")
BELOW_HOME = 3


class BasePage(Page):
    """Language (its locale), audience, areas, territories, responsible organisation and a rising version."""

    kind_code: ClassVar[str] = ""
    section_fields: ClassVar[tuple[str, ...]] = ()  # rich texts that stand under a heading of their own before the body

    kind = models.CharField(max_length=20, editable=False, db_index=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    audience = models.ForeignKey(
        "core.Audience", on_delete=models.PROTECT, related_name="+", editable=False, default=PUBLIC
    )
    own_audience = models.ForeignKey(
        "core.Audience",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who may read it"),
        help_text=_("Left empty, it is read by those who may read the page above it."),
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("responsible organisation"),
    )
    platform = models.ForeignKey(
        "platforms.Platform",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("platform"),
    )
    summary = models.CharField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two sentences for lists, search and mails.")
    )
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("Shown above the text, such as “valid as of 11/2026”.")
    )
    areas = ParentalManyToManyField("vocabulary.Area", blank=True, related_name="+", verbose_name=_("areas"))
    territories = ParentalManyToManyField(
        "vocabulary.Territory", blank=True, related_name="+", verbose_name=_("territories")
    )
    target_groups = ParentalManyToManyField(
        "vocabulary.TargetGroup", blank=True, related_name="+", verbose_name=_("target groups")
    )
    related_pages = ParentalManyToManyField(
        "cms.BasePage", blank=True, related_name="+", verbose_name=_("related pages")
    )
    plain_text = models.TextField(editable=False, blank=True)

    objects = BasePageManager()

    is_creatable = False
    base_form_class = BasePageForm
    private_page_options: ClassVar[list[str]] = []  # reading is decided by the audience alone
    search_fields = Page.search_fields
    override_translatable_fields = [
        SynchronizedField(name) for name in ("areas", "territories", "target_groups", "related_pages")
    ]

    audience_panel = FieldPanel("own_audience")
    sorting_panel = MultiFieldPanel(
        [FieldPanel("areas"), FieldPanel("territories"), FieldPanel("target_groups"), FieldPanel("platform")],
        heading=_("Where it belongs"),
    )
    trust_panel = MultiFieldPanel(
        [InlinePanel("authors", label=_("author"), heading=_("authors")), FieldPanel("organisation")],
        heading=_("Who says so"),
    )
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("note"), trust_panel]
    settings_panels = [audience_panel, *Page.settings_panels]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it with everything derived; a change of what is live is announced in the same transaction."""
        from cms.services.changes import announce  # noqa: PLC0415  services know the models, not the other way round

        if kwargs.get("update_fields") is not None:
            super().save(*args, **kwargs)
            return
        before = BasePage.objects.filter(pk=self.pk).values(*STORED).first() if self.pk else None
        self.derive(version=before["version"] + 1 if before else 1)
        super().save(*args, **kwargs)
        announce(self, before=before)

    def get_absolute_url(self) -> str:
        """Return its address under the reader's language; without a translation it is shown there all the same."""
        return address_of(self.url_path, language=get_language() or settings.LANGUAGE_CODE)

    def derive(self, *, version: int) -> None:
        """Set kind, version, the audience that counts, the platform of the page above, and the plain text."""
        above = self.above()
        self.kind = self.kind_code
        self.version = version
        self.audience_id = self.own_audience_id or above.get("audience_id", PUBLIC)
        if self.platform is None:
            self.platform_id = above.get("platform_id")
        self.plain_text = "\n\n".join(text for text in self.text_parts() if text)

    def above(self) -> dict[str, Any]:
        """Return audience and platform of the page above; nothing at the top."""
        rows = BasePage.objects.filter(path=self.path[: -self.steplen]) if self.path else BasePage.objects.none()
        return rows.values("audience_id", "platform_id").first() or {}

    def inherited_audience(self) -> str:
        """Return the rule of the page above; `public` at the top."""
        return str(self.above().get("audience_id", PUBLIC))

    def text_parts(self) -> list[str]:
        """Return its texts for search, in the order in which they are read; a page adds its own."""
        return [self.summary]

    def clean(self) -> None:
        """Refuse an address that one of our own routes has."""
        super().clean()
        if self.depth == BELOW_HOME and self.slug in route_words():
            raise ValidationError({"slug": _("“%(slug)s” is an address of the site itself.") % {"slug": self.slug}})

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Restore a revision, but never an old version number or an audience that no longer holds."""
        page = super().with_content_json(content)
        page.version = self.version
        page.kind = self.kind
        page.audience_id = page.own_audience_id or self.audience_id
        return page

    @property
    def state(self) -> str:
        """Published or a draft, in the words of every other item."""
        return State.PUBLISHED if self.live else State.DRAFT

    @property
    def language(self) -> str:
        """The code of its language."""
        return str(self.locale.language_code)

    @property
    def look(self) -> str:
        """The code of its hue and icon."""
        return look_of(self._meta.model_name or "")

    @property
    def kind_label(self) -> str:
        """The word for its kind."""
        return str(get_kind(self.kind).name) if self.kind else str(self._meta.verbose_name)

    def can_be_viewed_by(self, viewer: Viewer) -> bool:
        """Return whether the page is there for the viewer: the twin of `visible_to`."""
        return bool(self.live) and viewer.satisfies(self.audience_id)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what every page shows beside its text: see `cms.services.sheet`."""
        from cms.services.sheet import sheet_of  # noqa: PLC0415  services know the models, not the other way round

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "sheet": sheet_of(self, request=request)}
