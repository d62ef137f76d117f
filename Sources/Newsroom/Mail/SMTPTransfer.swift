import Basics
import CCurl
import Foundation

/// One letter's way to a server, on the thread that runs it.
final class SMTPTransfer {
    /// How far the conversation has come: what the server refuses from `recipient` on, it refuses of this letter alone.
    private enum Step: String, CaseIterable {
        case recipient = "RCPT TO:"
        case data = "DATA\r\n"
    }

    private let server: MailServer
    private let host: String
    private let message: MailMessage
    private let bytes: [UInt8]
    private let stop: StopFlag

    private var given = 0
    private var step: Step?
    /// We have said our farewell: what the server still says is not about the letter.
    private var isOver = false
    /// The lines of the server's last answer.
    private var answer: [String] = []

    /// `host` is how the newsroom names itself to the server.
    init(_ message: MailMessage, to server: MailServer, host: String, stop: StopFlag) {
        self.server = server
        self.host = host
        self.message = message
        self.stop = stop
        bytes = message.bytes
    }

    /// Sends the letter and returns the server's last words. Throws a `MailFailure`, or `CancellationError` when it was stopped before the letter
    /// was begun; a letter that is under way is finished.
    func run() throws -> String {
        guard EmailAddress(message.letter.to.text)?.text == message.letter.to.text else {
            throw MailFailure(.refused, "no address of mail: \(message.letter.to)")
        }
        let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        defer { words.deallocate() }
        guard Libcurl.isReady, let handle = curl_easy_init() else { throw SMTPTransfer.outOfOrder }
        defer { curl_easy_cleanup(handle) }
        let recipients = CurlList(["<\(message.letter.to)>"])
        try set(handle, recipients: recipients, words: words)
        let code = curl_easy_perform(handle)
        withExtendedLifetime(recipients) {}
        guard code != CURLE_OK else { return answerText }
        if stop.isSet, given == 0 { throw CancellationError() }
        throw failure(code, String(cString: words))
    }

    private func set(_ handle: UnsafeMutableRawPointer, recipients: CurlList, words: UnsafeMutablePointer<CChar>) throws {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let milliseconds = { (seconds: Double) in Int((seconds * 1000).rounded(.up)) }
        let encryption =
            switch server.security {
            case .required: CURLUSESSL_ALL
            case .optional: CURLUSESSL_TRY
            case .none: CURLUSESSL_NONE
            }
        var codes = [
            // What follows the host is how we greet it.
            ccurl_set_text(handle, CURLOPT_URL, "\(server.url)/\(URLComponent.encode(host))"),
            ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            ccurl_set_text(handle, CURLOPT_MAIL_FROM, "<\(message.from.address)>"),
            ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipients.list),
            ccurl_set_number(handle, CURLOPT_UPLOAD, 1),
            ccurl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count)),
            ccurl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            ccurl_set_number(handle, CURLOPT_FORBID_REUSE, 1),
            ccurl_set_number(handle, CURLOPT_USE_SSL, Int(encryption.rawValue)),
            ccurl_set_number(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            ccurl_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1),
            ccurl_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2),
            ccurl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(server.connectSeconds)),
            ccurl_set_number(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, server.answerSeconds),
            ccurl_set_number(handle, CURLOPT_TIMEOUT_MS, milliseconds(server.overallSeconds)),
            // An empty proxy stands for none, whatever all_proxy says; an empty list of exceptions keeps no_proxy out.
            ccurl_set_text(handle, CURLOPT_PROXY, server.proxy ?? ""),
            ccurl_set_text(handle, CURLOPT_NOPROXY, ""),
            ccurl_set_number(handle, CURLOPT_HTTPPROXYTUNNEL, 1),
            ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, words),
            ccurl_on_read(handle, { SMTPTransfer.of($3)?.give($0, $1 * $2) ?? Int(CURL_READFUNC_ABORT) }, context),
            ccurl_on_progress(handle, { context, _, _, _, _ in SMTPTransfer.of(context)?.mayGoOn == true ? 0 : 1 }, context),
            ccurl_on_debug(
                handle,
                { _, type, data, count, context in
                    SMTPTransfer.of(context)?.follow(type, UnsafeRawBufferPointer(start: data, count: count))
                    return 0
                }, context),
        ]
        if let authorities = server.authorities { codes.append(ccurl_set_text(handle, CURLOPT_CAINFO, authorities)) }
        if let user = server.user, let password = server.password {
            codes += [ccurl_set_text(handle, CURLOPT_USERNAME, user), ccurl_set_text(handle, CURLOPT_PASSWORD, password)]
        }
        if codes.contains(where: { $0 != CURLE_OK }) { throw SMTPTransfer.outOfOrder }
    }

    /// The transfer behind the context that a callback is given.
    private static func of(_ context: UnsafeMutableRawPointer?) -> SMTPTransfer? {
        context.map { Unmanaged<SMTPTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// A letter under way is finished; the answer to the farewell is not waited for.
    private var mayGoOn: Bool { !isOver && (!stop.isSet || given > 0) }

    private func give(_ target: UnsafeMutablePointer<CChar>?, _ room: Int) -> Int {
        guard let target else { return Int(CURL_READFUNC_ABORT) }
        let piece = bytes[given..<min(given + room, bytes.count)]
        piece.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: target, count: room).copyMemory(from: $0) }
        given += piece.count
        return piece.count
    }

    /// Follows the conversation. What is said to the server is only looked at for its step: it holds the password.
    private func follow(_ type: curl_infotype, _ data: UnsafeRawBufferPointer) {
        guard !isOver, type == CURLINFO_HEADER_OUT || type == CURLINFO_HEADER_IN else { return }
        let text = String(decoding: data, as: UTF8.self)
        if type == CURLINFO_HEADER_OUT {
            if let next = Step.allCases.first(where: { text.hasPrefix($0.rawValue) }) { step = next }
            isOver = text.hasPrefix("QUIT")
            return
        }
        // "250-" says that more lines follow, "250 " that this is the last one.
        if answer.last?.dropFirst(3).first != "-" { answer = [] }
        if answer.count < 20 { answer.append(String(text.prefix(500)).trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    private func failure(_ code: CURLcode, _ words: String) -> MailFailure {
        let status = Int(answer.last?.prefix(3) ?? "") ?? 0
        let text = status >= 400 ? answerText : words.isEmpty ? String(cString: curl_easy_strerror(code)) : words
        if step == nil { return MailFailure(.trouble, text) }
        return MailFailure((500...599).contains(status) ? .refused : .deferred, text)
    }

    /// The answer's status, once, and its words.
    private var answerText: String {
        ([answer.first.map { String($0.prefix(3)) }] + answer.map { String($0.dropFirst(4)) }).compactMap(\.self).joined(separator: " ")
    }

    private static let outOfOrder = MailFailure(.trouble, "libcurl could not be set up.")
}
