// What a story can say, and nothing else: the blocks and inlines of `Sources/Markup/Story` as nodes and marks.

import { Mark, Node, markInputRule, nodeInputRule, pm, textblockTypeInputRule, wrappingInputRule } from "/assets/tiptap.js";

const hidden = (value) => ({ default: value, rendered: false });
const setting = {
    lang: { default: null, parseHTML: (dom) => dom.getAttribute("lang"), renderHTML: ({ lang }) => (lang ? { lang } : {}) },
    dir: {
        default: null,
        parseHTML: (dom) => (/^(ltr|rtl)$/.test(dom.getAttribute("dir") ?? "") && !dom.hasAttribute("data-follows") ? dom.getAttribute("dir") : null),
        renderHTML: ({ dir }) => (dir ? { dir } : {}),
    },
};
const under = (parent) => (dom) => (dom.parentElement?.closest(parent) ? {} : false);
const outside = (parent) => (dom) => (dom.parentElement?.closest(parent) ? false : {});

export const Doc = Node.create({ name: "doc", topNode: true, content: "block+" });
export const Text = Node.create({ name: "text", group: "inline" });

export const Paragraph = Node.create({
    name: "paragraph", priority: 1000, group: "block", content: "inline*",
    addAttributes: () => setting,
    parseHTML: () => [{ tag: "p" }],
    renderHTML: ({ HTMLAttributes }) => ["p", HTMLAttributes, 0],
    addCommands() {
        return { setParagraph: () => ({ commands }) => commands.setNode(this.name) };
    },
    addKeyboardShortcuts() {
        return { "Mod-Alt-0": () => this.editor.commands.setParagraph() };
    },
});

export const Heading = Node.create({
    name: "heading", group: "block", content: "inline*", defining: true,
    addAttributes: () => ({ ...setting, level: hidden(2) }),
    parseHTML: () => [["h1", 2], ["h2", 2], ["h3", 3], ["h4", 4], ["h5", 4], ["h6", 4]].map(([tag, level]) => ({ tag, attrs: { level } })),
    renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
    addInputRules() {
        return [2, 3, 4].map((level) => textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: this.type, getAttributes: { level } }));
    },
    addKeyboardShortcuts() {
        return Object.fromEntries([2, 3, 4].map((level) => [`Mod-Alt-${level}`, () => this.editor.commands.toggleNode(this.name, "paragraph", { level })]));
    },
});

export const BulletList = Node.create({
    name: "bulletList", group: "block list", content: "listItem+",
    parseHTML: () => [{ tag: "ul" }],
    renderHTML: ({ HTMLAttributes }) => ["ul", HTMLAttributes, 0],
    addInputRules() {
        return [wrappingInputRule({ find: /^\s*[-+*•]\s$/, type: this.type })];
    },
    addKeyboardShortcuts() {
        return { "Mod-Shift-8": () => this.editor.commands.toggleList(this.name, "listItem") };
    },
});

const digits = (text) => Number(text.replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660));

export const OrderedList = Node.create({
    name: "orderedList", group: "block list", content: "listItem+",
    addAttributes: () => ({
        start: {
            default: 1, parseHTML: (dom) => (Number.isInteger(dom.start) ? dom.start : 1), renderHTML: ({ start }) => (start === 1 ? {} : { start }),
        },
    }),
    parseHTML: () => [{ tag: "ol" }],
    renderHTML: ({ HTMLAttributes }) => ["ol", HTMLAttributes, 0],
    addInputRules() {
        return [wrappingInputRule({
            find: /^([0-9٠-٩]{1,6})[.)]\s$/, type: this.type, getAttributes: (match) => ({ start: digits(match[1]) }),
            joinPredicate: (match, node) => node.childCount + node.attrs.start === digits(match[1]),
        })];
    },
    addKeyboardShortcuts() {
        return { "Mod-Shift-7": () => this.editor.commands.toggleList(this.name, "listItem") };
    },
});

export const DEEPEST = 12;
const depthAround = ($position) => {
    let depth = 0;
    for (let at = $position.depth; at > 0; at -= 1) if (/List$|quote$/.test($position.node(at).type.name)) depth += 1;
    return depth;
};

export const ListItem = Node.create({
    name: "listItem", content: "block+", defining: true,
    parseHTML: () => [{ tag: "li" }],
    renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
    addKeyboardShortcuts() {
        return {
            Enter: () => this.editor.commands.splitListItem(this.name),
            Tab: () => depthAround(this.editor.state.selection.$from) < DEEPEST && this.editor.commands.sinkListItem(this.name),
            "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
        };
    },
});

export const Blockquote = Node.create({
    name: "blockquote", group: "block", content: "block+ citation?", defining: true,
    parseHTML: () => [{ tag: "blockquote" }],
    renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
    addInputRules() {
        return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
    },
    addKeyboardShortcuts() {
        return { "Mod-Shift-b": () => this.editor.commands.toggleWrap(this.name) };
    },
});

export const Pullquote = Node.create({
    name: "pullquote", group: "block", content: "block+ citation?", defining: true,
    parseHTML: () => [{ tag: "figure.pullquote", priority: 60, contentElement: (dom) => dom.querySelector("blockquote") ?? dom }],
    renderHTML: ({ HTMLAttributes }) => ["figure", { class: "pullquote" }, ["blockquote", HTMLAttributes, 0]],
});

// A line that belongs to what it stands in: Enter leaves it for a paragraph behind the whole.
const ownLine = (name, parents, render, parse) => Node.create({
    name, content: "inline*", defining: true, isolating: true,
    addAttributes: () => setting,
    parseHTML: () => parse,
    renderHTML: ({ HTMLAttributes }) => render(HTMLAttributes),
    addKeyboardShortcuts() {
        return {
            Enter: () => {
                const { $from } = this.editor.state.selection;
                if ($from.parent.type.name !== name) return false;
                for (let depth = $from.depth - 1; depth > 0; depth -= 1) {
                    if (!parents.includes($from.node(depth).type.name)) continue;
                    const place = $from.after(depth);
                    return this.editor.chain().command(({ tr, dispatch, state }) => {
                        if (!state.doc.resolve(place).parent.type.contentMatch.matchType(state.schema.nodes.paragraph)) return false;
                        if (dispatch) {
                            tr.insert(place, state.schema.nodes.paragraph.create());
                            tr.setSelection(pm.state.TextSelection.create(tr.doc, place + 1)).scrollIntoView();
                        }
                        return true;
                    }).run();
                }
                return true;
            },
        };
    },
});

export const Citation = ownLine("citation", ["blockquote", "pullquote"], (attributes) => ["footer", attributes, 0],
    [{ tag: "footer", getAttrs: under("blockquote") }]);
export const Caption = ownLine("caption", ["gallery", "figure"], (attributes) => ["figcaption", attributes, 0],
    [{ tag: "figcaption" }]);
export const Credit = ownLine("credit", ["gallery", "figure"], (attributes) => ["div", { ...attributes, class: "credit" }, 0],
    [{ tag: "div.credit", getAttrs: under("figure"), priority: 60 }]);
export const TableCaption = ownLine("tableCaption", ["tabular"], (attributes) => ["div", { ...attributes, class: "caption" }, 0],
    [{ tag: "div.caption", getAttrs: under(".tabular"), priority: 60 }]);

const pictureIn = (dom) => {
    const image = dom.querySelector("img");
    const src = dom.getAttribute("data-src") ?? image?.getAttribute("src") ?? "";
    if (!/^(media:[1-9]\d*|https?:\/\/\S+|\/(?!\/)\S*)$/.test(src)) return false;
    const link = dom.getAttribute("data-href") ?? image?.closest("a")?.getAttribute("href") ?? null;
    return { src, alt: image?.getAttribute("alt") ?? "", href: link && /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#|\?)/i.test(link) ? link : null, upload: null };
};

// `src` is `media:7` or an address; while `upload` names one that is on its way there is none.
export const Figure = Node.create({
    name: "figure", group: "block", content: "caption credit", isolating: true, draggable: true,
    addAttributes: () => ({ src: hidden(null), alt: hidden(""), href: hidden(null), upload: hidden(null) }),
    parseHTML: () => [
        { tag: "figure > img, figure > a > img", ignore: true, priority: 70 },
        { tag: "figure[data-src]", priority: 60, getAttrs: pictureIn, contentElement: ".captions" },
        { tag: "figure", getAttrs: (dom) => (dom.querySelector("figure, table, blockquote") ? false : pictureIn(dom)) },
        { tag: "img", getAttrs: (dom) => pictureIn({ querySelector: () => dom, getAttribute: () => null }) },
    ],
    renderHTML: ({ node }) => ["figure", {
        "data-src": node.attrs.src, ...(node.attrs.href ? { "data-href": node.attrs.href } : {}),
    }, ["img", { src: node.attrs.src ?? "", alt: node.attrs.alt }], ["div", { class: "captions" }, 0]],
});

export const Gallery = Node.create({
    name: "gallery", group: "block", content: "figure+ caption", isolating: true,
    parseHTML: () => [{ tag: "figure.gallery", priority: 65 }],
    renderHTML: () => ["figure", { class: "gallery" }, 0],
});

// A table with what stands over it.
export const Tabular = Node.create({
    name: "tabular", group: "block", content: "tableCaption table", isolating: true,
    parseHTML: () => [{ tag: "div.tabular", priority: 60 }, { tag: "table", priority: 55, contentElement: wrapped, getAttrs: outside(".tabular") }],
    renderHTML: () => ["div", { class: "tabular" }, 0],
});

// A bare table of another page, as the parts of ours.
function wrapped(dom) {
    const outer = document.createElement("div");
    const copy = dom.cloneNode(true);
    const caption = document.createElement("div");
    caption.className = "caption";
    caption.append(...(copy.querySelector("caption")?.childNodes ?? []));
    copy.querySelector("caption")?.remove();
    outer.className = "tabular";
    outer.append(caption, copy);
    const holder = document.createElement("div");
    holder.append(outer);
    return outer;
}

export const Table = Node.create({
    name: "table", content: "tableRow+", tableRole: "table", isolating: true,
    parseHTML: () => [{ tag: "table", getAttrs: under(".tabular") }],
    renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
    extendNodeSchema: (extension) => (extension.config?.tableRole ? { tableRole: extension.config.tableRole } : {}),
});

export const TableRow = Node.create({
    name: "tableRow", content: "(tableCell | tableHeader)+", tableRole: "row",
    addAttributes: () => ({
        isHead: {
            default: false, parseHTML: (dom) => dom.parentElement?.tagName === "THEAD" || dom.classList.contains("head"),
            renderHTML: ({ isHead }) => (isHead ? { class: "head" } : {}),
        },
    }),
    parseHTML: () => [{ tag: "tr" }],
    renderHTML: ({ HTMLAttributes }) => ["tr", HTMLAttributes, 0],
});

const span = (name) => ({
    default: 1, parseHTML: (dom) => Math.min(Math.max(Number(dom.getAttribute(name)) || 1, 1), 100),
    renderHTML: (attributes) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
});
const cell = (name, role, tag) => Node.create({
    name, content: "inline*", tableRole: role, isolating: true,
    addAttributes: () => ({ ...setting, colspan: span("colspan"), rowspan: span("rowspan") }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
});
export const TableCell = cell("tableCell", "cell", "td");
export const TableHeader = cell("tableHeader", "header_cell", "th");

export const Embed = Node.create({
    name: "embed", group: "block", atom: true, draggable: true,
    addAttributes: () => ({ href: hidden(""), title: hidden(null) }),
    parseHTML: () => [{
        tag: "figure.embed", priority: 65,
        getAttrs: (dom) => {
            const link = dom.querySelector("a[href]");
            const href = link?.getAttribute("href") ?? "";
            return /^(https?:\/\/|\/(?!\/))/.test(href) && { href, title: link.textContent === href ? null : link.textContent };
        },
    }],
    renderHTML: ({ node }) => ["figure", { class: "embed" }, ["a", { href: node.attrs.href }, node.attrs.title || node.attrs.href]],
});

export const Preformatted = Node.create({
    name: "preformatted", group: "block", content: "text*", marks: "", code: true, defining: true,
    parseHTML: () => [{ tag: "pre", preserveWhitespace: "full" }],
    renderHTML: ({ HTMLAttributes }) => ["pre", HTMLAttributes, 0],
    addInputRules() {
        return [textblockTypeInputRule({ find: /^```\s$/, type: this.type })];
    },
    addKeyboardShortcuts() {
        return {
            "Mod-Alt-c": () => this.editor.commands.toggleNode(this.name, "paragraph"),
            // Two empty lines end it.
            Enter: () => {
                const { $from, empty } = this.editor.state.selection;
                if (!empty || $from.parent.type.name !== this.name || $from.parentOffset !== $from.parent.content.size) return false;
                if (!$from.parent.textContent.endsWith("\n\n")) return false;
                return this.editor.chain().command(({ tr }) => Boolean(tr.delete($from.pos - 2, $from.pos))).exitCode().run();
            },
        };
    },
});

export const Rule = Node.create({
    name: "rule", group: "block",
    parseHTML: () => [{ tag: "hr" }],
    renderHTML: () => ["hr"],
    addInputRules() {
        return [nodeInputRule({ find: /^(?:---|—-|\*\*\*)$/, type: this.type })];
    },
});

export const HardBreak = Node.create({
    name: "hardBreak", group: "inline", inline: true, selectable: false, linebreakReplacement: true,
    parseHTML: () => [{ tag: "br" }],
    renderHTML: () => ["br"],
    renderText: () => "\n",
    addKeyboardShortcuts() {
        const insert = () => {
            if (this.editor.state.selection.$from.parent.type.spec.code) return false;
            return this.editor.chain().command(({ tr, state }) => {
                const marks = state.storedMarks ?? state.selection.$from.marks();
                tr.replaceSelectionWith(state.schema.nodes.hardBreak.create(null, null, marks), false).scrollIntoView();
                return true;
            }).run();
        };
        return { "Shift-Enter": insert, "Mod-Enter": insert };
    },
});

// `nest` is how deep a mark stood in the text as it was loaded.
const mark = (name, tag, { parse = [{ tag }], rules = [], keys = [], attributes = {}, ...more } = {}) => Mark.create({
    name,
    addAttributes: () => ({ nest: hidden(null), ...attributes }),
    parseHTML: () => parse,
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addInputRules() {
        return rules.map((find) => markInputRule({ find, type: this.type }));
    },
    addKeyboardShortcuts() {
        return Object.fromEntries(keys.map((key) => [key, () => this.editor.commands.toggleMark(name)]));
    },
    ...more,
});

export const Link = mark("link", "a", {
    parse: [{ tag: "a[href]", getAttrs: (dom) => /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#|\?)/i.test(dom.getAttribute("href")) && null }],
    attributes: { href: { default: "", parseHTML: (dom) => dom.getAttribute("href") } },
    inclusive: false, exitable: true, priority: 1000,
});
export const Span = mark("span", "span", {
    parse: [{ tag: "span[lang], span[dir]" }], attributes: setting, excludes: "", priority: 900,
});
export const Emphasis = mark("emphasis", "em", {
    parse: [{ tag: "em" }, { tag: "i" }, { tag: "cite" }, { style: "font-style=italic" }],
    rules: [/(?:^|\s)(\*(?!\s|\*)([^*]+)\*(?!\*))$/, /(?:^|\s)(_(?!\s|_)([^_]+)_(?!_))$/], keys: ["Mod-i", "Mod-I"], priority: 800,
});
export const Strong = mark("strong", "strong", {
    parse: [
        { tag: "strong" }, { tag: "b", getAttrs: (dom) => dom.style.fontWeight !== "normal" && null },
        { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[6-9]\d\d)$/.test(value) && null },
    ],
    rules: [/(?:^|\s)(\*\*(?!\s)([^*]+)\*\*)$/, /(?:^|\s)(__(?!\s)([^_]+)__)$/], keys: ["Mod-b", "Mod-B"], priority: 700,
});
export const Subscript = mark("subscript", "sub", { keys: ["Mod-,"], priority: 600 });
export const Superscript = mark("superscript", "sup", { keys: ["Mod-."], priority: 500 });
export const Code = mark("code", "code", { attributes: { run: hidden(0) }, rules: [/(?:^|[^`])(`([^`]+)`)$/], keys: ["Mod-e"], code: true, exitable: true, priority: 400 });

export const SCHEMA = [
    Doc, Text, Paragraph, Heading, BulletList, OrderedList, ListItem, Blockquote, Pullquote, Citation, Caption, Credit, TableCaption, Figure, Gallery, Tabular,
    Table, TableRow, TableCell, TableHeader, Embed, Preformatted, Rule, HardBreak, Link, Span, Emphasis, Strong, Subscript, Superscript, Code,
];
