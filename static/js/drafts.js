// A form with a line [data-draft] is kept on the server two seconds after the last key; the line says whether it could be.
const PAUSE = 2000;
const waiting = new Map();
let sent = new WeakSet();

const lineOf = (form) => form?.querySelector("[data-draft]");

const say = (form, kept) => {
  const line = lineOf(form);
  line.textContent = kept ? line.dataset.kept : line.dataset.failed;
  line.classList.toggle("composer__status--failed", !kept);
};

const content = (form) => {
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  body.delete("draft_next");
  return body;
};

const keep = async (form) => {
  waiting.delete(form);
  const body = content(form);
  try {
    const answer = await fetch(lineOf(form).dataset.draft, { method: "POST", body });
    say(form, answer.ok && !answer.redirected);
  } catch {
    if (!sent.has(form)) say(form, false);
  }
};

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form");
  if (!lineOf(form) || sent.has(form)) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => keep(form), PAUSE));
});

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  clearTimeout(waiting.get(event.target));
  waiting.delete(event.target);
  sent.add(event.target);
});

window.addEventListener("pageshow", () => { sent = new WeakSet(); });
window.addEventListener("pagehide", () => {
  for (const [form, timer] of waiting) {
    clearTimeout(timer);
    navigator.sendBeacon(lineOf(form).dataset.draft, content(form));
  }
  waiting.clear();
});
