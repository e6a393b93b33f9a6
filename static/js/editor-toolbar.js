// The editor's toolbar: one tab stop, arrow keys inside, pressed states; and the row in which a link is typed.
export const linkPanel = (editor, panel) => {
  const input = panel.querySelector("input");
  const close = () => {
    panel.hidden = true;
    editor.view.focus();
  };
  const apply = () => {
    const href = input.value.trim();
    const bare = editor.state.selection.empty && !editor.isActive("link");
    const marked = { type: "text", text: href, marks: [{ type: "link", attrs: { href } }] };
    close();
    if (!href) editor.chain().extendMarkRange("link").unsetLink().run();
    else if (bare) editor.chain().insertContent(marked).unsetMark("link").run();
    else editor.chain().extendMarkRange("link").setLink({ href }).run();
  };
  panel.querySelector("[data-link-apply]").addEventListener("click", apply);
  panel.querySelector("[data-link-cancel]").addEventListener("click", close);
  panel.querySelector("[data-link-remove]").addEventListener("click", () => {
    close();
    editor.chain().extendMarkRange("link").unsetLink().run();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter" || event.target !== input) return;
    event.preventDefault();
    apply();
  });
  return () => {
    input.value = editor.getAttributes("link").href ?? "";
    panel.hidden = false;
    input.focus();
  };
};

const run = (editor, button, openLink) => {
  const { command, level } = button.dataset;
  if (command === "link") return openLink();
  editor.view.focus();
  return editor.chain()[command](level ? { level: Number(level) } : undefined).run();
};

const refresh = (editor, buttons) => {
  for (const button of buttons) {
    const { active, level } = button.dataset;
    if (active) button.setAttribute("aria-pressed", String(editor.isActive(active, level ? { level: Number(level) } : {})));
  }
};

const moves = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

const rove = (buttons, event) => {
  if (!(event.key in moves)) return;
  const at = buttons.indexOf(document.activeElement);
  const next = Math.min(Math.max(at + moves[event.key], 0), buttons.length - 1);
  event.preventDefault();
  buttons.forEach((button, index) => { button.tabIndex = index === next ? 0 : -1; });
  buttons[next].focus();
};

export const toolbar = (editor, bar, openLink) => {
  const buttons = [...bar.querySelectorAll("button")];
  buttons.forEach((button, index) => {
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener("click", () => run(editor, button, openLink));
  });
  bar.addEventListener("keydown", (event) => rove(buttons, event));
  editor.on("transaction", () => refresh(editor, buttons));
  refresh(editor, buttons);
  bar.hidden = false;
};
