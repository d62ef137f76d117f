import Basics
import Markup
import Newsroom

/// Somebody's keys for programs.
struct KeysHTML: Sendable {
    let chrome: Chrome
    let tokens: [APIToken]
    /// One that was made just now.
    let secret: String?
    let refusal: Refusal?
    let typed: FormBody?

    private var language: Language { chrome.language }

    var html: HTML {
        """
        <p class="hint">\(ProgramWords.keysLead[language]) <a href="\(APIOperation.root)/openapi.json"><bdi>openapi.json</bdi></a></p>\
        \(secret.map { SecretHTML(words: ProgramWords.newKey, secret: $0, language: language).html })\(list)\
        \(ReaderPart(id: "make", title: ProgramWords.make, language: language, content: form).html)
        """
    }

    private var list: HTML {
        guard !tokens.isEmpty else { return "<p class=\"empty\">\(ProgramWords.noKeys[language])</p>" }
        let items = tokens.map { token -> HTML in
            let scopes = APIScope.allCases.filter(token.scopes.contains).map { "<span>\($0.words[language])</span>" as HTML }
            let used: HTML =
                token.usedAt.map { "\(ProgramWords.used[language]) \(chrome.dateAndClock($0))" } ?? "\(ProgramWords.neverUsed[language])"
            let end = ButtonForm(
                action: SitePath.desk(language, .keys).text, words: ProgramWords.end, language: language,
                field: "<input type=\"hidden\" name=\"end\" value=\"\(token.id.rawValue)\">", name: token.name)
            return """
                <li><div class="entry"><strong><bdi>\(token.name)</bdi></strong><p class="facts">\(scopes)</p>\
                <p class="facts"><span>\(ProgramWords.until[language]) \(chrome.date(token.endsAt))</span> <span>\(used)</span></p></div>\(end.html)</li>
                """
        }
        return "<ul class=\"people\">\(items)</ul>"
    }

    private var form: HTML {
        let scopes = APIScope.allCases.map { scope -> HTML in
            let checked: HTML = typed?.has("scope-\(scope.rawValue)") == true ? " checked" : ""
            return
                "<label><input type=\"checkbox\" name=\"scope-\(scope.rawValue)\"\(checked)> <span>\(scope.words[language]) <code>\(scope.rawValue)</code></span></label>"
        }
        let days = APITokens.lifetimes.map { days in
            DeskFields.option(
                "\(days)", ProgramWords.days.text(days, in: language, digits: chrome.digits), typed.map { $0["days"] == "\(days)" } ?? (days == 90))
        }
        return FormHTML(
            action: .desk(language, .keys), language: language,
            fields: [.init(name: "name", label: ProgramWords.name, value: typed?["name"] ?? "", hint: ProgramWords.nameHint, longest: 100)],
            more:
                "<fieldset class=\"rows\"><legend>\(ProgramWords.scopes[language])</legend>\(scopes)</fieldset>\(DeskFields.select("days", ProgramWords.lifetime[language], days))",
            button: ProgramWords.make, refusal: refusal
        ).html
    }
}

/// Whom the newsroom tells of what it publishes, and what became of the last messages.
struct WebhooksHTML: Sendable {
    let chrome: Chrome
    let webhooks: [(Webhook, [WebhookDelivery])]
    let secret: String?
    let refusal: Refusal?
    let typed: FormBody?

    private var language: Language { chrome.language }

    var html: HTML {
        """
        <p class="hint">\(ProgramWords.webhooksLead[language])</p>\
        \(secret.map { SecretHTML(words: ProgramWords.newSecret, secret: $0, language: language).html })\(list)\
        \(ReaderPart(id: "add", title: ProgramWords.add, language: language, content: form).html)
        """
    }

    private var list: HTML {
        guard !webhooks.isEmpty else { return "<p class=\"empty\">\(ProgramWords.noWebhooks[language])</p>" }
        return "<ul class=\"people\">\(webhooks.map(item))</ul>"
    }

    private func item(_ webhook: Webhook, _ deliveries: [WebhookDelivery]) -> HTML {
        let events = Webhook.Event.told.filter(webhook.events.contains).map { "<span>\(ProgramWords.event($0)[language])</span>" as HTML }
        let rows = deliveries.map { delivery -> HTML in
            """
            <li>\(chrome.dateAndClock(delivery.createdAt)) · \(ProgramWords.event(delivery.event)[language]) · \
            <span class="state">\(ProgramWords.state(delivery.state)[language])</span> <bdi>\(delivery.answer)</bdi></li>
            """
        }
        let act = { (name: HTML, words: Phrase) in
            ButtonForm(
                action: SitePath.desk(language, .webhooks).text, words: words, language: language,
                field: "<input type=\"hidden\" name=\"\(name)\" value=\"\(webhook.id.rawValue)\">", name: webhook.url
            ).html
        }
        let stopped: HTML? = webhook.stoppedAt.map { "<p>\(ProgramWords.stopped[language]) \(chrome.dateAndClock($0))</p>" }
        return """
            <li><div class="entry"><strong><bdi dir="ltr">\(webhook.url)</bdi></strong><p class="facts">\(events)</p>\(stopped)\
            \(rows.isEmpty ? nil : "<ul class=\"uses\">\(rows)</ul>" as HTML?)</div>\(act("test", ProgramWords.test))\(act("remove", ProgramWords.remove))</li>
            """
    }

    private var form: HTML {
        let events = Webhook.Event.told.map { event -> HTML in
            let checked: HTML = typed?.has("event-\(event.rawValue)") ?? true ? " checked" : ""
            return "<label><input type=\"checkbox\" name=\"event-\(event.rawValue)\"\(checked)> \(ProgramWords.event(event)[language])</label>"
        }
        return FormHTML(
            action: .desk(language, .webhooks), language: language,
            fields: [
                .init(
                    name: "url", label: ProgramWords.url, type: "url", value: typed?["url"] ?? "", hint: ProgramWords.urlHint, isLatin: true,
                    longest: 2_000)
            ],
            more: "<fieldset class=\"rows\"><legend>\(ProgramWords.events[language])</legend>\(events)</fieldset>", button: ProgramWords.add,
            refusal: refusal
        ).html
    }
}

/// A secret that is shown once.
private struct SecretHTML: Sendable {
    let words: Phrase
    let secret: String
    let language: Language

    var html: HTML {
        """
        <div class="news" role="status"><p>\(words[language])</p><p><code class="secret" dir="ltr">\(secret)</code></p></div>
        """
    }
}

enum ProgramWords {
    static let keys = Phrase(ar: "المفاتيح", en: "Keys")
    static let keysLead = Phrase(
        ar: "يعمل بها برنامج باسمك: لا يفعل إلا ما يتيحه المفتاح ودورك معًا. وصف الواجهة كاملًا:",
        en: "By a key a program works in your name: it does what the key and your role both allow, and no more. The whole interface is described in")
    static let newKey = Phrase(
        ar: "هذا هو المفتاح. انسخه الآن: لن يظهر مرة أخرى.", en: "This is the key. Copy it now: it is not shown again.")
    static let noKeys = Phrase(ar: "لا مفاتيح لديك.", en: "You have no keys.")
    static let make = Phrase(ar: "اصنع مفتاحًا", en: "Make a key")
    static let name = Phrase(ar: "الاسم", en: "Name")
    static let nameHint = Phrase(ar: "لتعرفه لاحقًا: أي برنامج يحمله؟", en: "So that you know it later: which program has it?")
    static let scopes = Phrase(ar: "ما الذي يتيحه؟", en: "What may it do?")
    static let lifetime = Phrase(ar: "المدة", en: "For how long?")
    static let days = CountedPhrase(
        ar: (zero: "لا أيام", one: "يوم واحد", two: "يومان", few: "# أيام", many: "# يومًا", other: "# يوم"), en: (one: "# day", other: "# days"))
    static let until = Phrase(ar: "حتى", en: "Until")
    static let used = Phrase(ar: "استُعمل", en: "Used")
    static let neverUsed = Phrase(ar: "لم يُستعمل بعد", en: "Not used yet")
    static let end = Phrase(ar: "أنهِ المفتاح", en: "End it")

    static let webhooks = Phrase(ar: "التبليغ", en: "Webhooks")
    static let webhooksLead = Phrase(
        ar: "عناوين تُبلَّغ حين يُنشر خبر أو يُصوَّب أو يُسحب. كل رسالة موقّعة وتُعاد ثلاثة أيام حتى تُقبل (Standard Webhooks).",
        en:
            "Addresses that are told when a story is published, corrected or withdrawn. Each message is signed, and sent again for three days until it is taken (Standard Webhooks)."
    )
    static let newSecret = Phrase(
        ar: "بهذا السر تُوقَّع الرسائل. انسخه الآن: لن يظهر مرة أخرى.", en: "Messages are signed with this secret. Copy it now: it is not shown again.")
    static let noWebhooks = Phrase(ar: "لا أحد يُبلَّغ.", en: "Nobody is told.")
    static let add = Phrase(ar: "أضف عنوانًا", en: "Add an address")
    static let url = Phrase(ar: "العنوان", en: "Address")
    static let urlHint = Phrase(ar: "يبدأ بـ \u{2066}https://\u{2069}", en: "It begins with https://")
    static let events = Phrase(ar: "بماذا يُبلَّغ؟", en: "What is it told of?")
    static let test = Phrase(ar: "أرسل رسالة تجريبية", en: "Send a test")
    static let remove = Phrase(ar: "احذف", en: "Remove")
    static let stopped = Phrase(ar: "طلب خادمه التوقف في", en: "Its server asked for no more on")

    static func event(_ event: Webhook.Event) -> Phrase {
        switch event {
        case .published: Phrase(ar: "نُشر خبر", en: "A story was published")
        case .corrected: Phrase(ar: "صُوِّب خبر", en: "A story was corrected")
        case .withdrawn: Phrase(ar: "سُحب خبر", en: "A story was withdrawn")
        case .test: Phrase(ar: "رسالة تجريبية", en: "A test")
        }
    }

    static func state(_ state: WebhookDelivery.State) -> Phrase {
        switch state {
        case .waiting: Phrase(ar: "تنتظر", en: "Waiting")
        case .sent: Phrase(ar: "قُبلت", en: "Taken")
        case .failed: Phrase(ar: "لم تُقبل", en: "Not taken")
        }
    }

    static func done(_ word: String) -> Phrase? {
        switch word {
        case "ended": Phrase(ar: "انتهى المفتاح.", en: "The key has ended.")
        case "removed": Phrase(ar: "حُذف العنوان.", en: "The address was removed.")
        case "tested":
            Phrase(ar: "أُرسلت رسالة تجريبية. حدّث الصفحة لترى ما جرى.", en: "A test is on its way. Load the page again to see what became of it.")
        default: nil
        }
    }
}
