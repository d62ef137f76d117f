import CMark
import Synchronization

/// Text in Markdown.
struct MarkdownText {
    let text: String
    let linksBareAddresses: Bool

    init(_ text: String, linksBareAddresses: Bool) {
        self.text = text
        self.linksBareAddresses = linksBareAddresses
    }

    /// As HTML, with the HTML that stands in it: to be read, never to be sent.
    var html: String {
        let limits = MarkdownLimits(text)
        var extensions = ["strikethrough"]
        if limits.allowsTables { extensions.append("table") }
        if linksBareAddresses, limits.allowsBareAddresses { extensions.append("autolink") }
        let text = limits.limited(text)
        return MarkdownText.parsing.withLock { _ in MarkdownText.html(text, extensions: extensions) }
    }

    /// cmark-gfm keeps the special characters of its extensions in one table for the whole process while it parses: one text at a time.
    private static let parsing = Mutex(())

    private static func html(_ text: String, extensions: [String]) -> String {
        let _ = MarkdownText.extensionsRegistered
        guard let parser = cmark_parser_new(MarkdownText.options) else { return "" }
        defer { cmark_parser_free(parser) }
        for name in extensions {
            if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return "" }
        defer { cmark_node_free(document) }
        guard let html = cmark_render_html(document, MarkdownText.options, cmark_parser_get_syntax_extensions(parser)) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return String(cString: html)
    }

    private static let options = CMARK_OPT_UNSAFE

    private static let extensionsRegistered: Void = cmark_gfm_core_extensions_ensure_registered()
}
