/// The forms of the verbs in `ar-cues.tsv`, folded.
enum ArabicConjugation {
    static func forms(past: String, present: String, participle: String, noun: String, frames: ArabicCue.Frames) -> [(String, ArabicCue)] {
        let lemma = ArabicFolding.folded(past == "-" ? present : past)
        func cue(_ form: ArabicCue.Form, feminine: Bool = false, plural: Bool = false) -> ArabicCue {
            ArabicCue(lemma: lemma, form: form, feminine: feminine, plural: plural, frames: frames)
        }
        var all: [(String, ArabicCue)] = []
        if past != "-" {
            all.append((past, cue(.past)))
            let weak = past.last == "ى" || past.last == "ا"
            let stem = weak ? String(past.dropLast()) : past
            all += [(stem + "ت", cue(.past, feminine: true)), (stem + "وا", cue(.past, plural: true))]
            all.append((stem + "تا", cue(.past, feminine: true, plural: true)))
            all.append((stem + (weak ? "يا" : "ا"), cue(.past, plural: true)))
            if !weak { all.append((stem + "ن", cue(.past, feminine: true, plural: true))) }
        }
        if present != "-" {
            let she = "ت" + present.dropFirst()
            let weak = "يوى".contains(present.last ?? " ")
            let stem = weak ? String(present.dropLast()) : present
            all += [(present, cue(.present)), (she, cue(.present, feminine: true)), (stem + "ون", cue(.present, plural: true))]
            if !weak { all.append((present + "ان", cue(.present, plural: true))) }
        }
        if participle != "-" {
            let stem = String(participle.dropLast())
            let plural = stem.last == "ي" ? String(stem.dropLast()) : stem
            all += [(participle, cue(.participle)), (stem + "ة", cue(.participle, feminine: true))]
            all += [(plural + "ين", cue(.participle, plural: true)), (stem + "تين", cue(.participle, feminine: true, plural: true))]
        }
        if noun != "-" {
            let stem = noun.last == "ة" ? noun.dropLast() + "ت" : noun
            all += [(stem + "ه", cue(.noun)), (stem + "ها", cue(.noun, feminine: true)), (stem + "هم", cue(.noun, plural: true))]
        }
        return all.map { (ArabicFolding.folded($0.0), $0.1) }
    }
}
