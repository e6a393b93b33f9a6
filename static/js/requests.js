// What every request of htmx owes the reader: a calm bar while it lasts, the focus kept, a sentence and a retry when it fails.
const root = document.documentElement;
const PATIENCE = 200; // what is quicker needs no sign
let running = 0;
let timer;

const begin = (event) => {
  running += 1;
  event.detail.target?.closest?.("[data-swap]")?.setAttribute("aria-busy", "true");
  clearTimeout(timer);
  timer = setTimeout(() => { root.dataset.busy = ""; }, PATIENCE);
};

const end = (event) => {
  running = Math.max(0, running - 1);
  event.detail.target?.closest?.("[data-swap]")?.removeAttribute("aria-busy");
  if (running) return;
  clearTimeout(timer);
  delete root.dataset.busy;
};

document.addEventListener("htmx:beforeRequest", begin);
document.addEventListener("htmx:afterRequest", end);

// htmx finds the focus again by its id; where what had it is gone, the reader goes on from the head of what came.
document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement && document.activeElement !== document.body) return;
  const swapped = event.detail.target?.id ? document.getElementById(event.detail.target.id) : event.target;
  swapped?.querySelector?.("[data-swap-head]")?.focus({ preventScroll: false });
});

const again = ({ elt, triggeringEvent }) => {
  if (elt.matches("form")) elt.requestSubmit(triggeringEvent?.submitter);
  else if (elt.matches("a, button")) elt.click();
  else window.htmx.trigger(elt, triggeringEvent?.type ?? "load");
};

const tell = (reason, config) => {
  const box = document.getElementById("toasts");
  const pattern = document.getElementById("request-failed")?.content;
  if (!box || !pattern) return;
  for (const old of box.querySelectorAll("[data-failed]")) old.remove();
  const toast = pattern.cloneNode(true).firstElementChild;
  toast.querySelector("[data-failed-text]").textContent = toast.dataset[reason];
  const retry = toast.querySelector("[data-failed-retry]");
  if (!config?.elt?.isConnected) retry.remove();
  else retry.addEventListener("click", () => { toast.remove(); again(config); });
  box.append(toast);
};

const REASONS = { 403: "refused", 404: "gone", 410: "gone", 429: "many" };

document.addEventListener("htmx:responseError", ({ detail }) => {
  tell(REASONS[detail.xhr.status] ?? "broken", detail.requestConfig);
});
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, ({ detail }) => tell("offline", detail.requestConfig));
}
