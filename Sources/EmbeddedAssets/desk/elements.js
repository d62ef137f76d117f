// Pieces of pages, made without a line of HTML in a string.

export function element(name, properties = {}, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
        if (value === undefined || value === null) continue;
        if (key in made && !key.startsWith("aria-") && key !== "list" && key !== "form") made[key] = value;
        else made.setAttribute(key, value);
    }
    made.append(...content.filter((one) => one !== null && one !== undefined && one !== false));
    return made;
}

const SVG = "http://www.w3.org/2000/svg";

// A drawing of strokes on a square of 24.
export function icon(path, isMirrored = false) {
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("viewBox", "0 0 24 24");
    drawing.setAttribute("class", isMirrored ? "icon mirrored" : "icon");
    drawing.setAttribute("aria-hidden", "true");
    const stroke = document.createElementNS(SVG, "path");
    stroke.setAttribute("d", path);
    drawing.append(stroke);
    return drawing;
}

export function button(label, act, properties = {}) {
    const made = element("button", { type: "button", ...properties }, label);
    made.addEventListener("click", act);
    return made;
}

// Words that are heard but not seen. With a direction of their own, the text behind them finds its own.
export const aside = (words, { language, direction } = {}) => element("span", { className: "aside-text", lang: language, dir: direction }, words);
