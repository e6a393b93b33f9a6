// Messages can be put away by hand; none goes away by itself, people read at their own speed.
const prepare = (root = document) => {
  for (const button of root.querySelectorAll("[data-toast-close]")) button.hidden = false;
};

prepare();
document.addEventListener("htmx:load", (event) => prepare(event.target));
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-toast-close]")) return;
  event.target.closest("[data-toast]").remove();
  document.getElementById("main")?.focus({ preventScroll: true });
});
