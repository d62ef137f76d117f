import Basics
import Markup
import Newsroom
import Storage

/// The words of the privacy policy's versions and their acceptance.
enum PolicyWords {
    static let policy = Phrase(ar: "سياسة الخصوصية", en: "privacy policy")
    static let bySigningUp = Phrase(ar: "بإنشاء حسابك تقبل", en: "By signing up you accept our")
    static let whatItSays = Phrase(ar: "وفيها ما نحفظه عنك ولماذا وإلى متى.", en: "It says what we keep about you, why and for how long.")
    static let versions = Phrase(ar: "نسخ هذه الصفحة", en: "Versions of this page")
    static let version = Phrase(ar: "النسخة", en: "Version")
    static let since = Phrase(ar: "منذ", en: "since")
    static let inForce = Phrase(ar: "سارية", en: "in force")
    static let isInForce = Phrase(ar: "هذه النسخة سارية منذ", en: "This version has been in force since")
    static let wasInForce = Phrase(ar: "هذه نسخة قديمة، سرت من", en: "This is an old version. It was in force from")
    static let until = Phrase(ar: "إلى", en: "to")
    static let toCurrent = Phrase(ar: "اقرأ النسخة السارية", en: "Read the one in force")
    static let whatChanged = Phrase(ar: "ماذا تغيّر", en: "What changed")
    static let against = Phrase(ar: "مقارنةً بما صارت إليه في", en: "compared with")
    static let added = Phrase(ar: "أُضيف:", en: "Added:")
    static let removed = Phrase(ar: "حُذف:", en: "Taken out:")
    static let nothingChanged = Phrase(ar: "لم تتغيّر كلمات الصفحة بين هاتين النسختين.", en: "The words of the page are the same in both versions.")
    static let changedTitle = Phrase(ar: "تغيّرت سياسة الخصوصية", en: "The privacy policy has changed")
    static let newTitle = Phrase(ar: "سياسة الخصوصية", en: "The privacy policy")
    static let changedLead = Phrase(
        ar: "صدرت نسخة جديدة منذ أن قبلتها، وهي سارية منذ", en: "There is a new version since you accepted it, in force since")
    static let newLead = Phrase(
        ar: "لم نسألك عنها بعد. النسخة السارية هي التي صدرت في", en: "We have not asked you about it yet. The version in force is of")
    static let read = Phrase(ar: "اقرأ السياسة كلها", en: "Read all of it")
    static let accept = Phrase(ar: "أقبل السياسة", en: "I accept the policy")
    static let accepted = Phrase(ar: "سجّلنا قبولك.", en: "Your acceptance is recorded.")

    /// What signing up means, with a link to the policy; nothing in a newsroom without one.
    static func sentence(_ tx: Transaction, _ site: Site, _ language: Language) throws -> HTML? {
        guard let policy = try Policies.inForce(tx, site.newsroom.face.policy, language) else { return nil }
        return """
            <p class="hint">\(bySigningUp[language]) <a href="\(SitePath.page(policy.edition.language, policy.edition.slug).text)"\
            \(hreflang(policy, language))>\(self.policy[language])</a>\(language == .ar ? "،" : ".") \(whatItSays[language])</p>
            """
    }

    static func hreflang(_ policy: Policy, _ language: Language) -> HTML {
        policy.edition.language == language ? "" : " hreflang=\"\(policy.edition.language.rawValue)\""
    }
}
