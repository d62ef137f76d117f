// Dialogs of the desk: `<dialog>` with a title, focus goes back to where it was.
import { button, element } from "/assets/elements.js";

let count = 0;

// Opens a dialog. `body` makes its content, given `close(result)`; the promise gives what it was closed with, or undefined.
export function openDialog({ title, say, body, className = "", closes = true }) {
    return new Promise((done) => {
        const id = `dialog-${++count}`;
        const before = document.activeElement;
        let result;
        const dialog = element("dialog", { className: `desk-dialog ${className}`, "aria-labelledby": id });
        const close = (value) => {
            result = value;
            dialog.close();
        };
        const head = element("div", { className: "dialog-head" }, element("h2", { id }, title));
        if (closes) head.append(button("×", () => close(), { className: "close", "aria-label": say("close") }));
        dialog.append(head, ...[body(close, dialog)].flat());
        dialog.addEventListener("close", () => {
            dialog.remove();
            // Whoever has gone on meanwhile is not called back.
            if (before?.isConnected && [document.body, null].includes(document.activeElement)) before.focus({ preventScroll: true });
            done(result);
        });
        if (!closes) dialog.addEventListener("cancel", (event) => event.preventDefault());
        // A press beside it closes it, as Escape does.
        dialog.addEventListener("pointerdown", (event) => {
            if (!closes || event.target !== dialog) return;
            const box = dialog.getBoundingClientRect();
            if (event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom) close();
        });
        document.body.append(dialog);
        dialog.showModal();
        (dialog.querySelector("[autofocus]") ?? dialog.querySelector("input, textarea, select"))?.focus();
    });
}

// A field with its label, and a place for what is wrong with it.
export function field(label, control, { hint } = {}) {
    const id = `field-${++count}`;
    control.id = id;
    const error = element("p", { className: "error", id: `${id}-error`, hidden: true });
    const notes = hint ? element("p", { className: "hint", id: `${id}-hint` }, hint) : null;
    control.setAttribute("aria-describedby", [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(" "));
    const box = element("div", { className: "field" }, element("label", { htmlFor: id }, label), control, notes, error);
    box.refuse = (words) => {
        error.textContent = words ?? "";
        error.hidden = !words;
        box.classList.toggle("wrong", Boolean(words));
        if (words) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
        if (words) control.focus();
    };
    return box;
}

// A form in a dialog: its fields, and the buttons below.
export function dialogForm(fields, buttons, submit) {
    const form = element("form", { className: "dialog-form", noValidate: true, method: "dialog" }, ...fields, element("div", { className: "acts" }, ...buttons));
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        submit(event.submitter);
    });
    return form;
}
