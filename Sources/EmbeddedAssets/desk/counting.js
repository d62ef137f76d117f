// How many words a text has, and how long it takes to read.

const PER_MINUTE = { ar: 180, en: 230 };

export class Counting {
    constructor(language) {
        this.language = language;
        this.segmenter = typeof Intl.Segmenter === "function" ? new Intl.Segmenter(language, { granularity: "word" }) : null;
        // Blocks that did not change are not counted again.
        this.known = new WeakMap();
    }

    words(text) {
        if (!this.segmenter) return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\u0640-]*/gu) ?? []).length;
        let count = 0;
        for (const segment of this.segmenter.segment(text)) if (segment.isWordLike) count += 1;
        return count;
    }

    count(document) {
        let count = 0;
        document.forEach((block) => {
            if (!this.known.has(block)) this.known.set(block, this.words(block.textBetween(0, block.content.size, "\n", " ")));
            count += this.known.get(block);
        });
        return { words: count, minutes: count && Math.max(1, Math.round(count / (PER_MINUTE[this.language] ?? 200))) };
    }
}
