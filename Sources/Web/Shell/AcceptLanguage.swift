import Basics

/// The Accept-Language field (RFC 9110, 12.5.4).
enum AcceptLanguage {
    /// The reader's best language among `offered`, or the first of those.
    static func choose(_ field: String?, from offered: [Language]) -> Language {
        var best: (language: Language, quality: Double)?
        for part in (field ?? "").split(separator: ",").prefix(20) {
            let pieces = part.split(separator: ";").map { $0.drop { $0 == " " } }
            guard let tag = pieces.first, let language = Language(tag: tag), offered.contains(language) else { continue }
            let quality = pieces.dropFirst().first.flatMap { $0.hasPrefix("q=") ? Double($0.dropFirst(2)) : nil } ?? 1
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        return best?.language ?? offered.first ?? .en
    }
}
