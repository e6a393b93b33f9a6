"""What pages are composed of. Block names are stored in every page, so they never change."""

from cms.blocks.content import RICH_TEXT, ContentBlocks
from cms.blocks.from_html import blocks_from_html
from cms.blocks.home import HomeBlocks
from cms.blocks.text import plain_text, rich_to_plain

__all__ = ["RICH_TEXT", "ContentBlocks", "HomeBlocks", "blocks_from_html", "plain_text", "rich_to_plain"]
