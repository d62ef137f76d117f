// One story in several tabs of one browser: one of them writes. Another says so, and may ask to write instead.

const PATIENCE = 8_000;

export class Tabs {
    // `give` is called when another tab asks; the lock goes over when it is done.
    constructor(edition, give) {
        this.name = `matbaa-story:${edition}`;
        this.give = give;
        this.release = null;
        this.channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(this.name) : null;
        this.channel?.addEventListener("message", async ({ data }) => {
            if (data !== "take" || !this.release) return;
            await this.give();
            this.release?.();
            this.release = null;
        });
    }

    // Whether this tab is the one that writes. Where the browser has no locks, each is.
    hold(options = { ifAvailable: true }) {
        if (!navigator.locks) return Promise.resolve(true);
        return new Promise((done) => {
            navigator.locks.request(this.name, options, (lock) => {
                done(Boolean(lock));
                return lock ? new Promise((release) => this.release = release) : undefined;
            }).catch(() => done(false));
        });
    }

    // Asks the other tab, and takes the story when it does not answer.
    async take() {
        const waiting = this.hold({ signal: AbortSignal.timeout(PATIENCE) });
        this.channel?.postMessage("take");
        return await waiting || this.hold({ steal: true });
    }
}
