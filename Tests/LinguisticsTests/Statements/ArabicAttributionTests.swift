import Basics
import Testing

@testable import Linguistics

@Suite("Arabic attribution")
struct ArabicAttributionTests {
    /// A statement as its words.
    struct Said: Equatable {
        var source: String
        var cue: String
        var content: String
        var speaker: String?
    }

    static func read(_ text: String) -> [Statement] { Attribution.statements(in: Prose(plain: text, language: .ar)) }

    static func said(_ text: String) -> [Said] {
        let prose = Prose(plain: text, language: .ar)
        func words(_ spans: [Range<Int>]) -> String { spans.map(prose.text).joined(separator: " … ") }
        return Attribution.statements(in: prose).map {
            Said(source: words($0.source), cue: words($0.cue), content: words($0.content), speaker: $0.speaker)
        }
    }

    @Test("verb, role, name, words")
    func plain() {
        let text = "قال المحلل السياسي فرج دردور إن تحويل القاعدة ليس مفاجئا."
        #expect(
            Self.said(text) == [
                Said(source: "المحلل السياسي فرج دردور", cue: "قال", content: "إن تحويل القاعدة ليس مفاجئا", speaker: "فرج دردور")
            ])
        #expect(Self.read(text).first?.role == "المحلل السياسي")
        #expect(Self.read(text).first?.kind == .indirect)
        #expect(Self.read(text).first?.sourceClass == .person)
    }

    @Test("a surname, with or without the article, means who was named in full, with the role")
    func surname() {
        let text =
            "قال رئيس حكومة الوحدة الوطنية عبد الحميد الدبيبة إن الانتخابات ستجرى. وأضاف الدبيبة أن الحكومة جاهزة. ولفت دبيبة إلى أن التمويل متاح."
        #expect(Self.read(text).map(\.speaker) == ["عبد الحميد الدبيبة", "عبد الحميد الدبيبة", "عبد الحميد الدبيبة"])
        #expect(Self.read(text).map(\.role) == ["رئيس حكومة الوحدة الوطنية", "رئيس حكومة الوحدة الوطنية", "رئيس حكومة الوحدة الوطنية"])
    }

    @Test("a surname may mean somebody whom the text has only mentioned")
    func introduced() {
        let text = "التقى وزير الخارجية المصري سامح شكري نظيره الفرنسي في باريس. وقال شكري إن المباحثات كانت مثمرة."
        let found = Self.read(text)
        #expect(found.map(\.speaker) == ["سامح شكري"])
        #expect(found.map(\.role) == ["وزير الخارجية المصري"])
    }

    @Test("a title alone means the last person with that role")
    func title() {
        let text = "قال وزير الخارجية عادل الجبير إن اللقاء كان إيجابيا. وأوضح الوزير أن الحوار مستمر."
        #expect(Self.read(text).map(\.speaker) == ["عادل الجبير", "عادل الجبير"])
        #expect(Self.said(text).last?.source == "الوزير")
    }

    @Test("a verb without a subject means the last speaker of its gender")
    func pronouns() {
        let text = """
            قالت المستشارة الألمانية أنغيلا ميركل إن القرار صعب.
            وقال الرئيس الفرنسي فرانسوا هولاند إن القرار سهل.
            وأضافت أن الوقت ضيق.
            وأكد أن الوقت كاف.
            """
        #expect(Self.read(text).map(\.speaker) == ["أنغيلا ميركل", "فرانسوا هولاند", "أنغيلا ميركل", "فرانسوا هولاند"])
        #expect(Self.said(text)[2].source == "")
    }

    @Test("a participle is a statement of the same speaker, and ends the one before it")
    func participles() {
        let text = "قال غسان سلامة إن الهدنة صامدة، مشيرا إلى أن البعثة تراقب الوضع، ومؤكدا ضرورة الحوار."
        let found = Self.said(text)
        #expect(found.map(\.cue) == ["قال", "مشيرا", "ومؤكدا"])
        #expect(found.map(\.content) == ["إن الهدنة صامدة", "أن البعثة تراقب الوضع", "ضرورة الحوار"])
        #expect(found.allSatisfy { $0.speaker == "غسان سلامة" })
        #expect(found.map(\.source) == ["غسان سلامة", "", ""])
    }

    @Test("a coordinated verb ends a content where no full stop stands")
    func commas() {
        let text = "أكدت وزارة الخارجية الليبية أن المعبر مفتوح، وأوضحت أن الحركة عادية، ودعت إلى احترام القانون"
        let found = Self.said(text)
        #expect(found.map(\.content) == ["أن المعبر مفتوح", "أن الحركة عادية", "إلى احترام القانون"])
        #expect(found.map(\.speaker) == ["وزارة الخارجية الليبية", "وزارة الخارجية الليبية", "وزارة الخارجية الليبية"])
    }

    @Test("words behind a colon, with and without quotation marks")
    func colons() {
        let text = "وقال أنطونيو غوتيريش: «لا بديل عن السلام في ليبيا».\nوتابع: نحن نعمل مع الجميع."
        let found = Self.said(text)
        #expect(found.map(\.content) == ["«لا بديل عن السلام في ليبيا»", "نحن نعمل مع الجميع"])
        #expect(found.map(\.speaker) == ["أنطونيو غوتيريش", "أنطونيو غوتيريش"])
        #expect(Self.read(text).map(\.kind) == [.direct, .direct])
    }

    @Test("a split quotation is one statement")
    func split() {
        let found = Self.said("«لن نقبل بأقل من دولة مدنية»، قال عمر الحاسي، «ولن نتراجع عن ذلك أبدا».")
        #expect(found.count == 1)
        #expect(found.first?.content == "«لن نقبل بأقل من دولة مدنية» … «ولن نتراجع عن ذلك أبدا»")
        #expect(found.first?.source == "عمر الحاسي")
    }

    @Test("a quotation goes on through paragraphs that each open it")
    func paragraphs() {
        let found = Self.said("وقال باراك أوباما: «هذا يوم عظيم للبلاد كلها.\n«وغدا سيكون أعظم منه بكثير».")
        #expect(found.map(\.content) == ["«هذا يوم عظيم للبلاد كلها. … «وغدا سيكون أعظم منه بكثير»"])
    }

    @Test("a name between marks is no quotation")
    func marks() {
        let found = Self.read("قال المتحدث باسم كتيبة «الحلبوص» أحمد المسماري إن تنظيم «داعش» انسحب.")
        #expect(found.map(\.kind) == [.indirect])
        #expect(found.map(\.speaker) == ["أحمد المسماري"])
    }

    @Test("the subject may stand before the verb")
    func subjectFirst() {
        let text = "الوزير سامح شكري قال إن الحل سياسي. وكانت الأمم المتحدة قد أعلنت أن الهدنة ستبدأ الجمعة."
        #expect(Self.said(text).map(\.source) == ["الوزير سامح شكري", "الأمم المتحدة"])
    }

    @Test("where it was said is the context")
    func context() {
        let found = Self.read(
            """
            وأضاف دردور، في تصريح لقناة ليبيا، أن الوضع هادئ.
            وقال صالح المخزوم لوكالة الأنباء الألمانية إن الحوار مستمر.
            وفي مؤتمر صحفي بطرابلس، قال محمد سيالة إن الحدود مغلقة.
            """)
        #expect(found.map(\.context) == ["في تصريح لقناة ليبيا", "لوكالة الأنباء الألمانية", "وفي مؤتمر صحفي بطرابلس"])
    }

    @Test("sources that name nobody")
    func vague() {
        let found = Self.read(
            """
            ذكرت مصادر محلية أن الطريق مقطوع.
            وقال مسؤول أمني طلب عدم ذكر اسمه إن العملية انتهت.
            وكشف تقرير للأمم المتحدة أن الأسلحة وصلت.
            """)
        #expect(found.map(\.sourceClass) == [.vague, .unnamed, .document])
        #expect(found.map { $0.speaker == nil } == [true, true, false])
    }

    @Test("according to: before the words and behind them")
    func according() {
        let text = "ووفقا لوزارة الصحة، فإن عدد الإصابات انخفض. وارتفعت الأسعار في طرابلس بحسب مصرف ليبيا المركزي."
        let found = Self.said(text)
        #expect(found.map(\.speaker) == ["وزارة الصحة", "مصرف ليبيا المركزي"])
        #expect(found.map(\.content) == ["فإن عدد الإصابات انخفض", "وارتفعت الأسعار في طرابلس"])
    }

    @Test("an agency that quotes somebody is not the speaker")
    func quoted() {
        let found = Self.said("ونقلت وكالة رويترز عن وزير النفط علي النعيمي قوله إن السوق متوازنة.")
        #expect(found.map(\.speaker) == ["علي النعيمي"])
        #expect(found.map(\.content) == ["إن السوق متوازنة"])
    }

    @Test("a headline of a name and a colon")
    func headline() {
        let prose = Prose([(.headline, "حفتر: لن نتراجع عن تحرير طرابلس"), (.paragraph, "قال المشير خليفة حفتر إن الجيش يتقدم.")], language: .ar)
        #expect(Attribution.statements(in: prose).map(\.speaker) == ["خليفة حفتر", "خليفة حفتر"])
    }

    @Test(
        "what is no report",
        arguments: [
            "يذكر أن المدينة شهدت اشتباكات.", "ذُكر أن الطريق مغلق.", "أضاف كريم بنزيمة الهدف الثاني في الدقيقة الأخيرة.", "أشار بيده نحو الباب.",
            "لم يوضح الوزير أن القرار نهائي.", "تقرر تأجيل المباراة حسب الخطة الموضوعة.", "أعلنت الحرب بين البلدين بعد أن فشلت الوساطة.",
            "عبر النهر آلاف اللاجئين.", "بين المدينتين طريق طويل قيل عنه الكثير.", "من المتوقع أن تصل الطائرة غدا.",
        ])
    func silent(text: String) {
        #expect(Self.said(text) == [])
    }

    @Test("a title and a name between commas, and a role behind the name")
    func appositions() {
        let found = Self.read(
            "قال المتحدث باسم الرئاسة، بسام راضي، إن القمة ستعقد. وقالت ماريا زاخاروفا، المتحدثة باسم الخارجية الروسية، إن موسكو ترحب بها.")
        #expect(found.map(\.speaker) == ["بسام راضي", "ماريا زاخاروفا"])
        #expect(found.map(\.role) == ["المتحدث باسم الرئاسة", "المتحدثة باسم الخارجية الروسية"])
    }

    @Test("an institution's name holds no speaker's name")
    func institutions() {
        let found = Self.read("قال مدير جامعة الملك سعود الدكتور بدران العمر إن الدراسة ستبدأ. وأعلنت جامعة الملك فيصل أن القبول مفتوح.")
        #expect(found.map(\.speaker) == ["بدران العمر", "جامعة الملك فيصل"])
        #expect(found.map(\.role) == ["مدير جامعة الملك سعود", nil])
    }

    @Test("a noun may be the content, with the verb's preposition and without")
    func nouns() {
        let text = """
            أكد وزير الخارجية سامح شكري حرص مصر على استقرار ليبيا.
            ودعت بعثة الأمم المتحدة للدعم في ليبيا، في بيان، جميع الأطراف إلى ضبط النفس.
            ودان مجلس الأمن الهجوم.
            وأعلنت وزارة الداخلية القبض على ثلاثة متهمين.
            """
        #expect(
            Self.said(text).map(\.content) == [
                "حرص مصر على استقرار ليبيا", "جميع الأطراف إلى ضبط النفس", "الهجوم", "القبض على ثلاثة متهمين",
            ])
    }

    @Test("قائلا carries the words of the verb before it")
    func carriers() {
        let found = Self.said("وغرد السفير ريتشارد نورلاند عبر تويتر قائلا: \"ندعم الليبيين\".")
        #expect(found.map(\.cue) == ["وغرد … قائلا"])
        #expect(found.map(\.content) == ["\"ندعم الليبيين\""])
    }

    @Test("two speakers of one name part are told apart by the whole name")
    func parts() {
        let text = "قال محمد المنفي إن اللقاء مثمر. وقال محمد الحويج إن الأسعار مستقرة. وأضاف المنفي أن الحوار مستمر."
        #expect(Self.read(text).map(\.speaker) == ["محمد المنفي", "محمد الحويج", "محمد المنفي"])
    }

    @Test("strange texts end in time and without a fault")
    func strange() {
        for text in ["", "«", "قال", "قال:", "وقال إن", "قال «", "بحسب", ":\n:", "و", "قال المتحدث باسم", "\u{200F}قال\u{202B} إن", "«قال» إن «"] {
            _ = Self.read(text)
        }
        _ = Self.read(String(repeating: "قال «إن الوزير، ", count: 2_000))
        _ = Self.read(String(repeating: "وأكد أحمد أن\n", count: 2_000))
        _ = Self.read(String(repeating: "أحمد ", count: 20_000))
    }
}
