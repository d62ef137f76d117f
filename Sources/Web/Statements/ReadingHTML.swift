import Basics
import Linguistics
import Markup
import Newsroom
import Storage

/// What a reading of a story's newest text found: statements that are in the record, such as are proposed for it, and what a copy editor would mark.
/// Each is decided on by a form of its own; the editor's script shows the same beside the text.
struct ReadingHTML: Sendable {
    let chrome: Chrome
    private let edition: Edition
    private let head: Revision
    private let reading: Copyreading
    private let prose: Prose
    private let placed: [Statements.Placed]
    private let proposals: [Statements.Proposal]
    private let speakers: [ID<Speaker>: Speaker]
    private let mayWrite: Bool
    private let maySettle: Bool

    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ id: ID<Edition>, for reader: Reader) throws {
        guard let edition = try Articles.edition(tx, id), let head = try Articles.newest(tx, of: id) else { return nil }
        chrome = try Chrome(tx, site, language)
        self.edition = edition
        self.head = head
        reading = try Copyreading.of(tx, edition, head.content, zone: site.newsroom.face.civil)
        prose = reading.prose
        placed = try Statements.placed(tx, id, in: prose)
        proposals = try Statements.proposals(tx, id, in: reading, beside: placed)
        speakers = try Speakers.all(tx, Set(placed.compactMap(\.recorded.speakerID)))
        mayWrite = try Desk.mayWrite(tx, edition, reader)
        maySettle = reader.role.may(.edit)
    }

    private var language: Language { chrome.language }
    private var marks: HTML { "lang=\"\(edition.language.rawValue)\" dir=\"\(edition.language.direction.rawValue)\"" }
    private var action: SitePath { .desk(language, .part(edition.id, .reading)) }

    var html: HTML {
        let proposed = proposals.enumerated().map { item(proposal: $1, number: $0 + 1) }
        let recorded = placed.enumerated().map { item(placed: $1, next: placed.dropFirst($0 + 1).first) }
        let keys: HTML = "<p class=\"hint keys\" hidden>\(ReadingWords.keys[language])</p>"
        return """
            \(StoryFormHTML.back(edition, head.content.headline, language))<div class="reading" data-revision="\(head.id.rawValue)">\(keys)\
            \(part("proposals", ReadingWords.proposals, proposed, empty: ReadingWords.noProposals))\
            \(part("recorded", ReadingWords.recorded, recorded, empty: ReadingWords.noneRecorded))\
            \(FindingsHTML(reading: reading, edition: edition, revision: head.id, chrome: chrome, mayWrite: mayWrite, maySettle: maySettle).html)</div>
            """
    }

    private func part(_ id: HTML, _ title: Phrase, _ items: [HTML], empty: Phrase) -> HTML {
        let count: HTML? = items.isEmpty ? nil : " <span class=\"count\">\(chrome.digits.write(items.count))</span>"
        let list: HTML = items.isEmpty ? "<p class=\"empty\">\(empty[language])</p>" : "<ol class=\"said-list\">\(items)</ol>"
        return "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title[language])\(count)</h2>\(list)</section>"
    }

    // MARK: Items

    private func item(proposal: Statements.Proposal, number: Int) -> HTML {
        let statement = proposal.statement
        let name = statement.speaker ?? StatementWords.source(statement.sourceClass)[language]
        let acts: [HTML] =
            mayWrite
            ? [
                "<button name=\"act\" value=\"confirm\" class=\"primary\">\(ReadingWords.confirm[language])</button>",
                "<button name=\"act\" value=\"reject\" formnovalidate>\(ReadingWords.reject[language])</button>",
            ] : []
        return """
            <li class="proposed" id="proposal-\(number)">\(lead(name, statement, role: statement.role))\
            \(form(statement, fields: fields(statement, speakers: proposal.speakers, chosen: proposal.speakers.first?.speaker.id), acts: acts))</li>
            """
    }

    private func item(placed: Statements.Placed, next: Statements.Placed?) -> HTML {
        let recorded = placed.recorded
        let name = recorded.speakerID.flatMap { speakers[$0] }?.name(in: edition.language) ?? StatementWords.source(recorded.sourceClass)[language]
        let known = recorded.speakerID.flatMap { speakers[$0] }.map { [(speaker: $0, likeness: 1.0)] } ?? []
        let isWithdrawn = recorded.state == .withdrawn
        let field: HTML = "<input type=\"hidden\" name=\"statement\" value=\"\(recorded.id.rawValue)\">"
        var acts: [HTML] = []
        if mayWrite {
            if placed.standing != .lost, Statements.pieces(placed.statement, in: prose).count > 1 {
                acts.append("<button name=\"act\" value=\"split\" formnovalidate>\(ReadingWords.split[language])</button>")
            }
            if let next, next.standing != .lost, next.recorded.speakerID == recorded.speakerID, placed.standing != .lost {
                acts.append("<button name=\"act\" value=\"join\" formnovalidate>\(ReadingWords.join[language])</button>")
            }
            acts.append(
                isWithdrawn
                    ? "<button name=\"act\" value=\"confirm\" formnovalidate>\(ReadingWords.confirmAgain[language])</button>"
                    : "<button name=\"act\" value=\"withdraw\" formnovalidate>\(ReadingWords.withdraw[language])</button>")
        }
        let state: HTML? =
            isWithdrawn
            ? "<p class=\"state\">\(StatementWords.withdrawn[language])</p>"
            : placed.standing == .kept ? nil : "<p class=\"state wrong\" role=\"note\">\(ReadingWords.standing(placed.standing)[language])</p>"
        let page: HTML? = recorded.speakerID.map { id in
            "<p class=\"facts\"><a href=\"\(SitePath.desk(language, .speaker(id)).text)\">\(ReadingWords.record[language])</a></p>"
        }
        var shown = placed.statement
        // What the text no longer has is shown as it was.
        if placed.standing == .lost { shown.content = [] }
        return """
            <li class="\(placed.standing.rawValue)" id="statement-\(recorded.id.rawValue)">\
            \(lead(name, shown, role: recorded.role, words: placed.standing == .lost ? recorded.words : nil))\(state)\
            \(form(placed.statement, field: field, fields: "\(fields(placed.statement, speakers: known, chosen: recorded.speakerID))\(Self.save(language))", acts: acts))\(page)</li>
            """
    }

    private static func save(_ language: Language) -> HTML {
        "<p class=\"actions\"><button name=\"act\" value=\"mend\" class=\"primary\">\(ReadingWords.save[language])</button></p>"
    }

    private func lead(_ name: String, _ statement: Statement, role: String?, words: String? = nil) -> HTML {
        let roleText: HTML? = role.flatMap { $0.isEmpty ? nil : "<bdi class=\"role\">\($0)</bdi>" }
        let spans = statement.content.map { range -> HTML in "<q data-words=\"\(prose.text(range))\">\(prose.text(range))</q>" }
        let quotation: HTML = words.map { "<del>\($0)</del>" } ?? spans.joined(separator: " … ")
        return """
            <p class="speaker"><strong><bdi>\(name)</bdi></strong> \(roleText) <span class="kind">\(StatementWords.kind(statement.kind)[language])</span> \
            <span class="kind">\(StatementWords.source(statement.sourceClass)[language])</span></p><p class="words" \(marks)>\(quotation)</p>
            """
    }

    // MARK: The form

    private func form(_ statement: Statement, field: HTML? = nil, fields: HTML, acts: [HTML]) -> HTML? {
        guard mayWrite else { return nil }
        let places = [("source", statement.source), ("cue", statement.cue), ("content", statement.content)].map { name, ranges -> HTML in
            let value = ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
            return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        }
        let buttons = acts.isEmpty ? nil : "<p class=\"actions\">\(acts)</p>" as HTML
        return """
            <form method="post" action="\(action.text)"><input type="hidden" name="revision" value="\(head.id.rawValue)">\(field)\(places)\
            <details><summary>\(ReadingWords.mend[language])</summary>\(fields)</details>\(buttons)</form>
            """
    }

    private func fields(_ statement: Statement, speakers: [(speaker: Speaker, likeness: Double)], chosen: ID<Speaker>?) -> HTML {
        let options = speakers.map { DeskFields.option("\($0.speaker.id)", $0.speaker.name(in: edition.language), $0.speaker.id == chosen) }
        let who: HTML? =
            options.isEmpty
            ? nil
            : """
            <label>\(ReadingWords.who[language]) <select name="who">\(options)<option value="">\(ReadingWords.somebodyNew[language])</option></select></label>
            """
        let words = statement.content.map { prose.text($0).replacing("\n", with: " ") }.joined(separator: "\n")
        return """
            \(who)<label>\(ReadingWords.speaker[language]) <input name="speaker" value="\(statement.speaker ?? "")" maxlength="200" \(marks)></label>\
            <label>\(ReadingWords.role[language]) <input name="role" value="\(statement.role ?? "")" maxlength="\(Statements.longestLine)" \(marks)></label>\
            <label>\(ReadingWords.context[language]) <input name="context" value="\(statement.context ?? "")" maxlength="\(Statements.longestLine)" \(marks)></label>\
            <label>\(ReadingWords.words[language]) <textarea name="words" rows="3" \(marks)>
            \(words)</textarea></label>\
            <div class="pair">\(choice("kind", ReadingWords.kind, Statement.Kind.allCases, statement.kind, StatementWords.kind))\
            \(choice("class", ReadingWords.sourceClass, Statement.SourceClass.allCases, statement.sourceClass, StatementWords.source))</div>
            """
    }

    private func choice<Value: RawRepresentable<String> & Equatable>(
        _ name: HTML, _ label: Phrase, _ all: [Value], _ chosen: Value, _ words: (Value) -> Phrase
    ) -> HTML {
        let options = all.map { DeskFields.option($0.rawValue, words($0)[language], $0 == chosen) }
        return "<label>\(label[language]) <select name=\"\(name)\">\(options)</select></label>"
    }
}
