import Basics

/// The words of the editor's script, which has none of its own: by the names that it asks for.
enum EditorWords {
    static func json(_ language: Language) -> JSON { .object((saving + tools).map { ($0.0, .text($0.1[language])) }) }

    /// Of what is saved and where, who is here, and what is shown beside each other.
    private static let saving: [(String, Phrase)] = [
        ("close", Phrase(ar: "إغلاق", en: "Close")),
        ("cancel", Phrase(ar: "إلغاء", en: "Cancel")),
        ("set", Phrase(ar: "اعتماد", en: "Set")),
        ("field.headline", Phrase(ar: "العنوان", en: "Headline")),
        ("field.standfirst", Phrase(ar: "المقدمة", en: "Standfirst")),
        ("field.dateline", Phrase(ar: "مكان الخبر", en: "Dateline")),
        ("field.searchTitle", Phrase(ar: "عنوان لمحركات البحث", en: "Title for search engines")),
        ("field.searchDescription", Phrase(ar: "وصف لمحركات البحث", en: "Description for search engines")),
        ("field.body", Phrase(ar: "نص الخبر", en: "Text of the story")),
        ("state.saved", Phrase(ar: "حُفظ عند {time}", en: "Saved at {time}")),
        ("state.savedVersion", Phrase(ar: "حُفظت النسخة عند {time}", en: "Version saved at {time}")),
        ("state.waiting", Phrase(ar: "لم يُحفظ بعد", en: "Not saved yet")),
        ("state.saving", Phrase(ar: "جارٍ الحفظ…", en: "Saving…")),
        ("state.offline", Phrase(ar: "لا اتصال. النص محفوظ على هذا الجهاز", en: "No connection. Kept on this device")),
        ("state.busy", Phrase(ar: "الخادم مشغول. تُعاد المحاولة", en: "The server is busy. Trying again")),
        ("state.conflict", Phrase(ar: "لم يُحفظ: حفظ شخص آخر نسخة أحدث", en: "Not saved: somebody else saved")),
        ("state.signedOut", Phrase(ar: "لم يُحفظ: انتهت جلستك", en: "Not saved: you are logged out")),
        ("state.refused", Phrase(ar: "لم يُحفظ: رفضه الخادم", en: "Not saved: the server refused it")),
        ("state.invalid", Phrase(ar: "لم يُحفظ: هناك ما يجب تصحيحه", en: "Not saved: something must be corrected")),
        ("state.readOnly", Phrase(ar: "للقراءة فقط", en: "Read only")),
        ("state.taken", Phrase(ar: "الخبر بيد شخص آخر", en: "Somebody else is writing")),
        ("save.version", Phrase(ar: "حفظ نسخة", en: "Save a version")),
        ("save.notes", Phrase(ar: "حُفظ النص، لكن تعذّر الاحتفاظ ببعض ما فيه:", en: "Saved, but not all of it could be kept:")),
        (
            "line.offline",
            Phrase(
                ar: "لا اتصال بالخادم. ما تكتبه محفوظ على هذا الجهاز، ويُحفظ في الخادم فور عودة الاتصال.",
                en: "There is no connection to the server. What you write is kept on this device, and saved as soon as the line is back.")
        ),
        (
            "line.busy",
            Phrase(
                ar: "لا يستطيع الخادم الحفظ الآن. ما تكتبه محفوظ على هذا الجهاز، ويُرسل من جديد بعد قليل.",
                en: "The server cannot save right now. What you write is kept on this device, and sent again shortly.")
        ),
        ("line.retry", Phrase(ar: "حاول الآن", en: "Try now")),
        ("refused.kept", Phrase(ar: "نصك محفوظ على هذا الجهاز.", en: "Your text is kept on this device.")),
        (
            "invalid.kept",
            Phrase(
                ar: "صحّحه ليُحفظ. وحتى ذلك الحين نصك محفوظ على هذا الجهاز.",
                en: "Correct it and it is saved. Until then your text is kept on this device.")
        ),
        (
            "editor.failed",
            Phrase(
                ar: "تعذّر فتح الخبر في محرر النصوص. يمكنك كتابته هنا بصيغة Markdown.",
                en: "The rich text editor could not open this story. You can write it here as Markdown.")
        ),
        (
            "journal.failed",
            Phrase(
                ar: "لا يستطيع هذا المتصفح الاحتفاظ بنسخة من نصك. حتى يُصلح ذلك، الآمن هو ما يظهر أنه حُفظ فقط.",
                en: "This browser cannot keep a copy of your text. Until that is mended, only what is shown as saved is safe.")
        ),
        ("readOnly", Phrase(ar: "يمكنك قراءة هذا الخبر دون تعديله.", en: "You can read this story but not change it.")),
        ("conflict.title", Phrase(ar: "نصّان لخبر واحد", en: "Two texts of one story")),
        (
            "conflict.notice",
            Phrase(
                ar: "لم يُحفظ: حفظ {author} نسخة أحدث عند {time}. لم يضع شيء مما كتبت، فهو محفوظ على هذا الجهاز.",
                en: "Not saved: {author} saved a newer version at {time}. Nothing of yours is lost: it is kept on this device.")
        ),
        (
            "conflict.lead",
            Phrase(
                ar: "حفظ {author} نسخة عند {time} لم ترها. اختر عند كل اختلاف النص الذي يبقى.",
                en: "{author} saved a version at {time} that you have not seen. Choose for each difference which text is to stay.")
        ),
        ("conflict.compare", Phrase(ar: "قارن النصّين", en: "Compare the texts")),
        ("beside.title", Phrase(ar: "من قال ماذا، وملاحظات التحرير", en: "Who says what, and the copydesk")),
        ("beside.done", Phrase(ar: "سُجّل.", en: "Noted.")),
        ("beside.refused", Phrase(ar: "لم يُسجَّل. السبب أعلى القائمة.", en: "Not noted. The reason stands above the list.")),
        ("conflict.mine", Phrase(ar: "نصك", en: "Your text")),
        ("conflict.theirs", Phrase(ar: "ما حفظه {author}", en: "Saved by {author}")),
        ("conflict.takeMine", Phrase(ar: "خذ نصك", en: "Take yours")),
        ("conflict.takeTheirs", Phrase(ar: "خذ المحفوظ", en: "Take the saved one")),
        ("conflict.leaveOut", Phrase(ar: "احذف هذا المقطع", en: "Leave it out")),
        ("conflict.allMine", Phrase(ar: "خذ نصك كله", en: "Take all of yours")),
        ("conflict.allTheirs", Phrase(ar: "خذ المحفوظ كله", en: "Take all of the saved one")),
        ("conflict.use", Phrase(ar: "اعتمد هذا النص", en: "Use this text")),
        ("conflict.later", Phrase(ar: "القرار لاحقًا", en: "Decide later")),
        ("conflict.block.zero", Phrase(ar: "الاختلاف {n}", en: "Difference {n}")),
        ("conflict.block.one", Phrase(ar: "الاختلاف {n}", en: "Difference {n}")),
        ("conflict.block.two", Phrase(ar: "الاختلاف {n}", en: "Difference {n}")),
        ("conflict.block.few", Phrase(ar: "الاختلاف {n}", en: "Difference {n}")),
        ("conflict.block.many", Phrase(ar: "الاختلاف {n}", en: "Difference {n}")),
        ("conflict.block.other", Phrase(ar: "الاختلاف {n}", en: "Difference {n}")),
        ("conflict.open.zero", Phrase(ar: "لم يبق اختلاف", en: "{n} differences are still to be decided")),
        ("conflict.open.one", Phrase(ar: "بقي اختلاف واحد لم يُحسم", en: "One difference is still to be decided")),
        ("conflict.open.two", Phrase(ar: "بقي اختلافان لم يُحسما", en: "{n} differences are still to be decided")),
        ("conflict.open.few", Phrase(ar: "بقيت {n} اختلافات لم تُحسم", en: "{n} differences are still to be decided")),
        ("conflict.open.many", Phrase(ar: "بقي {n} اختلافًا لم يُحسم", en: "{n} differences are still to be decided")),
        ("conflict.open.other", Phrase(ar: "بقي {n} اختلاف لم يُحسم", en: "{n} differences are still to be decided")),
        ("conflict.ready", Phrase(ar: "حُسمت كل الاختلافات", en: "Every difference is decided")),
        ("conflict.same.zero", Phrase(ar: "لا فقرات متطابقة", en: "{n} paragraphs that are the same")),
        ("conflict.same.one", Phrase(ar: "فقرة واحدة متطابقة", en: "One paragraph that is the same")),
        ("conflict.same.two", Phrase(ar: "فقرتان متطابقتان", en: "{n} paragraphs that are the same")),
        ("conflict.same.few", Phrase(ar: "{n} فقرات متطابقة", en: "{n} paragraphs that are the same")),
        ("conflict.same.many", Phrase(ar: "{n} فقرة متطابقة", en: "{n} paragraphs that are the same")),
        ("conflict.same.other", Phrase(ar: "{n} فقرة متطابقة", en: "{n} paragraphs that are the same")),
        (
            "left.putBack",
            Phrase(
                ar: "أُعيد نص كُتب عند {time} ولم يكن قد حُفظ. النسخة المحفوظة قبله ما زالت هنا.",
                en: "Text from {time} that had not been saved was put back. The version saved before it is still here.")
        ),
        ("left.undo", Phrase(ar: "العودة إلى النسخة المحفوظة", en: "Back to the saved version")),
        ("left.offer", Phrase(ar: "على هذا الجهاز نص كُتب عند {time} ولم يُحفظ قط.", en: "Text from {time} that was never saved is on this device.")),
        (
            "left.locked",
            Phrase(
                ar: "على هذا الجهاز نص كُتب عند {time} ولم يُحفظ قط. يُعرض عليك متى صار الخبر بيدك.",
                en: "Text from {time} that was never saved is on this device. It is offered to you once you write this story.")
        ),
        ("left.compare", Phrase(ar: "قارن", en: "Compare")),
        ("left.discard", Phrase(ar: "تخلّص منه", en: "Throw it away")),
        ("left.title", Phrase(ar: "نص لم يُحفظ", en: "A text that was not saved")),
        (
            "left.lead",
            Phrase(
                ar: "هذا ما كتبته حتى {time}. بعد ذلك حفظ {author} نسخة عند {saved}. اختر عند كل اختلاف النص الذي يبقى.",
                en:
                    "This is what you wrote until {time}. Since then {author} saved a version, at {saved}. Choose for each difference which text is to stay."
            )
        ),
        ("left.mine", Phrase(ar: "نصك غير المحفوظ", en: "Your text, not saved")),
        ("left.theirs", Phrase(ar: "النص المحفوظ", en: "The saved text")),
        ("logIn.title", Phrase(ar: "سجّل الدخول من جديد", en: "Log in again")),
        (
            "logIn.kept",
            Phrase(
                ar: "نصك محفوظ على هذا الجهاز. متى سجّلت الدخول من جديد حُفظ من تلقاء نفسه.",
                en: "Your text is kept on this device. When you are logged in again, it is saved by itself.")
        ),
        ("logIn.link", Phrase(ar: "تسجيل الدخول في نافذة جديدة", en: "Log in, in a new window")),
        ("logIn.done", Phrase(ar: "سجّلت الدخول", en: "I am logged in")),
        ("logIn.later", Phrase(ar: "لاحقًا", en: "Later")),
        ("logIn.open", Phrase(ar: "تسجيل الدخول", en: "Log in")),
        (
            "logOut.unsaved",
            Phrase(
                ar: "بعض نصك لم يصل إلى الخادم. إن خرجت الآن حُذف من هذا الجهاز.",
                en: "Some of your text is not in the server. When you log out now, it is deleted from this device.")
        ),
        ("logOut.stay", Phrase(ar: "البقاء", en: "Stay")),
        ("logOut.leave", Phrase(ar: "الخروج على أي حال", en: "Log out all the same")),
        ("logOut.title", Phrase(ar: "لم يُحفظ كل شيء", en: "Not everything is saved")),
        (
            "tab.other",
            Phrase(ar: "أنت تكتب هذا الخبر في تبويب آخر من هذا المتصفح.", en: "You are writing this story in another tab of this browser.")
        ),
        ("tab.take", Phrase(ar: "اكتب هنا بدلًا منه", en: "Write here instead")),
        ("people.here", Phrase(ar: "هنا أيضًا:", en: "Also here:")),
        ("people.and", Phrase(ar: "، ", en: ", ")),
        ("people.writes", Phrase(ar: "(يكتب)", en: "(writing)")),
        ("claim.held", Phrase(ar: "الخبر بيد {name} منذ {time}.", en: "{name} is writing this story since {time}.")),
        (
            "claim.taken",
            Phrase(
                ar: "تولّى {name} الخبر عند {time}. ما كتبته قبل ذلك محفوظ في الخادم أو على هذا الجهاز.",
                en: "{name} took this story over at {time}. What you wrote before is saved or kept on this device.")
        ),
        ("claim.take", Phrase(ar: "تولّي الخبر", en: "Take the story over")),
        (
            "moved.clean",
            Phrase(
                ar: "حفظ {author} نسخة أحدث عند {time}. افتحها قبل أن تتابع الكتابة.",
                en: "{author} saved a newer version at {time}. Load it before you write on.")
        ),
        (
            "moved.dirty",
            Phrase(ar: "حفظ {author} نسخة أحدث عند {time} وأنت تكتب.", en: "{author} saved a newer version at {time} while you were writing.")
        ),
        ("moved.load", Phrase(ar: "افتحها", en: "Load it")),
        ("count.words.zero", Phrase(ar: "لا كلمات", en: "{n} words")),
        ("count.words.one", Phrase(ar: "كلمة واحدة", en: "1 word")),
        ("count.words.two", Phrase(ar: "كلمتان", en: "{n} words")),
        ("count.words.few", Phrase(ar: "{n} كلمات", en: "{n} words")),
        ("count.words.many", Phrase(ar: "{n} كلمة", en: "{n} words")),
        ("count.words.other", Phrase(ar: "{n} كلمة", en: "{n} words")),
        ("count.minutes.zero", Phrase(ar: "لا قراءة", en: "{n} minutes to read")),
        ("count.minutes.one", Phrase(ar: "دقيقة للقراءة", en: "1 minute to read")),
        ("count.minutes.two", Phrase(ar: "دقيقتان للقراءة", en: "{n} minutes to read")),
        ("count.minutes.few", Phrase(ar: "{n} دقائق للقراءة", en: "{n} minutes to read")),
        ("count.minutes.many", Phrase(ar: "{n} دقيقة للقراءة", en: "{n} minutes to read")),
        ("count.minutes.other", Phrase(ar: "{n} دقيقة للقراءة", en: "{n} minutes to read")),
        ("paste.reading", Phrase(ar: "تُقرأ المادة الملصقة…", en: "Reading what you pasted…")),
        ("paste.notes", Phrase(ar: "لُصق النص. وهذا ما تعذّر نقله:", en: "Pasted. This could not be taken along:")),
        (
            "paste.offline",
            Phrase(
                ar: "لُصق دون الخادم: قرأه المتصفح وحده، وربما أسقط أكثر مما يُسقطه الخادم.",
                en: "Pasted without the server: this browser read it by itself, and may have left out more than the server would.")
        ),
        ("paste.large", Phrase(ar: "المادة الملصقة أكبر من اللازم.", en: "What you pasted is too large.")),
    ]
}
