"""Rich text: one configuration from which the editor, the allow-list of the server and the plain-text form derive.

What is stored holds no name or title of anything else; `expand` fills them in for one viewer.
Forms use `core.richtext.editor` (RichTextField, initial_body), their pages print `{{ form.media }}` in the block
`scripts`; models inherit `core.richtext.model.RichTextMixin`.
"""

from core.richtext.expand import editable, expand
from core.richtext.render import VERSION, Rendered, render

__all__ = ["VERSION", "Rendered", "editable", "expand", "render"]
