"""Sets words as each language sets them: spaces that must not break, quotation marks, ellipses.

Only what is shown passes here (compiled catalogues, pages), never what is stored, searched, exported or fed.
"""

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern
from typing import Final

NBSP: Final = "\N{NO-BREAK SPACE}"
QUOTES: Final = {"cs": "„“", "sk": "„“", "de": "„“", "uk": "«»", "en": "“”"}

# Words of one letter that may not end a line. A language that is not here is left as it is.
_LETTERS: Final = {"cs": "aikosuvzAIKOSUVZ", "sk": "aikosuvzAIKOSUVZ"}
_SHORT: Final = r"tj|tzn|tzv|cca|tel|sv|č|čl|str|obr|tab|písm|Ing|Mgr|Bc|PhDr|JUDr|MUDr|RNDr|doc|prof"
_ABBREVIATIONS: Final = {"cs": rf"{_SHORT}|čj|odst|např", "sk": rf"{_SHORT}|ods|napr"}
_MONTHS: Final = {
    "cs": "led|únor|břez|dub|květ|červ|srp|září|říj|list|pros",
    "sk": "januá|februá|mar|apríl|máj|jún|júl|august|septem|októ|novem|decem",
}
_UNITS: Final = r"(?:%|‰|Kč|€|EUR\b|(?:mil|mld|tis|Sb)\.|Z\. ?z\.|(?:km|cm|mm|kg|kB|MB|GB|min|hod|px|°C)\b)"
_COUNTED: Final = re.compile(r"[\d%{]")
_TAG: Final = re.compile(r"<[^<>]*>")
_ELEMENT: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_LANG: Final = re.compile(r"""\blang=["']?([a-z]+)""", re.IGNORECASE)
_RAW: Final = frozenset({"pre", "code", "kbd", "script", "style", "textarea"})


def typeset(text: str, language: str) -> str:
    """Return a text, plain or HTML, with no-break spaces where its language asks for them.

    Tags, code and parts with another `lang` stay as they are. Linear in the length of the text.
    """
    if language not in _LETTERS or " " not in text:
        return text
    if "<" not in text:
        return _set(text, language)
    return "".join(_set(piece, language) if ours else piece for piece, ours in _pieces(text, language))


def _pieces(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """Yield every piece of the text and whether it is words of this language."""
    end, name, depth = 0, "", 0  # the element that is left alone, and how many of its name are open
    for tag in _TAG.finditer(text):
        yield text[end : tag.start()], not depth
        yield tag[0], False
        end = tag.end()
        if (element := _ELEMENT.match(tag[0])) is None:
            continue
        closes, its_name = bool(element[1]), element[2].lower()
        if depth and its_name == name:
            depth += -1 if closes else 1
        elif not depth and not closes and _left_alone(tag[0], its_name, language):
            name, depth = its_name, 1
    yield text[end:], not depth


def _left_alone(tag: str, name: str, language: str) -> bool:
    spoken = _LANG.search(tag)
    return name in _RAW or (spoken is not None and spoken[1].lower() != language)


def _set(text: str, language: str) -> str:
    if " " not in text:
        return text
    text = _letters(language).sub(_joined, text)
    if "." in text or "§" in text:
        text = _abbreviations(language).sub(_joined, text)
    if _COUNTED.search(text):
        for pattern in _numbers(language):
            text = pattern.sub(_joined, text)
    return text.replace(" – ", f"{NBSP}– ")  # a dash does not begin a line


def _joined(found: re.Match[str]) -> str:
    return found[0][:-1] + NBSP


@cache
def _letters(language: str) -> Pattern[str]:
    """“v Praze”: the letter comes first, so that the search runs fast, and what stands before it is asked then."""
    return re.compile(rf"[{_LETTERS[language]}] (?:(?<=[\s(\[„“«\"'–]..)|(?<=^..))(?=\S|$)")


@cache
def _abbreviations(language: str) -> Pattern[str]:
    return re.compile(rf"(?:\b(?:{_ABBREVIATIONS[language]})\.|§) (?=[\w(%{{]|$)")


@cache
def _numbers(language: str) -> tuple[Pattern[str], ...]:
    return (
        re.compile(rf"(?:\d|%\(\w+\)[sd]|%[sd]|\{{\w*\}}) (?={_UNITS})"),  # 5 %
        re.compile(r"\b\d{1,3} (?=\d{3}\b)"),  # 10 000
        re.compile(r"\b\d{1,2}\. (?=\d{1,2}\.|\d{4}\b)"),  # 21. 11. 2026
        re.compile(rf"\b\d{{1,2}}\. (?={_MONTHS[language]})"),  # 21. listopadu
    )


_MARK: Final = re.compile(r"""<[^<>]*>|(?P<mark>["'])""")
_BEFORE_OPENING: Final = frozenset(" \n\t(>\N{NO-BREAK SPACE}")


def requoted(text: str, language: str) -> str:
    """Return a text with the quotation marks of its language for straight ones, and one ellipsis for three dots.

    Marks that do not come in pairs, and those inside of tags, are left.
    """
    text = text.replace("...", "…")
    found = [mark.start() for mark in _MARK.finditer(text) if mark["mark"] and not _inside_word(text, mark.start())]
    pairs = list(zip(found[::2], found[1::2], strict=False))
    if len(found) % 2 or not all(_is_pair(text, one, two) for one, two in pairs):
        return text
    marks = QUOTES.get(language, "“”")
    letters = list(text)
    for one, two in pairs:
        letters[one], letters[two] = marks[0], marks[1]
    return "".join(letters)


def _inside_word(text: str, at: int) -> bool:
    return text[max(at - 1, 0) : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _is_pair(text: str, one: int, two: int) -> bool:
    before, inside, after = text[one - 1 : one] if one else " ", text[one + 1 : two], text[two + 1 : two + 2]
    kept = inside.strip() == inside != ""
    return text[one] == text[two] and kept and before in _BEFORE_OPENING and not after.isalnum()
