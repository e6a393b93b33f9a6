"""Owns the folding of letters: whatever search compares is compared folded, never as it was typed.

Folding loses what people leave out when they type in a hurry (case, Latin, Greek and Russian marks) and
keeps what is a letter of its own to its readers: Ukrainian й and ї stay, as does Belarusian ў.
"""

import unicodedata

_KEPT = frozenset("\u0439\u0457\u045e")
_LETTERS = {
    "\u0142": "l",
    "\u0111": "d",
    "\u00f0": "d",
    "\u00f8": "o",
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00fe": "th",
    "\u0127": "h",
    "\u0131": "i",
    "\u014b": "n",
    "\u0167": "t",
    "\u02bc": "",  # the apostrophe that counts as a letter: Ukrainian words are written with any of three
}
_MARKED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
_OPTIONAL_MARKS = (
    range(0x0300, 0x0370),  # marks that follow Latin, Greek and Cyrillic letters
    range(0x0591, 0x05C8),  # Hebrew points
    range(0x064B, 0x0660),  # Arabic vowel signs
    range(0x0670, 0x0671),
    range(0x0640, 0x0641),  # Arabic stretching sign
    range(0xFE00, 0xFE10),  # variation selectors
)


class _Invisible(dict[int, int | None]):
    """Translation table that drops NUL, lone surrogates and signs without a shape."""

    def __missing__(self, code: int) -> int | None:
        dropped = code == 0 or unicodedata.category(chr(code)) in {"Cf", "Cs"}
        self[code] = None if dropped else code
        return self[code]


class _Plain(dict[int, str | None]):
    """Translation table from one composed lower-case letter to its plain form, filled as letters turn up."""

    def __missing__(self, code: int) -> str | None:
        self[code] = _plain_letter(chr(code))
        return self[code]


def _plain_letter(letter: str) -> str | None:
    if letter in _KEPT:
        return letter
    if letter in _LETTERS:
        return _LETTERS[letter]
    if any(ord(letter) in marks for marks in _OPTIONAL_MARKS):
        return None
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and unicodedata.name(base, "").startswith(_MARKED_SCRIPTS):
        return _plain_letter(base)
    return letter


_INVISIBLE = _Invisible()
_PLAIN = _Plain()


def composed(text: str) -> str:
    """Return the text in one spelling of each letter, lower case, accents kept, nothing invisible."""
    if text.isascii():
        return text.lower().replace("\0", "")
    visible = text.translate(_INVISIBLE)
    lowered = unicodedata.normalize("NFKC", visible).casefold()
    return unicodedata.normalize("NFKC", lowered)


def fold(text: str) -> str:
    """Return the text as it is compared: lower case, without optional marks, NUL and invisible signs.

    Promises that folding twice changes nothing more, and that ß is ss, ł is l, đ is d and æ is ae.
    """
    lowered = composed(text)
    return lowered if lowered.isascii() else lowered.translate(_PLAIN)
