"""Which hue and icon a type of page has: the code under which core.icons knows it. Asked for by models and lists."""

LOOKS = {
    "chapterpage": "handbook",
    "areapage": "handbook",
    "handbookpartpage": "handbook",
    "handbookindexpage": "handbook",
    "goalpage": "goal",
    "toolpage": "tool",
    "indicatorpage": "indicator",
    "situationpage": "situation",
    "newspage": "news",
    "fundedprojectpage": "project_page",
}


def look_of(model_name: str) -> str:
    """Return the code for a type of page; a plain page's for what is not known here."""
    return LOOKS.get(model_name, "page")
