import Basics
import Foundation
import Linguistics
import Markup
import Newsroom
import Storage

/// What is to be known before a story is published, and the forms by which it is.
struct PublishingHTML: Sendable {
    let chrome: Chrome
    let edition: Edition
    let head: Revision
    let findings: [Readiness]
    /// The newest text as the copydesk reads it.
    let reading: Copyreading
    let role: Reader.Role
    let awaitsApproval: Bool
    let mayApprove: Bool
    /// Whether nothing on the site may change now, which the page says above.
    let isFrozen: Bool
    /// What readers will see changed.
    let changes: [TextChange]?

    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ id: ID<Edition>, for reader: Reader) throws {
        guard let edition = try Articles.edition(tx, id), let head = try Articles.newest(tx, of: id) else { return nil }
        chrome = try Chrome(tx, site, language)
        self.edition = edition
        self.head = head
        findings = try Readiness.of(tx, edition, head.content)
        reading = try Copyreading.of(tx, edition, head.content, zone: site.newsroom.face.civil)
        isFrozen = try Desk.freeze(tx) != nil
        role = reader.role
        let isApproved = try Desk.isApproved(tx, head.id, without: reader.id)
        awaitsApproval = (site.newsroom.face.publishing == .twoEditors) && !isApproved
        mayApprove = (site.newsroom.face.publishing == .twoEditors) && head.authorID != reader.id && role.may(.publish)
        changes = try edition.publishedID.flatMap { $0 == head.id ? nil : try Articles.revision(tx, $0) }
            .map { TextChange.between($0.content, head.content) }
    }

    private var language: Language { chrome.language }
    private func path(_ part: DeskPath.StoryPart) -> SitePath { .desk(language, .part(edition.id, part)) }

    var html: HTML {
        """
        \(StoryFormHTML.back(edition, head.content.headline, language))\(standing)\(checks)\(approval)\(publish)\(difference)\(times)\(withdrawal)\(deletion)
        """
    }

    /// What the public sees now, and what is in work.
    private var standing: HTML {
        var facts: [HTML] = [
            "<strong class=\"state \(edition.visibility.rawValue)\">\(DeskWords.visibility(edition.visibility)[language])</strong>"
        ]
        if let moment = edition.publishedAt { facts.append("\(DeskWords.published[language]) \(chrome.dateAndClock(moment))") }
        if let moment = edition.scheduledAt { facts.append("\(DeskWords.willPublish[language]) \(chrome.dateAndClock(moment))") }
        if let moment = edition.hiddenAt { facts.append("\(DeskWords.willHide[language]) \(chrome.dateAndClock(moment))") }
        if let moment = edition.embargoUntil, moment > chrome.now { facts.append("\(DeskWords.embargo[language]) \(chrome.dateAndClock(moment))") }
        if let reason = edition.withdrawalReason, edition.visibility == .withdrawn { facts.append("<bdi>\(reason)</bdi>") }
        return "<p class=\"facts\">\(facts.map { "<span>\($0)</span>" as HTML })</p>"
    }

    private var checks: HTML? {
        guard !findings.isEmpty || !reading.findings.isEmpty else {
            return isFrozen ? nil : "<p class=\"news\">\(DeskWords.nothingInTheWay[language])</p>"
        }
        let items = findings.map { finding -> HTML in
            "<li class=\"\(finding.blocks ? "blocks" : "minds")\"><strong>\((finding.blocks ? DeskWords.blocks : DeskWords.minds)[language])</strong> \(finding.words[language])</li>"
        }
        return part("checks", DeskWords.checks, "<ul class=\"findings\">\(items)\(copydesk)</ul>")
    }

    /// How much the copydesk would mark, and what of it must be seen to.
    private var copydesk: HTML? {
        guard !reading.findings.isEmpty else { return nil }
        let count = CopydeskWords.count.text(reading.findings.count, in: language, digits: chrome.face.digits(in: language))
        let open = reading.open.isEmpty ? nil : CopydeskWords.open
        let messages = reading.open.prefix(20).map { "<li>\($0.message[language]) <bdi>\(reading.prose.text($0.range))</bdi></li>" as HTML }
        let list: HTML? = messages.isEmpty ? nil : "<ul>\(messages)</ul>"
        return """
            <li class="\(open == nil ? "minds" : "blocks")"><strong>\((open ?? DeskWords.minds)[language])</strong> \(count) \
            <a href="\(path(.reading).text)">\(CopydeskWords.toReading[language])</a>\(list)</li>
            """
    }

    private var approval: HTML? {
        guard mayApprove || awaitsApproval else { return nil }
        let field: HTML = "<input type=\"hidden\" name=\"revision\" value=\"\(head.id.rawValue)\">"
        let button: HTML? =
            mayApprove ? ButtonForm(action: path(.approval).text, words: DeskWords.approve, language: language, field: field).html : nil
        return part("approval", DeskWords.fourEyes, "<p>\((awaitsApproval ? DeskWords.awaitsApproval : DeskWords.isApproved)[language])</p>\(button)")
    }

    private var publish: HTML? {
        guard role.may(.publish) else { return "<p>\(DeskWords.editorsPublish[language])</p>" }
        guard edition.visibility != .published || edition.publishedID != head.id else { return nil }
        // A button that can only be refused is none.
        if findings.contains(where: \.blocks) { return part("publish", DeskWords.publish, "<p>\(DeskWords.firstTheChecks[language])</p>") }
        let correction: HTML? =
            edition.visibility == .published
            ? """
            <div class="field"><label for="f-correction">\(DeskWords.correction[language])</label><p class="hint" id="h-correction">\(DeskWords.correctionHint[language])</p>\
            <textarea id="f-correction" name="correction" rows="3" maxlength="\(DeskLimits.reason)" aria-describedby="h-correction" \
            lang="\(edition.language.rawValue)" dir="\(edition.language.direction.rawValue)"></textarea></div>
            """ : nil
        let override: HTML? =
            reading.open.isEmpty
            ? nil : "<p class=\"check\"><label><input type=\"checkbox\" name=\"override\"> \(CopydeskWords.override[language])</label></p>"
        let form: HTML = """
            <form class="form" method="post" action="\(path(.publication).text)"><input type="hidden" name="revision" value="\(head.id.rawValue)">\
            \(correction)\(moment("moment", DeskWords.moment, DeskWords.momentHint, nil))\(override)\
            <p class="actions"><button class="primary">\(DeskWords.publish[language])</button></p></form>
            """
        return part("publish", DeskWords.publish, form)
    }

    private var difference: HTML? {
        changes.map { changes in
            part(
                "difference", DeskWords.whatChanges,
                """
                <div class="text changes" lang="\(edition.language.rawValue)" dir="\(edition.language.direction.rawValue)">\
                \(ChangesHTML(changes: changes, language: language).html)</div>
                """)
        }
    }

    private var times: HTML? {
        guard role.may(.publish) else { return nil }
        let off: HTML? =
            edition.scheduledAt.map { _ in
                "<form method=\"post\" action=\"\(path(.times).text)\"><button name=\"unschedule\" value=\"1\">\(DeskWords.unschedule[language])</button></form>"
            }
        let form: HTML = """
            <form class="form" method="post" action="\(path(.times).text)">\
            \(moment("embargo", DeskWords.embargo, DeskWords.embargoHint, edition.embargoUntil))\
            \(moment("hidden", DeskWords.willHide, DeskWords.hideHint, edition.hiddenAt))\
            <p class="actions"><button>\(DeskWords.setTimes[language])</button></p></form>
            """
        return part("times", DeskWords.times, "\(off)\(form)")
    }

    private var withdrawal: HTML? {
        guard role.may(.withdraw), edition.visibility == .published else { return nil }
        return part(
            "withdrawal", DeskWords.withdraw,
            """
            <form class="form" method="post" action="\(path(.withdrawal).text)"><div class="field"><label for="f-reason">\(DeskWords.reason[language])</label>\
            <p class="hint" id="h-reason">\(DeskWords.reasonHint[language])</p><textarea id="f-reason" name="reason" rows="3" required \
            maxlength="\(DeskLimits.reason)" aria-describedby="h-reason" lang="\(edition.language.rawValue)" dir="\(edition.language.direction.rawValue)">\
            </textarea></div><p class="actions"><button class="grave">\(DeskWords.withdraw[language])</button></p></form>
            """)
    }

    private var deletion: HTML? {
        guard role.may(.delete), edition.publishedAt == nil, edition.visibility == .private else { return nil }
        return part(
            "deletion", DeskWords.delete,
            """
            <form class="form" method="post" action="\(path(.deletion).text)"><p class="check"><label><input type="checkbox" name="sure" required> \
            \(DeskWords.sureToDelete[language])</label></p><p class="actions"><button class="grave">\(DeskWords.delete[language])</button></p></form>
            """)
    }

    private func part(_ id: HTML, _ title: Phrase, _ content: HTML) -> HTML {
        ReaderPart(id: id, title: title, language: language, content: content).html
    }

    /// A day and a clock in the newsroom's time.
    private func moment(_ name: HTML, _ label: Phrase, _ hint: Phrase, _ value: Instant?) -> HTML {
        """
        <div class="field"><label for="f-\(name)">\(label[language])</label>\
        <p class="hint" id="h-\(name)">\(hint[language]) (\(chrome.face.timeZone.identifier))</p>\
        <input id="f-\(name)" type="datetime-local" name="\(name)" value="\(value.map { chrome.face.written($0) } ?? "")" aria-describedby="h-\(name)" dir="ltr"></div>
        """
    }
}
