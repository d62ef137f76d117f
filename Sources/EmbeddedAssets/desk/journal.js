// What was typed and is not in the server yet, kept in this browser. Each tab writes a record of its own, so that none writes over another's.
//
// A record: `{ key, edition, base, writer, content, sent, at, unsaved }`. Where IndexedDB fails, it stands in localStorage.

const DATABASE = "matbaa-desk";
const STORE = "journals";
const PREFIX = "matbaa-desk:";
const PAUSE = 400;

let opened = null;

function open() {
    opened ??= new Promise((done, fail) => {
        const asked = indexedDB.open(DATABASE, 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" }).createIndex("edition", "edition");
        asked.onsuccess = () => {
            asked.result.onversionchange = () => asked.result.close();
            done(asked.result);
        };
        asked.onerror = asked.onblocked = () => fail(asked.error);
    });
    opened.catch(() => opened = null);
    return opened;
}

async function within(mode, act) {
    const database = await open();
    return new Promise((done, fail) => {
        // Strict: it is on the disk before it is called done.
        const transaction = database.transaction(STORE, mode, { durability: "strict" });
        const asked = act(transaction.objectStore(STORE));
        transaction.oncomplete = () => done(asked?.result);
        transaction.onerror = transaction.onabort = () => fail(transaction.error);
    });
}

const local = {
    put(record) {
        localStorage.setItem(PREFIX + record.key, JSON.stringify(record));
    },
    remove(key) {
        localStorage.removeItem(PREFIX + key);
    },
    all() {
        return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => {
            try {
                return JSON.parse(localStorage.getItem(key));
            } catch {
                return null;
            }
        }).filter(Boolean);
    },
};

const quietly = (act) => {
    try {
        return act();
    } catch {
        return undefined;
    }
};

async function put(record) {
    try {
        await within("readwrite", (store) => store.put(record));
        quietly(() => local.remove(record.key));
    } catch {
        local.put(record);
    }
}

async function remove(key) {
    quietly(() => local.remove(key));
    await within("readwrite", (store) => store.delete(key)).catch(() => {});
}

// The records of a story, the newest first. Of two with one key the later holds.
async function recordsOf(edition) {
    const stored = await within("readonly", (store) => store.index("edition").getAll(edition)).catch(() => []);
    const records = new Map();
    for (const record of [...stored, ...(quietly(() => local.all()) ?? [])]) {
        if (record.edition === edition && record.unsaved && !(records.get(record.key)?.at > record.at)) records.set(record.key, record);
    }
    return [...records.values()].sort((one, other) => other.at - one.at);
}

// Empties the journals of all stories, as when somebody logs out.
export async function clearJournals() {
    quietly(() => local.all().forEach((record) => local.remove(record.key)));
    await within("readwrite", (store) => store.clear()).catch(() => {});
}

// The names of the tabs that are still open, where the browser can tell.
async function living() {
    const held = await navigator.locks?.query().catch(() => null);
    return new Set((held?.held ?? []).map((lock) => lock.name));
}

export class Journal {
    // `told` hears when the browser cannot keep the text, and when it can again.
    constructor(edition, writer, told) {
        Object.assign(this, { edition, writer, told, key: `${edition}:${writer}`, timer: 0, read: null, writing: Promise.resolve(), isClosed: false, failed: false });
        navigator.locks?.request(`matbaa-writer:${writer}`, () => new Promise(() => {})).catch(() => {});
    }

    // Writes down that this tab is the story's writer in this browser. Gives the one before it.
    async follow() {
        const key = `writer:${this.edition}`;
        try {
            const before = await within("readonly", (store) => store.get(key));
            await within("readwrite", (store) => store.put({ key, writer: this.writer }));
            return before?.writer ?? null;
        } catch {
            return null;
        }
    }

    // What tabs that are gone left behind.
    async left() {
        const names = await living();
        return (await recordsOf(this.edition)).filter((record) => record.writer !== this.writer && !names.has(`matbaa-writer:${record.writer}`));
    }

    // Something was typed. `read` gives `{ base, content }`, or null when the server has all of it.
    touch(read) {
        this.read = read;
        this.timer ||= setTimeout(() => this.write(), PAUSE);
    }

    write() {
        clearTimeout(this.timer);
        this.timer = 0;
        if (!this.read || this.isClosed) return this.writing;
        const now = this.read();
        this.writing = this.writing.then(async () => {
            if (this.isClosed) return false;
            if (now) await put(this.record(now));
            else await remove(this.key);
            return false;
        }).catch(() => true).then((failed) => {
            if (failed !== this.failed) this.told(failed);
            this.failed = failed;
        });
        return this.writing;
    }

    // `sent` is what is on its way to the server, which may have it although it never said so.
    record({ base, content, sent }) {
        return { key: this.key, edition: this.edition, base, writer: this.writer, content, sent, at: Date.now(), unsaved: true };
    }

    // The page may be gone before a disk answers: what is typed last stands where it can be written at once.
    leave() {
        const now = this.isClosed ? null : this.read?.();
        if (now && this.timer) quietly(() => local.put(this.record(now)));
        this.write();
    }

    async drop(record) {
        await remove(record.key);
    }

    async close() {
        this.isClosed = true;
        clearTimeout(this.timer);
        await this.writing;
    }
}
