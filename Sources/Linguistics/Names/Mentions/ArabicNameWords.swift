/// Words around names in Arabic texts.
enum ArabicNameWords {
    /// Titles and offices that stand right before a name.
    static let titles = words(
        """
        السيد السيدة الدكتور الدكتورة د الشيخ الشيخة الرئيس الملك الأمير الأميرة الإمام المشير الفريق اللواء العميد العقيد المقدم الرائد النقيب الملازم
        المهندس الأستاذ الأستاذة البروفيسور النائب الوزير المحامي القاضي السفير القائد المدرب اللاعب الحارس المهاجم المطرب الفنان الفنانة الممثل المخرج الكاتب
        الشاعر الصحفي الصحافي الإعلامي الباحث المحلل الناشط الناطق الحاج الرئيسة السناتور البابا
        """)

    /// Verbs of speech, which a name often follows, without و or ف.
    static let saying = words(
        """
        قال قالت أضاف أضافت اضاف أكد أكدت اكد أوضح أوضحت اوضح أعلن أعلنت اعلن ذكر ذكرت أشار أشارت اشار صرح صرحت بين بينت كشف كشفت اعتبر اعتبرت طالب طالبت
        دعا دعت نفى نفت تابع تابعت رأى رأت شدد شددت لفت لفتت يقول تقول يرى ترى يؤكد تؤكد يضيف تضيف حذر حذرت عبر أعرب اعرب أبدى واصل نوه اختتم
        """)

    /// Nouns of kin and of office that a name follows without more.
    static let kin = words(
        """
        نجل شقيق والد والدة زوجة أرملة حفيد ابنة عائلة آل زعيمها رئيسها قائدها مدربها لاعبه مدربه مهاجمه النجم المدعو المتهم الزميل الشاب الشهيد المرحوم
        لاعب مدرب حارس مهاجم مدافع زميله نظيره خليفته سلفه المدير
        """)

    /// Given names that many bear and that others resemble, as `ArabicNameParts.folded` writes them.
    static let given = words(
        "حسن حسين محمد محمود احمد حامد حمد حميد سالم سليم سلمان سليمان علي سعد سعود سعيد مسعود خالد خليل عمر عمرو ناصر نصر عادل فهد فهيد راشد رشيد")

    /// What is written together with the name behind it.
    static let clitics: Set<Unicode.Scalar> = ["و", "ف", "ب", "ل", "ك"]

    /// Words that a place often follows.
    static let beforePlaces = words("في إلى الى من بين العاصمة مدينة")

    /// What binds the parts of a name.
    static let joints = words("بن ابن بنت عبد أبو ابو آل ولد أبي")

    /// Common words that are names too.
    static let never = words(
        """
        على الله من إلى الى عن في مع هذا هذه ذلك التي الذي بين بعد قبل كان كانت يكون وقد قد أن ان إن لا ما لم لن هو هي كل بعض غير عند حتى منذ خلال
        يوم عام سنة شهر اليوم أمس عدد حول ضد أي أية ثم كما لكن أو أم عبر نحو دون فوق تحت أكثر أقل جدا أيضا حيث إذا لو
        ألا إلا الا أنه إنه انه أنها إنها انها أنهم إنهم انهم أنا انا نحن هم هما عليه عليها عليهم إليه إليها لديه لديها فيه فيها منه منها به بها له لها لهم
        اني انني إني إنني أني أنني اننا إننا أننا أمر امر
        هناك هنا كذلك ذات مثل أول الأول الاول أولى الأولى الاولى أحد أحدا الحد واحد بأن وأن فإن لأن
        """)

    /// Whether a word, without و or ف, is one that no name is looked for in: على is not علي.
    static func isCommon(_ word: String) -> Bool {
        guard word != "الله" else { return false }
        return never.contains(word) || ((word.hasPrefix("و") || word.hasPrefix("ف")) && never.contains(String(word.unicodeScalars.dropFirst())))
    }

    static let foldedTitles = Set(titles.map(SearchText.folded))
    private static let foldedNever = Set(never.map(SearchText.folded)).subtracting(["الله"])

    /// The same of a word as `SearchText` folds it.
    static func isCommon(folded word: String) -> Bool {
        foldedNever.contains(word)
            || ((word.hasPrefix("و") || word.hasPrefix("ف")) && foldedNever.contains(String(word.unicodeScalars.dropFirst())))
    }

    private static func words(_ text: String) -> Set<String> { Set(text.split { $0 == " " || $0 == "\n" }.map(String.init)) }
}
