// Who says what in a story: its list by keys, on its own page and beside the editor's text.
const KEYS = { c: "confirm", x: "reject", s: "split", m: "join" };
// By the place of the key where letters are Arabic.
const PLACES = { KeyJ: "j", KeyK: "k", KeyC: "c", KeyX: "x", KeyE: "e", KeyS: "s", KeyM: "m" };

export function listen(root) {
    for (const item of root.querySelectorAll(".said-list > li")) item.tabIndex = -1;
    const first = root.querySelector(".said-list > li");
    if (first) first.tabIndex = 0;
    for (const hint of root.querySelectorAll(".keys")) hint.hidden = !first;
}

export function press(root, event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const key = /[\u0600-\u06ff]/.test(event.key) ? PLACES[event.code] : event.key.toLowerCase();
    const items = [...root.querySelectorAll(".said-list > li")];
    const here = document.activeElement?.closest?.(".said-list > li");
    const place = items.indexOf(here);
    if (key === "j" || key === "k") {
        const next = items[place < 0 ? 0 : Math.min(items.length - 1, Math.max(0, place + (key === "j" ? 1 : -1)))];
        if (!next) return;
        for (const item of items) item.tabIndex = item === next ? 0 : -1;
        next.focus();
    } else if (key === "e" && here) {
        const details = here.querySelector("details");
        if (!details) return;
        details.open = !details.open;
        if (details.open) details.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    } else if (KEYS[key] && here) {
        const button = here.querySelector(`button[value="${KEYS[key]}"]`);
        if (!button) return;
        button.click();
    } else {
        return;
    }
    event.preventDefault();
}

// On its own page; beside the editor the list is given its keys by the editor.
if (document.querySelector(".reading") && !document.getElementById("story-state")) {
    const root = document.querySelector(".reading");
    listen(root);
    addEventListener("keydown", (event) => press(root, event));
}
