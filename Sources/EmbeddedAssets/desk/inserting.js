// Puts blocks into the text where they may stand.
import { pm } from "/assets/tiptap.js";

const { Selection, TextSelection } = pm.state;

// Puts a block behind the one the cursor is in, or in place of an empty paragraph. Gives its place.
export function insertBlock(editor, node, at = null) {
    const { state } = editor;
    const { tr } = state;
    const $from = at === null ? state.selection.$from : state.doc.resolve(Math.min(at, state.doc.content.size));
    let place = null;
    const isEmpty = $from.parent.type.name === "paragraph" && !$from.parent.content.size && $from.depth > 0;
    if (isEmpty && $from.node(-1).canReplaceWith($from.index(-1), $from.index(-1) + 1, node.type)) {
        place = $from.before();
        tr.replaceWith(place, $from.after(), node);
    } else {
        for (let depth = $from.depth; depth >= 0 && place === null; depth -= 1) {
            const parent = $from.node(depth);
            const index = depth === $from.depth ? $from.index() : $from.indexAfter(depth);
            if (parent.inlineContent || !parent.canReplaceWith(index, index, node.type)) continue;
            place = depth === $from.depth ? $from.pos : $from.after(depth + 1);
        }
        if (place === null) return null;
        tr.insert(place, node);
    }
    const inside = tr.doc.resolve(place + 1);
    if (node.type.name === "tabular") tr.setSelection(TextSelection.create(tr.doc, place + 1 + node.child(0).nodeSize + 3));
    else if (node.isAtom) writeBehind(tr, place + node.nodeSize, editor.schema);
    else tr.setSelection(Selection.near(inside));
    editor.view.dispatch(tr.scrollIntoView());
    return place;
}

// What cannot be written in is not left selected: the next key would take its place.
function writeBehind(tr, place, schema) {
    const $place = tr.doc.resolve(place);
    if (!$place.nodeAfter?.isTextblock && $place.parent.canReplaceWith($place.index(), $place.index(), schema.nodes.paragraph)) {
        tr.insert(place, schema.nodes.paragraph.create());
    }
    tr.setSelection(Selection.near(tr.doc.resolve(place), 1));
}

// The innermost block of a kind around the cursor: `{ node, pos }`, or null.
export function around(state, ...names) {
    const { selection } = state;
    if (selection.node && names.includes(selection.node.type.name)) return { node: selection.node, pos: selection.from };
    for (let depth = selection.$from.depth; depth > 0; depth -= 1) {
        const node = selection.$from.node(depth);
        if (names.includes(node.type.name)) return { node, pos: selection.$from.before(depth) };
    }
    return null;
}
