// What a member types in a form [data-unsaved] also stays in this browser for seven days: a reload, a crash or an expired
// sign-in loses nothing. It is kept for that person alone, offered and never put back unasked, and wiped when she signs out.
const PREFIX = "typed:";
const WEEK = 7 * 24 * 3600 * 1000;
const PAUSE = 500;
const person = document.body.dataset.person;
const timers = new Map();
const leaving = new WeakSet(); // forms on their way: what an editor still says of them is on its way too
const editors = new Map(); // textarea: the editor that stands in for it

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

const write = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The browser keeps nothing for us: full, or told not to. The page works without.
  }
};

const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
const places = () => Object.keys(localStorage).filter((key) => key.startsWith("reading:")); // written by reading.js
const keyOf = (form) => `${PREFIX}${person}:${new URL(form.action, location).pathname}`;
const isText = (field) => field.name && !field.readOnly
  && (field.matches("textarea") || field.matches("input[type=text], input:not([type]), input[name$=_format]"));
const textsOf = (form) => Object.fromEntries([...form.elements].filter(isText).map((field) => [field.name, field.value]));
const same = (kept, now) => Object.entries(kept).every(([name, value]) => name.endsWith("_format") || (now[name] ?? value) === value);
const filled = (texts) => Object.entries(texts).some(([name, value]) => !name.endsWith("_format") && value.trim());

const keep = (form) => write(keyOf(form), { at: Date.now(), texts: textsOf(form), sent: leaving.has(form) });

const putBack = (form, texts) => {
  for (const [name, value] of Object.entries(texts)) {
    const field = form.elements.namedItem(name);
    if (!field || name.endsWith("_format")) continue;
    const editor = editors.get(field);
    if (editor) editor.commands.setContent(value, { emitUpdate: true });
    else field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
};

const offer = (form, key, kept) => {
  const line = document.getElementById("kept-text").content.firstElementChild.cloneNode(true);
  const when = line.querySelector("time");
  when.dateTime = new Date(kept.at).toISOString();
  when.textContent = new Date(kept.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  line.querySelector("[data-bring-back]").addEventListener("click", () => {
    putBack(form, kept.texts);
    line.remove();
  });
  line.querySelector("[data-throw-away]").addEventListener("click", () => {
    localStorage.removeItem(key);
    line.remove();
  });
  form.before(line);
};

const look = (form) => {
  const key = keyOf(form);
  const kept = read(key);
  if (kept && filled(kept.texts) && !same(kept.texts, textsOf(form))) offer(form, key, kept);
};

// What was on its way when this page came: done with, or not sent after all when the page says so, or when it is the
// address itself that was to take it (the server was down, the form came back): what was taken leads elsewhere.
const settle = () => {
  const failed = document.querySelector("[data-not-sent]");
  for (const key of keys()) {
    const kept = read(key);
    const back = failed || key.endsWith(`:${location.pathname}`);
    if (!kept || kept.at < Date.now() - WEEK || (kept.sent && person && !back)) localStorage.removeItem(key);
    else if (kept.sent && back) write(key, { ...kept, sent: false });
  }
};

const begin = () => {
  for (const form of document.querySelectorAll("form[data-unsaved]")) {
    const closed = form.closest("details:not([open])");
    if (closed && filled(read(keyOf(form))?.texts ?? {})) closed.open = true;
    const editor = form.querySelector("[data-editor]");
    if (!editor || editors.has(editor.querySelector("textarea"))) look(form);
  }
};

// Until its editor has started, a form does not hold what it will: a draft would seem to be another text.
document.addEventListener("editor:ready", (event) => {
  const form = event.target.closest("form[data-unsaved]");
  editors.set(event.target.querySelector("textarea"), event.detail.editor);
  if (person && form && document.readyState === "complete") look(form);
});

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-unsaved]");
  if (!person || !form || !event.target.name) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => keep(form), PAUSE));
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !person) return;
  if (form.hasAttribute("data-signs-out")) {
    for (const key of [...keys(), ...places()]) localStorage.removeItem(key);
  }
  if (!form.hasAttribute("data-unsaved")) return;
  clearTimeout(timers.get(form));
  leaving.add(form);
  keep(form);
});

settle();
if (person) window.addEventListener("load", begin);
