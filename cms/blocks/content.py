"""The blocks of ordinary pages. Their templates carry no style of their own; `h2` belongs to the heading block."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from core.audiences import PUBLIC, SITE

RICH_TEXT = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link", "hr"]


class HeadingBlock(blocks.CharBlock):
    """A heading; the contents list is made of these."""

    class Meta:
        icon = "title"
        label = _("heading")
        template = "cms/blocks/heading.html"


class ImageBlock(blocks.StructBlock):
    """A picture with a caption; a decorative one is silent for those who listen to the page."""

    image = ImageChooserBlock(label=_("image"))
    alt = blocks.CharBlock(required=False, max_length=300, label=_("what is to be seen"))
    decorative = blocks.BooleanBlock(required=False, label=_("decorative"))
    caption = blocks.CharBlock(required=False, max_length=300, label=_("caption"))

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Say whether every reader of the page may see the picture: the text is kept for all of them together."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page, image = context.get("page"), value.get("image")
        rule = page.audience_id if page is not None else PUBLIC
        open_to = {PUBLIC, rule} if rule == PUBLIC else {PUBLIC, SITE, rule}
        return {**context, "shown": image is not None and image.audience_id in open_to}

    class Meta:
        icon = "image"
        label = _("image")
        template = "cms/blocks/image.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("text"))
    source = blocks.CharBlock(required=False, max_length=200, label=_("who says so"))

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "cms/blocks/quote.html"


class NoticeBlock(blocks.StructBlock):
    """A sentence that must not be overlooked."""

    tone = blocks.ChoiceBlock(
        choices=[("info", _("information")), ("warn", _("warning")), ("success", _("good practice"))],
        default="info",
        label=_("tone"),
    )
    title = blocks.CharBlock(required=False, max_length=120, label=_("title"))
    text = blocks.TextBlock(label=_("text"))

    class Meta:
        icon = "warning"
        label = _("notice")
        template = "cms/blocks/notice.html"


class RowBlock(blocks.StructBlock):
    """One row of a table."""

    cells = blocks.ListBlock(blocks.CharBlock(required=False, label=_("cell")), label=_("cells"))

    class Meta:
        icon = "list-ul"
        label = _("row")


class TableValue(blocks.StructValue):
    """What the template asks about a table beside its cells."""

    @property
    def headings(self) -> list[str]:
        """Return the headings of the columns; none where no column has one."""
        head = list(self["head"])
        return head if any(head) else []

    @property
    def names_rows(self) -> bool:
        """Whether the first cell names its row: the corner above it is empty while other columns have headings."""
        return bool(self.headings) and not self.headings[0]


class TableBlock(blocks.StructBlock):
    """A table with a caption and a head."""

    caption = blocks.CharBlock(required=False, max_length=200, label=_("caption"))
    head = blocks.ListBlock(blocks.CharBlock(required=False, label=_("heading of a column")), label=_("head"))
    rows = blocks.ListBlock(RowBlock(), label=_("rows"))

    class Meta:
        icon = "table"
        label = _("table")
        template = "cms/blocks/table.html"
        value_class = TableValue


class ContentBlocks(blocks.StreamBlock):
    """Headings, text, pictures, quotations, notices and tables."""

    heading = HeadingBlock(max_length=200)
    paragraph = blocks.RichTextBlock(
        features=RICH_TEXT, label=_("text"), icon="pilcrow", template="cms/blocks/paragraph.html"
    )
    image = ImageBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    table = TableBlock()

    class Meta:
        required = False
