// What the desk has to say above the text: quiet lines with buttons, one of each kind.
import { button, element } from "/assets/elements.js";

export class Notices {
    constructor(say) {
        this.say = say;
        this.all = new Map();
        this.view = element("div", { className: "notices" });
        // Heard in a place that is always there: a live region that is added with its words is not read.
        this.voice = element("p", { className: "aside-text", role: "status" });
    }

    // `acts` are `[label, act]`; an act that gives true leaves the notice standing.
    show(kind, words, { acts = [], tone = "quiet", items = [], closes = true } = {}) {
        const isNew = this.all.get(kind)?.words !== words;
        this.hide(kind);
        const line = element("div", { className: `notice-line ${tone}`, role: "group", "aria-label": words });
        const text = element("div", { className: "words" }, element("p", {}, words));
        if (items.length) text.append(element("ul", {}, ...items.map((one) => element("li", {}, element("bdi", {}, one)))));
        line.append(text);
        const row = element("div", { className: "acts" });
        for (const [label, act] of acts) row.append(button(label, async () => await act() || this.hide(kind)));
        if (closes) row.append(button("×", () => this.hide(kind), { className: "close", "aria-label": this.say("close") }));
        if (row.childElementCount) line.append(row);
        this.all.set(kind, { words, line });
        this.view.append(line);
        if (isNew) this.speak([words, ...items].join(" "));
    }

    hide(kind) {
        const known = this.all.get(kind);
        if (!known) return;
        const hadFocus = known.line.contains(document.activeElement);
        known.line.remove();
        this.all.delete(kind);
        if (hadFocus) this.leave?.();
    }

    speak(words) {
        this.voice.textContent = "";
        setTimeout(() => this.voice.textContent = words, 30);
    }
}
