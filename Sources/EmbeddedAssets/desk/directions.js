import { Extension, pm } from "/assets/tiptap.js";

const { Plugin } = pm.state;
const { Decoration, DecorationSet } = pm.view;

// The direction of the first letter that has one, as the program itself tells it, or null.
export function firstDirection(text) {
    for (const letter of text) {
        if (/[\u0590-\u05ff\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]/.test(letter)) return "rtl";
        if (/\p{Alphabetic}/u.test(letter)) return "ltr";
    }
    return null;
}

// What a block was told, or what its first letter says. Known blocks are remembered: a document shares them with the one before.
const known = new WeakMap();

export function directionOf(node) {
    if (known.has(node)) return known.get(node);
    let direction = node.attrs.dir ?? null;
    if (!direction && node.isTextblock) direction = firstDirection(node.textContent);
    else if (!direction) node.forEach((child) => direction ??= directionOf(child));
    known.set(node, direction);
    return direction;
}

const RUNS = new Set([
    "paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "pullquote", "citation", "caption", "credit", "tableCaption", "table",
    "tableCell", "tableHeader",
]);

// Each block runs the way of its text; one without a letter runs as what stands around it.
export const Directions = Extension.create({
    name: "directions",
    addProseMirrorPlugins() {
        return [new Plugin({
            state: {
                init: (_, state) => decorated(state.doc),
                apply: (transaction, before) => (transaction.docChanged ? decorated(transaction.doc) : before),
            },
            props: {
                decorations(state) {
                    return this.getState(state);
                },
            },
        })];
    },
});

function decorated(document) {
    const marks = [];
    document.descendants((node, position) => {
        if (!RUNS.has(node.type.name)) return !node.isTextblock;
        const direction = directionOf(node);
        if (direction) marks.push(Decoration.node(position, position + node.nodeSize, { dir: direction }));
        return !node.isTextblock;
    });
    return DecorationSet.create(document, marks);
}
