// Passkeys on the pages of an account and of the log-in. Both have another way for those without scripts.

// `<form hidden data-passkey="get|create" data-challenge="ADDRESS" data-failed="words">`: shown where the browser has passkeys. When it is sent, the
// server is asked what the device is to sign, and given the device's answer.
function offerPasskeys() {
    if (!window.PublicKeyCredential) return;
    for (const form of document.querySelectorAll("form[data-passkey]")) {
        form.hidden = false;
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            use(form);
        });
    }
}

async function use(form) {
    const [button, status] = [form.querySelector("button"), form.querySelector("[role=status]")];
    if (button.disabled) return;
    button.disabled = true;
    status.textContent = "";
    try {
        const asked = await ask(form.dataset.challenge, {});
        const options = JSON.parse(asked.options);
        const credential = form.dataset.passkey === "create"
            ? await navigator.credentials.create({ publicKey: forCreation(options) })
            : await navigator.credentials.get({ publicKey: forRequest(options) });
        const fields = Object.fromEntries(new FormData(form));
        const stays = document.querySelector("[name=stays]");
        if (stays?.checked) fields.stays = "on";
        const done = await ask(form.action, { ...fields, answer: JSON.stringify(written(credential)) });
        location.assign(done.next);
    } catch (error) {
        status.textContent = error.words ?? form.dataset.failed;
        button.disabled = false;
    }
}

// The server's answer; a refusal is thrown with its words.
async function ask(address, fields) {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
    const said = await answer.json();
    if (!answer.ok) throw said;
    return said;
}

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const known = (list) => list.map((one) => ({ ...one, id: bytes(one.id) }));

const forCreation = (options) => ({
    ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: known(options.excludeCredentials),
});
const forRequest = (options) => ({ ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) });

// As `PublicKeyCredential.toJSON()` writes it, for browsers that have no such method yet.
function written(credential) {
    const response = { clientDataJSON: text(credential.response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
        if (credential.response[part]) response[part] = text(credential.response[part]);
    }
    return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response };
}

offerPasskeys();
