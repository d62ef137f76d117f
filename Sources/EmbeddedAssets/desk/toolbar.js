// Toolbars as WAI-ARIA describes them: one stop for Tab, arrows go from button to button.
import { element, icon } from "/assets/elements.js";

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);

// `Mod-Alt-2` as it is read and as it is told to assistive technology.
export const keysOf = (shortcut) => shortcut.replace("Mod", isMac ? "⌘" : "Ctrl").replace("Alt", isMac ? "⌥" : "Alt").replace("Shift", isMac ? "⇧" : "Shift")
    .split("-").map((key) => (key.length === 1 ? key.toUpperCase() : key)).join(isMac ? "" : "+");
const ariaKeys = (shortcut) => shortcut.replace("Mod", isMac ? "Meta" : "Control").replaceAll("-", "+");

export class Toolbar {
    // `groups` are lists of tools: `{ name, icon | text, run(editor), active?(state), enabled?(state), shortcut? }`.
    constructor({ label, groups, desk, className = "" }) {
        this.desk = desk;
        this.tools = [];
        this.view = element("div", { className: `toolbar ${className}`, role: "toolbar", "aria-label": label, "aria-controls": "story-text" });
        for (const group of groups) {
            const box = element("div", { className: "group" });
            for (const tool of group) box.append(this.button(tool));
            this.view.append(box);
        }
        this.view.addEventListener("keydown", (event) => this.move(event));
        // The selection of the text stays where it is.
        this.view.addEventListener("mousedown", (event) => event.preventDefault());
        this.tools[0].button.tabIndex = 0;
    }

    button(tool) {
        const words = this.desk.say(`tool.${tool.name}`);
        const made = element("button", {
            type: "button", tabIndex: -1, "aria-label": words, title: tool.shortcut ? `${words} (${keysOf(tool.shortcut)})` : words, "data-tool": tool.name,
        }, tool.icon ? icon(tool.icon, tool.isMirrored) : element("span", { className: "letters", dir: "ltr", "aria-hidden": "true" }, tool.text));
        if (tool.shortcut) made.setAttribute("aria-keyshortcuts", ariaKeys(tool.shortcut));
        if (tool.active) made.setAttribute("aria-pressed", "false");
        made.addEventListener("click", (event) => {
            this.stop(made);
            if (made.getAttribute("aria-disabled") === "true") return;
            tool.run(this.desk.editor);
            // A press with the mouse leaves the focus in the text; with the keyboard it stays here.
            if (event.detail && !tool.opens) this.desk.editor.view.focus();
        });
        made.addEventListener("focus", () => this.stop(made));
        this.tools.push({ ...tool, button: made });
        return made;
    }

    stop(button) {
        for (const tool of this.tools) tool.button.tabIndex = tool.button === button ? 0 : -1;
    }

    focus() {
        (this.tools.find((tool) => tool.button.tabIndex === 0) ?? this.tools[0]).button.focus();
    }

    move(event) {
        const buttons = this.tools.map((tool) => tool.button);
        const place = buttons.indexOf(document.activeElement);
        if (place < 0) return;
        const forward = getComputedStyle(this.view).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
        const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
        const next = { [forward]: (place + 1) % buttons.length, [backward]: (place + buttons.length - 1) % buttons.length, Home: 0, End: buttons.length - 1 }[event.key];
        if (event.key === "Escape") {
            event.preventDefault();
            return this.desk.editor.view.focus();
        }
        if (next === undefined) return;
        event.preventDefault();
        buttons[next].focus();
        buttons[next].scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    update(state) {
        const isEditable = this.desk.editor.isEditable;
        for (const tool of this.tools) {
            const isOff = (!isEditable && !tool.isAlways) || (tool.enabled && !tool.enabled(state));
            tool.button.setAttribute("aria-disabled", String(Boolean(isOff)));
            if (tool.active) tool.button.setAttribute("aria-pressed", String(Boolean(tool.active(state))));
        }
    }
}
