/// Words and rows that people make passwords of, in addition to the list built in, which is of English-speaking sites: Arabic, Arabic in Latin letters, words of
/// this trade, rows of keys and the orders of alphabets. Put together for Matbaa by hand, of the most obvious.
enum PasswordWords {
    /// Folded: lower case, no vowel signs, one form of alif. A word stands for itself with the article before it as well.
    static let common: Set<String> = Set(words.split(whereSeparator: \.isWhitespace).map { PasswordPieces.fold(String($0)) })

    /// Runs in these, of three letters and more and in either direction, are guessed first.
    static let rows: [[Unicode.Scalar]] = rowTexts.flatMap { [$0, String($0.unicodeScalars.reversed().map(Character.init))] }.map {
        Array($0.unicodeScalars)
    }

    private static let words = """
        password passwort motdepasse passcode welcome letmein admin administrator login root user guest test changeme default secret qwerty azerty newsroom news
        editor editors journalist reporter press paper newspaper article headline matbaa matba3a letter company office summer winter spring autumn
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
        football liverpool barcelona realmadrid chelsea arsenal juventus iloveyou love baby angel princess sunshine dragon monkey master shadow
        tripoli benghazi misrata libya libya1 cairo egypt tunis tunisia algeria algiers morocco rabat beirut lebanon syria damascus aleppo iraq baghdad basra
        jordan amman palestine alquds jerusalem gaza yemen sanaa aden sudan khartoum kuwait qatar doha dubai emirates saudi riyadh jeddah makkah mecca madinah
        allah akbar allahuakbar bismillah bismilah alhamdulillah alhamdulilah inshallah inshaallah mashallah mashaallah subhanallah wallah yarab yarabb yaallah
        islam muslim quran koran ramadan eid mohammed mohamed muhammad mohammad mohamad ahmed ahmad mahmoud mahmood mustafa moustafa ali omar othman osman hassan
        hasan hussein hussain khaled khalid ibrahim ismail youssef yousef yusuf abdullah abdallah abdalla abdelrahman abdulrahman hamza bilal tarek tariq
        fatima fatma aisha aicha khadija maryam mariam zainab zeinab sara sarah nour noor amina amal salma huda layla leila yasmin yasmine
        habibi habibti 7abibi 7abibti 7abeebi 7ayati hayati hayat omri 3omri albi 2albi galbi rohi ro7i habib 7abib 7obi 7ubbi b7bk b7ebak bahebak ba7ebak
        mabrouk mabrook shukran marhaba mar7aba ahlan salam salaam sala7 salah khair 5air 7amza 7assan 7asan 7ussein 3ali 3omar 3abdallah 3abdullah 3aisha
        kelmetsir kalimatsir kalimat sirr kilma sahafa sa7afa jarida gareeda akhbar a5bar khabar ra2ees mudir modir za3eem malek malik king queen
        yalla yallah khalas 5alas sabah saba7 masr masri misr falasteen falastin filistin suria souria liban tounes dzair maghrib sudani libi liby thawra 17feb
        كلمة السر كلمةالسر كلمه سر سري مرور كلمةالمرور كلمة_السر باسورد باسوورد كلمتي دخول مرحبا اهلا سلام السلام عليكم مدير مستخدم مشرف ادمن تجربة اختبار
        مطبعة مطبعه صحافة صحيفة جريدة أخبار خبر تحرير محرر رئيس صحفي مكتب مقال عنوان شركة
        الله بسمالله بسم الحمدلله الحمد لله سبحان سبحانالله ماشاءالله إنشاءالله انشاءالله أكبر اللهاكبر يارب لاالهالاالله محمدرسولالله الرحمن الرحيم رب
        محمد أحمد محمود مصطفى علي عمر عثمان حسن حسين خالد إبراهيم إسماعيل يوسف عبدالله عبدالرحمن عبد حمزة بلال طارق سعيد صالح كريم
        فاطمة عائشة خديجة مريم زينب سارة نور أمينة أمل سلمى هدى ليلى ياسمين
        حبيبي حبيبتي حبيب حب حياتي عمري قلبي روحي أحبك بحبك امي أمي ابي أبي وطن وطني بلدي
        ليبيا طرابلس بنغازي مصراتة مصر القاهرة تونس الجزائر المغرب لبنان بيروت سوريا دمشق حلب العراق بغداد الأردن عمان فلسطين القدس غزة اليمن صنعاء السودان
        الخرطوم السعودية الرياض جدة مكة المدينة الكويت قطر الدوحة دبي الإمارات ثورة حرية
        """

    private static let rowTexts = [
        "01234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "azertyuiop", "qsdfghjklm", "wxcvbn", "abcdefghijklmnopqrstuvwxyz",
        "!@#$%^&*()_+",
        "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "qawsedrftgyhujikolp", "q1w2e3r4t5y6u7i8o9p0",
        "147258369", "159357", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرلاىةوزظ", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    ]
}
