import Basics

/// What a server answered, the body aside.
package struct OutboundAnswer: Hashable, Sendable {
    package let status: Int
    /// `Content-Type` as the server says it: never to be believed.
    package let type: String?
    /// How long the body was.
    package let bytes: Int
    /// Where the last redirect led.
    package let finalURL: String
    package let etag: String?
    package let lastModified: String?

    /// Itself when the status is 2xx; otherwise throws an `OutboundFailure`, permanent where asking again would change nothing.
    package func accepted() throws -> OutboundAnswer {
        guard !(200...299).contains(status) else { return self }
        throw OutboundFailure(
            words: Phrase(ar: "أجاب الخادم بالرمز \(status).", en: "The server answered with status \(status)."),
            permanent: (400...499).contains(status) && ![408, 425, 429].contains(status))
    }
}
