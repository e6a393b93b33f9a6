// A form with data-unsaved asks before the page is left with text nobody has sent.
const changed = new Set();

const mark = (event) => {
  const form = event.target.closest?.("form[data-unsaved]");
  if (form) changed.add(form);
};

document.addEventListener("input", mark);
document.addEventListener("change", mark);
document.addEventListener("submit", (event) => changed.delete(event.target));

window.addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});
