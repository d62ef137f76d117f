// A collection in its reader's own order: by dragging, and in place by the buttons that are there without any script. The order shown is the server's: what
// it will not have, or does not answer, goes back to where it was.

const list = document.querySelector("ol[data-order]");
const status = document.getElementById("order-news");

// Moves the item on the server. `back` puts it to where it was.
async function move(item, fields, back) {
    try {
        const answer = await fetch(list.dataset.order, {
            method: "PUT", redirect: "manual", body: new URLSearchParams({ item: item.dataset.item, ...fields }),
        });
        // The session has ended: the page itself leads to the log-in and back.
        if (answer.type === "opaqueredirect") return location.reload();
        const body = await answer.json();
        if (!answer.ok) back();
        status.textContent = body.words;
    } catch {
        back();
        status.textContent = list.dataset.failed;
    }
    status.classList.toggle("aside-text", false);
    markEnds();
}

// The first cannot go up, nor the last down; on other pages of a long collection they can.
function markEnds() {
    const items = [...list.children];
    items.forEach((item, index) => {
        for (const button of item.querySelectorAll("[name=to]")) {
            const atEnd = button.value === "down" ? index === items.length - 1 && !document.querySelector("[rel=next]")
                : index === 0 && !document.querySelector("[rel=prev]");
            if (atEnd) button.setAttribute("aria-disabled", "true");
            else button.removeAttribute("aria-disabled");
        }
    });
}

// The others move round the item: what holds the pointer or the focus stays connected to the page, and so keeps them.
function put(item, next) {
    const items = [...list.children];
    const from = items.indexOf(item);
    const to = next ? items.indexOf(next) : items.length;
    for (const other of items.slice(from + 1, Math.max(to, from))) item.before(other);
    for (const other of items.slice(to, from).reverse()) item.after(other);
}

function press(event) {
    const button = event.submitter;
    if (button?.name !== "to") return;
    const item = button.closest("li");
    const sibling = { up: item.previousElementSibling, down: item.nextElementSibling, top: list.firstElementChild }[button.value];
    // Over the edge of the page the form itself leads to where it goes.
    if (button.getAttribute("aria-disabled") === "true") return event.preventDefault();
    if (!sibling || (button.value === "top" && document.querySelector("[rel=prev]"))) return;
    event.preventDefault();
    const next = item.nextElementSibling;
    put(item, button.value === "down" ? sibling.nextElementSibling : sibling);
    button.focus();
    item.scrollIntoView({ block: "nearest" });
    move(item, { to: button.value }, () => put(item, next));
}

function offerDragging(item) {
    const form = item.querySelector(".moves");
    if (!form) return;
    const handle = document.createElement("span");
    handle.className = "handle";
    handle.title = form.dataset.drag;
    form.prepend(handle);
    handle.addEventListener("pointerdown", (down) => {
        if (down.button !== 0) return;
        down.preventDefault();
        handle.setPointerCapture(down.pointerId);
        const next = item.nextElementSibling;
        item.classList.add("dragged");
        let y = down.clientY;
        const follow = () => {
            const other = [...list.children].find((one) => {
                const box = one.getBoundingClientRect();
                return one !== item && y >= box.top && y <= box.bottom;
            });
            if (!other) return;
            const box = other.getBoundingClientRect();
            const isBelow = item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
            // Past its middle only, or two of different heights would change places for ever.
            if (isBelow ? y > box.top + box.height / 2 : y < box.top + box.height / 2) put(item, isBelow ? other.nextElementSibling : other);
        };
        const over = (event) => {
            y = event.clientY;
            follow();
        };
        // Held near an edge of the window, the page moves along.
        const edge = 72;
        let frame = requestAnimationFrame(function run() {
            const by = y < edge ? y - edge : y > innerHeight - edge ? y - innerHeight + edge : 0;
            if (by) {
                scrollBy(0, by / 6);
                follow();
            }
            frame = requestAnimationFrame(run);
        });
        const end = (event) => {
            cancelAnimationFrame(frame);
            handle.removeEventListener("pointermove", over);
            for (const kind of ["pointerup", "pointercancel"]) handle.removeEventListener(kind, end);
            removeEventListener("keydown", escape);
            item.classList.remove("dragged");
            const isMoved = item.nextElementSibling !== next;
            if (event?.type !== "pointerup") return put(item, next);
            if (!isMoved) return;
            const [after, before] = [item.previousElementSibling, item.nextElementSibling];
            move(item, after ? { after: after.dataset.item } : { before: before.dataset.item }, () => put(item, next));
        };
        const escape = (event) => event.key === "Escape" && end();
        handle.addEventListener("pointermove", over);
        for (const kind of ["pointerup", "pointercancel"]) handle.addEventListener(kind, end);
        addEventListener("keydown", escape);
    });
}

if (list) {
    list.addEventListener("submit", press);
    for (const item of list.children) offerDragging(item);
}
