extension MarkupTree {
    /// Visits an element and what is in it, in order; `visit` says whether to go inside.
    func walk(_ node: Int32, _ visit: (Node) -> Bool) {
        var waiting = [node]
        while let next = waiting.popLast() {
            let element = nodes[Int(next)]
            if next != node, element.nextSibling >= 0 { waiting.append(element.nextSibling) }
            if visit(element), element.firstChild >= 0 { waiting.append(element.firstChild) }
        }
    }

    /// The beginning of the text in an element.
    func visibleText(of node: Int32) -> String {
        var text = ""
        walk(node) { element in
            guard text.utf8.count < 200 else { return false }
            if element.tag == .text {
                text += string(element.start, min(element.end, element.start + 400))
            } else {
                text += " "
            }
            return true
        }
        return text.collapsed
    }

    /// The text of a `pre` as it stands, without blank lines before and behind it.
    func preformattedText(of node: Int32) -> String {
        var bytes: [UInt8] = []
        walk(node) { element in
            switch element.tag {
            case .text: bytes += self.bytes[Int(element.start)..<Int(element.end)]
            case .br: bytes.append(UInt8(ascii: "\n"))
            case .p, .div, .li, .tr, .group: if !bytes.isEmpty, bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
            case .dropped: return false
            default: break
            }
            return true
        }
        let text = String(decoding: bytes, as: UTF8.self).withoutControls
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        while let first = lines.first, first.allSatisfy(\.isHTMLSpace) { lines.removeFirst() }
        while let last = lines.last, last.allSatisfy(\.isHTMLSpace) { lines.removeLast() }
        guard let first = lines.first, let last = lines.last else { return "" }
        return String(text[first.startIndex..<last.endIndex])
    }

    /// Addresses that a `pre` linked to.
    func linkAddresses(in node: Int32) -> [String] {
        var addresses: [String] = []
        walk(node) { element in
            if element.tag == .a { addresses += attributes(.href, of: element) }
            return true
        }
        return addresses
    }

    /// The addresses an `iframe`, `video`, `audio`, `object` or `embed` would load, the likeliest first.
    func embeddedAddresses(of node: Int32) -> [String] {
        var addresses: [String] = []
        walk(node) { element in
            switch element.tag {
            case .source, .embed, .iframe, .video, .audio: addresses += attributes(.src, of: element)
            case .object: addresses += attributes(.data, of: element)
            case .silent:
                let names = attributes(.name, of: element)
                if names.contains("movie") || names.contains("src") { addresses += attributes(.value, of: element) }
            default: break
            }
            return true
        }
        return addresses
    }

    private func attributes(_ key: AttributeKey, of element: Node) -> [String] {
        attributes[Int(element.start)..<Int(element.end)].filter { $0.key == key }.map { string($0.start, $0.end) }
    }
}
