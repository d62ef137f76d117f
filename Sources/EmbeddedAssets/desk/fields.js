// The fields of the form beside the text: headline, standfirst and what search engines are told.

const NAMES = { headline: "headline", standfirst: "standfirst", dateline: "dateline", searchTitle: "search_title", searchDescription: "search_description" };

export class Fields {
    constructor(form, content, changed) {
        this.controls = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, form.elements.namedItem(name)]).filter(([, control]) => control));
        this.content = content;
        for (const [key, control] of Object.entries(this.controls)) {
            control.autocomplete = "off";
            if (control.rows) control.rows = 1;
            control.addEventListener("input", () => {
                this.fit(control);
                changed();
            });
            // A headline is one line, however long.
            if (key !== "standfirst" && key !== "searchDescription") {
                control.addEventListener("keydown", (event) => {
                    if (event.key === "Enter" && !event.isComposing && !event.ctrlKey && !event.metaKey) event.preventDefault();
                });
            }
        }
        this.put(content);
        addEventListener("resize", () => Object.values(this.controls).forEach((control) => this.fit(control)));
        document.fonts?.ready.then(() => Object.values(this.controls).forEach((control) => this.fit(control)));
        form.querySelectorAll("details").forEach((details) => details.addEventListener("toggle", () => this.fitAll()));
    }

    // What stands in them; a field the page does not have keeps what it had.
    read() {
        return Object.fromEntries(Object.keys(NAMES).map((key) => [key, this.controls[key]?.value ?? this.content[key] ?? ""]));
    }

    put(content) {
        for (const [key, control] of Object.entries(this.controls)) {
            const value = content[key] ?? "";
            if (control.value !== value) control.value = value;
        }
        this.content = content;
        this.fitAll();
    }

    // Whether they may be written in.
    set isEditable(is) {
        for (const control of Object.values(this.controls)) control.readOnly = !is;
    }

    refuse(name, words) {
        const key = Object.keys(NAMES).find((one) => one === name || NAMES[one] === name);
        for (const [one, control] of Object.entries(this.controls)) {
            if (one === key && words) control.setAttribute("aria-invalid", "true");
            else control.removeAttribute("aria-invalid");
        }
    }

    fitAll() {
        for (const control of Object.values(this.controls)) this.fit(control);
    }

    // As tall as its text.
    fit(control) {
        if (control.tagName !== "TEXTAREA") return;
        control.style.blockSize = "auto";
        if (control.scrollHeight) control.style.blockSize = `${control.scrollHeight + control.offsetHeight - control.clientHeight}px`;
    }
}
