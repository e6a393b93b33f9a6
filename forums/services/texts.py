"""What belongs to a post's text: its files, and the links to the items it names."""

from collections.abc import Iterable
from typing import Any

from core.attachments.services import Chosen, attach, store_upload
from core.links.services import record_mentions
from core.richtext.render import Reference
from forums.models import Post


def keep_files(post: Post, *, by: Any, files: Iterable[Any] | None) -> bool:
    """Make the files of a post exactly these; None leaves them as they are. Return whether anything changed.

    A file is what the form's field cleans to, or an upload (imports), which is checked and stored here.
    """
    if files is None:
        return False
    chosen = [file if isinstance(file, Chosen) else Chosen(attachment=store_upload(file, by=by)) for file in files]
    if not chosen and not post.file_count:
        return False
    changed = attach(chosen, kind="post", pk=post.pk, by=by)
    if post.file_count != len(chosen):
        Post.objects.filter(pk=post.pk).update(file_count=len(chosen))
        post.file_count = len(chosen)
    return changed


def note_references(post: Post, *, references: Iterable[Reference]) -> None:
    """Make the `mentions` links of a post equal to the items its text names now.

    What names a post (a quotation does) relates to its topic, and a post does not mention the topic it stands in.
    """
    named = set(references)
    if not named and post.version == 1:
        return
    posts = {pk for kind, pk in named if kind == "post"}
    topics = Post.objects.filter(pk__in=posts).values_list("topic_id", flat=True) if posts else ()
    related = {reference for reference in named if reference[0] != "post"} | {("topic", pk) for pk in topics}
    record_mentions("post", post.pk, sorted(related - {("topic", post.topic_id)}))
