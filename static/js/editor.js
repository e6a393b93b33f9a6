// Turns each [data-editor] textarea into an editor. The textarea stays the form's field; without this script it is all there is.
// In a closed <details> it waits: the editor is large, and most who read a topic do not write.
import { ourNodes } from "./editor-nodes.js";
import { linkPanel, toolbar } from "./editor-toolbar.js";

const started = new WeakSet();
const waiting = new WeakSet();

const describe = (textarea) => {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  if (label && !label.id) label.id = `${textarea.id}_label`;
  const attributes = { id: `${textarea.id}_editor`, class: "editor__text prose", role: "textbox", "aria-multiline": "true" };
  if (label) attributes["aria-labelledby"] = label.id;
  for (const name of ["aria-describedby", "aria-invalid", "lang"]) {
    if (textarea.hasAttribute(name)) attributes[name] = textarea.getAttribute(name);
  }
  return attributes;
};

const extensionsOf = (core, box) => {
  const known = { ...core, ...ourNodes(core) };
  return Object.entries(JSON.parse(box.dataset.extensions)).map(([name, options]) => known[name].configure(options));
};

const leadTo = (editor, textarea) => {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(`label[for="${textarea.id}"], a[href="#${textarea.id}"]`);
    if (!link) return;
    event.preventDefault();
    editor.view.focus();
  });
};

const start = async (box) => {
  if (started.has(box)) return;
  started.add(box);
  const textarea = box.querySelector("textarea");
  const format = box.querySelector("input[name$=_format]");
  const core = await import(box.dataset.module);
  const mount = document.createElement("div");
  mount.className = "editor__mount";
  textarea.before(mount);
  const editor = new core.Editor({
    element: mount,
    injectCSS: false,
    editable: !textarea.disabled,
    extensions: extensionsOf(core, box),
    content: box.dataset.html,
    editorProps: { attributes: describe(textarea) },
    onUpdate: () => {
      textarea.value = editor.isEmpty ? "" : editor.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  textarea.value = editor.isEmpty ? "" : editor.getHTML();
  format.value = "html";
  textarea.hidden = true;
  toolbar(editor, box.querySelector("[role=toolbar]"), linkPanel(editor, box.querySelector("[data-link]")));
  leadTo(editor, textarea);
  box.dispatchEvent(new CustomEvent("editor:ready", { bubbles: true, detail: { editor } }));
};

const startOpened = async (box) => {
  await start(box);
  box.querySelector(".editor__text")?.focus();
};

const startAll = (root) => {
  for (const box of root.querySelectorAll("[data-editor]")) {
    const closed = box.closest("details:not([open])");
    if (!closed) start(box);
    else if (!waiting.has(box)) closed.addEventListener("toggle", () => startOpened(box), { once: true });
    if (closed) waiting.add(box);
  }
};

startAll(document);
document.addEventListener("htmx:load", (event) => startAll(event.target.parentNode ?? document));
