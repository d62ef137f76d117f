import Assets
import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Markup
package import Newsroom

/// The site's files with this newsroom's face put in: each under a name that changes with its bytes, so that browsers keep it for good.
package struct AssetStore: Sendable {
    struct Item: Sendable {
        let path: String
        let type: String
        let page: FinishedPage
    }

    let stylesheet: Item
    let script: Item
    /// Those that only some pages have.
    let scripts: [PageScript: Item]
    /// What the pages of the desk have besides; nil when it was not built in.
    let deskStylesheet: Item?
    let icon: Item
    /// The newsroom's logo, when it has one; else only its name stands in the masthead.
    let logo: (item: Item, width: Int, height: Int)?
    private let items: [String: Item]

    /// Refuses with `invalid` a logo that cannot be read or is no picture that may be served as it is.
    package init(_ face: Face, folder: String) throws {
        let fonts = BuiltInAssets.fonts.map { (name: $0.name, item: Self.item($0.name, "woff2", $0.type, Array($0.bytes))) }
        var css = BuiltInAssets.stylesheet
        for font in fonts { css = css.replacingOccurrences(of: "/assets/\(font.name).woff2", with: font.item.path) }
        css += """

            :root { --accent: \(face.accent.text); --accent-dark: \(face.accentDark.text) }
            """
        stylesheet = Self.item("site", "css", "text/css; charset=utf-8", css)
        script = Self.item("site", "js", "text/javascript; charset=utf-8", BuiltInAssets.script)
        let desk = DeskAssets(BuiltInAssets.desk)
        deskStylesheet = desk.stylesheet.map { Self.item("desk", "css", "text/css; charset=utf-8", $0) }
        var scripts: [PageScript: Item] = [:]
        for script in PageScript.allCases {
            scripts[script] = script.text.map { Self.item(script.rawValue, "js", "text/javascript; charset=utf-8", $0) }
        }
        var modules: [Item] = []
        for (name, text, path) in desk.modules {
            let item = Item(
                path: path, type: "text/javascript",
                page: FinishedPage(Array(text.utf8), type: "text/javascript; charset=utf-8", caching: Caching.forever))
            modules.append(item)
            if let script = PageScript(rawValue: name) { scripts[script] = item }
        }
        self.scripts = scripts
        logo = try Logo.read(face, folder: folder).map { logo in
            (Self.item("logo", logo.ending, logo.type, logo.bytes), logo.width, logo.height)
        }
        icon = logo?.item ?? Self.item("icon", "svg", "image/svg+xml; charset=utf-8", BuiltInAssets.icon)
        let all = [stylesheet, script, icon] + scripts.values + modules + fonts.map(\.item) + [logo?.item, deskStylesheet].compactMap(\.self)
        items = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
    }

    func page(_ path: String) -> FinishedPage? { items[path]?.page }

    var logoImage: HTML? {
        logo.map { "<img src=\"\($0.item.path)\" alt=\"\" width=\"\($0.width)\" height=\"\($0.height)\">" }
    }

    private static func item(_ name: String, _ ending: String, _ type: String, _ text: String) -> Item {
        item(name, ending, type, Array(text.utf8))
    }

    private static func item(_ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) -> Item {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        let path = SitePath.asset("\(file).\(Digest(of: bytes).hex.prefix(16)).\(ending)").text
        return Item(path: path, type: type, page: FinishedPage(bytes, type: type, caching: Caching.forever))
    }
}

/// A script that only some pages have; a page names those it needs in its head.
enum PageScript: String, CaseIterable, Sendable {
    /// Asks the device for a passkey.
    case passkeys
    /// Puts a collection in order by dragging.
    case collection
    /// Writes stories.
    case editor
    /// Forgets what the editor has kept in a browser, once its reader has logged out.
    case clearing

    /// Nil for those of the desk, which are modules of it.
    fileprivate var text: String? {
        switch self {
        case .editor, .clearing: nil
        case .passkeys: BuiltInAssets.passkeysScript
        case .collection: BuiltInAssets.collectionScript
        }
    }
}
