import CCurl
import Foundation

/// One request and its answer, on the thread that runs it. Redirects are not followed here.
final class Transfer {
    /// Where the body of an answer goes, piece by piece.
    typealias Sink = (UnsafeRawBufferPointer) throws -> Void

    /// What is sent, where something is.
    struct Message: Sendable {
        /// Each as `Name: value`.
        let fields: [String]
        let body: [UInt8]
    }

    let target: OutboundTarget
    let message: Message?
    let policy: OutboundPolicy
    let limit: Int
    let sink: Sink
    let stop: StopFlag

    private(set) var headers: [String: String] = [:]
    private(set) var status = 0
    private(set) var bytes = 0
    private var headerBytes = 0
    private var refusedAddress = false
    private var tooLarge = false
    private var sinkFailure: (any Error)?

    init(
        target: OutboundTarget, message: Message? = nil, policy: OutboundPolicy, limit: Int, stop: StopFlag, sink: @escaping Sink
    ) {
        self.target = target
        self.message = message
        self.policy = policy
        self.limit = limit
        self.stop = stop
        self.sink = sink
    }

    /// Does the request within `seconds`. Throws an `OutboundFailure`, or what the sink threw.
    func run(seconds: Double) throws {
        guard let handle = curl_easy_init() else { throw Transfer.outOfOrder }
        defer { curl_easy_cleanup(handle) }
        let names = CurlList(policy.names.map { "\($0.key):80:\($0.value)" } + policy.names.map { "\($0.key):443:\($0.value)" })
        // A server that is asked whether it wants the body first may keep it waiting for a second.
        let fields = CurlList((message?.fields ?? []) + ["Expect:"])
        try set(handle, seconds: seconds, names: names, fields: fields)
        let code = curl_easy_perform(handle)
        withExtendedLifetime((names, fields)) {}
        if let sinkFailure { throw sinkFailure }
        if tooLarge || code == CURLE_FILESIZE_EXCEEDED { throw OutboundFailure.tooLarge(limit) }
        if stop.isSet { throw OutboundFailure.cancelled }
        if code != CURLE_OK { throw refusedAddress ? OutboundFailure.privateAddress : OutboundFailure(code) }
        var number = 0
        _ = ccurl_get_number(handle, CURLINFO_RESPONSE_CODE, &number)
        status = number
    }

    private func set(_ handle: UnsafeMutableRawPointer, seconds: Double, names: CurlList, fields: CurlList) throws {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let milliseconds = { (seconds: Double) in Int((seconds * 1000).rounded(.up)) }
        var codes = [
            ccurl_set_text(handle, CURLOPT_URL, target.url),
            ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            ccurl_set_text(handle, CURLOPT_USERAGENT, "Matbaa"),
            ccurl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            ccurl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0),
            ccurl_set_number(handle, CURLOPT_FORBID_REUSE, 1),
            ccurl_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1),
            ccurl_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2),
            ccurl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, max(1, milliseconds(min(seconds, policy.connectSeconds)))),
            ccurl_set_number(handle, CURLOPT_TIMEOUT_MS, max(1, milliseconds(seconds))),
            ccurl_set_number(handle, CURLOPT_LOW_SPEED_LIMIT, 256),
            ccurl_set_number(handle, CURLOPT_LOW_SPEED_TIME, policy.stallSeconds),
            ccurl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limit)),
            // An empty proxy stands for none, whatever http_proxy says; an empty list of exceptions keeps no_proxy out.
            ccurl_set_text(handle, CURLOPT_PROXY, policy.proxy ?? ""),
            ccurl_set_text(handle, CURLOPT_NOPROXY, ""),
            ccurl_on_body(handle, { Transfer.of($3)?.body($0, $1 * $2) ?? 0 }, context),
            ccurl_on_header(handle, { Transfer.of($3)?.header($0, $1 * $2) ?? 0 }, context),
            ccurl_on_progress(handle, { context, _, _, _, _ in Transfer.of(context)?.stop.isSet == false ? 0 : 1 }, context),
            ccurl_on_socket(handle, { context, _, address in Transfer.of(context)?.socket(address) ?? CURL_SOCKET_BAD }, context),
        ]
        if let message {
            // The length goes first: the body is copied as it is set.
            codes.append(ccurl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(message.body.count)))
            codes.append(
                message.body.withUnsafeBytes { ccurl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: $0.baseAddress)) })
            codes.append(ccurl_set_list(handle, CURLOPT_HTTPHEADER, fields.list))
        }
        if names.list != nil { codes.append(ccurl_set_list(handle, CURLOPT_RESOLVE, names.list)) }
        if codes.contains(where: { $0 != CURLE_OK }) { throw Transfer.outOfOrder }
    }

    /// The transfer behind the context that a callback is given.
    private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Gives libcurl a socket only when the address that it is about to connect to is public. Through a proxy the address is the proxy's.
    private func socket(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let address else { return CURL_SOCKET_BAD }
        if !target.isExempt, policy.proxy == nil {
            var bytes = [UInt8](repeating: 0, count: 16)
            let count = Int(ccurl_address(address, &bytes))
            guard NetworkAddress(bytes: Array(bytes.prefix(count))).isPublic else {
                refusedAddress = true
                return CURL_SOCKET_BAD
            }
        }
        return ccurl_socket(address)
    }

    private func body(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard bytes + count <= limit else {
            tooLarge = true
            return -1
        }
        bytes += count
        do {
            try sink(UnsafeRawBufferPointer(start: data, count: count))
            return count
        } catch {
            sinkFailure = error
            return -1
        }
    }

    private func header(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        headerBytes += count
        guard headerBytes <= 64 << 10 else { return -1 }
        let line = String(decoding: UnsafeRawBufferPointer(start: data, count: count), as: UTF8.self)
        if line.hasPrefix("HTTP/") { headers = [:] }
        guard let colon = line.firstIndex(of: ":") else { return count }
        headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
        return count
    }

    private static let outOfOrder = OutboundFailure.passing(ar: "تعذّر تشغيل مكتبة الجلب.", en: "libcurl could not be set up.")
}
