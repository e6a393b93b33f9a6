// Menus are <details>: they open without this file. Here: one at a time, closed by Escape, by a click beside, by leaving.
const menus = () => document.querySelectorAll("details[data-menu][open]");

const closeOthers = (kept) => {
  for (const menu of menus()) if (menu !== kept) menu.open = false;
};

document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("details[data-menu]") && event.target.open) closeOthers(event.target);
}, true);

document.addEventListener("click", (event) => {
  closeOthers(event.target.closest("details[data-menu]"));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details[data-menu][open]");
  closeOthers(null);
  menu?.querySelector("summary").focus();
});

document.addEventListener("focusout", (event) => {
  const menu = event.target.closest?.("details[data-menu][open]");
  if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});

// A form that came back with errors: the summary is what the reader must meet first.
document.querySelector("[data-autofocus]")?.focus();
