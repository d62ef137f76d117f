// What is pasted or dropped: pictures go to the server, HTML is read by it, so that what Word or a browser brings is taken in by the same rules as everywhere.
import { documentOf } from "/assets/canonical.js";
import { pasteAddress } from "/assets/linking.js";
import { Extension, pm } from "/assets/tiptap.js";

const { Plugin, PluginKey } = pm.state;
const { Fragment, Slice } = pm.model;
const { Decoration, DecorationSet } = pm.view;
const KEY = new PluginKey("pasting");

export const pasting = (desk) => Extension.create({
    name: "pasting",
    priority: 2000,
    addProseMirrorPlugins() {
        return [new Plugin({
            key: KEY,
            // Where a paste that the server still reads is to stand.
            state: {
                init: () => DecorationSet.empty,
                apply(transaction, places) {
                    const change = transaction.getMeta(KEY);
                    let next = places.map(transaction.mapping, transaction.doc);
                    if (change?.add !== undefined) {
                        const mark = document.createElement("span");
                        mark.className = "pasting";
                        next = next.add(transaction.doc, [Decoration.widget(change.pos, mark, { id: change.add, ignoreSelection: true })]);
                    }
                    if (change?.remove !== undefined) next = next.remove(next.find(undefined, undefined, (spec) => spec.id === change.remove));
                    return next;
                },
            },
            props: {
                decorations: (state) => KEY.getState(state),
                handlePaste: (view, event, slice) => paste(desk, view, event, slice),
                handleDrop(view, event, slice, isMoved) {
                    const files = [...event.dataTransfer?.files ?? []];
                    if (isMoved || !files.length) return false;
                    event.preventDefault();
                    desk.pictures.add(files, { at: view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null });
                    return true;
                },
            },
        })];
    },
});

function paste(desk, view, event, slice) {
    const data = event.clipboardData;
    if (!data) return false;
    const html = data.getData("text/html");
    const text = data.getData("text/plain");
    const files = [...data.files].filter((file) => file.type.startsWith("image/"));
    // Word brings a picture of the text beside the text itself.
    if (files.length && !/<(p|h\d|li|td|span|div)\b/i.test(html)) {
        desk.pictures.add(files);
        return true;
    }
    const isCode = view.state.selection.$from.parent.type.spec.code;
    if (!html || isCode || view.input?.shiftKey) return !isCode && !view.input?.shiftKey && pasteAddress(desk, text);
    // Our own text, by our own rules.
    if (/\bdata-pm-slice=/.test(html)) return false;
    if (/^https?:\/\/\S+$/.test(text.trim()) && pasteAddress(desk, text)) return true;
    read(desk, view, html, slice);
    return true;
}

let count = 0;

async function read(desk, view, html, slice) {
    const { say, notices, state } = desk;
    const id = ++count;
    const { tr } = view.state;
    if (!tr.selection.empty) tr.deleteSelection();
    view.dispatch(tr.setMeta(KEY, { add: id, pos: tr.selection.from }));
    notices.show("paste", say("paste.reading"), { closes: false });
    let answer = null;
    try {
        const response = await fetch(state.urls.paste, { method: "POST", headers: { "Content-Type": "text/html" }, body: html, signal: AbortSignal.timeout(20_000) });
        const said = await response.json();
        if (response.ok) answer = said;
        else if (response.status === 413) {
            finish(desk, view, id, Slice.empty);
            return notices.show("paste", said.words ?? say("paste.large"), { tone: "wrong" });
        }
    } catch { /* no line: what the browser itself can read has to do */ }
    if (view.isDestroyed) return undefined;
    desk.pictures.learn(answer?.pictures);
    const found = answer ? sliceOf(view.state.schema, answer.body) : slice;
    finish(desk, view, id, found);
    if (!answer) return notices.show("paste", say("paste.offline"), { tone: "warn" });
    if (answer.notes?.length) return notices.show("paste", say("paste.notes"), { items: answer.notes });
    return notices.hide("paste");
}

// One paragraph is pasted as words, more as blocks whose ends join what stands there.
function sliceOf(schema, body) {
    const content = schema.nodeFromJSON(documentOf(body)).content;
    if (content.childCount === 1 && content.firstChild.type.name === "paragraph") return new Slice(content, 1, 1);
    const opens = (node) => (node?.type.name === "paragraph" ? 1 : 0);
    return new Slice(Fragment.from(content), opens(content.firstChild), opens(content.lastChild));
}

function finish(desk, view, id, slice) {
    const [place] = KEY.getState(view.state).find(undefined, undefined, (spec) => spec.id === id);
    const { tr } = view.state;
    if (place) {
        const isHere = view.state.selection.from === place.from;
        tr.replaceRange(place.from, place.from, slice);
        if (isHere) tr.setSelection(pm.state.Selection.near(tr.doc.resolve(tr.mapping.map(place.from, 1)), -1));
    }
    view.dispatch(tr.setMeta(KEY, { remove: id }).setMeta("paste", true).scrollIntoView());
}
