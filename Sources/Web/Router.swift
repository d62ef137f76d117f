import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Newsroom

/// The table of contents: every address of the public site.
struct SiteRoutes: Sendable {
    let site: Site

    func table() -> RouteTable {
        let routes = RouteTable(site)
        routes.page("/", use: FrontRoutes(site: site).root)
        routes.page(":language", use: FrontRoutes(site: site).front)

        routes.page(":language/articles/:slug", use: ArticleRoutes(site: site).article)
        routes.visitor(.get, ":language/articles/:slug/vote", use: VoteRoutes(site: site).page)
        routes.visitor(.post, ":language/articles/:slug/vote", use: VoteRoutes(site: site).vote)
        routes.visitor(.put, ":language/articles/:slug/vote", use: VoteRoutes(site: site).put)
        let history = ArticleHistoryRoutes(site: site)
        routes.page(":language/articles/:slug/versions", use: history.list)
        routes.page(":language/articles/:slug/versions/:version", use: history.memento)
        routes.page(":language/articles/:slug/versions/:version/since/:earlier", use: history.changes)
        routes.page(":language/articles/:slug/timemap", use: history.timeMap)
        routes.page(":language/articles/:slug/timegate", use: history.timeGate)
        routes.page(":language/pages/:slug", use: ArticleRoutes(site: site).page)

        routes.page(":language/sections/:slug", use: SectionRoutes(site: site).section)
        routes.page(":language/sections/:slug/page/:number", use: SectionRoutes(site: site).section)
        routes.page(":language/topics/:slug", use: TopicRoutes(site: site).topic)
        routes.page(":language/topics/:slug/page/:number", use: TopicRoutes(site: site).topic)
        routes.page(":language/people/:slug", use: PersonRoutes(site: site).person)
        routes.page(":language/people/:slug/page/:number", use: PersonRoutes(site: site).person)

        let speakers = SpeakerRoutes(site: site)
        routes.page(":language/speakers", use: speakers.list)
        routes.page(":language/speakers/page/:number", use: speakers.list)
        routes.page(":language/speakers/:slug", use: speakers.speaker)
        routes.page(":language/speakers/:slug/page/:number", use: speakers.speaker)
        routes.page(":language/speakers/:slug/feed.xml", use: speakers.feed)
        routes.page(":language/speakers/:slug/statements.json", use: speakers.json)
        routes.page(":language/speakers/:slug/statements.csv", use: speakers.csv)
        routes.page(":language/speakers/:slug/annotations.jsonld", use: speakers.annotations)

        routes.page(":language/search", use: SearchRoutes(site: site).search)

        routes.page(":language/feed.xml", use: FeedRoutes(site: site).feed)
        routes.page(":language/sections/:slug/feed.xml", use: FeedRoutes(site: site).sectionFeed)

        routes.page(":language/corrections", use: CorrectionRoutes(site: site).list)
        routes.page(":language/corrections/page/:number", use: CorrectionRoutes(site: site).list)
        routes.page(":language/corrections/feed.xml", use: CorrectionRoutes(site: site).feed)

        routes.page("media/:name", use: MediaRoutes(site: site).file)
        routes.page("assets/:name", use: AssetRoutes(site: site).asset)
        routes.page("robots.txt", use: AssetRoutes(site: site).robots)
        routes.page("health", use: AssetRoutes(site: site).health)

        addReaders(to: routes)
        addFactors(to: routes)
        addPrivacy(to: routes)
        addCollections(to: routes)
        addDesk(to: routes)
        for operation in Self.operations { routes.program(operation) }
        routes.page("api/v1/openapi.json", use: APIRoutes(site: site).document)
        return routes
    }

    /// What programs can do.
    static let operations = StoryOperations.all + RecordOperations.all + OtherOperations.all

    private func addPrivacy(to routes: RouteTable) {
        let (privacy, policy) = (PrivacyRoutes(site: site), PolicyRoutes(site: site))
        routes.page(":language/pages/:slug/versions/:version", use: policy.version)
        routes.page(":language/pages/:slug/versions/:version/since/:earlier", use: policy.changes)
        routes.reader(.get, ":language/account/policy", use: policy.lead)
        routes.reader(.post, ":language/account/policy", use: policy.accept)
        routes.reader(.get, ":language/account/privacy", use: privacy.page)
        routes.reader(.get, ":language/account/export.json", .proved, use: privacy.exportJSON)
        routes.reader(.get, ":language/account/export.html", .proved, use: privacy.exportHTML)
        for form in ["erase", "keep"] { routes.reader(.get, RouterPath(":language/account/\(form)"), use: privacy.lead) }
        routes.reader(.post, ":language/account/erase", .proved, use: privacy.erase)
        routes.reader(.post, ":language/account/keep", use: privacy.keep)
    }

    private func addCollections(to routes: RouteTable) {
        let (mine, save, history) = (MineRoutes(site: site), SaveRoutes(site: site), HistoryRoutes(site: site))
        routes.visitor(.get, ":language/articles/:slug/mine", use: mine.article)
        routes.visitor(.post, ":language/mine", use: mine.list)
        routes.visitor(.get, ":language/articles/:slug/save", use: save.page)
        routes.visitor(.post, ":language/articles/:slug/save", use: save.save)
        routes.visitor(.put, ":language/articles/:slug/save", use: save.put)

        let (collections, changes) = (CollectionRoutes(site: site), CollectionChanges(site: site))
        routes.reader(.get, ":language/collections", use: collections.overview)
        routes.reader(.post, ":language/collections", use: collections.add)
        routes.reader(.get, ":language/collections/page/:number", use: collections.overview)
        routes.visitor(.get, ":language/collections/:code", use: collections.page)
        routes.visitor(.get, ":language/collections/:code/page/:number", use: collections.page)
        routes.visitor(.get, ":language/collections/:code/feed.xml", use: collections.feed)
        routes.visitor(.get, ":language/shared/:token", use: collections.shared)
        routes.visitor(.get, ":language/shared/:token/page/:number", use: collections.shared)

        routes.reader(.get, ":language/collections/:code/edit", use: changes.editForm)
        routes.reader(.post, ":language/collections/:code/edit", use: changes.edit)
        routes.reader(.post, ":language/collections/:code/sharing", use: changes.share)
        routes.reader(.post, ":language/collections/:code/deletion", use: changes.delete)
        routes.reader(.post, ":language/collections/:code/sorting", use: changes.sort)
        routes.reader(.post, ":language/collections/:code/order", use: changes.move)
        routes.reader(.put, ":language/collections/:code/order", use: changes.place)
        routes.reader(.post, ":language/collections/:code/notes", use: changes.setNote)
        routes.reader(.post, ":language/collections/:code/items", use: changes.items)
        routes.reader(.post, ":language/collections/:code/cover", use: changes.setCover)
        for part in ["sharing", "deletion"] { routes.reader(.get, RouterPath(":language/collections/:code/\(part)"), use: changes.leadToEdit) }
        for part in ["sorting", "order", "notes", "items", "cover"] {
            routes.reader(.get, RouterPath(":language/collections/:code/\(part)"), use: changes.lead)
        }
        routes.reader(.get, ":language/history", use: history.lead)
        routes.reader(.post, ":language/history", use: history.change)
    }

    private func addReaders(to routes: RouteTable) {
        let (logIn, signUp) = (LogInRoutes(site: site), SignUpRoutes(site: site))
        let (links, account) = (LinkRoutes(site: site), AccountRoutes(site: site))
        routes.visitor(.get, ":language/sign-up", use: signUp.signUpForm)
        routes.visitor(.post, ":language/sign-up", use: signUp.signUp)
        routes.visitor(.get, ":language/log-in", use: logIn.form)
        routes.visitor(.post, ":language/log-in", use: logIn.logIn)
        routes.reader(.get, ":language/log-out", .enrolling, use: account.lead)
        routes.reader(.post, ":language/log-out", .enrolling, use: logIn.logOut)
        routes.visitor(.get, ":language/forgot-password", use: signUp.forgotForm)
        routes.visitor(.post, ":language/forgot-password", use: signUp.forgot)
        routes.visitor(.get, ":language/link/:token", use: links.open)
        routes.visitor(.get, ":language/choose-password", use: links.form)
        routes.visitor(.post, ":language/choose-password", use: links.choose)
        routes.reader(.get, ":language/account", use: account.account)
        for form in ["profile", "password", "sessions"] { routes.reader(.get, RouterPath(":language/account/\(form)"), use: account.lead) }
        routes.reader(.post, ":language/account/profile", use: account.saveProfile)
        routes.reader(.post, ":language/account/password", use: account.changePassword)
        routes.reader(.post, ":language/account/sessions", use: account.endSessions)
    }
}

extension SiteRoutes {
    /// Where the newsroom works. What is done to a story asks once more who may, in the transaction that does it.
    private func addDesk(to routes: RouteTable) {
        let (desk, story, revisions) = (DeskRoutes(site: site), StoryRoutes(site: site), RevisionRoutes(site: site))
        let (details, publishing, staff) = (DetailsRoutes(site: site), PublishingRoutes(site: site), StaffRoutes(site: site))
        let (library, item) = (LibraryRoutes(site: site), LibraryItemRoutes(site: site))
        routes.reader(.get, ":language/desk", .duty(.look), use: desk.home)
        routes.reader(.get, ":language/desk/stories", .duty(.write), use: desk.newForm)
        routes.reader(.post, ":language/desk/stories", .duty(.write), use: desk.begin)

        routes.reader(.get, ":language/desk/stories/:edition", .duty(.look), use: story.page)
        routes.reader(.post, ":language/desk/stories/:edition", .duty(.look), use: story.save)
        routes.reader(.put, ":language/desk/stories/:edition/save", .duty(.look), use: story.put)
        routes.reader(.post, ":language/desk/stories/:edition/paste", .duty(.look), use: story.paste)
        routes.reader(.post, ":language/desk/stories/:edition/presence", .duty(.look), use: story.presence)

        routes.reader(.get, ":language/desk/stories/:edition/revisions", .duty(.look), use: revisions.list)
        routes.reader(.get, ":language/desk/stories/:edition/revisions/:old/:new", .duty(.look), use: revisions.compare)
        routes.reader(.post, ":language/desk/stories/:edition/restoration", .duty(.look), use: revisions.restore)

        let (preview, front) = (PreviewRoutes(site: site), FrontOrderRoutes(site: site))
        routes.reader(.get, ":language/desk/stories/:edition/preview", .duty(.look), use: preview.page)
        routes.reader(.get, ":language/desk/stories/:edition/preview/page", .duty(.look), use: preview.story)
        routes.reader(.get, ":language/desk/front/:written", .duty(.arrange), use: front.page)
        routes.reader(.post, ":language/desk/front/:written", .duty(.arrange), use: front.arrange)

        routes.reader(.get, ":language/desk/stories/:edition/details", .duty(.look), use: details.page)
        routes.reader(.post, ":language/desk/stories/:edition/details", .duty(.look), use: details.save)
        routes.reader(.post, ":language/desk/stories/:edition/picture", .duty(.look), use: details.setPicture)
        routes.reader(.post, ":language/desk/stories/:edition/assignment", .duty(.edit), use: details.assign)

        routes.reader(.post, ":language/desk/stories/:edition/workflow", .duty(.look), use: publishing.move)
        routes.reader(.post, ":language/desk/stories/:edition/translation", .duty(.translate), use: publishing.translate)
        routes.reader(.post, ":language/desk/stories/:edition/original", .duty(.look), use: publishing.follow)
        routes.reader(.get, ":language/desk/stories/:edition/publication", .duty(.look), use: publishing.page)
        routes.reader(.post, ":language/desk/stories/:edition/publication", .duty(.publish), use: publishing.publish)
        routes.reader(.post, ":language/desk/stories/:edition/approval", .duty(.publish), use: publishing.approve)
        routes.reader(.post, ":language/desk/stories/:edition/times", .duty(.publish), use: publishing.setTimes)
        routes.reader(.post, ":language/desk/stories/:edition/withdrawal", .duty(.withdraw), use: publishing.withdraw)
        routes.reader(.post, ":language/desk/stories/:edition/deletion", .duty(.delete), use: publishing.delete)
        for form in [
            "save", "paste", "presence", "restoration", "picture", "assignment", "workflow", "translation", "original", "approval", "times",
            "withdrawal", "deletion",
        ] {
            routes.reader(.get, RouterPath(":language/desk/stories/:edition/\(form)"), .duty(.look), use: revisions.lead)
        }

        let (reading, speakers) = (ReadingRoutes(site: site), DeskSpeakerRoutes(site: site))
        routes.reader(.get, ":language/desk/stories/:edition/reading", .duty(.look), use: reading.page)
        routes.reader(.post, ":language/desk/stories/:edition/reading", .duty(.look), use: reading.act)
        let copydesk = CopydeskRoutes(site: site)
        routes.reader(.get, ":language/desk/copydesk", .duty(.look), use: copydesk.page)
        routes.reader(.post, ":language/desk/copydesk", .duty(.settle), use: copydesk.settle)
        routes.reader(.get, ":language/desk/speakers", .duty(.look), use: speakers.list)
        routes.reader(.get, ":language/desk/speakers/:speaker", .duty(.look), use: speakers.page)
        routes.reader(.post, ":language/desk/speakers/:speaker", .duty(.edit), use: speakers.keep)
        routes.reader(.post, ":language/desk/speakers/:speaker/merging", .duty(.edit), use: speakers.merge)
        routes.reader(.post, ":language/desk/speakers/:speaker/parting", .duty(.edit), use: speakers.part)
        for form in ["merging", "parting"] {
            routes.reader(.get, RouterPath(":language/desk/speakers/:speaker/\(form)"), .duty(.look), use: speakers.lead)
        }

        routes.reader(.get, ":language/desk/media", .duty(.look), use: library.list)
        routes.reader(.post, ":language/desk/media", .duty(.illustrate), use: library.add)
        routes.reader(.get, ":language/desk/media/pictures", .duty(.look), use: library.find)
        routes.reader(.post, ":language/desk/media/upload", .duty(.illustrate), use: library.upload)
        routes.reader(.get, ":language/desk/media/upload", .duty(.look), use: library.lead)
        routes.reader(.get, ":language/desk/media/:item", .duty(.look), use: item.page)
        routes.reader(.post, ":language/desk/media/:item", .duty(.illustrate), use: item.describe)
        routes.reader(.post, ":language/desk/media/:item/file", .duty(.edit), use: item.replace)
        routes.reader(.post, ":language/desk/media/:item/deletion", .duty(.delete), use: item.delete)
        for form in ["file", "deletion"] {
            routes.reader(.get, RouterPath(":language/desk/media/:item/\(form)"), .duty(.look), use: item.lead)
        }

        routes.reader(.get, ":language/desk/staff", .duty(.look), use: staff.staff)
        routes.reader(.post, ":language/desk/staff", .duty(.manage), use: staff.setRole)
        routes.reader(.get, ":language/desk/freeze", .duty(.freeze), use: staff.freezePage)
        routes.reader(.post, ":language/desk/freeze", .duty(.freeze), use: staff.setFreeze)
        routes.reader(.get, ":language/desk/audit", .duty(.audit), use: staff.audit)

        let programs = ProgramRoutes(site: site)
        routes.reader(.get, ":language/desk/keys", .duty(.connect), use: programs.keys)
        routes.reader(.post, ":language/desk/keys", .duty(.connect), use: programs.changeKeys)
        routes.reader(.get, ":language/desk/webhooks", .duty(.manage), use: programs.webhooks)
        routes.reader(.post, ":language/desk/webhooks", .duty(.manage), use: programs.changeWebhooks)
    }

    /// What opens an account besides its password, and moving it to another address.
    private func addFactors(to routes: RouteTable) {
        let (step, passkeys, security) = (SecondStepRoutes(site: site), PasskeyRoutes(site: site), SecurityRoutes(site: site))
        let (address, setUp) = (AddressRoutes(site: site), SetUpRoutes(site: site))
        routes.reader(.get, ":language/log-in/second-step", .halfway, use: step.form)
        routes.reader(.post, ":language/log-in/second-step", .halfway, use: step.finish)
        routes.reader(.get, ":language/log-in/again", .enrolling, use: step.againForm)
        routes.reader(.post, ":language/log-in/again", .enrolling, use: step.again)
        routes.visitor(.post, ":language/log-in/passkey/challenge", use: passkeys.challenge)
        routes.visitor(.post, ":language/log-in/passkey", use: passkeys.answer)

        routes.reader(.get, ":language/account/security", .enrollingProved, use: security.security)
        routes.reader(.get, ":language/account/security/codes", .enrollingProved, use: security.codes)
        routes.reader(.post, ":language/account/security/codes", .enrollingProved, use: security.beginCodes)
        routes.reader(.post, ":language/account/security/codes/first", .enrollingProved, use: security.confirmCodes)
        routes.reader(.post, ":language/account/security/codes/removal", .enrollingProved, use: security.removeCodes)
        routes.reader(.post, ":language/account/security/recovery-codes", .enrollingProved, use: security.renewRecoveryCodes)
        routes.reader(.post, ":language/account/security/passkeys/challenge", .enrollingProved, use: passkeys.challengeForNew)
        routes.reader(.post, ":language/account/security/passkeys", .enrollingProved, use: passkeys.add)
        routes.reader(.post, ":language/account/security/passkeys/removal", .enrollingProved, use: security.removePasskey)
        for form in ["codes/first", "codes/removal", "recovery-codes", "passkeys", "passkeys/removal"] {
            routes.reader(.get, RouterPath(":language/account/security/\(form)"), .enrolling, use: security.lead)
        }

        routes.reader(.get, ":language/account/email", .proved, use: address.form)
        routes.reader(.post, ":language/account/email", .proved, use: address.ask)
        routes.visitor(.get, ":language/agree", use: address.agreeForm)
        routes.visitor(.post, ":language/agree", use: address.agree)
        routes.visitor(.get, ":language/set-up", use: setUp.form)
        routes.visitor(.post, ":language/set-up", use: setUp.setUp)
        routes.reader(.post, ":language/articles/:slug/vote/closing", .duty(.edit), use: VoteRoutes(site: site).close)
    }
}

extension SiteContext {
    /// The language the path names, when the newsroom publishes in it. Throws `Missing` for any other.
    func language(_ site: Site) throws -> Language {
        guard let tag = parameters.get("language"), let language = Language(rawValue: tag), site.newsroom.face.languages.contains(language)
        else { throw Missing() }
        return language
    }

    /// The slug the path names, percent-decoded. Throws `Missing` for what can be none.
    func slug() throws -> Slug {
        guard let part = parameters.get("slug") else { throw Missing() }
        guard let text = part.utf8.contains(UInt8(ascii: "%")) ? part.removingPercentEncoding : part, let slug = Slug(exactly: text) else {
            throw Missing()
        }
        return slug
    }

    /// A version's number in the path, from 1. Throws `Missing` for what is none.
    func version(_ name: String) throws -> Int {
        guard let text = parameters.get(name), let number = Int(text), number >= 1, number <= 1_000_000, String(number) == text else {
            throw Missing()
        }
        return number
    }

    /// The number of a list's page: 1 where the path names none, else a whole number from 2. Throws `Missing` for any other.
    func pageNumber() throws -> Int {
        guard let text = parameters.get("number") else { return 1 }
        guard let number = Int(text), number >= 2, number <= 100_000, String(number) == text else { throw Missing() }
        return number
    }
}
