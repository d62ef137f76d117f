// The words of the page, in the language of the interface. The server sends them; `{name}` stands for what is filled in.

export function wording(words, language) {
    const plurals = new Intl.PluralRules(language);
    const numbers = new Intl.NumberFormat(language === "ar" ? "ar-LY-u-nu-latn" : "en-GB");
    const clock = new Intl.DateTimeFormat(language === "ar" ? "ar-LY-u-nu-latn" : "en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const day = new Intl.DateTimeFormat(language === "ar" ? "ar-LY-u-nu-latn" : "en-GB", { day: "numeric", month: "long" });

    // `say("words", { n: 3 })` takes the form of `words.few` where the language has one.
    function say(key, values = {}) {
        const form = values.n === undefined ? words[key] : words[`${key}.${plurals.select(values.n)}`] ?? words[`${key}.other`] ?? words[key];
        return (form ?? key).replace(/\{(\w+)\}/g, (whole, name) => {
            const value = values[name];
            return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
        });
    }

    // A time of today, or a day and a time.
    say.time = (text) => {
        const date = new Date(text);
        if (Number.isNaN(date.getTime())) return "";
        const isToday = date.toDateString() === new Date().toDateString();
        return isToday ? clock.format(date) : `${day.format(date)} ${clock.format(date)}`;
    };
    // A name or another text of somebody's own inside a sentence, whichever way it runs.
    say.apart = (text) => `\u2068${text}\u2069`;
    return say;
}
