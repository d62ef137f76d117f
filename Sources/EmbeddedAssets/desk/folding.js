// Text as it is looked for: letters that are written in several ways as one.

const LETTERS = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك" };
// Tatweel, and the vowel and Koranic marks.
const SILENT = /[\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0300-\u036f\u200b-\u200f\u2060]/;

// One unit of text; nothing where it is not heard.
export const foldLetter = (letter) => (SILENT.test(letter) ? "" : LETTERS[letter] ?? letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase());
export const fold = (text) => [...text].map(foldLetter).join("");

// Where `sought` stands in `text`: pairs of places in the text as it is written.
export function placesOf(text, sought, { isFolded = true, isExact = false } = {}) {
    const units = [];
    let flat = "";
    for (let place = 0; place < text.length;) {
        const letter = String.fromCodePoint(text.codePointAt(place));
        const as = isFolded ? foldLetter(letter) : isExact ? letter : letter.toLowerCase();
        for (let unit = 0; unit < as.length; unit += 1) units.push(place);
        flat += as;
        place += letter.length;
    }
    units.push(text.length);
    const needle = isFolded ? fold(sought) : isExact ? sought : sought.toLowerCase();
    const found = [];
    if (!needle) return found;
    for (let place = flat.indexOf(needle); place >= 0; place = flat.indexOf(needle, place + needle.length)) {
        const start = units[place];
        let end = units[place + needle.length - 1];
        end += String.fromCodePoint(text.codePointAt(end)).length;
        // The marks over the last letter are part of it.
        while (isFolded && end < text.length && SILENT.test(text[end])) end += 1;
        found.push([start, end]);
    }
    return found;
}
