import Basics
import CPostgres

extension PostgresLink {
    /// Opens a session. Refuses with `unavailable`, in words for the operator that never hold the password.
    static func open(_ address: PostgresAddress) throws -> PostgresLink {
        let settings = [
            // An operator's own values win over these.
            ("application_name", "matbaa"), ("connect_timeout", "10"), ("target_session_attrs", "read-write"),
            ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
            ("dbname", address.connectionString),
            // And these over an operator's.
            ("client_encoding", "UTF8"), ("options", "\(ownOptions) \(address.options) \(neededOptions)"),
        ]
        let handle = withCStrings(settings.map(\.0)) { names in
            withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let handle else { throw unreachable(address, "out of memory") }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        let link = PostgresLink(handle: handle)
        guard PQstatus(handle) == CONNECTION_OK else { throw unreachable(address, String(cString: PQerrorMessage(handle)).trimmed) }
        try check(handle, address)
        do {
            try link.checkDurability()
        } catch let failure as PostgresFailure {
            // The server went as soon as it had come.
            throw unreachable(address, failure.message)
        }
        return link
    }

    private static let ownOptions = "-c statement_timeout=60000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000"
    /// How values are read depends on these.
    private static let neededOptions = "-c standard_conforming_strings=on -c bytea_output=hex -c extra_float_digits=1"

    private static func check(_ handle: OpaquePointer, _ address: PostgresAddress) throws {
        let version = PQserverVersion(handle)
        guard version >= 150_000 else {
            throw Refusal(
                .unavailable, ar: "خادم PostgreSQL من الإصدار \(version / 10000)، والمطلوب 15 أو أحدث: حدِّث الخادم.",
                en: "The PostgreSQL server is version \(version / 10000); matbaa needs 15 or newer. Upgrade the server.")
        }
        let encoding = PQparameterStatus(handle, "server_encoding").map { String(cString: $0) } ?? "unknown"
        guard encoding == "UTF8" else {
            throw Refusal(
                .unavailable, ar: "ترميز قاعدة البيانات \(address.place) هو \(encoding): أنشئها بترميز UTF8.",
                en: "The database \(address.place) is encoded in \(encoding). Create it with ENCODING 'UTF8'.")
        }
    }

    /// Without `synchronous_commit` a crash of the server would lose what readers were told is kept.
    private func checkDurability() throws {
        var setting = ""
        _ = try run("SELECT current_setting('synchronous_commit') AS setting", []) { setting = try $0["setting"] }
        guard setting != "off" else {
            throw Refusal(
                .unavailable, ar: "الإعداد synchronous_commit معطّل في PostgreSQL: فعّله حتى لا يضيع ما حُفظ.",
                en: "PostgreSQL is set to synchronous_commit = off, which loses kept changes in a crash. Set it to on for this database and user.")
        }
    }

    /// The server's words tell what to do; they are English or the server's own language.
    private static func unreachable(_ address: PostgresAddress, _ words: String) -> Refusal {
        let advice =
            if words.contains("password") || words.contains("pg_hba") || words.contains("role \"") {
                (ar: "تحقّق من اسم المستخدم وكلمة المرور ومن pg_hba.conf.", en: "Check the user, the password and the server's pg_hba.conf.")
            } else if words.contains("database \"") && words.contains("does not exist") {
                (ar: "أنشئ قاعدة البيانات أولًا: createdb --encoding=UTF8.", en: "Create the database first: createdb --encoding=UTF8.")
            } else if words.contains("too many") || words.contains("remaining connection slots") {
                (ar: "خفّض pool في العنوان أو ارفع max_connections.", en: "Lower pool in the address, or raise the server's max_connections.")
            } else {
                (ar: "تحقّق من أن الخادم يعمل ومن العنوان والمنفذ.", en: "Check that the server runs, and its host and port.")
            }
        return Refusal(
            .unavailable, ar: "تعذّر الاتصال بقاعدة PostgreSQL \(address.place): \(words). \(advice.ar)",
            en: "PostgreSQL cannot be reached at \(address.place): \(words). \(advice.en)")
    }
}

/// Gives the texts as C has lists of them: pointers with a null behind the last.
private func withCStrings<Value>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value) -> Value {
    let bytes = texts.map { $0.utf8CString }
    let all = bytes.flatMap { $0 }
    return all.withUnsafeBufferPointer { buffer in
        var offset = 0
        var pointers: [UnsafePointer<CChar>?] = bytes.map { text in
            defer { offset += text.count }
            return buffer.baseAddress?.advanced(by: offset)
        }
        pointers.append(nil)
        return body(pointers)
    }
}
