extension Catalogue {
    /// The checks that are code; those of words alone stand in `copydesk-patterns.tsv`.
    static let allChecks: [any Check] = [
        EnglishSpelling(), ArabicSpelling(part: .spelling), ArabicSpelling(part: .hamza),
    ]
}
