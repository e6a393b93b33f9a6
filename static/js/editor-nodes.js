// What our texts hold beyond the editor's own nodes: mentions, quoted posts, direction and language of a block.
const number = (value) => (/^[1-9]\d*$/.test(value ?? "") ? value : null);

const kept = (name) => ({
  default: null,
  parseHTML: (element) => element.getAttribute(name),
  renderHTML: (attributes) => (attributes[name] ? { [name]: attributes[name] } : {}),
});

export const ourNodes = ({ Node, Extension }) => ({
  Mention: Node.create({
    name: "mention",
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({
      person: {
        default: null,
        parseHTML: (element) => number(element.dataset.mention),
        renderHTML: ({ person }) => ({ "data-mention": person }),
      },
      label: { default: "@", parseHTML: (element) => element.textContent, renderHTML: () => ({}) },
    }),
    parseHTML: () => [{ tag: "span[data-mention]" }],
    renderHTML: ({ node, HTMLAttributes }) => ["span", { class: "mention", ...HTMLAttributes }, node.attrs.label],
    renderText: ({ node }) => node.attrs.label,
  }),
  Citation: Extension.create({
    name: "citation",
    addGlobalAttributes: () => [{ types: ["blockquote"], attributes: { "data-post": kept("data-post") } }],
  }),
  Direction: Extension.create({
    name: "direction",
    addGlobalAttributes: () => [
      {
        types: ["paragraph", "heading", "blockquote", "listItem", "bulletList", "orderedList"],
        attributes: { dir: kept("dir"), lang: kept("lang") },
      },
    ],
  }),
});
