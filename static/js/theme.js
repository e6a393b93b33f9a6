// Light or dark at once, without loading the page again; the cookie is set by the server as without a script.
const root = document.documentElement;

const show = (theme, form) => {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const button of form.elements) {
    if (button.name === "value") button.setAttribute("aria-pressed", String(button.value === theme));
  }
};

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-theme-form]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  show(event.submitter.value, form);
  const menu = form.closest("details");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  await fetch(form.action, { method: "POST", body, redirect: "manual" });
});
