// Find and replace in the text. Arabic is found in every way it is spelled, unless the writer wants it to the letter.
import { Extension, pm } from "/assets/tiptap.js";
import { button, element } from "/assets/elements.js";
import { placesOf } from "/assets/folding.js";

const { Plugin, PluginKey, TextSelection } = pm.state;
const { Decoration, DecorationSet } = pm.view;
const KEY = new PluginKey("finding");

function matchesIn(document, { sought, ...how }) {
    const matches = [];
    if (!sought) return matches;
    document.descendants((node, pos) => {
        if (!node.isTextblock) return true;
        // Each inline node is one unit of the text, as it is one place of the document.
        const text = node.textBetween(0, node.content.size, undefined, "\ufffc");
        for (const [from, to] of placesOf(text, sought, how)) matches.push({ from: pos + 1 + from, to: pos + 1 + to });
        return false;
    });
    return matches;
}

export const Findings = Extension.create({
    name: "finding",
    addProseMirrorPlugins() {
        return [new Plugin({
            key: KEY,
            state: {
                init: () => ({ query: { sought: "" }, matches: [], at: -1 }),
                apply(transaction, before) {
                    const change = transaction.getMeta(KEY);
                    if (!change && !transaction.docChanged) return before;
                    const query = change?.query ?? before.query;
                    const matches = change?.query || transaction.docChanged ? matchesIn(transaction.doc, query) : before.matches;
                    return { query, matches, at: Math.min(change?.at ?? before.at, matches.length - 1) };
                },
            },
            props: {
                decorations(state) {
                    const { matches, at } = KEY.getState(state);
                    return DecorationSet.create(state.doc, matches.map(({ from, to }, index) =>
                        Decoration.inline(from, to, { class: index === at ? "found current" : "found" })));
                },
            },
        })];
    },
});

export class Finding {
    constructor(desk) {
        this.desk = desk;
        const { say } = desk;
        const input = (label, name) => element("input", { type: "text", name, dir: "auto", autocomplete: "off", spellcheck: false, "aria-label": label, placeholder: label });
        this.sought = input(say("find.sought"), "sought");
        this.other = input(say("find.other"), "other");
        this.folds = element("input", { type: "checkbox", checked: true });
        this.count = element("p", { className: "count", role: "status" });
        this.replacing = [
            button(say("find.replace"), () => this.replace()), button(say("find.replaceAll"), () => this.replaceAll()),
        ];
        this.view = element("div", { className: "finding", role: "search", "aria-label": say("tool.find"), hidden: true },
            element("div", { className: "line" }, this.sought, this.count, button("‹", () => this.go(-1), { "aria-label": say("find.previous"), className: "mirrors" }),
                button("›", () => this.go(1), { "aria-label": say("find.next"), className: "mirrors" })),
            element("div", { className: "line" }, this.other, ...this.replacing),
            element("div", { className: "line" }, element("label", { className: "tick" }, this.folds, say("find.folds")),
                button("×", () => this.close(), { className: "close", "aria-label": say("close") })));
        this.sought.addEventListener("input", () => this.look());
        this.folds.addEventListener("change", () => this.look());
        this.view.addEventListener("keydown", (event) => {
            if (event.key === "Escape") {
                event.preventDefault();
                this.close();
            } else if (event.key === "Enter" && event.target === this.sought) {
                event.preventDefault();
                this.go(event.shiftKey ? -1 : 1);
            } else if (event.key === "Enter" && event.target === this.other) {
                event.preventDefault();
                this.replace();
            }
        });
    }

    get state() {
        return KEY.getState(this.desk.editor.state);
    }

    open() {
        const { editor } = this.desk;
        const { from, to, empty } = editor.state.selection;
        this.view.hidden = false;
        const chosen = empty ? "" : editor.state.doc.textBetween(from, to, " ");
        if (chosen && chosen.length < 100) this.sought.value = chosen;
        this.sought.focus();
        this.sought.select();
        this.look();
    }

    close() {
        const { editor } = this.desk;
        const { matches, at } = this.state;
        this.view.hidden = true;
        const { tr } = editor.state;
        if (matches[at]) tr.setSelection(TextSelection.create(tr.doc, matches[at].from, matches[at].to));
        editor.view.dispatch(tr.setMeta(KEY, { query: { sought: "" }, at: -1 }));
        editor.view.focus();
    }

    look() {
        const { editor } = this.desk;
        const query = { sought: this.sought.value, isFolded: this.folds.checked };
        const matches = matchesIn(editor.state.doc, query);
        const from = editor.state.selection.from;
        const at = matches.length ? Math.max(0, matches.findIndex((match) => match.from >= from)) : -1;
        editor.view.dispatch(editor.state.tr.setMeta(KEY, { query, at }));
        this.show();
    }

    go(way) {
        const { matches, at } = this.state;
        if (!matches.length) return this.show();
        this.set((at + way + matches.length) % matches.length);
    }

    set(at) {
        const { editor } = this.desk;
        editor.view.dispatch(editor.state.tr.setMeta(KEY, { at }));
        this.show();
    }

    show() {
        const { say, editor } = this.desk;
        const { matches, at, query } = this.state;
        this.count.textContent = !query.sought ? "" : matches.length ? say("find.place", { at: at + 1, of: matches.length }) : say("find.none");
        for (const one of this.replacing) one.setAttribute("aria-disabled", String(!matches.length || !editor.isEditable));
        editor.view.dom.querySelector(".found.current")?.scrollIntoView({ block: "center" });
    }

    put(tr, { from, to }) {
        const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
        if (this.other.value) tr.replaceWith(from, to, this.desk.editor.schema.text(this.other.value, marks));
        else tr.delete(from, to);
    }

    replace() {
        const { editor } = this.desk;
        const { matches, at } = this.state;
        if (at < 0 || !editor.isEditable) return;
        const { tr } = editor.state;
        const match = matches[at];
        this.put(tr, match);
        // What was put in is not found again before the rest has been.
        const next = match.from + this.other.value.length;
        editor.view.dispatch(tr);
        const after = this.state.matches.findIndex((one) => one.from >= next);
        this.set(after < 0 ? (this.state.matches.length ? 0 : -1) : after);
    }

    replaceAll() {
        const { editor, say } = this.desk;
        const { matches } = this.state;
        if (!matches.length || !editor.isEditable) return;
        const { tr } = editor.state;
        for (const match of [...matches].reverse()) this.put(tr, match);
        editor.view.dispatch(tr);
        this.show();
        this.count.textContent = say("find.replaced", { n: matches.length });
    }
}
