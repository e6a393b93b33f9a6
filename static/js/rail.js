// The rail beside a page as this browser last had it. It runs where it stands, before the page is painted: nothing moves.
(() => {
  const FOLDED = "rail-folded";
  const fold = document.querySelector("[data-rail-fold]");
  const beside = matchMedia("(min-width: 64rem)");
  const kept = () => {
    try {
      return localStorage.getItem(FOLDED) === "yes";
    } catch {
      return false;
    }
  };
  if (beside.matches && kept()) fold.open = false;
  fold.addEventListener("toggle", () => {
    if (!beside.matches) return;
    try {
      if (fold.open) localStorage.removeItem(FOLDED);
      else localStorage.setItem(FOLDED, "yes");
    } catch { /* it is remembered only where the browser keeps things */ }
  });
})();
