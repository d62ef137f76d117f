// Who is in the story now, and who writes it. A claim is no lock: whoever needs the story takes it over, and the other is told.

const PAUSE = 15_000;
const WRITES = 20_000;

export class Presence {
    // `tell` hears what the server answered.
    constructor({ url, writer, tell }) {
        Object.assign(this, { url, writer, tell, timer: 0, wroteAt: 0, isAsking: false, formerly: null });
        // `formerly` is the tab of this browser that wrote the story before and is gone: a claim of that one is this one's.
        document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? this.ask() : clearTimeout(this.timer)));
        addEventListener("pagehide", () => this.leave());
    }

    wrote() {
        const isNew = Date.now() - this.wroteAt > WRITES;
        this.wroteAt = Date.now();
        if (isNew) this.ask();
    }

    async ask({ take = false } = {}) {
        if (this.isAsking && !take) return;
        clearTimeout(this.timer);
        this.isAsking = true;
        try {
            const answer = await fetch(this.url, {
                method: "POST", headers: { "Content-Type": "application/json" }, signal: AbortSignal.timeout(10_000),
                body: JSON.stringify({ writer: this.writer, isWriting: Date.now() - this.wroteAt < WRITES, take, ...(this.formerly ? { formerly: this.formerly } : {}) }),
            });
            if (!answer.ok) return;
            this.formerly = null;
            this.tell(await answer.json(), take);
        } catch { /* no line: saving says so */ } finally {
            this.isAsking = false;
            clearTimeout(this.timer);
            if (document.visibilityState === "visible") this.timer = setTimeout(() => this.ask(), PAUSE);
        }
    }

    // So that a page that is opened anew does not find its own claim.
    leave() {
        clearTimeout(this.timer);
        fetch(this.url, {
            method: "POST", headers: { "Content-Type": "application/json" }, keepalive: true,
            body: JSON.stringify({ writer: this.writer, isWriting: false, take: false, leaves: true }),
        }).catch(() => {});
    }
}
