// Forms with data-draft="place" and data-draft-url keep what is typed on the server, two seconds after the last key.
const PAUSE = 2000;
const waiting = new Map();

const send = (form) => {
  waiting.delete(form);
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  body.set("draft_place", form.dataset.draft);
  fetch(form.dataset.draftUrl, { method: "POST", body, keepalive: true }).catch(() => {});
};

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-draft]");
  if (!form) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => send(form), PAUSE));
});

document.addEventListener("submit", (event) => {
  clearTimeout(waiting.get(event.target));
  waiting.delete(event.target);
});
