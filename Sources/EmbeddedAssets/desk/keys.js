// The list of keys.
import { openDialog } from "/assets/dialogs.js";
import { element } from "/assets/elements.js";
import { keysOf } from "/assets/toolbar.js";

const MORE = [["save.version", "Mod-s"], ["keys.toolbar", "Alt-F10"], ["keys.break", "Shift-Enter"], ["keys.indent", "Tab"], ["keys.outdent", "Shift-Tab"], ["keys.plain", "Mod-Shift-v"]];
const TYPED = [["##", "tool.heading2"], ["-", "tool.bulletList"], ["1.", "tool.orderedList"], [">", "tool.blockquote"], ["***", "tool.rule"], ["```", "tool.preformatted"],
    ["**…**", "tool.strong"], ["*…*", "tool.emphasis"], ["`…`", "tool.code"]];

export function showKeys({ say, toolbar }) {
    const row = (keys, words) => element("tr", {}, element("th", { scope: "row" }, words), element("td", {}, element("kbd", { dir: "ltr" }, keys)));
    const list = (caption, rows) => element("table", {}, element("caption", {}, caption), element("tbody", {}, ...rows));
    return openDialog({
        title: say("tool.keys"), say, className: "keys",
        body: () => element("div", { className: "key-lists", tabIndex: 0, role: "region", "aria-label": say("tool.keys") },
            list(say("keys.pressed"), [
                ...toolbar.tools.filter((tool) => tool.shortcut).map((tool) => row(keysOf(tool.shortcut), say(`tool.${tool.name}`))),
                ...MORE.map(([words, keys]) => row(keysOf(keys), say(words))),
            ]),
            list(say("keys.typed"), TYPED.map(([typed, words]) => row(typed, say(words))))),
    });
}
