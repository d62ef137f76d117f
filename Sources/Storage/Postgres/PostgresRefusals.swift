import Basics

extension Refusal {
    static var postgresGone: Refusal {
        Refusal(
            .unavailable, ar: "انقطع الاتصال بقاعدة البيانات. أعد المحاولة بعد قليل.",
            en: "The connection to the database broke off. Please try again in a moment.")
    }

    static var postgresBusy: Refusal {
        Refusal(
            .unavailable, ar: "قاعدة البيانات مشغولة الآن. أعد المحاولة بعد قليل.",
            en: "The database is busy. Please try again in a moment.")
    }

    static var postgresInDoubt: Refusal {
        Refusal(
            .unavailable, ar: "انقطع الاتصال بقاعدة البيانات أثناء الحفظ، وقد يكون التغيير حُفظ أو لم يُحفظ: تحقّق قبل أن تعيد المحاولة.",
            en: "The connection to the database broke off while the change was being kept. It may or may not have been: look before you try again.")
    }

    static var postgresClosed: Refusal {
        Refusal(.unavailable, ar: "أُغلقت قاعدة البيانات.", en: "The database has been closed.")
    }

    static func postgresShort(of message: String) -> Refusal {
        Refusal(
            .unavailable, ar: "لا تتّسع موارد خادم PostgreSQL الآن: \(message)",
            en: "The PostgreSQL server has run out of something: \(message)")
    }
}
