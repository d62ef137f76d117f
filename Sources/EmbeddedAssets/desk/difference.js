// What differs between two texts, block by block and word by word. The editor shows it where two wrote, a page of revisions can too.
import { blocksHTML, documentOf, linesOf } from "/assets/canonical.js";
import { aside, element } from "/assets/elements.js";

export const FIELDS = ["headline", "standfirst", "dateline", "searchTitle", "searchDescription"];
const MOST = 4_000_000;

// What two lists share, in order, as pairs of places. Ends that are the same are found first; a middle too large to compare shares nothing.
function sharedPlaces(mine, theirs) {
    let start = 0;
    while (start < mine.length && start < theirs.length && mine[start] === theirs[start]) start += 1;
    let end = 0;
    while (end < mine.length - start && end < theirs.length - start && mine[mine.length - 1 - end] === theirs[theirs.length - 1 - end]) end += 1;
    const rows = mine.length - start - end;
    const columns = theirs.length - start - end;
    const pairs = [];
    for (let place = 0; place < start; place += 1) pairs.push([place, place]);
    if (rows && columns && rows * columns <= MOST) {
        const width = columns + 1;
        const lengths = new Uint16Array((rows + 1) * width);
        for (let row = rows - 1; row >= 0; row -= 1) {
            for (let column = columns - 1; column >= 0; column -= 1) {
                const place = row * width + column;
                lengths[place] = mine[start + row] === theirs[start + column]
                    ? lengths[place + width + 1] + 1 : Math.max(lengths[place + width], lengths[place + 1]);
            }
        }
        for (let row = 0, column = 0; row < rows && column < columns;) {
            if (mine[start + row] === theirs[start + column]) pairs.push([start + row++, start + column++]);
            else if (lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]) row += 1;
            else column += 1;
        }
    }
    for (let place = end; place > 0; place -= 1) pairs.push([mine.length - place, theirs.length - place]);
    return pairs;
}

const wordsOf = (text) => text.match(/[\p{L}\p{N}\p{M}\u0640]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];

// Two texts as runs of words: `{ text, isShared }` for each side.
export function wordDifference(mine, theirs) {
    const [left, right] = [wordsOf(mine), wordsOf(theirs)];
    const pairs = sharedPlaces(left, right);
    const runs = (words, places) => {
        const found = new Set(places);
        const list = [];
        words.forEach((word, place) => {
            const isShared = found.has(place);
            const last = list[list.length - 1];
            if (last?.isShared === isShared) last.text += word;
            else list.push({ text: word, isShared });
        });
        // A space between two words that are marked is marked with them.
        return list.flatMap((run, place) => {
            const isGap = run.isShared && /^\s+$/.test(run.text) && list[place - 1] && list[place + 1];
            return isGap ? { text: run.text, isShared: false } : run;
        }).reduce((joined, run) => {
            const last = joined[joined.length - 1];
            if (last?.isShared === run.isShared) last.text += run.text;
            else joined.push({ ...run });
            return joined;
        }, []);
    };
    return { mine: runs(left, pairs.map(([place]) => place)), theirs: runs(right, pairs.map(([, place]) => place)) };
}

const textOf = (html) => linesOf(html).lines.join("\n");

function likeness(one, other) {
    const [left, right] = [wordsOf(textOf(one)), wordsOf(textOf(other))].map((words) => words.filter((word) => word.trim()));
    if (!left.length && !right.length) return linesOf(one).kind === linesOf(other).kind ? 1 : 0;
    const counts = new Map();
    for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
    let shared = 0;
    for (const word of right) {
        if (counts.get(word)) {
            shared += 1;
            counts.set(word, counts.get(word) - 1);
        }
    }
    return (2 * shared) / (left.length + right.length);
}

// Two texts as rows: `{ mine, theirs, isSame }` with the canonical HTML of a block on each side, null where there is none.
export function blockDifference(mineHTML, theirsHTML) {
    const [mine, theirs] = [mineHTML, theirsHTML].map((html) => blocksHTML(documentOf(html)));
    const rows = [];
    let [left, right] = [0, 0];
    // Between two shared blocks: those that are alike stand beside each other.
    const between = (leftEnd, rightEnd) => {
        while (left < leftEnd && right < rightEnd) {
            const isLast = leftEnd - left === 1 && rightEnd - right === 1;
            if (isLast || likeness(mine[left], theirs[right]) >= 0.3) rows.push({ mine: mine[left++], theirs: theirs[right++], isSame: false });
            else if (right + 1 < rightEnd && likeness(mine[left], theirs[right + 1]) >= 0.3) rows.push({ mine: null, theirs: theirs[right++], isSame: false });
            else rows.push({ mine: mine[left++], theirs: null, isSame: false });
        }
        while (left < leftEnd) rows.push({ mine: mine[left++], theirs: null, isSame: false });
        while (right < rightEnd) rows.push({ mine: null, theirs: theirs[right++], isSame: false });
    };
    for (const [one, other] of sharedPlaces(mine, theirs)) {
        between(one, other);
        rows.push({ mine: mine[left++], theirs: theirs[right++], isSame: true });
    }
    between(mine.length, theirs.length);
    return rows;
}

// Two whole contents: fields that differ, then the blocks.
export function contentDifference(mine, theirs) {
    const fields = FIELDS.filter((field) => mine[field] || theirs[field]).map((field) => ({
        field, mine: mine[field], theirs: theirs[field], isSame: mine[field] === theirs[field],
    }));
    return { fields, blocks: blockDifference(mine.body, theirs.body) };
}

// A text with what only it has marked, as `<ins>` or `<del>`, and said to those who hear the page.
export function marked(runs, name, labels) {
    return runs.map((run) => (run.isShared ? run.text : element(name, {}, aside(labels.start, labels), run.text, aside(labels.end, labels))));
}

const TAGS = { heading: "h", preformatted: "pre" };

// One block as it reads, with what only it has marked.
export function blockView(html, other, name, labels, { language, direction, pictures = {}, say }) {
    const { kind, level, source, lines } = linesOf(html);
    const text = lines.join("\n");
    const runs = other === null ? [{ text, isShared: false }] : other === html ? [{ text, isShared: true }]
        : wordDifference(...(name === "ins" ? [text, textOf(other)] : [textOf(other), text]))[name === "ins" ? "mine" : "theirs"];
    const view = element(TAGS[kind] === "pre" ? "pre" : "div", { className: `compared kind-${kind}${level ? ` level-${level}` : ""}`, lang: language, dir: "auto" });
    const picture = source && (pictures[source.replace(/^media:/, "")]?.src ?? (/^https?:|^\//.test(source) ? null : undefined));
    if (picture) view.append(element("img", { src: picture, alt: "" }));
    if (!/^(paragraph|rule)$/.test(kind)) view.append(element("span", { className: "kind", lang: say.language, dir: say.direction }, say(`kind.${kind}`)));
    if (kind === "rule") view.append("* * *");
    view.append(...marked(runs, name, labels));
    if (!text && kind !== "rule") view.dir = direction;
    return view;
}
