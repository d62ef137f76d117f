import CCurl

/// The one way out of the newsroom: whatever is fetched from elsewhere is fetched here, within the policy.
package struct OutboundDoor: Sendable {
    package let policy: OutboundPolicy

    package init(_ policy: OutboundPolicy = OutboundPolicy()) { self.policy = policy }

    /// Streams what is at `url` into a new file at `path`, and leaves no file when it throws. A status other than 2xx is an answer, too:
    /// see `OutboundAnswer.accepted()`. Throws an `OutboundFailure`.
    package func fetch(_ url: String, limit: Int? = nil, to path: String) async throws -> OutboundAnswer {
        try await onOwnThread { stop in
            let file = try NewFile(path)
            do {
                let answer = try follow(url, limit: limit ?? policy.maxBytes, stop: stop, restart: file.restart) { try file.write($0) }
                try file.finish()
                return answer
            } catch {
                file.remove()
                throw error
            }
        }
    }

    /// Fetches a small answer into memory. Throws an `OutboundFailure`.
    package func fetch(_ url: String, limit: Int = 1 << 20) async throws -> (answer: OutboundAnswer, body: [UInt8]) {
        try await onOwnThread { stop in
            var body: [UInt8] = []
            let answer = try follow(url, limit: limit, stop: stop, restart: { body = [] }, sink: { body.append(contentsOf: $0) })
            return (answer, body)
        }
    }

    /// Sends something to `url`, and gives the status of the answer, whose body is not kept. Redirects are not followed: what is sent goes to nobody else.
    /// Throws an `OutboundFailure`.
    package func post(_ url: String, fields: [String], body: [UInt8]) async throws -> OutboundAnswer {
        try await onOwnThread { stop in
            let target = try OutboundTarget(url, policy: policy)
            let message = Transfer.Message(fields: fields, body: body)
            let transfer = Transfer(target: target, message: message, policy: policy, limit: 1 << 20, stop: stop) { _ in }
            try transfer.run(seconds: min(30, policy.overallSeconds))
            return OutboundAnswer(transfer)
        }
    }

    /// Follows redirects, each of them checked like the first address.
    private func follow(
        _ url: String, limit: Int, stop: StopFlag, restart: () throws -> Void, sink: @escaping Transfer.Sink
    ) throws -> OutboundAnswer {
        let deadline = ContinuousClock.now + .seconds(policy.overallSeconds)
        var target = try OutboundTarget(url, policy: policy)
        for _ in 0...policy.maxRedirects {
            let left = ContinuousClock.now.duration(to: deadline) / .seconds(1)
            guard left > 0 else { throw OutboundFailure(CURLE_OPERATION_TIMEDOUT) }
            try restart()
            let transfer = Transfer(target: target, policy: policy, limit: limit, stop: stop, sink: sink)
            try transfer.run(seconds: left)
            guard [301, 302, 303, 307, 308].contains(transfer.status), let location = transfer.headers["location"] else {
                return OutboundAnswer(transfer)
            }
            target = try OutboundTarget(location, from: target.url, policy: policy)
        }
        throw OutboundFailure.refused(ar: "يحوّل الخادم الطلب بلا نهاية.", en: "The server redirects too often.")
    }
}

extension OutboundAnswer {
    fileprivate init(_ transfer: Transfer) {
        self.init(
            status: transfer.status, type: transfer.headers["content-type"], bytes: transfer.bytes, finalURL: transfer.target.url,
            etag: transfer.headers["etag"], lastModified: transfer.headers["last-modified"])
    }
}
