// Two texts of one story, side by side: for each block that differs one takes either, and the result is saved over theirs.
import { blockView, contentDifference, FIELDS, marked, wordDifference } from "/assets/difference.js";
import { openDialog } from "/assets/dialogs.js";
import { button, element } from "/assets/elements.js";
import { blocksHTML, documentOf } from "/assets/canonical.js";

// Which side a block is to be taken from when only one side changed it since the text both began with; null when nobody can know.
function proposal(row, started) {
    if (!started) return null;
    if (row.mine !== null && started.has(row.mine)) return "theirs";
    if (row.theirs !== null && started.has(row.theirs)) return "mine";
    if (row.mine === null) return "theirs";
    return row.theirs === null ? "mine" : null;
}

// Opens the two texts. The promise gives the content that was put together, or undefined when it was closed: then nothing is changed.
export function compareTexts({ mine, theirs, base, story, say, title, lead, names }) {
    const { fields, blocks } = contentDifference(mine, theirs.content);
    const started = base ? new Set(blocksHTML(documentOf(base.body))) : null;
    const rows = [
        ...fields.map((row) => ({
            ...row, choice: row.isSame ? "mine" : base ? row.mine === base[row.field] ? "theirs" : row.theirs === base[row.field] ? "mine" : null : null,
        })),
        ...blocks.map((row) => ({ ...row, choice: row.isSame ? "mine" : proposal(row, started) })),
    ];
    const differing = rows.filter((row) => !row.isSame);
    const spoken = { end: say("diff.end"), language: say.language, direction: say.direction };
    const labels = { mine: { ...spoken, start: say("diff.onlyMine") }, theirs: { ...spoken, start: say("diff.onlyTheirs") } };
    const look = { language: story.language, direction: story.direction, say, pictures: { ...story.pictures, ...theirs.pictures } };

    const side = (row, which) => {
        const text = row[which];
        const other = row[which === "mine" ? "theirs" : "mine"];
        const name = which === "mine" ? "ins" : "del";
        const cell = element("div", { className: `side ${which}` }, element("p", { className: "whose" }, names[which]));
        if (row.field) {
            const runs = row.isSame ? [{ text, isShared: true }] : wordDifference(row.mine, row.theirs)[which];
            cell.append(text ? element("p", { className: "compared field-text", lang: story.language, dir: "auto" }, ...marked(runs, name, labels[which]))
                : element("p", { className: "none" }, say("diff.empty")));
        } else if (text === null) {
            cell.append(element("p", { className: "none" }, say("diff.absent")));
        } else {
            cell.append(blockView(text, row.isSame ? text : other, name, labels[which], look));
            if (!row.isSame && other !== null && !cell.querySelector("ins, del")) {
                cell.append(element("p", { className: "none" }, say("diff.format")));
            }
        }
        return cell;
    };

    return openDialog({
        title, say, className: "compare",
        body: (close) => {
            const use = button(say("conflict.use"), () => close(result()), { className: "primary" });
            const left = element("p", { className: "left-over", role: "status" });
            const show = () => {
                for (const row of differing) {
                    for (const one of row.buttons) one.setAttribute("aria-pressed", String(one.value === row.choice));
                    row.view.dataset.choice = row.choice ?? "";
                }
                const open = differing.filter((row) => !row.choice).length;
                use.setAttribute("aria-disabled", String(open > 0));
                left.textContent = open ? say("conflict.open", { n: open }) : say("conflict.ready");
            };
            const result = () => {
                const content = {};
                for (const name of FIELDS) content[name] = mine[name];
                for (const row of rows) if (row.field) content[row.field] = row[row.choice];
                content.body = rows.filter((row) => !row.field).map((row) => row[row.choice] ?? "").join("");
                return content;
            };
            use.addEventListener("click", (event) => {
                const open = differing.find((row) => !row.choice);
                if (!open) return;
                event.stopImmediatePropagation();
                open.view.scrollIntoView({ block: "center" });
                open.buttons[0].focus({ preventScroll: true });
            }, { capture: true });
            const takeAll = (choice) => () => {
                for (const row of differing) row.choice = choice;
                show();
            };
            rows.forEach((row, index) => {
                const label = row.field ? say(`field.${row.field}`) : row.isSame ? "" : say("conflict.block", { n: differing.indexOf(row) + 1 });
                row.view = element("section", { className: `compared-row${row.isSame ? " same" : ""}` });
                if (row.isSame && !row.field) return row.view.append(element("div", { className: "side both" }, blockView(row.mine, row.mine, "ins", labels.mine, look)));
                if (label) row.view.append(element("h3", { id: `row-${index}` }, label));
                if (row.isSame) return row.view.append(element("p", { className: "compared field-text", lang: story.language, dir: "auto" }, row.mine));
                row.buttons = ["mine", "theirs"].map((choice) => button(say(row[choice] === null ? "conflict.leaveOut" : choice === "mine" ? "conflict.takeMine" : "conflict.takeTheirs"), () => {
                    row.choice = choice;
                    show();
                }, { value: choice, className: "choice", "aria-describedby": `row-${index}` }));
                row.view.setAttribute("aria-labelledby", `row-${index}`);
                row.view.append(element("div", { className: "sides" },
                    ...["mine", "theirs"].map((which, place) => {
                        const cell = side(row, which);
                        cell.append(row.buttons[place]);
                        return cell;
                    })));
                return undefined;
            });
            // Blocks that are the same are folded where many stand together.
            const list = element("div", { className: "compared-rows" });
            for (let place = 0; place < rows.length;) {
                let end = place;
                while (end < rows.length && rows[end].isSame && !rows[end].field) end += 1;
                if (end - place > 3) {
                    const folded = rows.slice(place + 1, end - 1);
                    list.append(rows[place].view, element("details", {}, element("summary", {}, say("conflict.same", { n: folded.length })),
                        ...folded.map((row) => row.view)), rows[end - 1].view);
                    place = end;
                } else {
                    list.append(rows[place].view);
                    place += 1;
                }
            }
            show();
            (differing.find((row) => !row.choice)?.buttons[0] ?? use).setAttribute("autofocus", "");
            return [
                element("p", { className: "lead" }, lead),
                element("div", { className: "acts take-all" }, button(say("conflict.allMine"), takeAll("mine")), button(say("conflict.allTheirs"), takeAll("theirs"))),
                list,
                element("div", { className: "acts foot" }, left, button(say("conflict.later"), () => close()), use),
            ];
        },
    });
}
