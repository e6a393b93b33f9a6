"""Files under an item: checked by their content, kept in private storage, served only to those who may see the item."""
