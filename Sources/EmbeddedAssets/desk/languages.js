// The language and direction of a block, or of words in it.
import { dialogForm, field, openDialog } from "/assets/dialogs.js";
import { button, element } from "/assets/elements.js";

const COMMON = ["ar", "en", "fr", "it", "es", "de", "tr", "ru", "fa", "he", "zgh", "el", "mt"];

// The lines the selection touches, with their places.
function linesIn(state) {
    const lines = [];
    state.doc.nodesBetween(state.selection.from, state.selection.to, (node, pos) => {
        if (node.isTextblock && "dir" in node.attrs) lines.push({ node, pos });
        return !node.isTextblock;
    });
    return lines;
}

// Sets the direction of the lines in the selection; the same once more lets them follow their text again.
export function setDirection(editor, direction) {
    const { state } = editor;
    const { tr } = state;
    const lines = linesIn(state);
    const isSet = lines.every(({ node }) => node.attrs.dir === direction);
    for (const { pos } of lines) tr.setNodeAttribute(pos, "dir", isSet ? null : direction);
    editor.view.dispatch(tr);
}

// Asks for the language of the selected words, or of the block.
export async function askLanguage({ editor, say, state: story }) {
    const { state } = editor;
    const { selection } = state;
    const { span } = state.schema.marks;
    const lines = linesIn(state);
    if (!lines.length) return;
    const { $from, $to } = selection;
    const isPart = !selection.empty && $from.sameParent($to) && $to.parentOffset - $from.parentOffset < $from.parent.content.size;
    const marked = isPart ? $from.marksAcross($to)?.find((mark) => mark.type === span)?.attrs : null;
    const current = isPart ? marked ?? { lang: null, dir: null } : lines[0].node.attrs;
    const names = new Intl.DisplayNames([story.interface], { type: "language" });
    const known = [...new Set([...COMMON, current.lang].filter(Boolean))];
    const answer = await openDialog({
        title: say(isPart ? "language.words" : "language.block"), say, className: "narrow",
        body: (close) => {
            const option = (value, words, chosen) => element("option", { value: value ?? "", selected: value === chosen }, words);
            const language = element("select", { name: "language", autofocus: true }, option(null, say("language.same"), current.lang),
                ...known.map((code) => option(code, names.of(code) ?? code, current.lang)));
            const direction = element("select", { name: "direction" }, option(null, say("language.follows"), current.dir),
                option("rtl", say("tool.rightToLeft"), current.dir), option("ltr", say("tool.leftToRight"), current.dir));
            return dialogForm([field(say("tool.language"), language), field(say("language.direction"), direction)], [
                element("button", { type: "submit", className: "primary" }, say("set")), button(say("cancel"), () => close()),
            ], () => close({ lang: language.value || null, dir: direction.value || null }));
        },
    });
    editor.view.focus();
    if (!answer) return;
    const { tr } = editor.state;
    if (isPart) {
        tr.removeMark(selection.from, selection.to, span);
        if (answer.lang || answer.dir) tr.addMark(selection.from, selection.to, span.create(answer));
    } else {
        for (const { pos } of lines) tr.setNodeAttribute(pos, "lang", answer.lang).setNodeAttribute(pos, "dir", answer.dir);
    }
    editor.view.dispatch(tr);
}
