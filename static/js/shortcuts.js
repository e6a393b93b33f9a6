// Single keys, off until a person switches them on in this browser; never while she types or a dialog is open.
const SWITCH = "shortcuts";
const PAUSE = 1500;
const PLACES = { h: "", t: "topics/", p: "platforms/", n: "notifications/" };
const ROWS = ".topic-row, .post, .search-result";
const prefix = `/${document.documentElement.lang}/`;
let waitingForPlace = 0;

const isOn = () => {
  try {
    return localStorage.getItem(SWITCH) === "on";
  } catch {
    return false;
  }
};

const move = (step) => {
  const rows = [...document.querySelectorAll(ROWS)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  const target = row?.querySelector("h2 a, h3 a, a[href]") ?? row;
  target?.focus();
  row?.scrollIntoView({ block: "nearest" });
};

const reply = () => {
  const closed = document.querySelector("details.reply:not([open])");
  if (closed) {
    closed.open = true;
    return; // the editor takes the focus when it has started
  }
  const editor = document.querySelector("form.composer .editor__text, form.composer textarea:not([hidden])");
  if (editor) editor.focus();
  else document.querySelector("#reply a.button")?.click();
};

const sheet = async () => {
  const answer = await fetch(`${prefix}shortcuts/`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  dialog.className = "dialog";
  dialog.setAttribute("aria-label", page.querySelector("h1").textContent);
  close.className = "icon-button";
  close.textContent = "×";
  close.setAttribute("aria-label", page.getElementById("shortcuts").dataset.close);
  close.addEventListener("click", () => dialog.close());
  dialog.append(close, page.getElementById("shortcuts"));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

const deeds = {
  j: () => move(1),
  k: () => move(-1),
  r: reply,
  "/": () => document.getElementById("site-search")?.focus(),
  g: () => { waitingForPlace = Date.now(); },
  "?": sheet,
};

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable=true], dialog");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !isOn() || isTyping(event.target)) return;
  if (Date.now() - waitingForPlace < PAUSE && event.key in PLACES) {
    location.assign(prefix + PLACES[event.key]);
    return;
  }
  waitingForPlace = 0;
  if (!(event.key in deeds)) return;
  event.preventDefault();
  deeds[event.key]();
});

const line = document.querySelector("[data-shortcuts-switch]");
if (line) {
  const box = line.querySelector("input");
  line.hidden = false;
  box.checked = isOn();
  box.addEventListener("change", () => {
    if (box.checked) localStorage.setItem(SWITCH, "on");
    else localStorage.removeItem(SWITCH);
  });
}
