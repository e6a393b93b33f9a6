"""The blocks of the home page. A live block shows what other apps registered for its place."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from cms.blocks.content import RICH_TEXT, ImageBlock, NoticeBlock, QuoteBlock
from cms.services.targets import TARGETS, page_address, target_address

PLACES = [
    ("home.topics", _("latest topics")),
    ("home.platforms", _("platforms")),
    ("home.news", _("news")),
    ("home.calls", _("open calls")),
    ("home.subscribe", _("subscription of the digest")),
]


class HeroBlock(blocks.StructBlock):
    """What this is, in one sentence and a little more."""

    heading = blocks.CharBlock(max_length=160, label=_("heading"))
    lead = blocks.TextBlock(required=False, label=_("lead"))

    class Meta:
        icon = "home"
        label = _("opening")
        template = "cms/blocks/hero.html"


class SectionBlock(blocks.StructBlock):
    """A heading and a text."""

    heading = blocks.CharBlock(max_length=160, label=_("heading"))
    text = blocks.RichTextBlock(features=RICH_TEXT, label=_("text"))

    class Meta:
        icon = "pilcrow"
        label = _("text")
        template = "cms/blocks/section.html"


class StepBlock(blocks.StructBlock):
    """A step that leads somewhere."""

    title = blocks.CharBlock(max_length=120, label=_("title"))
    text = blocks.TextBlock(required=False, label=_("text"))
    target = blocks.ChoiceBlock(choices=TARGETS, required=False, label=_("leads to"))
    page = blocks.PageChooserBlock(required=False, label=_("or to a page"))

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the address it leads to."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page, request = value.get("page"), context.get("request")
        href = page_address(page) if page else target_address(value.get("target") or "", request=request)
        return {**context, "href": href}

    class Meta:
        icon = "arrow-right"
        label = _("step")
        template = "cms/blocks/step.html"


class StepsBlock(blocks.StructBlock):
    """Where to begin."""

    heading = blocks.CharBlock(max_length=160, label=_("heading"))
    steps = blocks.ListBlock(StepBlock(), label=_("steps"))

    class Meta:
        icon = "list-ol"
        label = _("steps")
        template = "cms/blocks/steps.html"


class LiveBlock(blocks.StructBlock):
    """What is new in another part of the site."""

    heading = blocks.CharBlock(required=False, max_length=160, label=_("heading"))
    place = blocks.ChoiceBlock(choices=PLACES, label=_("what"))

    class Meta:
        icon = "rotate"
        label = pgettext_lazy("block", "live")
        template = "cms/blocks/live.html"


class HomeBlocks(blocks.StreamBlock):
    """An opening, texts, steps, live blocks, pictures, quotations, notices."""

    hero = HeroBlock()
    section = SectionBlock()
    steps = StepsBlock()
    live = LiveBlock()
    image = ImageBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()

    class Meta:
        required = False
