// A button beside each password that shows it, to whoever would rather see than type twice. Hidden again before it is sent.
const reveal = (input) => {
  const { show, hide, what } = input.dataset;
  const button = document.createElement("button");
  button.className = "button reveal";
  button.type = "button";
  button.setAttribute("aria-controls", input.id);
  const say = (words) => {
    button.textContent = words;
    button.setAttribute("aria-label", `${words}: ${what}`);
  };
  const set = (shown) => {
    input.type = shown ? "text" : "password";
    say(shown ? hide : show);
  };
  button.addEventListener("click", () => set(input.type === "password"));
  input.form?.addEventListener("submit", () => set(false));
  input.classList.add("input--reveal");
  input.autocapitalize = "none";
  say(show);
  input.after(button);  // the field itself stays where it is: browsers take a moved one for a new form
};

for (const input of document.querySelectorAll("input[type=password][data-show]")) reveal(input);
