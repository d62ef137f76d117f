extension Catalogue {
    /// The checks that are code; those of words alone stand in `copydesk-patterns.tsv`.
    static let allChecks: [any Check] = [
        HouseNameCheck(), NameVariantCheck(), OrganisationNames(), EditionNames(), ArchiveNames(), VagueSources(), SingleUnnamedSource(),
        QuotationSpeaker(), StatementCue(), DroppedStatements(), TruncatedHeading(), HeadlineLength(), HeadlineNumbers(), NumberParts(), NumberList(),
        NumberUnits(),
        EditionNumbers(), DateWeekday(), DateIncomplete(), RelativeDates(), EnglishSpelling(), ArabicSpelling(part: .spelling),
        ArabicSpelling(part: .hamza), DoubledWord(), Spacing(), MarksOfScript(), MixedSystems(matter: .quotationMarks), MixedSystems(matter: .digits),
        OpenQuotation(), Capitalisation(), Designations(), Acronyms(), DuplicateText(), Consistency(), Jussive(), IbnInNames(), MissingAlt(),
        LinkText(),
    ]
}
