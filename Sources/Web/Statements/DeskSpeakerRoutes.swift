import Basics
import Foundation
import Hummingbird
import Linguistics
import Markup
import Newsroom
import Storage

/// The record's people, organisations and documents, as the desk keeps them.
struct DeskSpeakerRoutes: Sendable {
    let site: Site

    static let size = 50

    func list(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, name) = (try context.language(site), String((request.query("q") ?? "").prefix(200)))
        guard let number = request.pageNumber else { throw Missing() }
        return try await site.personal(request) { [site] tx in
            let page = try Speakers.search(tx, name, number: number, size: Self.size)
            var shown = try DeskPage(tx, site, language, .speakers, SpeakerWords.title[language], for: signedIn.reader)
            shown.content = SpeakerListHTML(page: page, query: name, chrome: shown.chrome).html
            return shown
        }
    }

    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await page(request, context, signedIn, nil)
    }

    func keep(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn) { tx, id, form, actor in
            guard let kind = Speaker.Kind(rawValue: form["kind"]), let visibility = Speaker.Visibility(rawValue: form["visibility"]) else {
                throw FormBody.unknown
            }
            let names = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, form["name-\($0.rawValue)"]) }).filter { !$0.value.isEmpty }
            let details = Speakers.Details(
                kind: kind, names: names, wikidata: form["wikidata"], visibility: visibility,
                roles: Language.allCases.flatMap { Self.roles(form.lines("roles-\($0.rawValue)"), $0) }, same: form.lines("spellings"),
                others: form.lines("others"))
            try Desk.keep(tx, id, details, by: actor)
            return id
        }
    }

    func merge(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn) { tx, id, form, actor in
            let other: ID<Speaker> = ID(try form.number("into"))
            try Desk.merge(tx, id, into: other, by: actor)
            return other
        }
    }

    func part(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn) { tx, id, form, actor in
            let all = try Statements.all(tx, by: id)
            let chosen = all.map(\.id).filter { form.has("statement-\($0.rawValue)") }
            guard let name = form.lines("name").first else {
                throw Refusal(.invalid, ar: "اكتب اسم الآخر.", en: "Write the other one’s name.", field: "name")
            }
            let written: Language = Language.detected(in: name, letters: 1) ?? .en
            return try Desk.part(tx, id, Set(chosen), name: [written: name], by: actor)
        }
    }

    /// The address of a form, opened anew: leads to the record.
    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        site.seeOther(SitePath.desk(try context.language(site), .speaker(ID(try context.number("speaker")))).text)
    }

    private func act(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn,
        _ work: @escaping @Sendable (Transaction, ID<Speaker>, FormBody, Reader) throws -> ID<Speaker>
    ) async throws -> Response {
        let (language, id): (Language, ID<Speaker>) = (try context.language(site), ID(try context.number("speaker")))
        let form = try await FormBody(request)
        do {
            let shown = try await site.newsroom.database.write { tx in
                try work(tx, id, form, try Desk.actor(tx, signedIn.session.id, .edit))
            }
            return site.seeOther(SitePath.desk(language, .speaker(shown)).text + "?done=recorded")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(request, context, signedIn, refusal)
        }
    }

    private func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ refusal: Refusal?) async throws -> Response {
        let (language, id): (Language, ID<Speaker>) = (try context.language(site), ID(try context.number("speaker")))
        let news = DeskWords.done(request.query("done") ?? "")
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            guard let speaker = try Speakers.all(tx, [id])[id] else { throw Missing() }
            var page = try DeskPage(tx, site, language, .speaker(id), speaker.name(in: language), for: signedIn.reader, news: news, refusal: refusal)
            page.content = try SpeakerFormHTML(tx, speaker, page.chrome, mayEdit: signedIn.reader.role.may(.edit)).html
            return page
        }
    }

    /// A role a line, with its years behind a bar, as in `Minister of Health | 2019-2021`.
    private static func roles(_ lines: [String], _ language: Language) -> [Speaker.Role] {
        lines.map { line in
            let parts = line.split(separator: "|", maxSplits: 1)
            let role = String(parts[0]).trimmingCharacters(in: .whitespaces)
            guard parts.count == 2 else { return Speaker.Role(language: language, role: role) }
            let times = parts[1].split(maxSplits: 1, omittingEmptySubsequences: false) { "–/".contains($0) }.map {
                String($0).trimmingCharacters(in: .whitespaces)
            }
            return Speaker.Role(
                language: language, role: role, since: times[0].isEmpty ? nil : times[0],
                until: times.count == 2 && !times[1].isEmpty ? times[1] : nil)
        }
    }
}
