// The words of the page, in the language of the interface. The server sends them; `{name}` stands for what is filled in.

// Numbers are in the newsroom's digits and times by its clock, as on the rest of the page, wherever the browser is.
export function wording(words, language, { zone, digits } = {}) {
    const place = language === "ar" ? `ar-LY-u-nu-${digits === "arabic-indic" ? "arab" : "latn"}` : "en-GB";
    const timeZone = known(zone);
    const plurals = new Intl.PluralRules(language);
    const numbers = new Intl.NumberFormat(place);
    const clock = new Intl.DateTimeFormat(place, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
    const day = new Intl.DateTimeFormat(place, { day: "numeric", month: "long", timeZone });
    const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "short", timeZone });

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
        const moment = new Date(text);
        if (Number.isNaN(moment.getTime())) return "";
        const isToday = date.format(moment) === date.format(new Date());
        return isToday ? clock.format(moment) : `${day.format(moment)} ${clock.format(moment)}`;
    };
    // A name or another text of somebody's own inside a sentence, whichever way it runs.
    say.apart = (text) => `\u2068${text}\u2069`;
    return say;
}

// A browser that does not know the place has its own clock.
function known(zone) {
    try {
        return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
    } catch {
        return undefined;
    }
}
