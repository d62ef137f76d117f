/// A form of a verb that reports words.
struct ArabicCue: Hashable, Sendable {
    enum Form: Sendable { case past, present, participle, noun }

    /// What may follow the verb.
    struct Frames: OptionSet, Hashable, Sendable {
        let rawValue: UInt16
        static let that = Self(rawValue: 1)
        static let quote = Self(rawValue: 2)
        static let object = Self(rawValue: 4)
        static let loose = Self(rawValue: 8)
        static let named = Self(rawValue: 16)
        static let document = Self(rawValue: 32)
        static let doubtful = Self(rawValue: 64)
        static let to = Self(rawValue: 128)
        static let on = Self(rawValue: 256)
        static let about = Self(rawValue: 512)
        static let from = Self(rawValue: 1024)
        static let with = Self(rawValue: 2048)
        static let into = Self(rawValue: 4096)

        static let byWord: [String: Self] = [
            "that": [.that, .quote], "quote": .quote, "object": .object, "loose": .loose, "named": .named, "doc": .document,
            "doubtful": .doubtful, "الى+": .to, "على+": .on, "عن+": .about, "من+": .from, "ب+": .with,
            "في+": .into,
        ]
    }

    let lemma: String
    let form: Form
    let feminine: Bool
    let plural: Bool
    let frames: Frames

    var isVerb: Bool { form == .past || form == .present }
}
