// The desk's story editor. The form works without it, as Markdown; with it the text is written as it will be read, and saved as it is written.
import { Toolbar } from "/assets/toolbar.js";
import { Beside } from "/assets/beside.js";
import { compareTexts } from "/assets/conflict.js";
import { Counting } from "/assets/counting.js";
import { openDialog } from "/assets/dialogs.js";
import { button, element } from "/assets/elements.js";
import { Fields } from "/assets/fields.js";
import { Finding } from "/assets/finding.js";
import { clearJournals, Journal } from "/assets/journal.js";
import { showKeys } from "/assets/keys.js";
import { editLink } from "/assets/linking.js";
import { followOriginal } from "/assets/following.js";
import { Notices } from "/assets/notices.js";
import { Pictures } from "/assets/pictures.js";
import { Presence } from "/assets/presence.js";
import { recover } from "/assets/recovery.js";
import { newWriter, Saving } from "/assets/saving.js";
import { StatusBar } from "/assets/status.js";
import { Surface } from "/assets/surface.js";
import { isInTable, TABLE_TOOLS } from "/assets/tabling.js";
import { Tabs } from "/assets/tabs.js";
import { toolGroups } from "/assets/tools.js";
import { wording } from "/assets/wording.js";

class Desk {
    constructor(form, state) {
        Object.assign(this, { form, state });
        this.say = wording(state.words, state.interface, state);
        Object.assign(this.say, { language: state.interface, direction: state.interface === "ar" ? "rtl" : "ltr" });
        // Why nothing may be written now: readOnly, tab, claim.
        this.locks = new Set(state.isReadOnly ? ["readOnly"] : []);
        this.writer = newWriter();
        this.notices = new Notices(this.say);
        this.notices.leave = () => this.editor.view.focus();
        this.pictures = new Pictures(this);
        this.place = element("div", { className: "surface" });
        this.surface = new Surface(this, this.place);
        this.editor = this.surface.editor;
        this.fields = new Fields(form, state.content, () => this.changed());
        this.finding = new Finding(this);
        this.toolbar = new Toolbar({ label: this.say("toolbar"), groups: toolGroups(this), desk: this });
        this.tableBar = new Toolbar({ label: this.say("toolbar.table"), groups: [TABLE_TOOLS], desk: this, className: "for-table" });
        this.status = new StatusBar(this);
        this.counting = new Counting(state.language);
        this.beside = new Beside(this);
        this.journal = new Journal(state.edition, this.writer, (failed) => {
            if (failed) this.notices.show("journal", this.say("journal.failed"), { tone: "wrong" });
            else this.notices.hide("journal");
        });
        this.saving = new Saving({
            url: state.urls.save, writer: this.writer, revision: state.revision, content: this.read(), read: () => this.read(), tell: (news) => this.heard(news),
            notes: (notes) => this.notices.show("notes", this.say("save.notes"), { items: notes, tone: "warn" }),
        });
        this.presence = new Presence({ url: state.urls.presence, writer: this.writer, tell: (said, took) => this.met(said, took) });
        this.tabs = new Tabs(state.edition, () => this.giveToTab());
    }

    get isLocked() {
        return this.locks.size > 0;
    }

    read() {
        return { ...this.fields.read(), body: this.surface.body };
    }

    put(content) {
        this.fields.put(content);
        this.surface.put(content.body);
    }

    // Puts itself in the place of the plain form.
    open() {
        const area = this.form.elements.namedItem("body");
        const label = area.closest("label") ?? area;
        this.form.classList.add("is-rich");
        this.form.prepend(this.status.view, this.notices.view, this.notices.voice);
        label.replaceWith(element("div", { className: "writing" },
            element("div", { className: "tools-over-text" }, this.toolbar.view, this.tableBar.view, this.finding.view), this.place));
        const shell = element("div", { className: "with-reading" });
        this.form.before(shell);
        shell.append(this.form, this.beside.view);
        this.note = this.form.elements.namedItem("note");
        this.listen();
        this.lock();
        this.heard({ kind: "saved", revision: this.state.revision });
        this.count();
        this.fields.fitAll();
        this.begin();
    }

    listen() {
        this.editor.on("transaction", ({ transaction }) => this.transacted(transaction));
        followOriginal(this.editor);
        this.form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.saveVersion();
        });
        addEventListener("keydown", (event) => this.pressed(event), { capture: true });
        addEventListener("beforeunload", (event) => {
            if (!this.isLeaving && (!this.saving.isClean || this.pictures.isBusy)) event.preventDefault();
        });
        addEventListener("pagehide", () => this.journal.leave());
        addEventListener("pageshow", (event) => event.persisted && this.presence.ask());
        document.addEventListener("visibilitychange", () => {
            if (document.visibilityState !== "hidden") return;
            this.journal.write();
            if (!this.saving.isClean && !this.saving.job && !this.isLocked) this.saving.save();
        });
        addEventListener("submit", async (event) => {
            if (!/\/log-?out$/.test(new URL(event.target.action, location.href).pathname)) return;
            event.preventDefault();
            await this.saving.flush();
            if (!this.saving.isClean && !await this.askToLeave()) return;
            this.isLeaving = true;
            await this.journal.close();
            await clearJournals();
            event.target.submit();
        });
        // Files that are dropped beside the text do not take the page away.
        for (const name of ["dragover", "drop"]) {
            addEventListener(name, (event) => event.dataTransfer?.types.includes("Files") && !this.place.contains(event.target) && event.preventDefault());
        }
        this.place.addEventListener("mousedown", (event) => {
            if (event.target !== this.place) return;
            event.preventDefault();
            this.editor.commands.focus("end");
        });
    }

    async begin() {
        if (this.state.isReadOnly) {
            this.notices.show("readOnly", this.say("readOnly"), { closes: false });
        } else if (await this.tabs.hold()) {
            this.presence.formerly = await this.journal.follow();
        } else {
            this.lock("tab", true);
            this.notices.show("tab", this.say("tab.other"), { tone: "warn", closes: false, acts: [[this.say("tab.take"), () => this.takeFromTab()]] });
        }
        await this.presence.ask();
        await recover(this);
        this.form.dataset.ready = "";
    }

    pressed(event) {
        if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
        const isHere = this.form.contains(document.activeElement) || document.activeElement === document.body;
        if (event.code === "KeyS" && !event.shiftKey) {
            event.preventDefault();
            if (!document.querySelector("dialog[open]")) this.saveVersion();
        } else if (event.code === "KeyF" && !event.shiftKey && isHere) {
            event.preventDefault();
            this.finding.open();
        } else if (event.key === "/" && isHere) {
            event.preventDefault();
            this.showKeys();
        }
    }

    transacted(transaction) {
        if (!this.isDrawing) {
            this.isDrawing = true;
            requestAnimationFrame(() => {
                this.isDrawing = false;
                this.showTools();
            });
        }
        if (!transaction.docChanged) return;
        this.changed(transaction.getMeta("addToHistory") !== false);
        if (!this.finding.view.hidden) this.finding.show();
        clearTimeout(this.counter);
        this.counter = setTimeout(() => this.count(), 400);
    }

    showTools() {
        const { state } = this.editor;
        this.toolbar.update(state);
        this.tableBar.view.hidden = !isInTable(state) || !this.editor.isEditable;
        if (!this.tableBar.view.hidden) this.tableBar.update(state);
    }

    count() {
        this.status.showCount(this.counting.count(this.editor.state.doc));
    }

    changed(byHand = true) {
        this.journal.touch(() => this.unsaved());
        this.saving.changed();
        if (byHand && !this.isLocked) this.presence.wrote();
    }

    unsaved() {
        return this.saving.isClean ? null : { base: this.saving.base, content: this.read(), sent: this.saving.job?.content ?? null };
    }

    saveVersion() {
        if (this.isLocked) return;
        this.saving.save({ named: true, note: this.note?.value.trim() ?? "" });
    }

    // What became of the text.
    heard(news) {
        const { say, notices } = this;
        if (this.isLocked && (news.kind === "saved" || news.kind === "waiting")) this.status.show({ ...news, kind: this.locks.has("readOnly") ? "readOnly" : "taken" });
        else this.status.show(news);
        this.journal?.touch(() => this.unsaved());
        if (news.kind === "saving") this.journal?.write();
        if (news.kind === "saved") {
            this.beside.saved(news.revision);
            this.journal.write();
            if (news.revision.isNamed && this.note && this.namedId !== news.revision.id && news.revision.id !== this.state.revision.id) {
                this.note.value = "";
                notices.speak(say("state.savedVersion", { time: say.time(news.revision.savedAt) }));
            }
            this.namedId = news.revision.id;
            for (const kind of ["line", "conflict", "signedOut", "refused", "invalid"]) notices.hide(kind);
            this.fields.refuse(null);
            this.endLogIn?.();
        }
        const problems = {
            offline: () => notices.show("line", say("line.offline"), { tone: "warn", closes: false, acts: [[say("line.retry"), () => this.saving.send() ?? true]] }),
            busy: () => notices.show("line", news.words ? `${news.words} ${say("line.busy")}` : say("line.busy"), { tone: "warn", closes: false }),
            conflict: () => this.meetConflict(news.theirs),
            signedOut: () => this.askLogIn(news.words),
            refused: () => notices.show("refused", `${news.words ?? ""} ${say("refused.kept")}`.trim(), { tone: "wrong", closes: false, acts: [[say("line.retry"), () => this.saving.goOn() ?? true]] }),
            invalid: () => {
                this.fields.refuse(news.field, news.words);
                notices.show("invalid", `${news.words ?? say("state.invalid")} ${say("invalid.kept")}`, { tone: "wrong", closes: false });
            },
        };
        problems[news.kind]?.();
    }

    // Somebody saved since: both texts are kept and laid side by side.
    async meetConflict(theirs) {
        const { say, notices } = this;
        this.pictures.learn(theirs.pictures);
        notices.hide("moved");
        const author = say.apart(theirs.revision.author);
        notices.show("conflict", say("conflict.notice", { author, time: say.time(theirs.revision.savedAt) }), {
            tone: "wrong", closes: false, acts: this.isLocked ? [] : [[say("conflict.compare"), () => this.meetConflict(theirs) && true]],
        });
        if (this.isLocked || this.isComparing) return;
        this.isComparing = true;
        // A slow disk keeps nobody from seeing the two texts.
        await Promise.race([this.journal.write(), new Promise((done) => setTimeout(done, 1_000))]);
        const mine = this.read();
        const result = await compareTexts({
            mine, theirs, base: this.saving.confirmed.content, story: this.state, say, title: say("conflict.title"),
            lead: say("conflict.lead", { author, time: say.time(theirs.revision.savedAt) }), names: { mine: say("conflict.mine"), theirs: say("conflict.theirs", { author }) },
        });
        this.isComparing = false;
        if (!result) return;
        this.saving.rebase(theirs);
        this.put(result);
        notices.hide("conflict");
        this.journal.touch(() => this.unsaved());
        this.journal.write();
        this.saving.save();
        this.editor.view.focus();
    }

    // The session ended: log in again beside this page, and the save goes on.
    async askLogIn(words) {
        const { say, notices, state } = this;
        notices.show("signedOut", words ?? say("state.signedOut"), { tone: "wrong", closes: false, acts: [[say("logIn.open"), () => this.askLogIn(words) && true]] });
        if (this.endLogIn) return;
        const goOn = () => document.visibilityState === "visible" && this.saving.halt?.kind === "signedOut" && this.saving.goOn();
        addEventListener("focus", goOn);
        document.addEventListener("visibilitychange", goOn);
        await openDialog({
            title: say("logIn.title"), say, className: "narrow",
            body: (close) => {
                this.endLogIn = close;
                return [
                    element("p", {}, words ?? say("state.signedOut")), element("p", {}, say("logIn.kept")),
                    element("div", { className: "acts" },
                        element("a", { className: "primary", href: state.urls.logIn, target: "_blank", rel: "noopener", autofocus: true }, say("logIn.link")),
                        button(say("logIn.done"), goOn), button(say("logIn.later"), () => close())),
                ];
            },
        });
        this.endLogIn = null;
        removeEventListener("focus", goOn);
        document.removeEventListener("visibilitychange", goOn);
    }

    askToLeave() {
        const { say } = this;
        return openDialog({
            title: say("logOut.title"), say, className: "narrow",
            body: (close) => [
                element("p", {}, say("logOut.unsaved")),
                element("div", { className: "acts" }, button(say("logOut.stay"), () => close(false), { className: "primary", autofocus: true }),
                    button(say("logOut.leave"), () => close(true))),
            ],
        });
    }

    lock(reason, is) {
        const was = this.isLocked;
        if (is === true) this.locks.add(reason);
        else if (is === false) this.locks.delete(reason);
        this.editor.setEditable(!this.isLocked, false);
        this.fields.isEditable = !this.isLocked;
        if (this.note) this.note.readOnly = this.isLocked;
        this.status.save.setAttribute("aria-disabled", String(this.isLocked));
        this.form.classList.toggle("is-locked", this.isLocked);
        this.place.querySelectorAll(".alt-field input").forEach((input) => input.readOnly = this.isLocked);
        this.showTools();
        if (was !== this.isLocked && this.saving) this.status.show(this.isLocked && this.saving.isClean ? { kind: this.locks.has("readOnly") ? "readOnly" : "taken" }
            : this.saving.halt ?? { kind: this.saving.isClean ? "saved" : "waiting", revision: this.saving.revision });
    }

    async giveToTab() {
        await this.saving.flush();
        await this.journal.write();
        this.lock("tab", true);
        this.notices.show("tab", this.say("tab.other"), { tone: "warn", closes: false, acts: [[this.say("tab.take"), () => this.takeFromTab()]] });
    }

    async takeFromTab() {
        await this.tabs.take();
        // What the other tab saved is read anew; what it could not save is in its journal.
        this.isLeaving = true;
        location.reload();
    }

    // Who else is here, who writes, and what the newest revision is.
    async met({ others, claim, revision }, took) {
        const { say, notices, saving } = this;
        this.status.showPeople(others);
        if (this.state.isReadOnly || this.locks.has("tab")) return;
        const isTaken = Boolean(claim && !claim.isMine);
        if (isTaken) {
            const wasMine = this.isMine || !saving.isClean;
            if (!this.locks.has("claim")) {
                this.lock("claim", true);
                const name = say.apart(claim.name);
                notices.show("claim", wasMine ? say("claim.taken", { name, time: say.time(claim.since) }) : say("claim.held", { name, time: say.time(claim.since) }), {
                    tone: "warn", closes: false, acts: [[say("claim.take"), () => this.presence.ask({ take: true }).then(() => this.locks.has("claim"))]],
                });
                if (wasMine) {
                    await this.journal.write();
                    if (!saving.isClean && !saving.halt) saving.save();
                }
            }
        } else if (this.locks.has("claim")) {
            this.lock("claim", false);
            notices.hide("claim");
            // The text may have moved on meanwhile, and there is nothing of one's own to keep: read it anew.
            if (revision && revision.id > saving.revision.id && saving.isClean) return this.reload();
            if (saving.halt?.kind === "conflict") this.meetConflict(saving.halt.theirs);
            else if (!saving.isClean) saving.save();
            if (!took) await recover(this);
            this.editor.view.focus();
        }
        this.isMine = Boolean(claim?.isMine);
        if (revision && revision.id > saving.revision.id && !saving.isSending && this.movedTo !== revision.id && !isTaken && saving.halt?.kind !== "conflict") {
            this.movedTo = revision.id;
            const words = say(saving.isClean ? "moved.clean" : "moved.dirty", { author: say.apart(revision.author), time: say.time(revision.savedAt) });
            notices.show("moved", words, { tone: "wrong", acts: [saving.isClean ? [say("moved.load"), () => this.reload()] : [say("conflict.compare"), () => saving.save()]] });
        }
    }

    reload() {
        this.isLeaving = true;
        location.reload();
    }

    editLink() {
        if (this.editor.isEditable) editLink(this);
    }

    showKeys() {
        return showKeys(this);
    }
}

const form = document.getElementById("story");
const data = document.getElementById("story-state");
if (form && data) {
    const state = JSON.parse(data.textContent);
    try {
        new Desk(form, state).open();
    } catch (error) {
        // The form is left as it stood, and works.
        console.error(error);
        form.prepend(element("p", { className: "notice-line wrong", role: "status" }, wording(state.words, state.interface, state)("editor.failed")));
    }
}
