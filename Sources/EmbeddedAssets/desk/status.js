// The bar over the text: whether it is saved, who is here, how long the text is.
import { button, element, icon } from "/assets/elements.js";

const TICK = "M5 12.500l4.500 4.500L19 7";
const CLOUD = "M7 18a4 4 0 0 1-.5-8A6 6 0 0 1 18 9a4.500 4.500 0 0 1-.5 9z";
const WARN = "M12 4L2.500 20h19zM12 10v4M12 17h.01";
const ICONS = { saved: TICK, waiting: CLOUD, saving: CLOUD };

export class StatusBar {
    constructor(desk) {
        this.desk = desk;
        const { say } = desk;
        this.words = element("span", {});
        this.mark = element("span", { className: "mark" });
        this.state = element("p", { className: "save-state" }, this.mark, this.words);
        this.people = element("p", { className: "people" });
        this.count = element("p", { className: "word-count" });
        this.save = button(say("save.version"), () => desk.saveVersion(), { className: "primary", "aria-keyshortcuts": "Control+S" });
        this.view = element("div", { className: "desk-bar" }, this.state, this.people, this.count, this.save);
    }

    show({ kind, revision, until, words }) {
        const { say } = this.desk;
        this.state.dataset.state = kind;
        if (revision && kind === "saved") this.state.dataset.revision = revision.id;
        const text = {
            saved: () => say(revision?.isNamed ? "state.savedVersion" : "state.saved", { time: say.time(revision?.savedAt) }),
            waiting: () => say("state.waiting"), saving: () => say("state.saving"), offline: () => say("state.offline"), busy: () => words || say("state.busy"),
            conflict: () => say("state.conflict"), signedOut: () => say("state.signedOut"), refused: () => say("state.refused"), invalid: () => say("state.invalid"),
            readOnly: () => say("state.readOnly"), taken: () => say("state.taken"),
        }[kind]();
        if (this.words.textContent !== text) this.words.textContent = text;
        if (this.kind !== kind) this.mark.replaceChildren(icon(ICONS[kind] ?? WARN));
        this.kind = kind;
        this.until = until;
    }

    showCount({ words, minutes }) {
        const { say } = this.desk;
        this.count.textContent = [say("count.words", { n: words }), minutes && say("count.minutes", { n: minutes })].filter(Boolean).join(" · ");
    }

    showPeople(others) {
        const { say } = this.desk;
        this.people.replaceChildren();
        if (!others?.length) return;
        this.people.append(say("people.here"), " ");
        others.forEach((other, index) => this.people.append(index ? say("people.and") : "", element("bdi", { className: other.isWriting ? "writing" : "" }, other.name),
            other.isWriting ? ` ${say("people.writes")}` : ""));
    }
}
