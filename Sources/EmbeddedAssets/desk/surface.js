// The text itself: Tiptap with the story's schema.
import { blockHTML, documentOf, htmlOf } from "/assets/canonical.js";
import { Directions } from "/assets/directions.js";
import { Findings } from "/assets/finding.js";
import { Figure, SCHEMA } from "/assets/schema.js";
import { pasting } from "/assets/pasting.js";
import { Tables } from "/assets/tabling.js";
import { Dropcursor, Editor, Extension, Gapcursor, pm, TrailingNode, UndoRedo } from "/assets/tiptap.js";

const { Plugin } = pm.state;
const { Decoration, DecorationSet } = pm.view;
const LINES = new Set(["caption", "credit", "tableCaption", "citation"]);

// What an empty line is for.
const placeholders = (say) => Extension.create({
    name: "placeholders",
    addProseMirrorPlugins() {
        return [new Plugin({
            props: {
                decorations({ doc }) {
                    const found = [];
                    const isEmpty = doc.childCount === 1 && doc.firstChild.type.name === "paragraph" && !doc.firstChild.content.size;
                    const add = (node, pos, key) => found.push(Decoration.node(pos, pos + node.nodeSize, { class: "is-empty", "data-placeholder": say(key) }));
                    if (isEmpty) add(doc.firstChild, 0, "placeholder.body");
                    doc.descendants((node, pos, parent) => {
                        if (LINES.has(node.type.name) && !node.content.size) {
                            add(node, pos, parent.type.name === "gallery" ? "placeholder.galleryCaption" : `placeholder.${node.type.name}`);
                        }
                        return !node.isTextblock;
                    });
                    return DecorationSet.create(doc, found);
                },
            },
        })];
    },
});

// Keys that belong to the desk and not to a node.
const keys = (desk) => Extension.create({
    name: "deskKeys",
    priority: 3000,
    addKeyboardShortcuts: () => ({
        "Mod-k": () => {
            desk.editLink();
            return true;
        },
        "Alt-F10": () => {
            desk.toolbar.focus();
            return true;
        },
    }),
});

// All that a reader would miss: words, pictures, addresses.
const essence = (html) => html.replace(/<(?:img|a)\b[^>]*>|<[^>]*>/g, (tag) => (/^<(img|a)\b/.test(tag) ? tag : " ")).replace(/\s+/g, "");

export class Surface {
    constructor(desk, place) {
        const { state, say } = desk;
        this.known = new WeakMap();
        this.written = state.content.body;
        this.editor = new Editor({
            element: place, injectCSS: false, enableContentCheck: true, content: documentOf(state.content.body), editable: false,
            extensions: [
                ...SCHEMA.filter((one) => one !== Figure), desk.pictures.extension, Tables, Directions, Findings, Gapcursor, UndoRedo.configure({ depth: 500 }),
                Dropcursor.configure({ color: false, class: "drop-cursor", width: 3 }), TrailingNode.configure({ notAfter: ["heading", "bulletList", "orderedList"] }),
                placeholders(say), pasting(desk), keys(desk),
            ],
            editorProps: {
                attributes: {
                    id: "story-text", class: "text", role: "textbox", "aria-multiline": "true", "aria-label": say("field.body"), lang: state.language,
                    dir: state.direction, spellcheck: "true",
                },
            },
        });
        this.first = this.editor.state.doc;
        // A text that this schema does not hold whole is not taken over: the form keeps it.
        if (essence(htmlOf(this.editor.getJSON())) !== essence(this.written)) throw new Error("the text is more than the editor can hold");
        // Where the text begins with a picture, the browser gives the focus without a place in the text.
        this.editor.on("focus", () => setTimeout(() => {
            const { view } = this.editor;
            if (document.activeElement === view.dom && !view.dom.contains(getSelection().anchorNode)) view.focus();
        }, 25));
    }

    // The canonical HTML of the text. A text that nobody changed is what was loaded, to the byte.
    get body() {
        const { doc } = this.editor.state;
        if (doc === this.last) return this.lastBody;
        let html = "";
        doc.forEach((block) => {
            if (!this.known.has(block)) this.known.set(block, blockHTML(block.toJSON()));
            html += this.known.get(block);
        });
        this.last = doc;
        this.lastBody = doc.eq(this.first) ? this.written : html;
        return this.lastBody;
    }

    // Another text in place of this one; undo brings this one back.
    put(body) {
        if (body === this.body) return;
        const { editor } = this;
        const content = editor.schema.nodeFromJSON(documentOf(body));
        const { tr, doc } = editor.state;
        // Only what differs is replaced, so that the cursor stays where nothing changed.
        const start = doc.content.findDiffStart(content.content);
        if (start === null) return;
        tr.replaceWith(0, doc.content.size, content.content);
        const place = Math.min(editor.state.selection.from, tr.doc.content.size);
        tr.setSelection(pm.state.Selection.near(tr.doc.resolve(place)));
        editor.view.dispatch(pm.history.closeHistory(tr));
    }
}
