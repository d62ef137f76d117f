// What a reading of the text found, beside the text as it is written: read again after every save, its words marked where they stand.
import { element } from "/assets/elements.js";
import { listen, press } from "/assets/reading.js";

const PAUSE = 1_200;

export class Beside {
    constructor(desk) {
        Object.assign(this, { desk, url: desk.state.urls.reading });
        this.list = element("div", { className: "reading" });
        this.view = element("details", { className: "beside" }, element("summary", {}, desk.say("beside.title"), " ", this.count = element("span", { className: "count" })), this.list);
        this.view.addEventListener("toggle", () => this.view.open ? this.read() : this.unmark());
        this.list.addEventListener("submit", (event) => this.submit(event));
        this.list.addEventListener("keydown", (event) => press(this.list, event));
        this.list.addEventListener("click", (event) => this.show(event.target.closest("[data-words]")));
        this.list.addEventListener("focusin", (event) => this.point(event.target.closest("li")));
    }

    // The text that the server confirmed is another one.
    saved(revision) {
        if (revision.id === this.revision) return;
        this.revision = revision.id;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.read(), PAUSE);
    }

    async read() {
        if (!this.view.open) return;
        this.asked?.abort();
        const page = await this.ask("GET");
        // Without the line the list stays as it is; the next save asks again.
        if (page) this.put(page);
    }

    // A page as a document: read by the browser's own parser, without running anything of it. Nil when it did not come.
    ask(method, body) {
        return new Promise((done) => {
            const request = new XMLHttpRequest();
            if (method === "GET") this.asked = request;
            request.open(method, this.url);
            request.responseType = "document";
            for (const end of ["error", "abort", "timeout"]) request.addEventListener(end, () => done(null));
            request.addEventListener("load", () => done(request.response?.querySelector(".reading") ? request.response : null));
            request.send(body);
        });
    }

    put(page) {
        const fresh = page.querySelector(".reading");
        const focused = document.activeElement?.closest?.(".beside li")?.id;
        // What is being mended is not taken from under the hands.
        if (this.list.querySelector("details[open] :focus")) return;
        const refusal = page.querySelector(".desk > .refusal[role=alert]");
        this.list.replaceChildren(...(refusal ? [refusal] : []), ...fresh.children);
        this.count.textContent = page.querySelector("#proposals .count")?.textContent ?? "";
        listen(this.list);
        for (const button of this.list.querySelectorAll(".use")) button.hidden = this.desk.isLocked || !this.find(button.dataset.words).length;
        if (focused) this.list.querySelector(`#${CSS.escape(focused)}, li`)?.focus();
        this.mark();
    }

    async submit(event) {
        event.preventDefault();
        const { target: form, submitter } = event;
        const body = new URLSearchParams(new FormData(form, submitter));
        const items = [...this.list.querySelectorAll("li")];
        const place = items.indexOf(form.closest("li"));
        const page = await this.ask("POST", body);
        if (!page) return this.desk.notices.speak(this.desk.say("beside.refused"));
        document.activeElement?.blur();
        this.put(page);
        const next = [...this.list.querySelectorAll(".said-list > li")];
        next[Math.min(place, next.length - 1)]?.focus();
        this.desk.notices.speak(this.desk.say(page.querySelector(".desk > .refusal[role=alert]") ? "beside.refused" : "beside.done"));
    }

    // Marks by the browser's own highlights: nothing is written into the text.
    mark() {
        if (!globalThis.Highlight) return;
        const kinds = { proposed: [], kept: [], altered: [], finding: [] };
        for (const item of this.list.querySelectorAll(".said-list > li")) {
            const kind = Object.keys(kinds).find((name) => item.classList.contains(name));
            if (!kind) continue;
            for (const words of item.querySelectorAll("q[data-words]")) kinds[kind].push(...this.find(words.dataset.words));
        }
        for (const [kind, ranges] of Object.entries(kinds)) CSS.highlights.set(`said-${kind}`, new Highlight(...ranges));
    }

    unmark() {
        globalThis.Highlight && ["proposed", "kept", "altered", "finding", "here"].forEach((kind) => CSS.highlights.delete(`said-${kind}`));
    }

    // Where words stand in the text on the page, as ranges; none while it is being written otherwise.
    find(words) {
        const walker = document.createTreeWalker(this.desk.editor.view.dom, NodeFilter.SHOW_TEXT);
        let text = "";
        const nodes = [];
        while (walker.nextNode()) {
            nodes.push([text.length, walker.currentNode]);
            text += walker.currentNode.data;
        }
        const start = text.indexOf(words.replaceAll("\n", ""));
        if (start < 0) return [];
        const at = (place) => {
            const [from, node] = nodes.findLast(([from]) => from <= place);
            return [node, place - from];
        };
        const range = new Range();
        range.setStart(...at(start));
        const [node, offset] = at(start + words.replaceAll("\n", "").length - 1);
        range.setEnd(node, offset + 1);
        return [range];
    }

    point(item) {
        if (!globalThis.Highlight || !item) return;
        const ranges = [...item.querySelectorAll("q[data-words]")].flatMap((words) => this.find(words.dataset.words));
        CSS.highlights.set("said-here", new Highlight(...ranges));
    }

    // Writes in the text what a finding proposes.
    use(button) {
        const [range] = this.find(button.dataset.words);
        if (!range || this.desk.isLocked) return;
        const { view } = this.desk.editor;
        const from = view.posAtDOM(range.startContainer, range.startOffset);
        const to = view.posAtDOM(range.endContainer, range.endOffset);
        view.dispatch(view.state.tr.insertText(button.dataset.use, from, to));
        button.closest("li").remove();
        this.mark();
    }

    show(words) {
        if (words?.matches(".use")) return this.use(words);
        const [range] = words ? this.find(words.dataset.words) : [];
        range?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    }
}
