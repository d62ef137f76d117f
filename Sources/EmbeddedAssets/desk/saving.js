// Brings the text to the server: in order, one at a time, the newest next; what fails is sent again as it was, until the server has answered.

const QUIET = 2_000;
const LONGEST = 10_000;
const PATIENCE = 30_000;
const BACK_OFF = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

export const keyOf = (content) => JSON.stringify(content);

// A name for this tab that nobody can guess.
export function newWriter() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// `read` gives the content as it stands. `tell` hears `{ kind, … }` each time the state changes: saved, waiting, saving, offline, busy, conflict, signedOut,
// refused, invalid.
export class Saving {
    constructor({ url, writer, revision, content, read, tell, notes }) {
        Object.assign(this, { url, writer, read, tell, notes, revision, base: revision.id, sequence: 0 });
        this.confirmed = { key: keyOf(content), content };
        this.job = null;
        this.isSending = false;
        this.wanted = null;
        this.timer = 0;
        this.since = 0;
        this.tries = 0;
        this.halt = null;
        addEventListener("online", () => this.job && !this.isSending && !this.halt && this.send());
    }

    // Whether the server has exactly what is on the screen.
    get isClean() {
        return !this.job && !this.wanted && keyOf(this.read()) === this.confirmed.key;
    }

    changed() {
        if (keyOf(this.read()) === this.confirmed.key && !this.job) {
            clearTimeout(this.timer);
            this.since = 0;
            if (!this.halt) this.tell({ kind: "saved", revision: this.revision });
            return;
        }
        if (this.halt?.kind === "invalid") this.halt = null;
        if (this.halt) return;
        const now = Date.now();
        this.since ||= now;
        if (!this.job) this.tell({ kind: "waiting" });
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.save(), Math.max(0, Math.min(QUIET, this.since + LONGEST - now)));
    }

    // Saves now; with `named`, a version that stays in the history even when nothing changed.
    save({ named = false, note = "" } = {}) {
        clearTimeout(this.timer);
        this.since = 0;
        if (named) this.wanted = { note };
        if (this.halt && this.halt.kind !== "invalid") return this.tell(this.halt);
        this.halt = null;
        if (this.job) return this.isSending ? undefined : this.send();
        return this.next();
    }

    next() {
        const content = this.read();
        const key = keyOf(content);
        if (key === this.confirmed.key && !this.wanted) return this.tell({ kind: "saved", revision: this.revision });
        const { note } = this.wanted ?? { note: "" };
        this.job = { key, content, body: { base: this.base, writer: this.writer, sequence: ++this.sequence, named: Boolean(this.wanted), note, content } };
        this.wanted = null;
        return this.send();
    }

    async send() {
        clearTimeout(this.retry);
        if (this.isSending) return;
        this.isSending = true;
        this.tell({ kind: "saving" });
        const { job } = this;
        let answer, said;
        try {
            answer = await fetch(this.url, {
                method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify(job.body), signal: AbortSignal.timeout(PATIENCE),
            });
            said = await answer.json().catch(() => ({}));
            if (answer.ok && !said.revision) throw new TypeError("an answer without a revision");
        } catch {
            this.isSending = false;
            return this.again({ kind: "offline" });
        }
        this.isSending = false;
        this.heard(job, answer, said);
    }

    heard(job, answer, said) {
        const { status } = answer;
        if (answer.ok) {
            Object.assign(this, { job: null, tries: 0, revision: said.revision, base: said.revision.id, confirmed: { key: job.key, content: job.content } });
            if (said.notes?.length) this.notes(said.notes);
            const isSame = keyOf(this.read()) === job.key;
            if (isSame || !this.wanted) this.tell(isSame ? { kind: "saved", revision: this.revision } : { kind: "waiting", revision: this.revision });
            if (this.wanted) this.next();
            else if (!isSame) this.changed();
        } else if (status === 409) {
            this.job = null;
            this.stop({ kind: "conflict", theirs: said });
        } else if (status === 401) {
            this.stop({ kind: "signedOut", words: said.words });
        } else if (status === 429 || status === 503) {
            const seconds = Number(answer.headers.get("Retry-After"));
            this.again({ kind: "busy", words: said.words }, Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 600) * 1_000 : undefined);
        } else if (status === 413 || status === 422 || status === 400) {
            this.job = null;
            this.stop({ kind: "invalid", words: said.words, field: said.field });
        } else if (status >= 500 || status === 408) {
            this.again({ kind: "busy", words: said.words });
        } else {
            this.stop({ kind: "refused", status, words: said.words });
        }
    }

    // The same, later.
    again(state, pause) {
        const wait = pause ?? BACK_OFF[Math.min(this.tries, BACK_OFF.length - 1)] * (0.8 + Math.random() * 0.4);
        this.tries += 1;
        this.tell({ ...state, until: Date.now() + wait });
        clearTimeout(this.retry);
        this.retry = setTimeout(() => this.send(), wait);
    }

    stop(state) {
        clearTimeout(this.timer);
        this.halt = state;
        this.tell(state);
    }

    // What stopped it is mended: the same again, or the newest text.
    goOn() {
        this.halt = null;
        this.tries = 0;
        if (this.job) this.send();
        else this.next();
    }

    // Both texts are known now: the next save is based on theirs.
    rebase({ revision, content }) {
        clearTimeout(this.retry);
        Object.assign(this, { job: null, halt: null, tries: 0, revision, base: revision.id, confirmed: { key: keyOf(content), content } });
    }

    // All that waits is sent at once. Done when the server has answered, whatever it said.
    async flush(patience = 4_000) {
        if (!this.isClean && !this.halt) this.save();
        const end = Date.now() + patience;
        while (!this.isClean && !this.halt && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
        return this.isClean;
    }
}
