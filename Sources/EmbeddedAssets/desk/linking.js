// Addresses: what may be linked to, the dialogs for links and cards, and the offer to make a card of a pasted address.
import { dialogForm, field, openDialog } from "/assets/dialogs.js";
import { button, element } from "/assets/elements.js";
import { around, insertBlock } from "/assets/inserting.js";
import { getMarkRange } from "/assets/tiptap.js";

const LONGEST = 8192;

const encoded = (text) => text.replace(/%(?![0-9a-f]{2})|[\s"<>\\^`{|}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gi,
    (letter) => [...new TextEncoder().encode(letter)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""));

// `{ href }`, or `{ wrong }` with the key of words that say why not. The server reads it once more, more strictly.
export function checkAddress(text, { needsPage = false } = {}) {
    let address = text.replace(/[\t\n\r]/g, "").trim();
    if (!address) return { wrong: "link.empty" };
    if (address.length > LONGEST) return { wrong: "link.long" };
    if (/^\/\//.test(address)) return { wrong: "link.half" };
    if (/^[\/#?]/.test(address)) {
        if (needsPage && address[0] !== "/") return { wrong: "link.page" };
        return /^[^?#]*\\/.test(address) ? { wrong: "link.hides" } : { href: encoded(address) };
    }
    if (!/^[a-z][a-z0-9+.-]*:/i.test(address) || /^[\w-]+(\.[\w-]+)+:\d+/.test(address)) {
        if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) address = `mailto:${address}`;
        else if (/^[^\s/?#@:]+\.[^\s/?#@:.]{2,}(:\d+)?([/?#]|$)/.test(address)) address = `https://${address}`;
        else return { wrong: "link.noScheme" };
    }
    const [, scheme, rest] = address.match(/^([a-z][a-z0-9+.-]*):(.*)$/is);
    switch (scheme.toLowerCase()) {
        case "http": case "https": {
            const parts = rest.match(/^\/\/([^/?#]*)(.*)$/s);
            if (!parts || !parts[1]) return { wrong: "link.noHost" };
            if (parts[1].includes("@") || /^[^?#]*\\/.test(rest)) return { wrong: "link.hides" };
            try {
                new URL(address);
            } catch {
                return { wrong: "link.noHost" };
            }
            return { href: `${scheme.toLowerCase()}://${parts[1].toLowerCase()}${encoded(parts[2])}` };
        }
        case "mailto": return needsPage ? { wrong: "link.page" } : rest ? { href: `mailto:${encoded(rest)}` } : { wrong: "link.empty" };
        case "tel": {
            const number = rest.replaceAll(" ", "");
            if (needsPage) return { wrong: "link.page" };
            return /^[0-9a-z+\-.()*#;=,]+$/i.test(number) ? { href: `tel:${number}` } : { wrong: "link.number" };
        }
        default: return { wrong: "link.scheme" };
    }
}

const addressInput = (value) => element("input", {
    type: "text", inputMode: "url", name: "address", value, dir: "ltr", autocomplete: "off", spellcheck: false, autofocus: true,
});

// Asks for an address. Gives `{ href, title }`, `{ remove: true }`, or undefined.
export function askAddress({ say, title, href = "", words, wordsLabel, canRemove = false, needsPage = false, set }) {
    return openDialog({
        title, say, className: "narrow",
        body: (close) => {
            const address = addressInput(href);
            const addressField = field(say("link.address"), address, { hint: say(needsPage ? "link.hintPage" : "link.hint") });
            const text = words === undefined ? null : element("input", { type: "text", name: "words", value: words, dir: "auto", autocomplete: "off" });
            address.addEventListener("input", () => addressField.refuse(""));
            const buttons = [element("button", { type: "submit", className: "primary" }, set ?? say("link.set"))];
            if (canRemove) buttons.push(button(say("link.remove"), () => close({ remove: true })));
            buttons.push(button(say("cancel"), () => close()));
            return dialogForm([addressField, text && field(wordsLabel, text)].filter(Boolean), buttons, () => {
                const found = checkAddress(address.value, { needsPage });
                if (found.wrong) return addressField.refuse(say(found.wrong));
                return close({ href: found.href, words: text?.value.trim() });
            });
        },
    });
}

// Sets, changes or takes away the link of the selection.
export async function editLink(desk) {
    const { editor, say } = desk;
    const { state } = editor;
    const { link } = state.schema.marks;
    if (state.selection.$from.parent.type.spec.code) return;
    const picture = state.selection.node?.type.name === "figure" ? around(state, "figure") : null;
    if (picture) return editPictureLink(desk, picture.pos, picture.node);
    const range = state.selection.empty ? getMarkRange(state.selection.$from, link) : { from: state.selection.from, to: state.selection.to };
    let current = "";
    if (range) state.doc.nodesBetween(range.from, range.to, (node) => current ||= link.isInSet(node.marks)?.attrs.href ?? "");
    const answer = await askAddress({
        say, title: say(current ? "link.change" : "link.make"), href: current, canRemove: Boolean(current),
        ...(range ? {} : { words: "", wordsLabel: say("link.words") }),
    });
    editor.view.focus();
    if (!answer) return;
    const { tr } = editor.state;
    if (answer.remove) {
        tr.removeMark(range.from, range.to, link);
    } else if (range) {
        tr.removeMark(range.from, range.to, link).addMark(range.from, range.to, link.create({ href: answer.href }));
    } else {
        const text = state.schema.text(answer.words || answer.href, [...state.selection.$from.marks(), link.create({ href: answer.href })]);
        tr.replaceSelectionWith(text, false).removeStoredMark(link);
    }
    editor.view.dispatch(tr.scrollIntoView());
}

export async function editPictureLink({ editor, say }, pos, node) {
    const answer = await askAddress({ say, title: say("picture.link"), href: node.attrs.href ?? "", canRemove: Boolean(node.attrs.href) });
    if (!answer || editor.state.doc.nodeAt(pos)?.type.name !== "figure") return;
    editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, "href", answer.remove ? null : answer.href));
}

// A card for a page elsewhere: a new one, or the one that is selected.
export async function editEmbed({ editor, say }) {
    const card = around(editor.state, "embed");
    const answer = await askAddress({
        say, title: say(card ? "card.change" : "card.make"), href: card?.node.attrs.href ?? "", needsPage: true, words: card?.node.attrs.title ?? "",
        wordsLabel: say("card.title"), set: say("card.set"),
    });
    editor.view.focus();
    if (!answer) return;
    const node = editor.schema.nodes.embed.create({ href: answer.href, title: answer.words || null });
    if (card) editor.view.dispatch(editor.state.tr.replaceWith(card.pos, card.pos + card.node.nodeSize, node));
    else insertBlock(editor, node);
}

// A pasted address becomes a link; when it stands alone, a card is offered. Says whether it was one.
export function pasteAddress({ editor, say, notices }, text) {
    const address = text.trim();
    if (!/^https?:\/\/\S+$/i.test(address)) return false;
    const { href } = checkAddress(address);
    const { state } = editor;
    if (!href || state.selection.$from.parent.type.spec.code) return false;
    const { link } = state.schema.marks;
    const { from, to, empty } = state.selection;
    if (!state.selection.$from.sameParent(state.selection.$to)) return false;
    const { tr } = state;
    if (empty) tr.replaceSelectionWith(state.schema.text(address, [link.create({ href })]), false);
    else tr.addMark(from, to, link.create({ href }));
    tr.removeStoredMark(link);
    editor.view.dispatch(tr.scrollIntoView());
    const parent = editor.state.selection.$from.parent;
    if (empty && parent.type.name === "paragraph" && parent.textContent === address) {
        notices.show("card", say("card.offer"), { acts: [[say("card.accept"), () => makeCard(editor, address, href)]] });
    }
    return true;
}

function makeCard(editor, address, href) {
    let place = null;
    editor.state.doc.descendants((node, pos, parent) => {
        if (place === null && node.type.name === "paragraph" && node.textContent === address
            && parent.canReplaceWith(0, 0, editor.schema.nodes.embed)) place = { pos, node };
    });
    if (place) editor.view.dispatch(editor.state.tr.replaceWith(place.pos, place.pos + place.node.nodeSize, editor.schema.nodes.embed.create({ href })));
    editor.view.focus();
}
