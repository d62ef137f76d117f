// Goes through the lists of the desk by keys. Each is also reached with Tab.
const stories = () => [...document.querySelectorAll(".stories h2 a")];
const help = document.querySelector(".board-keys");
if (help) help.hidden = false;

const step = (by) => {
    const links = stories();
    const place = links.indexOf(document.activeElement);
    const next = place < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, place + by));
    links[next]?.focus();
};

const acts = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => document.querySelector(".filters [type=search]")?.focus(),
    n: () => document.querySelector('.desk-nav a[href$="/desk/stories"]')?.click(),
    "?": () => {
        if (!help) return;
        help.open = !help.open;
        help.querySelector("summary").focus();
    },
};

// By the place of the key where letters are Arabic: whoever writes Arabic does not change the keyboard for a list.
const PLACES = { KeyJ: "j", KeyK: "k", KeyN: "n" };

addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const key = acts[event.key] ? event.key : /[\u0600-\u06ff]/.test(event.key) ? PLACES[event.code] : undefined;
    const tray = /^[1-9]$/.test(event.key) ? document.querySelectorAll(".trays a")[Number(event.key) - 1] : null;
    if (!key && !tray) return;
    event.preventDefault();
    if (tray) tray.click();
    else acts[key]();
});
