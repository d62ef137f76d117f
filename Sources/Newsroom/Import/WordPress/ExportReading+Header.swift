extension ExportReading {
    mutating func header(_ piece: ExportPiece) -> [WordPressEvent] {
        sawHeader = true
        let prolog = ExportProlog(piece.bytes)
        if let refusal = refusal(of: piece, prolog) {
            isRefused = true
            return [fault(refusal)]
        }
        encodingName = prolog.encoding
        encoding = DeclaredEncoding(prolog.encoding)
        var events: [WordPressEvent] = []
        if case .unknown = encoding { events.append(fault(.encodingUnknown(prolog.encoding ?? ""))) }
        if prolog.doctype != nil { events.append(fault(.doctypeIgnored)) }
        // Only from the root element on, without what stands before it; its lines are kept for the counting.
        let before = piece.bytes.lineEnds(in: 0..<prolog.rootStart)
        let body = ExportPiece(kind: .gap, bytes: Array(piece.bytes[prolog.rootStart...]), line: piece.line + before, ending: piece.ending)
        line = body.line
        let text = ExportText(body, encoding, encodingName)
        if let told = encodingTold(by: text, line: piece.line) { events.append(told) }
        events += faults(of: text, at: place(piece.line))
        site.generator = prolog.generator
        events += readHeader(text.bytes)
        if !namespaces.declaresWordPress { events.append(fault(.namespaceMissing)) }
        return events + [.site(site)] + checkVersion()
    }

    private func refusal(of piece: ExportPiece, _ prolog: ExportProlog) -> WordPressFault.Kind? {
        if prolog.doctype == .declaring { return .doctypeDeclaresEntities }
        let root = prolog.rootName?.lowercased()
        if root == "html" { return .html }
        if case .disguising = DeclaredEncoding(prolog.encoding) { return .encodingRefused(prolog.encoding ?? "") }
        guard let root, !prolog.startsWithText else {
            return piece.bytes.skippingSpace(from: 0) == piece.bytes.count && piece.ending == .endOfFile ? .empty : .notXML
        }
        if piece.kind != .gap || root != "rss" { return .otherXML(root: prolog.rootName ?? root) }
        if case .tooLarge = piece.ending { return .notXML }
        return nil
    }

    /// The head ends in the middle of the document: mending closes what it left open.
    private mutating func readHeader(_ bytes: [UInt8]) -> [WordPressEvent] {
        sawEnd = bytes.find("</rss", from: 0) != nil
        let closing: StaticString = sawEnd ? "" : bytes.find("</channel", from: 0) != nil ? "</rss>" : "</channel></rss>"
        var strict = bytes
        strict.append(closing)
        let flaw: XMLFragment.Flaw
        do {
            try MarkupCheck.pass(strict)
            try readRoot(namespaces.wrap(strict))
            return []
        } catch {
            flaw = error
        }
        for (prefix, address) in ExportReading.scannedDeclarations(bytes) { namespaces.declare(prefix, address) }
        let mended = namespaces.wrap(PieceRepair.repaired(bytes, prefixes: namespaces.addresses.keys))
        do {
            try readRoot(mended)
            return [fault(.mended(detail: flaw.detail), line: line + flaw.line - 1)]
        } catch {
            return [fault(.headerBroken(detail: flaw.detail), line: line + flaw.line - 1)]
        }
    }

    private mutating func readRoot(_ bytes: [UInt8]) throws(XMLFragment.Flaw) {
        var (site, namespaces) = (site, namespaces)
        try XMLFragment.read(bytes) { root in
            guard let rss = root.children.first(where: { $0.name == "rss" }) else { return }
            rss.declarations.forEach { namespaces.declare($0.prefix, $0.address) }
            for channel in rss.children where channel.name == "channel" {
                channel.declarations.forEach { namespaces.declare($0.prefix, $0.address) }
                _ = site.read(channel)
            }
        }
        (self.site, self.namespaces) = (site, namespaces)
    }

    /// The prefixes that a broken head declares.
    private static func scannedDeclarations(_ bytes: [UInt8]) -> [(String, String)] {
        guard let tag = RepairTag(at: 0, of: bytes) else { return [] }
        return tag.attributes.compactMap { name, value in
            let name = String(decoding: name, as: UTF8.self)
            return name.hasPrefix("xmlns:") ? (String(name.dropFirst(6)), String(decoding: value, as: UTF8.self)) : nil
        }
    }

    private func checkVersion() -> [WordPressEvent] {
        guard let version = site.version, !version.isEmpty else { return [fault(.versionMissing)] }
        return ["1.0", "1.1", "1.2"].contains(version) ? [] : [fault(.versionUnknown(version))]
    }
}
