// A story's canonical HTML as the editor's document, and back, byte for byte. What stands in `Sources/Markup/Writing` is the measure.
//
// The document is ProseMirror's JSON. It holds what HTML says in its nesting as attributes: a mark's `nest` is how deep it stood, so that
// `<em><strong>` does not come back as `<strong><em>`; a code's `run` tells it from its neighbour.

const VOID = new Set(["img", "br", "hr"]);
const BLOCKS = new Set(["p", "h2", "h3", "h4", "ul", "ol", "blockquote", "figure", "table", "pre", "hr"]);
const MARKS = { em: "emphasis", strong: "strong", sup: "superscript", sub: "subscript", code: "code", a: "link", span: "span" };
const ELEMENTS = Object.fromEntries(Object.entries(MARKS).map(([element, mark]) => [mark, element]));
// The order of marks that were not nested by anyone yet, from the outside in.
const RANKS = ["link", "span", "emphasis", "strong", "subscript", "superscript", "code"];
const REFERENCES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
const SPACE = /[ \t\n\f\r]/;
const BLANK = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#|\?)/i;
const CONTROLS = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g;

// Reading

const plain = (text) => text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return REFERENCES[name] ?? whole;
    const number = decimal ? Number(decimal) : parseInt(hex, 16);
    return number > 0x10ffff ? "\ufffd" : String.fromCodePoint(number);
});

// The elements of canonical HTML: `{ tag, attributes, children }`, text as strings.
function elements(html) {
    const root = { tag: "", attributes: {}, children: [] };
    const open = [root];
    for (const [, closing, name, attributes, text] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+|<)/gi)) {
        const top = open[open.length - 1];
        if (text !== undefined) {
            top.children.push(plain(text));
        } else if (closing) {
            const place = open.findLastIndex((one) => one.tag === name);
            if (place > 0) open.length = place;
        } else {
            const element = { tag: name, attributes: {}, children: [] };
            for (const [, key, value] of attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)) element.attributes[key] = plain(value ?? "");
            top.children.push(element);
            if (!VOID.has(name)) open.push(element);
        }
    }
    return root.children;
}

const isBlock = (child) => typeof child !== "string" && BLOCKS.has(child.tag);
const words = (element) => element.children.map((child) => (typeof child === "string" ? child : words(child))).join("");
const set = ({ attributes }) => ({
    lang: attributes.lang ?? null, dir: attributes.dir === "rtl" || attributes.dir === "ltr" ? attributes.dir : null,
});
const node = (type, attrs, content) => ({ type, attrs, ...(content?.length ? { content } : {}) });

function lineContent(children) {
    const content = [];
    let codes = 0;
    const add = (child, marks, depth) => {
        if (typeof child === "string") {
            content.push({ type: "text", text: child, marks });
        } else if (child.tag === "br") {
            content.push({ type: "hardBreak", marks });
        } else {
            // Only a story's own kinds of address, whoever wrote the text.
            const type = child.tag === "a" && !ADDRESS.test(child.attributes.href ?? "") ? null : MARKS[child.tag];
            const attrs = { nest: depth };
            if (type === "link") attrs.href = child.attributes.href ?? "";
            if (type === "span") Object.assign(attrs, set(child));
            if (type === "code") attrs.run = codes++ % 2;
            for (const inner of child.children) add(inner, type ? [...marks, { type, attrs }] : marks, depth + 1);
        }
    };
    for (const child of children) add(child, [], 0);
    return content.filter((one) => one.text !== "");
}

const line = (type, element, attrs = {}) => node(type, { ...attrs, ...set(element) }, lineContent(element.children));
const emptyLine = (type) => node(type, { lang: null, dir: null });
const paragraphOf = (children, attrs = { lang: null, dir: null }) => node("paragraph", attrs, lineContent(children));

// Text that stands without a block, which canonical HTML has in items alone, becomes paragraphs.
function blocksOf(children, lineSetting) {
    const blocks = [];
    let loose = [];
    const end = () => {
        if (loose.some((one) => typeof one !== "string" || one.trim())) blocks.push(paragraphOf(loose, lineSetting));
        loose = [];
    };
    for (const child of children) {
        if (isBlock(child)) {
            end();
            blocks.push(...[block(child)].flat());
        } else {
            loose.push(child);
        }
    }
    end();
    return blocks;
}

const filled = (blocks) => (blocks.length ? blocks : [emptyLine("paragraph")]);
const item = (element) => node("listItem", {}, filled(blocksOf(element.children, set(element))));

function list(type, attrs, element) {
    const items = element.children.filter((child) => child.tag === "li").map(item);
    return items.length ? node(type, attrs, items) : [];
}

function quotation(type, element) {
    const footer = element.children.find((child) => child.tag === "footer");
    const blocks = filled(blocksOf(element.children.filter((child) => child !== footer)));
    return node(type, {}, footer ? [...blocks, line("citation", footer)] : blocks);
}

function figure(element) {
    const link = element.children.find((child) => child.tag === "a");
    const image = (link ?? element).children.find((child) => child.tag === "img");
    if (!/^(?:media:[1-9]|https?:\/\/|\/(?!\/))/i.test(image?.attributes.src ?? "")) return blocksOf(element.children);
    const href = link?.attributes.href;
    const caption = element.children.find((child) => child.tag === "figcaption");
    const credit = caption?.children.find((child) => child.tag === "div");
    return node("figure", { src: image.attributes.src ?? "", alt: image.attributes.alt ?? "", href: ADDRESS.test(href ?? "") ? href : null, upload: null }, [
        caption ? line("caption", { ...caption, children: caption.children.filter((child) => child !== credit) }) : emptyLine("caption"),
        credit ? line("credit", credit) : emptyLine("credit"),
    ]);
}

function gallery(element) {
    const figures = element.children.filter((child) => child.tag === "figure").map(figure).flat();
    const caption = element.children.find((child) => child.tag === "figcaption");
    return figures.length ? node("gallery", {}, [...figures, caption ? line("caption", caption) : emptyLine("caption")]) : [];
}

function table(element) {
    const rows = [];
    for (const part of element.children) {
        for (const row of part.tag === "thead" || part.tag === "tbody" ? part.children : []) {
            const cells = (row.children ?? []).filter((cell) => cell.tag).map((cell) => line(cell.tag === "th" ? "tableHeader" : "tableCell", cell, {
                colspan: Number(cell.attributes.colspan ?? 1), rowspan: Number(cell.attributes.rowspan ?? 1),
            }));
            if (cells.length) rows.push(node("tableRow", { isHead: part.tag === "thead" }, cells));
        }
    }
    if (!rows.length) return blocksOf(element.children.filter((child) => typeof child === "string"));
    const caption = element.children.find((child) => child.tag === "caption");
    return node("tabular", {}, [caption ? line("tableCaption", caption) : emptyLine("tableCaption"), node("table", {}, rows)]);
}

function embed(element) {
    const link = element.children.find((child) => child.tag === "a");
    const href = link?.attributes.href ?? "";
    if (!ADDRESS.test(href)) return blocksOf(element.children);
    const title = words(link);
    return node("embed", { href, title: title === href ? null : title });
}

function block(element) {
    const kind = element.attributes.class;
    switch (element.tag) {
        case "p": return line("paragraph", element);
        case "h2": case "h3": case "h4": return line("heading", element, { level: Number(element.tag[1]) });
        case "ul": return list("bulletList", {}, element);
        case "ol": return list("orderedList", { start: Number(element.attributes.start ?? 1) }, element);
        case "blockquote": return quotation("blockquote", element);
        case "pre": {
            const text = words(element);
            return node("preformatted", {}, text ? [{ type: "text", text }] : []);
        }
        case "hr": return node("rule", {});
        case "table": return table(element);
        default:
            if (kind === "pullquote") {
                const quoted = element.children.find((child) => child.tag === "blockquote");
                return quoted ? quotation("pullquote", quoted) : blocksOf(element.children);
            }
            return kind === "gallery" ? gallery(element) : kind === "embed" ? embed(element) : figure(element);
    }
}

// The document of a story.
export function documentOf(html) {
    return { type: "doc", content: filled(blocksOf(elements(html))) };
}

// Writing

const escaped = (text) => text.replace(/[&<>"']/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[letter]);
const linkOpening = (href) => `<a href="${escaped(href)}"${/^https?:/i.test(href) ? ' rel="noopener"' : ""}>`;
const setting = ({ lang, dir } = {}) => (lang ? ` lang="${escaped(lang)}"` : "") + (dir ? ` dir="${dir}"` : "");

// The marks of a run from the outside in. Code holds nothing but text.
const nested = (marks = []) => [...marks].sort((one, other) =>
    (one.type === "code") - (other.type === "code") || (one.attrs?.nest ?? 99) - (other.attrs?.nest ?? 99) || RANKS.indexOf(one.type) - RANKS.indexOf(other.type));
const keyOf = ({ type, attrs }) => JSON.stringify([type, attrs?.href, attrs?.lang, attrs?.dir, attrs?.run]);
const shared = (one, other) => {
    let count = 0;
    while (count < one.length && count < other.length && keyOf(one[count]) === keyOf(other[count])) count += 1;
    return one.slice(0, count);
};
const withoutCode = (marks) => marks.filter((mark) => mark.type !== "code");

// Spaces collapse as in HTML; spaces and breaks wait for something to follow them, so that none begins or ends a line.
function settled(content) {
    const runs = [];
    let waiting = null;
    const add = (text, marks) => {
        if (waiting) {
            const around = shared(waiting.marks, marks);
            for (let count = waiting.breaks; count; count -= 1) runs.push({ isBreak: true, marks: around });
            if (!waiting.breaks) runs.push({ text: " ", marks: waiting.inCode ? around : withoutCode(around) });
        }
        waiting = null;
        runs.push({ text, marks });
    };
    for (const one of content ?? []) {
        const marks = nested(one.marks);
        if (one.type === "hardBreak") {
            if (!runs.length) continue;
            const around = waiting?.breaks ? shared(waiting.marks, withoutCode(marks)) : withoutCode(marks);
            waiting = { breaks: Math.min((waiting?.breaks ?? 0) + 1, 2), marks: around };
            continue;
        }
        let isFirst = true;
        for (const part of one.text.replace(CONTROLS, "").split(/([ \t\n\f\r]+)/)) {
            if (!part) continue;
            if (!SPACE.test(part[0])) add(part, marks);
            else if (runs.length && !waiting) waiting = { breaks: 0, marks: isFirst ? withoutCode(marks) : marks, inCode: !isFirst };
            isFirst = false;
        }
        // A space at the end of code stands behind it.
        if (waiting && !waiting.breaks && waiting.inCode) waiting = { ...waiting, marks: withoutCode(waiting.marks), inCode: false };
    }
    return runs.every((run) => run.isBreak || BLANK.test(run.text)) ? [] : runs;
}

function inlines(content) {
    let html = "";
    let open = [];
    const close = (count) => {
        while (open.length > count) html += `</${ELEMENTS[open.pop().type]}>`;
    };
    for (const run of settled(content)) {
        close(shared(open, run.marks).length);
        for (const mark of run.marks.slice(open.length)) {
            const name = ELEMENTS[mark.type];
            html += mark.type === "link" ? linkOpening(mark.attrs.href) : mark.type === "span" ? `<span${setting(mark.attrs)}>` : `<${name}>`;
            open.push(mark);
        }
        html += run.isBreak ? "<br>" : escaped(run.text);
    }
    close(0);
    return html;
}

function written(name, { content, attrs }, more = "") {
    const html = inlines(content);
    return html && `<${name}${more}${setting(attrs)}>${html}</${name}>`;
}

const all = (content) => (content ?? []).map(blockHTML).filter(Boolean);

function itemHTML({ content }) {
    const parts = (content ?? []).map((one) => ({ one, html: blockHTML(one) })).filter((part) => part.html);
    const [first, ...rest] = parts;
    const isPlain = first && !first.one.attrs?.lang && !first.one.attrs?.dir;
    if (first?.one.type !== "paragraph" || (rest.length && !(isPlain && rest.every(({ one }) => /List$/.test(one.type))))) {
        return `<li>${parts.map((part) => part.html).join("")}</li>`;
    }
    return `<li${rest.length ? "" : setting(first.one.attrs)}>${inlines(first.one.content)}${rest.map((part) => part.html).join("")}</li>`;
}

function listHTML({ type, attrs, content }) {
    const isOrdered = type === "orderedList";
    const items = content.map(itemHTML).filter((html) => isOrdered || html !== "<li></li>");
    if (items.every((html) => html === "<li></li>")) return "";
    const start = attrs?.start ?? 1;
    return isOrdered ? `<ol${start === 1 ? "" : ` start="${start}"`}>${items.join("")}</ol>` : `<ul>${items.join("")}</ul>`;
}

function quotationHTML({ type, content }) {
    const citation = content.find((one) => one.type === "citation");
    const inner = all(content.filter((one) => one !== citation)).join("") + (citation ? written("footer", citation) : "");
    const html = inner && `<blockquote>${inner}</blockquote>`;
    return html && type === "pullquote" ? `<figure class="pullquote">${html}</figure>` : html;
}

// A picture that is still on its way is no part of the text.
function figureHTML({ attrs, content }) {
    if (!attrs.src) return "";
    const [caption, credit] = content ?? [];
    const image = `<img src="${escaped(attrs.src)}" alt="${escaped(oneLine(attrs.alt ?? ""))}">`;
    const below = credit ? written("div", credit, ' class="credit"') : "";
    const words = caption ? inlines(caption.content) : "";
    const captionHTML = words || below ? `<figcaption${words ? setting(caption.attrs) : ""}>${words}${below}</figcaption>` : "";
    return `<figure>${attrs.href ? `${linkOpening(attrs.href)}${image}</a>` : image}${captionHTML}</figure>`;
}

function galleryHTML({ content }) {
    const figures = content.filter((one) => one.type === "figure").map(figureHTML).filter(Boolean);
    const caption = content.find((one) => one.type === "caption");
    return figures.length ? `<figure class="gallery">${figures.join("")}${caption ? written("figcaption", caption) : ""}</figure>` : "";
}

function tableHTML({ content: [caption, { content: rows }] }) {
    const isBlank = (cell) => !inlines(cell.content);
    const cell = (one) => {
        const { colspan = 1, rowspan = 1 } = one.attrs ?? {};
        const inner = inlines(one.content);
        const name = one.type === "tableHeader" && inner ? "th" : "td";
        const spans = (colspan === 1 ? "" : ` colspan="${colspan}"`) + (rowspan === 1 ? "" : ` rowspan="${rowspan}"`);
        return `<${name}${spans}${inner ? setting(one.attrs) : ""}>${inner}</${name}>`;
    };
    const kept = (rows ?? []).filter((row) => row.content?.length);
    const captionHTML = written("caption", caption);
    if (kept.every((row) => row.content.every(isBlank))) return captionHTML.replace(/^<caption/, "<p").replace(/caption>$/, "p>");
    let heads = kept.findLastIndex((row) => row.attrs?.isHead) + 1;
    const headsItself = (row) => row.content.every((one) => one.type === "tableHeader" && !isBlank(one));
    if (!heads && kept.length > 1 && headsItself(kept[0])) heads = 1;
    const part = (name, some) => (some.length ? `<${name}>${some.map((row) => `<tr>${row.content.map(cell).join("")}</tr>`).join("")}</${name}>` : "");
    return `<table>${captionHTML}${part("thead", kept.slice(0, heads))}${part("tbody", kept.slice(heads))}</table>`;
}

// The canonical HTML of one block; nothing when it says nothing.
export function blockHTML(one) {
    switch (one.type) {
        case "paragraph": return written("p", one);
        case "heading": return written(`h${one.attrs.level}`, one);
        case "bulletList": case "orderedList": return listHTML(one);
        case "blockquote": case "pullquote": return quotationHTML(one);
        case "figure": return figureHTML(one);
        case "gallery": return galleryHTML(one);
        case "tabular": return tableHTML(one);
        case "embed": return `<figure class="embed">${linkOpening(one.attrs.href)}${escaped(oneLine(one.attrs.title ?? "") || one.attrs.href)}</a></figure>`;
        case "preformatted": {
            const text = (one.content ?? []).map((run) => run.text).join("").replace(CONTROLS, "").replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, "");
            return text && `<pre>${escaped(text)}</pre>`;
        }
        case "rule": return "<hr>";
        default: return "";
    }
}

// In one line, spaces as HTML collapses them.
export const oneLine = (text) => text.replace(CONTROLS, "").split(/[ \t\n\f\r]+/).filter(Boolean).join(" ");

// The canonical HTML of a document, block by block.
export const blocksHTML = (document) => all(document.content);
export const htmlOf = (document) => blocksHTML(document).join("");

// The lines of a block's text, for a look at what it says: what it is, and `lines` of words.
export function linesOf(html) {
    const [one] = documentOf(html).content;
    const text = (content) => (content ?? []).map((run) => run.text ?? "\n").join("");
    const lines = [];
    const walk = (part, sign) => {
        if (part.type === "figure") lines.push(...[part.attrs.src, part.attrs.alt, part.attrs.href].filter(Boolean));
        if (part.type === "embed") lines.push(...[part.attrs.title, part.attrs.href].filter(Boolean));
        if (part.type === "tableRow") return lines.push((part.content ?? []).map((cell) => text(cell.content)).join(" | "));
        const inner = part.content ?? [];
        if (!inner.length || inner[0].type === "text" || inner[0].type === "hardBreak") {
            if (inner.length) lines.push(sign + text(inner));
            return undefined;
        }
        inner.forEach((child, index) => walk(child, child.type === "listItem"
            ? (part.type === "orderedList" ? `${(part.attrs.start ?? 1) + index}. ` : "• ") : index ? "" : sign));
        return undefined;
    };
    walk(one, "");
    return { kind: one.type, level: one.attrs?.level, source: one.attrs?.src, lines };
}
