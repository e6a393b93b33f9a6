// A link [data-copy-link] puts its whole address on the clipboard and says so; where there is no clipboard it leads there.
const STAYS = 6000;
let gone = 0;

const say = (text) => {
  const region = document.getElementById("toasts");
  const line = region.querySelector(".toast--passing") ?? document.createElement("p");
  line.className = "toast toast--success toast--passing";
  line.textContent = text;
  region.append(line);
  clearTimeout(gone);
  gone = setTimeout(() => line.remove(), STAYS);
};

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("[data-copy-link]");
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(link.href);
    say(link.closest("[data-copied]").dataset.copied);
  } catch {
    location.assign(link.href);
  }
});
