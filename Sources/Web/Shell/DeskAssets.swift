import Assets

/// The desk's modules with the names that they are served under: each name changes with its bytes, and so with those of all that it imports.
struct DeskAssets: Sendable {
    let modules: [(name: String, item: AssetStore.Item)]
    let stylesheet: AssetStore.Item?

    /// The same for every newsroom, so named once.
    static let builtIn = DeskAssets(BuiltInAssets.desk)

    init(_ files: [BuiltInAssets.File]) {
        var naming = Naming(files: files)
        for file in files where file.name.hasSuffix(".js") { _ = naming.path(of: String(file.name.dropLast(3))) }
        modules = naming.named
        let sheets = files.filter { $0.name.hasSuffix(".css") }.map { String(decoding: $0.bytes, as: UTF8.self) }
        stylesheet = sheets.isEmpty ? nil : AssetStore.Item("desk", "css", "text/css; charset=utf-8", sheets.joined(separator: "\n"))
    }

    private struct Naming {
        let texts: [String: String]
        var named: [(name: String, item: AssetStore.Item)] = []
        private var paths: [String: String] = [:]

        init(files: [BuiltInAssets.File]) {
            texts = Dictionary(
                files.filter { $0.name.hasSuffix(".js") }.map { (String($0.name.dropLast(3)), String(decoding: $0.bytes, as: UTF8.self)) }
            ) { first, _ in first }
        }

        /// Names a module once all that it imports have their names. Modules that import each other in a ring would never be named: the last is left as it is.
        mutating func path(of name: String) -> String {
            let plain = "/assets/\(name).js"
            if let path = paths[name] { return path }
            guard var text = texts[name] else { return plain }
            paths[name] = plain
            for other in texts.keys.sorted() where other != name && text.contains("\"/assets/\(other).js\"") {
                text = text.replacing("\"/assets/\(other).js\"", with: "\"\(path(of: other))\"")
            }
            let item = AssetStore.Item(name, "js", "text/javascript; charset=utf-8", text)
            paths[name] = item.path
            named.append((name, item))
            return item.path
        }
    }
}
