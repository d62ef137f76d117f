import CXML

/// A small document, parsed at once: strictly, offline, without entities, within libxml2's own limits of depth and length.
enum XMLFragment {
    struct Flaw: Error, Equatable {
        /// As libxml2 words it.
        let detail: String
        /// Counted from 1 in the fragment.
        let line: Int
    }

    private static let isReady: Void = xmlInitParser()

    /// Gives the root element to `body`, which must not keep it.
    static func read<Value>(_ bytes: [UInt8], _ body: (XMLElement) -> Value) throws(Flaw) -> Value {
        _ = isReady
        guard bytes.count < Int(Int32.max), let parser = xmlNewParserCtxt() else { throw Flaw(detail: "too large", line: 1) }
        defer { xmlFreeParserCtxt(parser) }
        let first = FirstFlaw()
        parser.pointee._private = Unmanaged.passUnretained(first).toOpaque()
        parser.pointee.sax.pointee.serror = { context, error in
            guard let error, error.pointee.level == XML_ERR_FATAL,
                let first = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private
            else { return }
            Unmanaged<FirstFlaw>.fromOpaque(first).takeUnretainedValue().note(error.pointee.message, line: error.pointee.line)
        }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
        let document = withExtendedLifetime(first) {
            bytes.withUnsafeBytes { all in
                xmlCtxtReadMemory(parser, all.bindMemory(to: CChar.self).baseAddress, Int32(all.count), nil, "UTF-8", Int32(options))
            }
        }
        defer { if let document { xmlFreeDoc(document) } }
        guard let document, parser.pointee.wellFormed == 1, let root = xmlDocGetRootElement(document) else {
            throw first.flaw ?? Flaw(detail: "not well-formed", line: 1)
        }
        return body(XMLElement(root))
    }

    /// Takes down the first fatal error: those that follow are mostly its echoes.
    private final class FirstFlaw {
        private(set) var flaw: Flaw?

        func note(_ message: UnsafePointer<CChar>?, line: Int32) {
            guard flaw == nil else { return }
            let words = message.map { String(cString: $0) } ?? "not well-formed"
            let told = words.split(separator: "\n").first ?? ""
            // Its own line numbers count from the fragment and would mislead.
            flaw = Flaw(detail: String(told.replacing(/\ line [0-9]+/, with: "")), line: max(Int(line), 1))
        }
    }
}
