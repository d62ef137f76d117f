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

// Whether somebody is perhaps logged in here. Without it no page asks before it must, so that a stranger's visit stays small; an answer that says otherwise,
// and logging out, take it away. A page of a reader's own and a form with a password set it.
const reader = {
    link: document.querySelector(".masthead .account"),
    words: document.querySelector(".masthead .account bdi")?.textContent,
    get isKnown() {
        try {
            return localStorage.getItem("reader") === "1";
        } catch {
            return false;
        }
    },
    set isKnown(is) {
        try {
            if (is) localStorage.setItem("reader", "1");
            else localStorage.removeItem("reader");
        } catch { /* storage is off: pages ask as for strangers */ }
    },
    // `name` is missing when nobody is logged in.
    greet(name) {
        this.isKnown = name !== undefined;
        if (!this.link.hasAttribute("data-reader")) this.link.querySelector("bdi").textContent = name || this.words;
    },
    enter(login, next, save) {
        location.assign(`${login}?${new URLSearchParams(save ? { next, save } : { next })}`);
    },
};

function rememberReader() {
    if (reader.link?.hasAttribute("data-reader")) reader.isKnown = true;
    document.querySelector("input[type=password]")?.form.addEventListener("submit", () => reader.isKnown = true);
}

// An article's one private request: who reads it, the votes, and where it is saved. Asked at once where somebody is perhaps logged in, else when the score
// comes near the window.
function offerArticle() {
    const section = document.querySelector(".vote[data-mine]");
    if (!section) return;
    const show = { votes: offerVoting(section), saves: offerSaving(document.querySelector("form[data-save]"), () => load()) };
    let asked = false;
    const load = async () => {
        asked = true;
        const answer = await fetch(section.dataset.mine, { cache: "no-store" });
        if (!answer.ok) throw answer;
        const mine = await answer.json();
        reader.greet(mine.reader);
        show.votes(mine.votes);
        show.saves(mine.saves);
        return mine;
    };
    const quietly = () => load().catch(() => {});
    // Another tab may have changed it meanwhile, and the back button brings a page as it was.
    addEventListener("pageshow", (event) => event.persisted && asked && quietly());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && asked && quietly());
    if (reader.isKnown) return quietly();
    const near = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        if (!asked) quietly();
    }, { rootMargin: "100px" });
    near.observe(section);
}

// `<form data-vote>`: the buttons show what the server has, and only that. What fails goes back to it, with words. Where voting is closed there is no form,
// and the result alone is shown.
function offerVoting(section) {
    const form = section.querySelector("form[data-vote]");
    const result = section.querySelector(".result a");
    const buttons = [...section.querySelectorAll("form[data-vote] button")];
    let known = null;
    const show = (state) => {
        known = state;
        for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === state.vote));
        result.textContent = state.words;
    };
    let busy = false;
    form?.addEventListener("submit", async (event) => {
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
            if (answer.ok) show(state);
            else result.textContent = state.words;
        } catch {
            if (known) show(known);
            result.textContent = form.dataset.failed;
        } finally {
            busy = false;
        }
    });
    return show;
}

const element = (name, properties, ...content) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...content);
    return made;
};

// `<form data-save>`: a press reads later, the panel below shows every collection. What is pressed shows at once and goes back when the server will not.
function offerSaving(form, load) {
    const later = form.querySelector("button");
    const link = form.querySelector("a");
    const status = form.parentElement.querySelector("[role=status]");
    const open = element("button", { type: "button", className: "more" }, link.textContent);
    const panel = element("div", { id: "saves", className: "panel", hidden: true });
    open.setAttribute("aria-expanded", "false");
    open.setAttribute("aria-controls", "saves");
    link.replaceWith(open);
    status.after(panel);
    let known = null;
    let queue = Promise.resolve();

    const say = (words, undo) => {
        status.replaceChildren(words ?? "");
        if (!undo) return;
        const button = element("button", { type: "button" }, known.undo);
        button.addEventListener("click", () => {
            const place = panel.querySelector(`[value="${undo.back}"]`);
            (place && !panel.hidden ? place : undo.back === "later" ? later : open).focus();
            change(undo);
        });
        status.append(" ", button);
    };
    const show = (state) => {
        known = state ?? null;
        later.setAttribute("aria-pressed", String(Boolean(known?.choices.some((choice) => choice.code === "later" && choice.holds))));
        if (known) fill();
        say(known?.choices.some((choice) => choice.holds) ? known.words : "");
    };
    const fill = () => {
        if (!panel.querySelector("ul")) {
            const name = element("input", { name: "name", required: true, maxLength: known.longest, dir: "auto", autocomplete: "off" });
            const create = element("form", {}, element("label", {}, known.label, name), element("button", {}, known.create));
            create.addEventListener("submit", async (event) => {
                event.preventDefault();
                if (await change({ name: name.value })) name.value = "";
            });
            panel.replaceChildren(element("ul"), create, element("p", {}, element("a", { href: known.href }, known.all)));
        }
        const list = panel.querySelector("ul");
        known.choices.forEach((choice, index) => {
            let button = list.querySelector(`[value="${choice.code}"]`);
            if (!button) {
                button = element("button", { type: "button", value: choice.code }, element("span", { className: "box" }), element("bdi", {}, choice.name));
                button.addEventListener("click", () => toggle(button));
                list.insertBefore(element("li", {}, button), list.children[index] ?? null);
            }
            button.setAttribute("aria-pressed", String(choice.holds));
        });
        const codes = known.choices.map((choice) => choice.code);
        for (const button of list.querySelectorAll("button")) if (!codes.includes(button.value)) button.parentElement.remove();
    };
    const toggle = (button) => {
        const holds = button.getAttribute("aria-pressed") === "true";
        button.setAttribute("aria-pressed", String(!holds));
        return change({ [holds ? "take" : "put"]: button.value });
    };
    // One after the other, so that the last press is the last word.
    const change = (fields) => queue = queue.then(async () => {
        try {
            const answer = await fetch(form.action, { method: "PUT", body: new URLSearchParams(fields) });
            if (answer.status === 401) return reader.enter(form.dataset.login, new URL(form.action).pathname, fields.put);
            const body = await answer.json();
            show(answer.ok ? body.saves : known);
            say(body.news ?? body.words, body.undo);
            return answer.ok;
        } catch {
            show(known);
            say(form.dataset.failed);
        }
    });
    const close = () => {
        panel.hidden = true;
        open.setAttribute("aria-expanded", "false");
    };
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        toggle(later);
    });
    open.addEventListener("click", async () => {
        if (!panel.hidden) return close();
        open.setAttribute("aria-expanded", "true");
        panel.hidden = false;
        if (known) return;
        panel.replaceChildren(element("p", {}, form.dataset.wait));
        try {
            const mine = await load();
            if (!mine.saves) reader.enter(form.dataset.login, new URL(form.action).pathname);
        } catch {
            close();
            say(form.dataset.failed);
        }
    });
    form.parentElement.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || panel.hidden) return;
        close();
        open.focus();
    });
    return show;
}

// `<button class="keep" form="keep">`: a list's stories, each to be read later by one press.
function offerKeeping() {
    const form = document.getElementById("keep");
    const buttons = [...document.querySelectorAll("button.keep")];
    if (!form || !buttons.length) return;
    const status = element("p", { className: "toast" });
    status.setAttribute("role", "status");
    document.body.append(status);
    const press = (button, is) => button.setAttribute("aria-pressed", String(is));
    const path = (button) => new URL(button.formAction).pathname;
    const story = (button) => decodeURIComponent(path(button)).replace(/^\/(\w+)\/articles\/(.*)\/save$/, "$1/$2");
    let timer = 0;
    const say = (button, words, undo, label) => {
        clearTimeout(timer);
        status.replaceChildren(words);
        if (undo) {
            const back = element("button", { type: "button" }, label);
            back.addEventListener("click", () => {
                button.focus();
                change(button, undo);
            });
            status.append(" ", back);
        }
        timer = setTimeout(() => status.contains(document.activeElement) || status.replaceChildren(), 8000);
    };
    const change = async (button, fields) => {
        const before = button.getAttribute("aria-pressed") === "true";
        press(button, !fields.take);
        try {
            const answer = await fetch(button.formAction, { method: "PUT", body: new URLSearchParams(fields) });
            if (answer.status === 401) return reader.enter(form.dataset.login, path(button), "later");
            const body = await answer.json();
            const later = body.saves?.choices.find((choice) => choice.code === "later");
            // One story may stand twice on a page.
            for (const one of buttons) if (path(one) === path(button)) press(one, answer.ok ? later.holds : before);
            say(button, body.news ?? body.words, body.undo, body.saves?.undo);
        } catch {
            press(button, before);
            say(button, form.dataset.failed);
        }
    };
    document.addEventListener("submit", (event) => {
        if (event.target !== form) return;
        event.preventDefault();
        const button = event.submitter;
        change(button, button.getAttribute("aria-pressed") === "true" ? { take: "later" } : { put: "later" });
    });
    const load = async () => {
        for (let start = 0; start < buttons.length; start += 50) {
            const asked = buttons.slice(start, start + 50);
            const stories = [...new Set(asked.map(story))].join("\n");
            const answer = await fetch(form.dataset.mine, { method: "POST", body: new URLSearchParams({ stories }) });
            if (!answer.ok) return;
            const mine = await answer.json();
            reader.greet(mine.reader);
            if (!mine.later) return buttons.forEach((button) => button.removeAttribute("aria-pressed"));
            for (const button of asked) press(button, mine.later.includes(story(button)));
        }
    };
    const quietly = () => reader.isKnown && load().catch(() => {});
    addEventListener("pageshow", (event) => event.persisted && quietly());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && quietly());
    quietly();
}

// `<form data-results="ID">`: what stands under the identifier is fetched anew while the reader writes. The form itself stays as it is.
function offerResults() {
    const form = document.querySelector("form[data-results]");
    const results = form && document.getElementById(form.dataset.results);
    if (!results) return;
    let timer = 0;
    let asked = new AbortController();
    const ask = async () => {
        asked.abort();
        asked = new AbortController();
        const given = [...new FormData(form)].filter(([name, value]) => value || name === "q");
        const address = `${form.action}?${new URLSearchParams(given)}`;
        try {
            const answer = await fetch(address, { signal: asked.signal });
            if (!answer.ok) return;
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const found = page.getElementById(results.id);
            if (!found) return;
            results.replaceChildren(...found.childNodes);
            history.replaceState(null, "", address);
            document.title = page.title;
        } catch { /* the next letter asks again, or the reader sends the form */ }
    };
    form.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(ask, 250);
    });
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
rememberReader();
offerArticle();
offerKeeping();
offerResults();
