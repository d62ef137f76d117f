// What the toolbar offers for the text.
import { isMarkActive, isNodeActive, pm } from "/assets/tiptap.js";
import { askLanguage, setDirection } from "/assets/languages.js";
import { editEmbed, editLink } from "/assets/linking.js";
import { around, insertBlock } from "/assets/inserting.js";
import { insertTable, isInTable } from "/assets/tabling.js";

const { history } = pm;
const isProse = (state) => !state.selection.$from.parent.type.spec.code;
const marks = (name, icon, shortcut) => ({
    name, icon, shortcut, run: (editor) => editor.commands.toggleMark(name), active: (state) => isMarkActive(state, name), enabled: isProse,
});
const isPlainBlock = (state) => /^(paragraph|heading|preformatted)$/.test(state.selection.$from.parent.type.name);
const heading = (level) => ({
    name: `heading${level}`, text: `H${level}`, shortcut: `Mod-Alt-${level}`, enabled: isPlainBlock,
    run: (editor) => editor.commands.toggleNode("heading", "paragraph", { level }), active: (state) => isNodeActive(state, "heading", { level }),
});
const inside = (...names) => (state) => Boolean(around(state, ...names));

// A quotation becomes the other kind, a plain block is wrapped, and the same kind once more unwraps.
function toggleQuote(name) {
    return (editor) => {
        const { state } = editor;
        const other = around(state, name === "blockquote" ? "pullquote" : "blockquote");
        if (other && !around(state, name)) return editor.view.dispatch(state.tr.setNodeMarkup(other.pos, state.schema.nodes[name]));
        const own = around(state, name);
        if (!own) return editor.commands.wrapIn(name);
        // A citation cannot stand alone: it becomes a paragraph.
        const { nodes } = state.schema;
        const content = [];
        own.node.forEach((child) => content.push(child.type.name === "citation" ? nodes.paragraph.create(child.attrs, child.content) : child));
        const { tr, selection } = state;
        const place = selection.from - 1;
        tr.replaceWith(own.pos, own.pos + own.node.nodeSize, content);
        return editor.view.dispatch(tr.setSelection(pm.state.Selection.near(tr.doc.resolve(Math.min(place, tr.doc.content.size)))));
    };
}

function addCitation(editor) {
    const { state } = editor;
    const quote = around(state, "blockquote", "pullquote");
    if (!quote) return;
    const { tr } = state;
    const last = quote.node.lastChild;
    const end = quote.pos + quote.node.nodeSize - 1;
    if (last.type.name !== "citation") tr.insert(end, state.schema.nodes.citation.create());
    const place = last.type.name === "citation" ? end - 1 : end + 1;
    editor.view.dispatch(tr.setSelection(pm.state.TextSelection.create(tr.doc, place)).scrollIntoView());
    editor.view.focus();
}

export const toolGroups = (desk) => [
    [
        { name: "undo", icon: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3", isMirrored: true, shortcut: "Mod-z", run: ({ state, view }) => history.undo(state, view.dispatch),
            enabled: (state) => history.undoDepth(state) > 0 },
        { name: "redo", icon: "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3", isMirrored: true, shortcut: "Mod-Shift-z", run: ({ state, view }) => history.redo(state, view.dispatch),
            enabled: (state) => history.redoDepth(state) > 0 },
    ],
    [heading(2), heading(3), heading(4)],
    [
        marks("strong", "M7 4h6a4 4 0 0 1 0 8H7zM7 12h7a4 4 0 0 1 0 8H7zM7 4v16", "Mod-b"),
        marks("emphasis", "M14 4l-4 16M10 4h8M6 20h8", "Mod-i"),
        { name: "link", icon: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1", shortcut: "Mod-k", opens: true,
            run: () => editLink(desk), active: (state) => isMarkActive(state, "link"), enabled: isProse },
        marks("code", "M8 7l-5 5 5 5M16 7l5 5-5 5", "Mod-e"),
        marks("subscript", "M4 6l9 11M13 6L4 17M17 16c0-2 4-2 4 0 0 1.500-4 3-4 5h4", "Mod-,"),
        marks("superscript", "M4 8l9 11M13 8L4 19M17 4c0-2 4-2 4 0 0 1.500-4 3-4 5h4", "Mod-."),
    ],
    [
        { name: "bulletList", icon: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01", isMirrored: true, shortcut: "Mod-Shift-8",
            run: (editor) => editor.commands.toggleList("bulletList", "listItem"), active: (state) => isNodeActive(state, "bulletList"), enabled: isPlainBlock },
        { name: "orderedList", icon: "M10 6h10M10 12h10M10 18h10M4 4.500l1.500-.5v5M4 14.500c0-1.500 3-1.500 3 0 0 1-3 2-3 3.500h3", shortcut: "Mod-Shift-7",
            run: (editor) => editor.commands.toggleList("orderedList", "listItem"), active: (state) => isNodeActive(state, "orderedList"), enabled: isPlainBlock },
        { name: "blockquote", icon: "M10 7H5v6h4c0 3-1 4-3 4M20 7h-5v6h4c0 3-1 4-3 4", isMirrored: true, shortcut: "Mod-Shift-b", run: toggleQuote("blockquote"),
            active: inside("blockquote"), enabled: (state) => !inside("tabular", "figure")(state) },
        { name: "pullquote", icon: "M4 4h16M4 20h16M10.500 8H7v4h3c0 2-.7 3-2 3M17 8h-3.500v4h3c0 2-.7 3-2 3", isMirrored: true, run: toggleQuote("pullquote"),
            active: inside("pullquote"), enabled: (state) => !inside("tabular", "figure")(state) },
        { name: "citation", icon: "M4 12h4M12 8a3 3 0 1 0 6 0 3 3 0 0 0-6 0M10 19c0-6 10-6 10 0", run: addCitation, active: inside("citation"), enabled: inside("blockquote", "pullquote") },
        { name: "preformatted", icon: "M4 4h16v16H4zM8 9l3 3-3 3M13 15h3", shortcut: "Mod-Alt-c", run: (editor) => editor.commands.toggleNode("preformatted", "paragraph"),
            active: (state) => isNodeActive(state, "preformatted"), enabled: isPlainBlock },
        { name: "rule", icon: "M4 12h2M9 12h6M18 12h2", run: (editor) => insertBlock(editor, editor.schema.nodes.rule.create()) },
    ],
    [
        { name: "picture", icon: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9h.01", opens: true, run: () => desk.pictures.choose() },
        { name: "embed", icon: "M4 5h16v14H4zM10 9l5 3-5 3z", opens: true, run: () => editEmbed(desk), active: inside("embed") },
        { name: "table", icon: "M4 5h16v14H4zM4 10h16M4 14.500h16M9.500 5v14M14.500 5v14", run: (editor) => insertTable(editor), enabled: (state) => !isInTable(state) },
    ],
    [
        { name: "leftToRight", icon: "M11 4v10M15 4v10M17 4H10a3.500 3.500 0 0 0 0 7h1M4 19h14M15 16l3 3-3 3", run: (editor) => setDirection(editor, "ltr"),
            active: (state) => state.selection.$from.parent.attrs.dir === "ltr", enabled: (state) => "dir" in state.selection.$from.parent.attrs },
        { name: "rightToLeft", icon: "M11 4v10M15 4v10M17 4H10a3.500 3.500 0 0 0 0 7h1M20 19H6M9 16l-3 3 3 3", run: (editor) => setDirection(editor, "rtl"),
            active: (state) => state.selection.$from.parent.attrs.dir === "rtl", enabled: (state) => "dir" in state.selection.$from.parent.attrs },
        { name: "language", icon: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-6 5-6 13 0 18M12 3c6 5 6 13 0 18", opens: true, run: () => askLanguage(desk),
            active: (state) => Boolean(state.selection.$from.parent.attrs.lang) || isMarkActive(state, "span"), enabled: isProse },
    ],
    [
        { name: "find", icon: "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM14.500 14.500L20 20", shortcut: "Mod-f", opens: true, isAlways: true, run: () => desk.finding.open() },
        { name: "keys", icon: "M3 7h18v11H3zM7 10.500h.01M11 10.500h.01M15 10.500h.01M17.500 10.500h.01M8 14.500h8", shortcut: "Mod-/", opens: true, isAlways: true, run: () => desk.showKeys() },
    ],
];
