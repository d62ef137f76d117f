// What the reader's site gains with JavaScript. Every page works without it.

// The section the reader is in stands in view when the row of sections scrolls.
function showCurrentSection() {
    const row = document.querySelector(".sections ul");
    const current = row?.querySelector("[aria-current]");
    if (!current || row.scrollWidth <= row.clientWidth) return;
    const from = row.getBoundingClientRect();
    const to = current.getBoundingClientRect();
    row.scrollLeft += (to.left + to.right - from.left - from.right) / 2;
}

// `<button hidden data-copy="ADDRESS" data-done="Copied">`: shown where the clipboard can be written.
function offerCopying() {
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll("button[data-copy]")) {
        const words = button.textContent;
        button.hidden = false;
        button.closest("li[hidden]")?.removeAttribute("hidden");
        button.addEventListener("click", async () => {
            try {
                await navigator.clipboard.writeText(button.dataset.copy);
            } catch {
                return;
            }
            const status = button.closest("section")?.querySelector("[role=status]");
            const say = (label, news) => {
                button.textContent = label;
                if (status) status.textContent = news;
            };
            say(button.dataset.done, button.dataset.done);
            setTimeout(() => say(words, ""), 3000);
        });
    }
}

// Check Also as a card in the margin, once the reader is past 60 % of the text. Dismissing it is remembered, focus stays where it is.
function offerNextRead() {
    const section = document.querySelector(".check-also[data-dismiss]");
    const text = document.querySelector(".article > .text");
    const story = section?.querySelector(".story");
    // As in site.css: Arabic is set larger, so its margin is free from a wider window on.
    const room = matchMedia(document.documentElement.lang === "ar" ? "(min-width: 79em)" : "(min-width: 72em)");
    if (!story || !text || !room.matches || dismissed()) return;

    const card = document.createElement("aside");
    card.className = "card";
    card.setAttribute("aria-label", section.querySelector("h2").textContent);
    const heading = document.createElement("p");
    heading.className = "heading";
    heading.append(section.querySelector("h2").textContent);
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", section.dataset.dismiss);
    button.append("×");
    heading.append(button);
    const copy = story.cloneNode(true);
    copy.classList.remove("row");
    copy.querySelector(".standfirst")?.remove();
    card.append(heading, copy);

    const watch = () => {
        const box = text.getBoundingClientRect();
        const read = (innerHeight - box.top) / box.height;
        const flowShown = section.getBoundingClientRect().top < innerHeight;
        if (read > 0.6 && !flowShown) {
            if (!card.isConnected) section.after(card);
        } else if (!card.contains(document.activeElement)) {
            card.remove();
        }
    };
    const end = () => {
        removeEventListener("scroll", watch);
        removeEventListener("keydown", escape);
        const held = card.contains(document.activeElement);
        card.remove();
        if (held) section.querySelector(".story a").focus({ preventScroll: true });
        try {
            localStorage.setItem("check-also", "dismissed");
        } catch { /* storage is off: dismissed for this page */ }
    };
    const escape = (event) => {
        if (event.key === "Escape" && card.isConnected) end();
    };
    button.addEventListener("click", end);
    addEventListener("keydown", escape);
    addEventListener("scroll", watch, { passive: true });
}

// `<form data-vote>`: the buttons show what the server has, and only that. What fails goes back to it, with words.
async function offerVoting() {
    const form = document.querySelector("form[data-vote]");
    if (!form) return;
    const result = form.parentElement.querySelector(".result a");
    const buttons = [...form.querySelectorAll("button")];
    const show = (state) => {
        for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === state.vote));
        result.textContent = state.words;
    };
    let known = null;
    const load = async () => {
        const answer = await fetch(form.dataset.mine, { cache: "no-store" });
        if (answer.ok) show(known = await answer.json());
    };
    let busy = false;
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        if (busy) return;
        busy = true;
        const pressed = event.submitter;
        const vote = known?.vote === pressed.value ? "none" : pressed.value;
        try {
            const answer = await fetch(form.action, { method: "PUT", body: new URLSearchParams({ vote }) });
            if (answer.status === 401) {
                const next = new URLSearchParams({ next: new URL(form.action).pathname, vote });
                location.assign(`${form.dataset.login}?${next}`);
                return;
            }
            const state = await answer.json();
            if (answer.ok) show(known = state);
            else result.textContent = state.words;
        } catch {
            if (known) show(known);
            result.textContent = form.dataset.failed;
        } finally {
            busy = false;
        }
    });
    // Another tab may have voted meanwhile, and the back button brings a page as it was.
    addEventListener("pageshow", (event) => event.persisted && load().catch(() => {}));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && load().catch(() => {}));
    await load().catch(() => {});
}

function dismissed() {
    try {
        return localStorage.getItem("check-also") === "dismissed";
    } catch {
        return false;
    }
}

showCurrentSection();
offerCopying();
offerNextRead();
offerVoting();
