import Basics
import Testing

@testable import Linguistics

@Suite("Copydesk: beside the text")
struct CopydeskContextTests {
    /// A statement whose parts are found by their words.
    private func statement(
        _ prose: Prose, source: String, cue: String, content: String, _ sourceClass: Statement.SourceClass, speaker: String? = nil
    ) -> Statement {
        func places(_ words: String) -> [Range<Int>] {
            let (text, part) = (prose.scalars, Array(words.unicodeScalars))
            guard let start = text.indices.first(where: { text[$0...].starts(with: part) }) else { return [] }
            return [start..<start + part.count]
        }
        return Statement(
            source: places(source), cue: places(cue), content: places(content), kind: .indirect, sourceClass: sourceClass, speaker: speaker)
    }

    private func checks(_ prose: Prose, _ statements: [Statement] = [], _ context: Copydesk.Context = .init()) -> Set<String> {
        Set(Copydesk().findings(in: prose, statements: statements, context: context).map(\.check))
    }

    @Test("a story that rests on one unnamed source is marked; a second source that is named mends it")
    func unnamed() {
        let prose = Prose(plain: "A guard who asked not to be named said the port was closed. Mayor Salah Jumaa said it was open.")
        let guardSaid = statement(
            prose, source: "A guard who asked not to be named", cue: "said", content: "the port was closed", .unnamed)
        let mayorSaid = statement(prose, source: "Mayor Salah Jumaa", cue: "said", content: "it was open", .person, speaker: "Salah Jumaa")
        #expect(checks(prose, [guardSaid]).contains("single-unnamed-source"))
        #expect(!checks(prose, [guardSaid, mayorSaid]).contains("single-unnamed-source"))
    }

    @Test("a statement with a colon alone is marked where two others have a verb; answers in a row are a manner of their own")
    func colon() {
        let prose = Prose(plain: "Ali Omar said it was late. Salah Jumaa denied it. Huda Ben Amer: the port is closed. The town knows.")
        let ali = statement(prose, source: "Ali Omar", cue: "said", content: "it was late", .person, speaker: "Ali Omar")
        let salah = statement(prose, source: "Salah Jumaa", cue: "denied", content: "it", .person, speaker: "Salah Jumaa")
        let huda = statement(prose, source: "Huda Ben Amer", cue: ":", content: "the port is closed", .person, speaker: "Huda Ben Amer")
        #expect(checks(prose, [ali, salah, huda]).contains("statement-cue"))
        #expect(!checks(prose, [ali, huda]).contains("statement-cue"))
        #expect(!checks(prose, [ali, salah]).contains("statement-cue"))
        let heading = Prose(plain: "Huda Ben Amer: the port is closed\n\nAli Omar said it was late. Salah Jumaa denied it.")
        let again = [
            statement(heading, source: "Huda Ben Amer", cue: ":", content: "the port is closed", .person, speaker: "Huda Ben Amer"),
            statement(heading, source: "Ali Omar", cue: "said", content: "it was late", .person, speaker: "Ali Omar"),
            statement(heading, source: "Salah Jumaa", cue: "denied", content: "it", .person, speaker: "Salah Jumaa"),
        ]
        #expect(!checks(heading, again).contains("statement-cue"))
    }

    @Test("observers are nobody, whoever finds them; several cast members are somebody")
    func vague() {
        let prose = Prose(plain: "This is a mistake, observers insist.\n\nSeveral cast members insist on it.")
        let vague = statement(prose, source: "observers", cue: "insist", content: "This is a mistake", .vague)
        #expect(checks(prose, [vague]).contains("vague-source"))
        let cast = statement(prose, source: "Several cast members", cue: "insist", content: "on it", .vague)
        #expect(!checks(prose, [cast]).contains("vague-source"))
    }

    @Test("a translation that leaves out a speaker is marked, one that names her in the other script is not")
    func dropped() throws {
        let original = Prose(plain: "Political analyst Faraj Dardour said that the base was not unexpected.")
        let said = statement(
            original, source: "Political analyst Faraj Dardour", cue: "said", content: "that the base was not unexpected", .person,
            speaker: "Faraj Dardour")
        var context = Copydesk.Context()
        context.editions = [.init(prose: original, statements: [said], isOriginal: true)]
        #expect(checks(Prose(plain: "لم تكن القاعدة مفاجئة لأحد في البلاد."), [], context).contains("statement-dropped"))
        #expect(!checks(Prose(plain: "قال المحلل السياسي فرج دردور إن القاعدة لم تكن مفاجئة."), [], context).contains("statement-dropped"))
    }

    @Test("a weekday without a year is held against the article's own date")
    func weekday() {
        let prose = Prose(plain: "The talks begin on Monday, May 24, in Tunis.")
        var context = Copydesk.Context()
        #expect(!checks(prose, [], context).contains("date-weekday"))
        context.date = CivilTime.instant(year: 2016, month: 6, day: 1)?.civil()
        #expect(checks(prose, [], context).contains("date-weekday"))
    }

    @Test("a quotation keeps its speaker's style: what the desk would write shorter stays")
    func quotations() {
        #expect(checks(Prose(plain: "They stayed due to the fact that it rained.")).contains("wordiness"))
        #expect(!checks(Prose(plain: "“We stayed due to the fact that it rained,” she said.")).contains("wordiness"))
    }
}
