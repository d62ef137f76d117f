/// What a British spelling would be in America, for a dictionary that knows only that: every form that the rules allow, right or not.
enum BritishSpelling {
    static func american(_ word: String) -> [String] {
        var forms: [String] = []
        for (british, american) in rules where word.contains(british) { forms.append(word.replacing(british, with: american)) }
        // Two changes in one word: colourised, unorganised programme.
        for form in forms {
            for (british, american) in rules.prefix(8) where form.contains(british) { forms.append(form.replacing(british, with: american)) }
        }
        return forms
    }

    private static let rules = [
        ("our", "or"), ("isa", "iza"), ("ise", "ize"), ("isi", "izi"), ("yse", "yze"), ("ysi", "yzi"), ("ll", "l"), ("ogue", "og"), ("tre", "ter"),
        ("bre", "ber"), ("ence", "ense"), ("ae", "e"), ("oe", "e"), ("amme", "am"), ("mould", "mold"), ("grey", "gray"), ("plough", "plow"),
        ("cheque", "check"), ("tyre", "tire"), ("kerb", "curb"), ("pyjama", "pajama"), ("storey", "story"), ("sceptic", "skeptic"),
        ("ageing", "aging"),
        ("judgement", "judgment"), ("fulfil", "fulfill"), ("enrol", "enroll"), ("skilful", "skillful"), ("wilful", "willful"), ("instal", "install"),
        ("pp", "p"), ("manoeuvre", "maneuver"), ("draught", "draft"), ("ngst", "ng"), ("aluminium", "aluminum"), ("whilst", "while"),
    ]
}
