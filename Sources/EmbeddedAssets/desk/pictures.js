// Pictures in the text: how a figure is edited, how files are brought to the server, and choosing from the library.
import { openDialog } from "/assets/dialogs.js";
import { button, element, icon } from "/assets/elements.js";
import { around, insertBlock } from "/assets/inserting.js";
import { editPictureLink } from "/assets/linking.js";
import { Figure } from "/assets/schema.js";

const LARGEST_LOOK = 480;

export class Pictures {
    constructor(desk) {
        this.desk = desk;
        this.known = new Map(Object.entries(desk.state.pictures ?? {}));
        this.uploads = new Map();
        this.count = 0;
    }

    learn(pictures) {
        for (const [id, picture] of Object.entries(pictures ?? {})) this.known.set(id, picture);
    }

    get isBusy() {
        return [...this.uploads.values()].some((upload) => upload.state === "sending");
    }

    // Where a picture is shown from. Pictures from elsewhere are not fetched at all.
    address(src) {
        if (!src) return null;
        if (src.startsWith("media:")) return this.known.get(src.slice(6))?.src ?? null;
        return src.startsWith("/") ? src : null;
    }

    // The node of the schema, with its fields.
    get extension() {
        const pictures = this;
        return Figure.extend({
            addNodeView() {
                return ({ node, getPos, editor }) => new FigureView(pictures, node, getPos, editor);
            },
        });
    }

    // Files become figures that fill when the server has them.
    add(files, { at = null, isGallery = false } = {}) {
        const { editor, say, notices } = this.desk;
        const images = [...files].filter((file) => file.type.startsWith("image/"));
        if (images.length < files.length) notices.show("files", say("upload.notPicture", { n: files.length - images.length }), { tone: "wrong" });
        if (!images.length || !editor.isEditable) return;
        this.insert(images.map((file) => ({ src: null, alt: "", href: null, upload: this.start(file) })), { at, isGallery });
    }

    insert(pictures, { at = null, isGallery = false } = {}) {
        const { editor } = this.desk;
        const { nodes } = editor.schema;
        const figure = (attrs) => nodes.figure.create(attrs, [
            nodes.caption.create(null, attrs.caption ? editor.schema.text(attrs.caption) : null), nodes.credit.create(),
        ]);
        const figures = pictures.map(figure);
        if (isGallery && figures.length > 1 && !around(editor.state, "gallery")) {
            insertBlock(editor, nodes.gallery.create(null, [...figures, nodes.caption.create()]), at);
            return;
        }
        // Each comes behind the one before it; at a place of its own, the last comes first.
        for (const one of at === null ? figures : figures.reverse()) insertBlock(editor, one, at);
    }

    start(file) {
        const id = `upload-${++this.count}`;
        const upload = { id, file, state: "sending", progress: 0, words: "", look: null, views: new Set() };
        this.uploads.set(id, upload);
        this.draw(upload);
        this.send(upload);
        return id;
    }

    // A look at the file itself: the policy of the page lets no picture in but from the server, so it is drawn.
    async draw(upload) {
        try {
            const bitmap = await createImageBitmap(upload.file, { resizeWidth: LARGEST_LOOK, resizeQuality: "medium" });
            upload.look = bitmap;
            this.show(upload);
        } catch { /* not a picture this browser can read: its name has to do */ }
    }

    send(upload) {
        const { state, say, notices } = this.desk;
        Object.assign(upload, { state: "sending", progress: 0, words: "" });
        const request = new XMLHttpRequest();
        const address = new URL(state.urls.upload, location.href);
        address.searchParams.set("name", upload.file.name);
        request.open("POST", address);
        request.setRequestHeader("Content-Type", upload.file.type);
        request.responseType = "json";
        request.upload.addEventListener("progress", (event) => {
            if (event.lengthComputable) upload.progress = event.loaded / event.total;
            this.show(upload);
        });
        const fail = (words) => {
            Object.assign(upload, { state: "failed", words });
            this.show(upload);
            notices.speak(words);
        };
        request.addEventListener("load", () => {
            const said = request.response;
            if (request.status === 201 && said?.id) return this.finish(upload, said);
            return fail(said?.words ?? say("upload.failed"));
        });
        request.addEventListener("error", () => fail(say("upload.offline")));
        request.addEventListener("timeout", () => fail(say("upload.offline")));
        request.send(upload.file);
        this.show(upload);
    }

    finish(upload, said) {
        this.learn({ [said.id]: said });
        Object.assign(upload, { state: "done", src: `media:${said.id}`, alt: said.alt ?? "" });
        this.fill(upload);
    }

    // The figures that waited for it.
    fill(upload) {
        const { editor, notices, say } = this.desk;
        const { tr } = editor.state;
        editor.state.doc.descendants((node, pos) => {
            if (node.type.name !== "figure" || node.attrs.upload !== upload.id) return !node.isTextblock;
            tr.setNodeMarkup(pos, null, { ...node.attrs, src: upload.src, alt: node.attrs.alt || upload.alt, upload: null });
            return false;
        });
        if (!tr.docChanged) return;
        editor.view.dispatch(tr.setMeta("addToHistory", false));
        notices.speak(say("upload.done", { name: say.apart(upload.file.name) }));
    }

    show(upload) {
        for (const view of upload.views) view.show();
    }

    // Files of this device, or pictures of the library.
    async choose() {
        const { editor, say, state } = this.desk;
        const isInGallery = Boolean(around(editor.state, "gallery"));
        const answer = await openDialog({
            title: say("picture.choose"), say, className: "library",
            body: (close) => {
                const chosen = new Map();
                const files = element("input", { type: "file", multiple: true, accept: "image/*", hidden: true });
                const search = element("input", { type: "search", "aria-label": say("picture.search"), placeholder: say("picture.search"), dir: "auto", autofocus: true });
                const status = element("p", { role: "status", className: "status" });
                const grid = element("ul", { className: "shelf-of-pictures" });
                const gallery = element("input", { type: "checkbox" });
                const insert = button(say("picture.insert"), () => close({ chosen: [...chosen.values()], isGallery: gallery.checked }), { className: "primary" });
                const count = () => {
                    insert.setAttribute("aria-disabled", String(chosen.size === 0));
                    insert.textContent = chosen.size ? say("picture.insertCount", { n: chosen.size }) : say("picture.insert");
                };
                insert.addEventListener("click", (event) => chosen.size || event.stopImmediatePropagation(), { capture: true });
                files.addEventListener("change", () => close({ files: [...files.files], isGallery: gallery.checked }));
                const show = (items) => grid.replaceChildren(...items.map((item) => {
                    const pick = element("button", { type: "button", "aria-pressed": String(chosen.has(item.id)) },
                        element("img", { src: item.src, alt: "", loading: "lazy" }), element("span", { dir: "auto" }, item.alt || item.caption || say("picture.noAlt")));
                    pick.addEventListener("click", () => {
                        if (!chosen.delete(item.id)) chosen.set(item.id, item);
                        pick.setAttribute("aria-pressed", String(chosen.has(item.id)));
                        count();
                    });
                    return element("li", {}, pick);
                }));
                let asked = 0;
                const look = async () => {
                    const number = ++asked;
                    status.textContent = say("picture.looking");
                    try {
                        const address = new URL(state.urls.pictures, location.href);
                        address.searchParams.set("q", search.value.trim());
                        const answer = await fetch(address);
                        if (!answer.ok) throw answer;
                        const { items } = await answer.json();
                        if (number !== asked) return;
                        show(items);
                        status.textContent = items.length ? say("picture.found", { n: items.length }) : say("picture.none");
                    } catch {
                        if (number === asked) status.textContent = say("picture.unreachable");
                    }
                };
                let timer = 0;
                search.addEventListener("input", () => {
                    clearTimeout(timer);
                    timer = setTimeout(look, 300);
                });
                look();
                count();
                return [
                    element("div", { className: "ways" }, button(say("picture.fromDevice"), () => files.click(), { className: "primary" }), files,
                        element("span", { className: "hint" }, say("picture.dropHint"))),
                    element("h3", {}, say("picture.library")), search, status, grid,
                    isInGallery ? null : element("label", { className: "tick" }, gallery, say("picture.asGallery")),
                    element("div", { className: "acts" }, insert, button(say("cancel"), () => close())),
                ].filter(Boolean);
            },
        });
        editor.view.focus();
        if (answer?.files) return this.add(answer.files, answer);
        if (!answer) return;
        this.learn(Object.fromEntries(answer.chosen.map((item) => [item.id, item])));
        this.insert(answer.chosen.map((item) => ({ src: `media:${item.id}`, alt: item.alt ?? "", href: null, upload: null, caption: item.caption })), answer);
    }
}

// A figure: the picture, what it shows for those who do not see it, and below it caption and credit as text.
class FigureView {
    constructor(pictures, node, getPos, editor) {
        Object.assign(this, { pictures, node, getPos, editor });
        const { say } = pictures.desk;
        this.frame = element("div", { className: "frame" });
        this.alt = element("input", { type: "text", dir: "auto", lang: pictures.desk.state.language, autocomplete: "off" });
        this.missing = element("p", { className: "missing" }, say("picture.altMissing"));
        this.link = button(icon("M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"),
            () => this.isEditable && editPictureLink(pictures.desk, getPos(), this.node), { "aria-label": say("picture.link"), title: say("picture.link") });
        this.remove = button(icon("M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13"), () => this.take(), { "aria-label": say("picture.remove"), title: say("picture.remove") });
        const tools = element("div", { className: "figure-tools" }, this.link, this.remove);
        this.fields = element("div", { className: "alt-field", contentEditable: "false" },
            element("label", {}, element("span", {}, say("picture.alt")), this.alt), this.missing);
        this.contentDOM = element("div", { className: "captions" });
        this.top = element("div", { className: "top", contentEditable: "false" }, this.frame, tools);
        this.dom = element("figure", { className: "figure-block" }, this.top, this.fields, this.contentDOM);
        this.alt.addEventListener("input", () => this.set({ alt: this.alt.value }));
        this.alt.addEventListener("keydown", (event) => {
            if (event.key === "Enter") event.preventDefault();
        });
        this.show();
    }

    get isEditable() {
        return this.editor.isEditable;
    }

    get upload() {
        return this.pictures.uploads.get(this.node.attrs.upload);
    }

    set(attributes) {
        const pos = this.getPos();
        if (pos === undefined || !this.isEditable) return;
        const { tr } = this.editor.state;
        for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(pos, name, value);
        this.editor.view.dispatch(tr);
    }

    // Out of the text; the last one of a gallery takes the gallery along.
    take() {
        const pos = this.getPos();
        if (pos === undefined || !this.isEditable) return;
        const $pos = this.editor.state.doc.resolve(pos);
        const isLast = $pos.parent.type.name === "gallery" && $pos.parent.childCount === 2;
        this.editor.view.dispatch(this.editor.state.tr.delete(...(isLast ? [$pos.before(), $pos.after()] : [pos, pos + this.node.nodeSize])));
        this.editor.view.focus();
    }

    update(node) {
        if (node.type !== this.node.type) return false;
        this.node = node;
        this.show();
        return true;
    }

    show() {
        const { say } = this.pictures.desk;
        const { src, alt } = this.node.attrs;
        const { upload } = this;
        for (const other of this.pictures.uploads.values()) if (other !== upload) other.views.delete(this);
        if (upload) upload.views.add(this);
        if (upload?.state === "done") queueMicrotask(() => this.pictures.fill(upload));
        if (this.alt.value !== alt) this.alt.value = alt;
        this.alt.readOnly = !this.isEditable;
        this.dom.classList.toggle("lacks-alt", Boolean(src) && !alt.trim());
        this.missing.hidden = !src || Boolean(alt.trim());
        this.link.setAttribute("aria-pressed", String(Boolean(this.node.attrs.href)));
        if (src) return this.showPicture(src);
        const state = upload?.state ?? "failed";
        this.dom.dataset.state = state;
        const canvas = this.canvas(upload);
        const bar = element("progress", { max: 1, value: upload?.progress ?? 0, "aria-label": say("upload.progress", { name: say.apart(upload?.file.name ?? "") }) });
        const words = element("p", { className: "upload-words" },
            state === "failed" ? upload?.words || say("upload.lost") : say("upload.sending", { name: say.apart(upload.file.name) }));
        const acts = state === "failed" && upload ? button(say("upload.retry"), () => this.pictures.send(upload), { className: "retry" }) : null;
        const key = `${state}:${upload?.words}:${Boolean(canvas)}`;
        const shown = this.frame.querySelector("progress");
        if (this.shown === key && shown) shown.value = upload.progress;
        else if (this.shown !== key) this.frame.replaceChildren(...[canvas, words, state === "sending" ? bar : null, acts].filter(Boolean));
        this.shown = key;
        return undefined;
    }

    canvas(upload) {
        if (!upload?.look) return null;
        const canvas = element("canvas", { width: upload.look.width, height: upload.look.height, "aria-hidden": "true" });
        canvas.getContext("2d").drawImage(upload.look, 0, 0);
        return canvas;
    }

    showPicture(src) {
        const { say } = this.pictures.desk;
        const address = this.pictures.address(src);
        const key = `${src}:${address}`;
        this.dom.dataset.state = "shown";
        if (this.shown === key) return;
        this.shown = key;
        const known = this.pictures.known.get(src.slice(6));
        this.frame.replaceChildren(address
            ? element("img", { src: address, alt: "", draggable: false, ...(known?.width && src.startsWith("media:") ? { width: known.width, height: known.height } : {}) })
            : element("p", { className: "elsewhere" }, say(src.startsWith("media:") ? "picture.unknown" : "picture.elsewhere"), " ", element("bdi", { dir: "ltr" }, src)));
    }

    selectNode() {
        this.dom.classList.add("chosen");
    }

    deselectNode() {
        this.dom.classList.remove("chosen");
    }

    stopEvent(event) {
        return this.fields.contains(event.target) || (this.top.contains(event.target) && Boolean(event.target.closest("button")));
    }

    ignoreMutation(change) {
        return change.type !== "selection" && !this.contentDOM.contains(change.target);
    }

    destroy() {
        for (const upload of this.pictures.uploads.values()) upload.views.delete(this);
    }
}
