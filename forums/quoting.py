"""A quotation of a post, as the beginning of a reply. It carries the post's id; names come when it is shown."""

from core.richtext.editor import RichTextValue
from forums.models import Post

LONGEST = 1200


def quotation(post: Post) -> RichTextValue:
    """Return the post's own words (not what it quotes itself) as a quotation in the plain form."""
    own = [line for line in post.body_text.split("\n") if not line.startswith(">")]
    text = "\n".join(own).strip()
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0] + " …"
    lines = [f"/go/post/{post.pk}/", *text.split("\n")]
    return RichTextValue(source="".join(f"> {line}".rstrip() + "\n" for line in lines) + "\n")
