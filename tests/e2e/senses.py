"""What a machine can see of reading and finding one's way: reflow, text spacing, the focus, moving things.

Each look returns faults in words. They change the window, and say so; the page itself is left as it was.
"""

from typing import Any

from playwright.sync_api import Page

# A colour on its way from light to dark, or a link that is still sliding in, is not what a reader gets to see.
SETTLE = """
() => {
  for (const animation of document.getAnimations()) {
    if (animation.effect.getComputedTiming().endTime < Infinity) animation.finish();
  }
}
"""
WIDEST = """
() => {
  if (document.scrollingElement.scrollWidth <= innerWidth) return null;
  const outside = [...document.querySelectorAll("body *")].filter(
    (node) => node.getBoundingClientRect().right > innerWidth + 1 && node.getBoundingClientRect().width
  );
  return outside.slice(0, 3).map((node) => node.outerHTML.slice(0, 120));
}
"""
# WCAG 1.4.12: the four spacings a reader may set. A sheet made by script is not a matter of the content policy.
SPACE = """
(on) => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheet.spacing);
  if (!on) return;
  const sheet = new CSSStyleSheet();
  const every = "line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important";
  sheet.replaceSync(`* { ${every} } p { margin-bottom: 2em !important }`);
  sheet.spacing = true;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
"""
# Boxes that hide what does not fit, and hold words that do not fit. One pixel is a box for assistive technology alone;
# a preview in a list may end with three dots, for the whole stands on the page to which the preview leads, and so may
# the name on a menu, which stands whole in the menu.
CLIPPED = """
() => {
  const found = [];
  for (const node of document.querySelectorAll("body *")) {
    const style = getComputedStyle(node);
    const hides = (value) => value === "hidden" || value === "clip";
    if (!hides(style.overflowX) && !hides(style.overflowY)) continue;
    if (node.closest("svg, .visually-hidden, .skip-link, [inert]") || !node.textContent.trim()) continue;
    const box = node.getBoundingClientRect();
    if (box.width < 3 || box.height < 3 || !node.checkVisibility()) continue;
    const high = hides(style.overflowY) && node.scrollHeight > node.clientHeight + 2;
    const wide = hides(style.overflowX) && node.scrollWidth > node.clientWidth + 2;
    const dots = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
    if (dots && (node.closest("summary") || node.closest("article")?.querySelector("a[href]"))) continue;
    if (high || wide) found.push(node.outerHTML.slice(0, 120));
  }
  return found.slice(0, 3);
}
"""
# The focus goes to everything that takes it, as the Tab key would bring it there: WCAG 2.4.7 and 2.4.11.
WALK = """
() => {
  const takes = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^='-'])";
  const lost = [];
  const ring = (node) => {
    const style = getComputedStyle(node);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  // A card or a label may show the ring for the link or field in it, a label also for the field before it.
  const marked = (node) => {
    const near = [node, node.nextElementSibling];
    for (let above = node.parentElement; above && near.length < 6; above = above.parentElement) near.push(above);
    return near.some((other) => other && ring(other));
  };
  for (const node of document.querySelectorAll(takes)) {
    if (node.disabled || node.tabIndex < 0 || !node.checkVisibility({ visibilityProperty: true })) continue;
    node.focus();
    if (document.activeElement !== node) continue;
    if (!node.matches(":focus-visible")) continue;
    const boxes = [...node.getClientRects()].filter((box) => box.width && box.height);
    if (!boxes.length) continue;
    const say = (what) => lost.push(`${what}: ${node.outerHTML.slice(0, 140)}`);
    if (!marked(node)) say("no ring");
    const seen = boxes.some((box) => [0.1, 0.5, 0.9].some((x) => [0.2, 0.5, 0.8].some((y) => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return top && (node.contains(top) || top.contains(node) || top.closest("label")?.control === node);
    })));
    if (!seen) say("hidden");
  }
  document.activeElement.blur();
  scrollTo(0, 0);
  return lost.slice(0, 5);
}
"""
MOVING = """
() => [...document.querySelectorAll("body, body *")].filter((node) => {
  const style = getComputedStyle(node);
  const longest = (list) => Math.max(...list.split(",").map((text) => parseFloat(text)));
  const moves = style.animationName !== "none" && longest(style.animationDuration) > 0.02;
  return moves || longest(style.transitionDuration) > 0.02 || style.scrollBehavior === "smooth";
}).slice(0, 3).map((node) => node.outerHTML.slice(0, 120))
"""


def resize(page: Page, size: tuple[int, int]) -> None:
    """Make the window this wide and high."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


def reflow(page: Page, *, what: str = "") -> list[str]:
    """Return what makes the page scroll sideways at the width it has (1.4.10)."""
    widest = page.evaluate(WIDEST)
    return [] if widest is None else [f"wider than the window{what}: {widest}"]


def spacing(page: Page, *, sizes: list[tuple[int, int]]) -> list[str]:
    """Return what is cut off or scrolls sideways when a reader spreads the text (1.4.12), at each of the sizes."""
    faults: list[str] = []
    page.evaluate(SPACE, True)
    for size in sizes:
        resize(page, size)
        faults += reflow(page, what=f", text spread, {size[0]} px")
        faults += [f"cut off, text spread, {size[0]} px: {html}" for html in page.evaluate(CLIPPED)]
    page.evaluate(SPACE, False)
    return faults


def focus(page: Page, *, what: str) -> list[str]:
    """Return what takes the focus without showing it, or lies under what stays in its place (2.4.7, 2.4.11)."""
    page.keyboard.press("Tab")  # from now on the browser shows the focus, wherever it goes
    return [f"focus, {what}: {fault}" for fault in page.evaluate(WALK)]


def stillness(page: Page) -> list[str]:
    """Return what moves although the reader asked that nothing moves; the window must say so already."""
    faults: list[Any] = page.evaluate(MOVING)
    return [f"moves: {html}" for html in faults]
