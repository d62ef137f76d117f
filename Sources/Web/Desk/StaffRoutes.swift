import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// Who works here and what each may do; the freeze; the record of what was done.
struct StaffRoutes: Sendable {
    let site: Site

    func staff(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await staff(request, context, signedIn, nil)
    }

    /// Gives somebody of the staff another role; her sessions end.
    func setRole(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        do {
            guard let role = Reader.Role(rawValue: form["role"]) else { throw FormBody.unknown }
            let reader: ID<Reader> = ID(try form.number("reader"))
            try await site.accounts.setRole(role, of: reader, by: signedIn.session.id)
            return site.seeOther(SitePath.desk(language, .staff).text + "?done=role")
        } catch let refusal as Refusal {
            return try await staff(request, context, signedIn, refusal)
        }
    }

    private func staff(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ refusal: Refusal?) async throws -> Response {
        let language = try context.language(site)
        let news: Phrase? = request.query("done") == "role" ? DeskWords.roleSet : nil
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            var page = try DeskPage(
                tx, site, language, .staff, DeskWords.staff[language], for: signedIn.reader, news: news, refusal: refusal)
            let mayManage = signedIn.reader.role.may(.manage)
            let people = try Readers.staff(tx).map { person -> HTML in
                let roles = Reader.Role.allCases.map { DeskFields.option($0.rawValue, $0.words[language], $0 == person.role) }
                let change: HTML? =
                    mayManage
                    ? """
                    <form method="post" action="\(SitePath.desk(language, .staff).text)"><input type="hidden" name="reader" value="\(person.id.rawValue)">\
                    <label class="aside-text" for="role-\(person.id.rawValue)">\(DeskWords.role[language]): \(person.called)</label>\
                    <select id="role-\(person.id.rawValue)" name="role">\(roles)</select> <button>\(DeskWords.change[language])</button></form>
                    """ : nil
                return "<li><strong><bdi>\(person.called)</bdi></strong> <span>\(person.role.words[language])</span>\(change)</li>"
            }
            page.content = """
                <ul class="people">\(people)</ul>\
                \(ReaderPart(id: "duties", title: DeskWords.duties, language: language, content: Self.table(language)).html)
                """
            return page
        }
    }

    /// The table of who may do what, out of the code that decides it.
    private static func table(_ language: Language) -> HTML {
        let roles = Reader.Role.allCases.filter(\.isStaff)
        let head = roles.map { "<th scope=\"col\">\($0.words[language])</th>" as HTML }
        let rows = Duty.allCases.map { duty -> HTML in
            let cells = roles.map { $0.may(duty) ? "<td class=\"may\">\(DeskWords.yes[language])</td>" : "<td>—</td>" as HTML }
            return "<tr><th scope=\"row\">\(duty.words[language])</th>\(cells)</tr>"
        }
        return """
            <div class="table" tabindex="0" role="group" aria-labelledby="duties"><table class="duties"><thead><tr><td></td>\(head)</tr></thead>\
            <tbody>\(rows)</tbody></table></div>
            """
    }

    func freezePage(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        return try await site.personal(request) { [site] tx in
            var page = try DeskPage(tx, site, language, .freeze, DeskWords.freeze[language], for: signedIn.reader)
            if let (reason, since) = try Desk.freeze(tx) {
                page.content = """
                    <p>\(page.chrome.dateAndClock(since)): <bdi>\(reason)</bdi></p>\
                    <form method="post" action="\(SitePath.desk(language, .freeze).text)">\
                    <p class="actions"><button name="release" value="1">\(DeskWords.release[language])</button></p></form>
                    """
            } else {
                let form = FormHTML(
                    action: .desk(language, .freeze), language: language,
                    fields: [.init(name: "reason", label: DeskWords.freezeReason, isRequired: false, longest: DeskLimits.reason)],
                    button: DeskWords.freezeNow, isGrave: true)
                page.content = "<p>\(DeskWords.freezeHint[language])</p>\(form.html)"
            }
            return page
        }
    }

    func setFreeze(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        try await site.newsroom.database.write { tx in
            let actor = try Desk.actor(tx, signedIn.session.id, .freeze)
            if form.has("release") { try Desk.release(tx, by: actor) } else { try Desk.freeze(tx, reason: form["reason"], by: actor) }
        }
        return site.seeOther(SitePath.desk(language, .freeze).text)
    }

    func audit(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let below = request.query("below").flatMap { Int64($0) } ?? .max
        return try await site.personal(request) { [site] tx in
            var page = try DeskPage(tx, site, language, .audit, DeskWords.audit[language], for: signedIn.reader)
            let entries = try Audit.newest(tx, below: below, limit: 100)
            let names = Dictionary(uniqueKeysWithValues: try Readers.staff(tx).map { ($0.id, $0.called) })
            let rows = entries.map { entry -> HTML in
                let who = entry.actor.map { names[$0] ?? "\(DeskWords.former[language]) \($0)" } ?? DeskWords.program[language]
                return """
                    <tr><td>\(page.chrome.digits.write(String(entry.number)))</td><td>\(page.chrome.dateAndClock(entry.at))</td><td><bdi>\(who)</bdi></td>\
                    <td>\(Self.action(entry, language))</td><td>\(Self.subject(entry, page.chrome))</td><td dir="auto">\(entry.was)</td><td dir="auto">\(entry.became)</td></tr>
                    """
            }
            let heads = DeskWords.auditColumns.map { "<th scope=\"col\">\($0[language])</th>" as HTML }
            let older: HTML? =
                entries.count == 100
                ? "<p><a rel=\"next\" href=\"\(SitePath.desk(language, .audit).text)?below=\(entries[99].number)\">\(Words.older[language])</a></p>"
                : nil
            page.content = """
                <p class="hint">\(DeskWords.auditHint[language]) <code>matbaa audit verify</code></p><div class="table" tabindex="0" role="region" aria-label="\(DeskWords.audit[language])">\
                <table class="audit"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>\(older)
                """
            return page
        }
    }

    /// In words, with the code that the record keeps.
    private static func action(_ entry: Audit.Entry, _ language: Language) -> HTML {
        guard let words = AuditWords.action(entry.action) else { return "<code dir=\"ltr\">\(entry.action)</code>" }
        return "\(words[language]) <code dir=\"ltr\">\(entry.action)</code>"
    }

    /// A story leads to where it is written.
    private static func subject(_ entry: Audit.Entry, _ chrome: Chrome) -> HTML {
        let parts = entry.subject.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = AuditWords.subject(parts[0]) else { return "<span dir=\"auto\">\(entry.subject)</span>" }
        let words: HTML = "\(kind[chrome.language]) \(chrome.digits.write(parts[1]))"
        guard parts[0] == "edition", entry.action != "edition.deleted", let number = Int64(parts[1]) else { return words }
        return "<a href=\"\(SitePath.desk(chrome.language, .story(ID(number))).text)\">\(words)</a>"
    }
}
