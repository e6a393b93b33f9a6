// Where somebody is in a long page: the section is marked in the contents, a thin line shows how far she is, and this
// browser remembers for thirty days where she stopped and offers to go on. Nothing is sent; signing out wipes it (keep.js).
const PREFIX = "reading:";
const MONTH = 30 * 24 * 3600 * 1000;
const LONG = 2.5; // screens from which a page is worth remembering
const DONE = 0.95;
const page = document.querySelector("[data-reading]");
const links = [...document.querySelectorAll(".contents a[href^='#']")];
const ids = [...new Set(links.map((link) => decodeURIComponent(link.hash.slice(1))))];
const headings = ids.map((id) => document.getElementById(id)).filter(Boolean);
const key = `${PREFIX}${document.body.dataset.person ?? ""}:${location.pathname}`;
let current = "";
let waiting = 0;

const stored = () => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

const store = (value) => {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // The browser keeps nothing for us; the page reads as well without.
  }
};

const forgetOld = () => {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
    let at = 0;
    try {
      at = JSON.parse(localStorage.getItem(name)).at;
    } catch {
      // Not ours any more; it goes.
    }
    if (!(at > Date.now() - MONTH)) localStorage.removeItem(name);
  }
};

const isLong = () => page.offsetHeight > LONG * innerHeight;
const share = () => {
  const way = page.offsetHeight - innerHeight;
  return way > 0 ? Math.min(1, Math.max(0, (scrollY - page.offsetTop) / way)) : 1;
};

const mark = (id) => {
  if (id === current) return;
  current = id;
  for (const link of links) {
    if (decodeURIComponent(link.hash.slice(1)) === id) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
};

const remember = () => {
  if (!isLong()) return;
  if (share() > DONE) store(null);
  else if (current && current !== ids[0]) store({ at: Date.now(), id: current });
};

// The last heading above the upper third of the window is the section one reads; an observer tells when that may change.
const look = () => {
  const line = innerHeight / 3;
  const above = headings.filter((heading) => heading.getBoundingClientRect().top < line);
  mark(above.at(-1)?.id ?? "");
};

const watch = () => {
  const watcher = new IntersectionObserver(look, { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] });
  for (const heading of headings) watcher.observe(heading);
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { look(); remember(); }, 250);
  }, { passive: true });
  addEventListener("pagehide", remember);
};

const showProgress = () => {
  const bar = document.createElement("div");
  bar.className = "reading-progress";
  bar.setAttribute("aria-hidden", "true");
  document.body.append(bar);
  const draw = () => { bar.style.transform = `scaleX(${share()})`; };
  addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  draw();
};

const offer = (kept) => {
  const box = document.querySelector("[data-read-on]");
  const heading = document.getElementById(kept.id);
  if (!box || !heading) return;
  const close = () => { box.hidden = true; };
  const link = box.querySelector("[data-read-on-go]");
  link.textContent = heading.textContent.trim();
  link.href = `#${encodeURIComponent(kept.id)}`;
  link.lang = heading.closest("[lang]").lang;
  link.addEventListener("click", close);
  box.querySelector("[data-read-on-close]").addEventListener("click", () => { store(null); close(); });
  box.hidden = false;
};

for (const link of document.querySelectorAll(".contents-top a")) {
  link.addEventListener("click", () => { link.closest("details").open = false; });
}
if (page && headings.length > 1) {
  const kept = stored();
  watch();
  look();
  if (isLong()) showProgress();
  if (kept && kept.at > Date.now() - MONTH && !location.hash && scrollY < innerHeight / 2) offer(kept);
}
try {
  forgetOld();
} catch {
  // No storage here at all.
}
