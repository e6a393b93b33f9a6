// A button beside each password that shows it, to whoever would rather see than type twice. Hidden again before it is sent.
const reveal = (input) => {
  const { show, hide, what } = input.dataset;
  const row = document.createElement("div");
  const button = document.createElement("button");
  row.className = "reveal";
  button.className = "button";
  button.type = "button";
  button.setAttribute("aria-controls", input.id);
  const set = (shown) => {
    input.type = shown ? "text" : "password";
    button.textContent = shown ? hide : show;
    button.setAttribute("aria-label", `${button.textContent}: ${what}`);
  };
  button.addEventListener("click", () => set(input.type === "password"));
  input.form?.addEventListener("submit", () => set(false));
  input.replaceWith(row);
  row.append(input, button);
  input.autocapitalize = "none";
  set(false);
};

for (const input of document.querySelectorAll("input[type=password][data-show]")) reveal(input);
