// Tables: keys and commands. The rows that head a table are its first ones, so a row before a head row is one too.
import { Extension, pm } from "/assets/tiptap.js";
import { around, insertBlock } from "/assets/inserting.js";

const { tables } = pm;

export const Tables = Extension.create({
    name: "tables",
    priority: 200,
    addKeyboardShortcuts() {
        const inCell = () => /^table(Cell|Header)$/.test(this.editor.state.selection.$from.parent.type.name);
        const step = (way) => () => inCell() && tables.goToNextCell(way)(this.editor.state, this.editor.view.dispatch);
        return {
            Tab: step(1), "Shift-Tab": step(-1),
            Enter: () => inCell() && this.editor.chain().command(({ tr, state }) => {
                tr.replaceSelectionWith(state.schema.nodes.hardBreak.create(), true).scrollIntoView();
                return true;
            }).run(),
        };
    },
    addProseMirrorPlugins() {
        return [tables.tableEditing(), new pm.state.Plugin({
            appendTransaction(transactions, before, state) {
                if (!transactions.some((one) => one.docChanged)) return null;
                const { tr } = state;
                state.doc.descendants((node, pos) => {
                    if (node.type.name !== "table") return !node.isTextblock;
                    let last = -1;
                    node.forEach((row, _, index) => row.attrs.isHead && (last = index));
                    node.forEach((row, offset, index) => index < last && !row.attrs.isHead && tr.setNodeAttribute(pos + 1 + offset, "isHead", true));
                    return false;
                });
                return tr.docChanged ? tr : null;
            },
        })];
    },
});

export function insertTable(editor, rows = 3, columns = 3) {
    const { nodes } = editor.schema;
    const row = (isHead) => nodes.tableRow.create({ isHead }, Array.from({ length: columns }, () => (isHead ? nodes.tableHeader : nodes.tableCell).create()));
    const table = nodes.table.create(null, Array.from({ length: rows }, (_, index) => row(index === 0)));
    insertBlock(editor, nodes.tabular.create(null, [nodes.tableCaption.create(), table]));
    editor.view.focus();
}

export const isInTable = (state) => Boolean(around(state, "tabular"));
const isInCell = (state) => Boolean(around(state, "table"));
const run = (command) => (editor) => command(editor.state, editor.view.dispatch);

// Whether the cursor's row heads the table.
export const isHeadRow = (state) => Boolean(around(state, "tableRow")?.node.attrs.isHead);

// The cursor's row and those above it head the table; or it and those below it no longer do.
export function toggleHeadRow(editor) {
    const { state } = editor;
    const [table, row] = [around(state, "table"), around(state, "tableRow")];
    if (!table || !row) return false;
    const { tr } = state;
    const isOn = !row.node.attrs.isHead;
    table.node.forEach((one, offset) => {
        const pos = table.pos + 1 + offset;
        if (isOn ? pos > row.pos || one.attrs.isHead : pos < row.pos || !one.attrs.isHead) return;
        tr.setNodeAttribute(pos, "isHead", isOn);
        one.forEach((cell, inner) => tr.setNodeMarkup(pos + 1 + inner, state.schema.nodes[isOn ? "tableHeader" : "tableCell"], cell.attrs));
    });
    editor.view.dispatch(tr);
    return true;
}

export function deleteTable(editor) {
    const table = around(editor.state, "tabular");
    if (table) editor.view.dispatch(editor.state.tr.delete(table.pos, table.pos + table.node.nodeSize).scrollIntoView());
}

// Deletes a row or column and stays in the table; the last one takes the whole table.
const orWhole = (command) => (editor) => {
    const table = around(editor.state, "tabular");
    if (!table) return;
    if (!command(editor.state, editor.view.dispatch)) return deleteTable(editor);
    const { state } = editor;
    if (isInCell(state) || state.doc.nodeAt(table.pos)?.type.name !== "tabular") return;
    const end = table.pos + state.doc.nodeAt(table.pos).nodeSize;
    editor.view.dispatch(state.tr.setSelection(pm.state.Selection.near(state.doc.resolve(end - 1), -1)));
};

export const TABLE_TOOLS = [
    { name: "rowAbove", icon: "M4 13h16v7H4zM4 16.5h16M12 10V3M9 6l3-3 3 3", run: run(tables.addRowBefore), enabled: isInCell },
    { name: "rowBelow", icon: "M4 4h16v7H4zM4 7.5h16M12 14v7M9 18l3 3 3-3", run: run(tables.addRowAfter), enabled: isInCell },
    { name: "columnBefore", icon: "M13 4v16h7V4zM16.5 4v16M10 12H3M6 9l-3 3 3 3", isMirrored: true, run: run(tables.addColumnBefore), enabled: isInCell },
    { name: "columnAfter", icon: "M4 4v16h7V4zM7.5 4v16M14 12h7M18 9l3 3-3 3", isMirrored: true, run: run(tables.addColumnAfter), enabled: isInCell },
    { name: "headRow", icon: "M4 5h16v14H4zM4 10h16M12 10v9M6 7.5h12", run: toggleHeadRow, enabled: isInCell, active: isHeadRow },
    { name: "headCell", icon: "M4 5h16v14H4zM4 12h16M12 5v14M6 8.5h4", run: run(tables.toggleHeader("cell", { useDeprecatedLogic: false })), enabled: isInCell,
        active: (state) => Boolean(around(state, "tableHeader")) },
    { name: "mergeCells", icon: "M4 5h16v14H4zM8 12h8M11 9l-3 3 3 3M13 9l3 3-3 3", run: run(tables.mergeCells), enabled: (state) => tables.mergeCells(state) },
    { name: "splitCell", icon: "M4 5h16v14H4zM12 5v14M10 12H7M14 12h3", run: run(tables.splitCell), enabled: (state) => isInCell(state) && tables.splitCell(state) },
    { name: "deleteRow", icon: "M4 8h16v8H4zM9 10l6 4M15 10l-6 4", run: orWhole(tables.deleteRow), enabled: isInCell },
    { name: "deleteColumn", icon: "M8 4v16h8V4zM10 9l4 6M14 9l-4 6", run: orWhole(tables.deleteColumn), enabled: isInCell },
    { name: "deleteTable", icon: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13", run: deleteTable, enabled: isInTable },
];
