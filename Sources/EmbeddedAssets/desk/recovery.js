// Text that a tab left in this browser before the server had it: put back, or laid beside what somebody else saved meanwhile.
import { compareTexts } from "/assets/conflict.js";
import { keyOf } from "/assets/saving.js";

// Looks for what was left. While the story cannot be written it is only told about.
export async function recover(desk) {
    const { journal, saving, notices, say } = desk;
    const saved = saving.confirmed.content;
    const records = [];
    for (const record of await journal.left()) {
        if (keyOf(record.content) === keyOf(saved)) await journal.drop(record);
        else records.push(record);
    }
    if (!records.length) return;
    if (desk.isLocked) return notices.show("left", say("left.locked", { time: say.time(records[0].at) }), { tone: "warn" });
    notices.hide("left");
    const [newest, ...older] = records;
    // What is in the server is what this one had sent, or what it began with: nobody else saved.
    const isOnlyOurs = newest.base === saving.base || (newest.sent && keyOf(newest.sent) === keyOf(saved));
    if (isOnlyOurs && saving.isClean) await putBack(desk, newest, saved);
    else await compare(desk, newest, "left");
    older.forEach((record, index) => offer(desk, record, `left-${index}`));
}

async function putBack(desk, record, saved) {
    const { notices, say, journal } = desk;
    desk.put(record.content);
    desk.changed();
    // Only when it stands in this tab's own journal is the old record let go.
    await journal.write();
    if (!journal.failed) await journal.drop(record);
    notices.show("left", say("left.putBack", { time: say.time(record.at) }), {
        acts: [[say("left.undo"), () => {
            desk.put(saved);
            desk.changed();
            desk.editor.view.focus();
        }]],
    });
}

function offer(desk, record, kind) {
    const { notices, say, journal } = desk;
    notices.show(kind, say("left.offer", { time: say.time(record.at) }), {
        tone: "warn", closes: false,
        acts: [[say("left.compare"), () => compare(desk, record, kind)], [say("left.discard"), () => discard(desk, record, kind)]],
    });
}

async function discard(desk, record, kind) {
    await desk.journal.drop(record);
    desk.notices.hide(kind);
}

async function compare(desk, record, kind) {
    const { saving, say, state, journal } = desk;
    const { revision } = saving;
    const theirs = { revision, content: desk.read() };
    const result = await compareTexts({
        mine: record.content, theirs, base: null, story: state, say, title: say("left.title"),
        lead: say("left.lead", { time: say.time(record.at), author: say.apart(revision.author), saved: say.time(revision.savedAt) }),
        names: { mine: say("left.mine"), theirs: say("left.theirs") },
    });
    if (!result) {
        offer(desk, record, kind);
        return true;
    }
    desk.put(result);
    desk.changed();
    await journal.write();
    if (!journal.failed) await journal.drop(record);
    desk.notices.hide(kind);
    saving.save();
    return false;
}
