// A form with data-unsaved asks before the page is left with text nobody has sent.
const changed = new Set();
let leaving = false; // a form is on its way: what the editor still tells of it is no new text

const mark = (event) => {
  const form = event.target.closest?.("form[data-unsaved]");
  if (form && (event.isTrusted || !leaving)) changed.add(form);
};

document.addEventListener("input", mark);
document.addEventListener("change", mark);
document.addEventListener("submit", (event) => {
  changed.delete(event.target);
  leaving = !event.defaultPrevented;
});

window.addEventListener("pageshow", () => { leaving = false; });
window.addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});
