import Basics
import Newsroom

/// The words of what readers keep.
enum CollectionWords {
    static let title = ReaderWords.collections
    static let later = Phrase(ar: "قائمة القراءة", en: "Read Later")
    static let favourites = Phrase(ar: "المفضّلة", en: "Favourites")
    static let history = Phrase(ar: "سجلّ القراءة", en: "Reading history")
    static let own = Phrase(ar: "مجموعاتك", en: "Your collections")
    static let signedOut = Phrase(ar: "سجّل الدخول لترى ما حفظته.", en: "Log in to see what you have saved.")

    // MARK: Saving

    static let save = Phrase(ar: "احفظ هذا الخبر", en: "Save this story")
    static let control = Phrase(ar: "الحفظ", en: "Saving")
    static let saveLater = Phrase(ar: "اقرأه لاحقًا", en: "Read later")
    static let more = Phrase(ar: "المجموعات", en: "Collections")
    static let notSaved = Phrase(ar: "لم تحفظ هذا الخبر.", en: "You have not saved this story.")
    static let failed = Phrase(
        ar: "لم يُحفظ التغيير. تحقق من الاتصال وحاول مرة أخرى.", en: "The change was not saved. Check your connection and try again.")
    static let wait = Phrase(ar: "لحظة…", en: "One moment…")
    static let undo = Phrase(ar: "تراجع", en: "Undo")
    static let newCollection = Phrase(ar: "مجموعة جديدة", en: "New collection")
    static let newName = Phrase(ar: "اسم المجموعة الجديدة", en: "Name of the new collection")
    static let create = Phrase(ar: "أنشئها", en: "Create it")
    static let createAndSave = Phrase(ar: "أنشئها واحفظ فيها", en: "Create it and save there")
    static let all = Phrase(ar: "كل ما حفظته", en: "All that you have saved")

    static func pending(_ kind: ReaderCollection.Kind) -> Phrase {
        kind == .favourites
            ? Phrase(ar: "بعد تسجيل الدخول يُضاف الخبر إلى المفضّلة.", en: "Once you are logged in, the story is added to your Favourites.")
            : Phrase(ar: "بعد تسجيل الدخول يُحفظ الخبر في قائمة القراءة.", en: "Once you are logged in, the story is saved to Read Later.")
    }

    static func saved(in name: String) -> Phrase { Phrase(ar: "حُفظ في: \(name).", en: "Saved in \(name).") }

    static func removed(from name: String) -> Phrase { Phrase(ar: "حُذف من: \(name).", en: "Removed from \(name).") }

    static func wasNot(in name: String) -> Phrase { Phrase(ar: "ليس محفوظًا في: \(name).", en: "It is not saved in \(name).") }

    // MARK: A collection

    static let stories = CountedPhrase(
        ar: ("لا أخبار", "خبر واحد", "خبران", "# أخبار", "# خبرًا", "# خبر"), en: ("# story", "# stories"))
    static let by = Phrase(ar: "مجموعة من", en: "A collection by")
    static let byReader = Phrase(ar: "مجموعة من أحد القرّاء", en: "A reader’s collection")
    static let gone = Phrase(ar: "لم يعد هذا الخبر متاحًا.", en: "This story is no longer available.")
    static let savedOn = Phrase(ar: "حُفظ في", en: "Saved on")
    static let openedOn = Phrase(ar: "قُرئ في", en: "Opened on")
    static let order = Phrase(ar: "الترتيب", en: "Order")
    static let edit = Phrase(ar: "عدّل وشارك", en: "Edit and share")
    static let feed = Phrase(ar: "خلاصة RSS لهذه المجموعة", en: "RSS feed of this collection")
    static let note = Phrase(ar: "ملاحظتك", en: "Your note")
    static let noteHint = Phrase(ar: "لا يراها غيرك.", en: "Nobody else sees it.")
    static let addNote = Phrase(ar: "أضف ملاحظة", en: "Add a note")
    static let changeNote = Phrase(ar: "عدّل الملاحظة", en: "Change the note")
    static let saveNote = Phrase(ar: "احفظ الملاحظة", en: "Save the note")
    static let remove = Phrase(ar: "أزله من هنا", en: "Remove")
    static let asCover = Phrase(ar: "اجعل صورته الغلاف", en: "Use its picture as the cover")
    static let isCover = Phrase(ar: "صورته الغلاف", en: "Its picture is the cover")
    static let up = Phrase(ar: "إلى أعلى", en: "Move up")
    static let down = Phrase(ar: "إلى أسفل", en: "Move down")
    static let top = Phrase(ar: "إلى الأول", en: "To the top")
    static let drag = Phrase(ar: "اسحب لتغيّر الترتيب", en: "Drag to change the order")
    static let emptyLater = Phrase(
        ar: "لا شيء هنا بعد. اضغط «اقرأه لاحقًا» عند أي خبر لتجده في هذه الصفحة.",
        en: "Nothing here yet. Press “Read later” at any story, and you find it on this page.")
    static let emptyFavourites = Phrase(
        ar: "لا شيء هنا بعد. احفظ في المفضّلة ما تحب أن تعود إليه.", en: "Nothing here yet. Add to your Favourites what you like to come back to.")
    static let emptyOwn = Phrase(
        ar: "هذه المجموعة فارغة. افتح أي خبر، ثم «المجموعات»، واحفظه فيها.",
        en: "This collection is empty. Open a story, then “Collections”, and save it here.")
    static let emptyForOthers = Phrase(ar: "هذه المجموعة فارغة.", en: "This collection is empty.")

    static func name(_ sorting: ReaderCollection.Sorting) -> Phrase {
        switch sorting {
        case .newest: Phrase(ar: "الأحدث أولًا", en: "Newest first")
        case .oldest: Phrase(ar: "الأقدم أولًا", en: "Oldest first")
        case .byHand: Phrase(ar: "ترتيبك", en: "Your own order")
        }
    }

    static func badge(_ visibility: ReaderCollection.Visibility) -> Phrase {
        switch visibility {
        case .private: Phrase(ar: "خاصة", en: "Private")
        case .unlisted: Phrase(ar: "بالرابط", en: "By link")
        case .public: Phrase(ar: "عامة", en: "Public")
        }
    }

    static func moved(to place: String, of count: String) -> Phrase {
        Phrase(ar: "صار في المكان \(place) من \(count).", en: "Now at place \(place) of \(count).")
    }

    static func news(_ done: String) -> Phrase? {
        switch done {
        case "created": Phrase(ar: "أُنشئت المجموعة.", en: "The collection is made.")
        case "saved": Phrase(ar: "حُفظت التعديلات.", en: "Your changes are saved.")
        case "shared": Phrase(ar: "تغيّر من يرى هذه المجموعة.", en: "Who sees this collection is changed.")
        case "renewed": Phrase(ar: "أُنشئ رابط جديد، ولم يعد الأول يعمل.", en: "There is a new link, and the old one has ended.")
        case "note": Phrase(ar: "حُفظت الملاحظة.", en: "The note is saved.")
        case "moved": Phrase(ar: "تغيّر الترتيب.", en: "The order is changed.")
        case "back": Phrase(ar: "عاد الخبر إلى مكانه.", en: "The story is back in its place.")
        case "cover": Phrase(ar: "تغيّر الغلاف.", en: "The cover is changed.")
        case "deleted": Phrase(ar: "حُذفت المجموعة.", en: "The collection is deleted.")
        case "history-on": Phrase(ar: "من الآن يُحفظ ما تفتحه من أخبار.", en: "From now on the stories you open are kept here.")
        case "history-off": Phrase(ar: "أُوقف سجل القراءة ومُحي كل ما فيه.", en: "The reading history is off, and all of it is deleted.")
        case "history-forgotten": Phrase(ar: "مُحي سجل القراءة.", en: "The reading history is deleted.")
        default: nil
        }
    }
}

/// The words of the pages where collections are looked after.
enum CollectionEditWords {
    static let none = Phrase(ar: "لم تحفظ شيئًا بعد", en: "You have not saved anything yet")
    static let noneAdvice = Phrase(
        ar: "عند كل خبر زر «اقرأه لاحقًا». وما تحفظه تجده هنا، على كل جهاز تسجّل الدخول منه.",
        en: "Each story has a button “Read later”. What you save is here, on every device you log in from.")
    static let noOwn = Phrase(
        ar: "لا مجموعات لك بعد. اجمع في واحدة ما كُتب عن موضوع يهمّك، واحتفظ بها لنفسك أو شاركها.",
        en: "You have no collections yet. Gather what was written about a subject in one, and keep it to yourself or share it.")
    static let onlyPrivate = Phrase(
        ar: "كل مجموعاتك خاصة: لا يراها غيرك. يمكنك أن تشارك أي واحدة منها.",
        en: "All your collections are private: nobody else sees them. You can share any of them.")
    static let full = Phrase(
        ar: "لديك \(CollectionLimits.collections) مجموعة، وهذا أقصى ما يُحفظ. احذف واحدة لتنشئ أخرى.",
        en: "You have \(CollectionLimits.collections) collections, which is as many as there can be. Delete one to make another.")
    static let name = Phrase(ar: "الاسم", en: "Name")
    static let description = Phrase(ar: "الوصف", en: "Description")
    static let descriptionHint = Phrase(
        ar: "يراه كل من يرى المجموعة. يمكنك تركه فارغًا.", en: "Whoever sees the collection sees it. You may leave it empty.")
    static let details = Phrase(ar: "الاسم والوصف", en: "Name and description")
    static let save = Phrase(ar: "احفظ", en: "Save")
    static let sharing = Phrase(ar: "من يراها", en: "Who sees it")
    static let share = Phrase(ar: "احفظ من يراها", en: "Save who sees it")
    static let link = Phrase(ar: "الرابط", en: "The link")
    static let linkHint = Phrase(
        ar: "كل من معه هذا الرابط يرى المجموعة دون ملاحظاتك. إن وصل إلى من لا تريد فأنشئ رابطًا جديدًا: يتوقف الأول فورًا.",
        en:
            "Whoever has this link sees the collection, without your notes. If it came to someone it should not, make a new one: the old one ends at once."
    )
    static let renew = Phrase(ar: "أنشئ رابطًا جديدًا", en: "Make a new link")
    static let cover = Phrase(ar: "الغلاف", en: "The cover")
    static let coverHint = Phrase(
        ar: "صورة أول خبر له صورة، أو الخبر الذي اخترته من صفحة المجموعة.",
        en: "The picture of the first story that has one, or of the story you chose on the collection’s page.")
    static let automatic = Phrase(ar: "خذ صورة أول خبر", en: "Take the first story’s picture")
    static let delete = Phrase(ar: "احذف المجموعة", en: "Delete the collection")
    static let deleteHint = Phrase(
        ar: "تُحذف المجموعة وملاحظاتك فيها ورابطها، ولا يمكن التراجع. تبقى الأخبار نفسها في الموقع.",
        en: "The collection goes, with your notes in it and its link, and this cannot be undone. The stories themselves stay on the site.")
    static let sure = Phrase(ar: "نعم، احذفها", en: "Yes, delete it")
    static let notSure = Phrase(ar: "ضع علامة على «نعم، احذفها» أولًا.", en: "Tick “Yes, delete it” first.")
    static let back = Phrase(ar: "عُد إلى المجموعة", en: "Back to the collection")

    static func explained(_ visibility: ReaderCollection.Visibility) -> Phrase {
        switch visibility {
        case .private: Phrase(ar: "خاصة: لا يراها غيرك", en: "Private: only you see it")
        case .unlisted: Phrase(ar: "لمن معه الرابط: لا تظهر في أي مكان آخر", en: "For whoever has the link: it is shown nowhere else")
        case .public: Phrase(ar: "عامة: يراها الجميع باسمك، ولها خلاصة RSS", en: "Public: everyone sees it, with your name, and it has an RSS feed")
        }
    }

    // MARK: History

    static let historyOff = Phrase(
        ar: "سجل القراءة متوقف: لا نحفظ ما تفتحه. إن أردت حفظنا لك وحدك الأخبار التي تفتحها، لتعود إليها.",
        en:
            "The reading history is off: we keep nothing of what you open. If you like, we keep the stories you open, for you alone, so that you find them again."
    )
    static let historyOn = Phrase(
        ar: "يُحفظ هنا ما تفتحه من أخبار وأنت مسجّل الدخول. لا يراه غيرك، ويمكنك أن تمحوه أو توقفه متى شئت.",
        en: "The stories you open while logged in are kept here. Nobody else sees them, and you can delete or stop it whenever you want.")
    static let historyEmpty = Phrase(ar: "لم تفتح خبرًا منذ تشغيل السجل.", en: "You have not opened a story since it was turned on.")
    static let turnOn = Phrase(ar: "شغّل سجل القراءة", en: "Turn the history on")
    static let turnOff = Phrase(ar: "أوقفه وامحُ ما فيه", en: "Turn it off and delete it")
    static let forget = Phrase(ar: "امحُ ما فيه", en: "Delete all of it")
    static let isOff = Phrase(ar: "متوقف", en: "off")
}

extension ReaderCollection {
    /// Its name: its reader's, or for what everyone has the page's.
    func title(_ language: Language) -> String {
        switch kind {
        case .later: CollectionWords.later[language]
        case .favourites: CollectionWords.favourites[language]
        case .history: CollectionWords.history[language]
        case .own: name
        }
    }

    /// The same within a sentence of plain text: a name in another direction turns nothing round it (UAX 9).
    func titleInText(_ language: Language) -> String { kind == .own ? "\u{2068}\(name)\u{2069}" : title(language) }
}
