import Assets
import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Markup
package import Newsroom
import Synchronization

/// The site's files with this newsroom's face put in: each under a name that changes with its bytes, so that browsers keep it for good.
package struct AssetStore: Sendable {
    /// A file under its name. It is compressed when it is first asked for: most readers never ask for those of the desk.
    final class Item: Sendable {
        let path: String
        let type: String
        private let bytes: [UInt8]
        private let made = Mutex<FinishedPage?>(nil)

        init(_ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) {
            let file = name.split(separator: "/").last.map(String.init) ?? name
            path = SitePath.asset("\(file).\(Digest(of: bytes).hex.prefix(16)).\(ending)").text
            self.type = type
            self.bytes = bytes
        }

        convenience init(_ name: String, _ ending: String, _ type: String, _ text: String) { self.init(name, ending, type, Array(text.utf8)) }

        /// Nil before it was asked for.
        var finished: FinishedPage? { made.withLock(\.self) }

        var page: FinishedPage {
            made.withLock { made in
                if let made { return made }
                let page = FinishedPage(bytes, type: type, caching: Caching.forever)
                made = page
                return page
            }
        }
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
        let fonts = BuiltInAssets.fonts.map { (name: $0.name, item: Item($0.name, "woff2", $0.type, Array($0.bytes))) }
        var css = BuiltInAssets.stylesheet
        for font in fonts { css = css.replacingOccurrences(of: "/assets/\(font.name).woff2", with: font.item.path) }
        css += """

            :root { --accent: \(face.accent.text); --accent-dark: \(face.accentDark.text) }
            """
        stylesheet = Item("site", "css", "text/css; charset=utf-8", css)
        script = Item("site", "js", "text/javascript; charset=utf-8", BuiltInAssets.script)
        let desk = DeskAssets.builtIn
        deskStylesheet = desk.stylesheet
        let own = PageScript.allCases.compactMap { script in
            script.text.map { (script, Item(script.rawValue, "js", "text/javascript; charset=utf-8", $0)) }
        }
        let theirs = desk.modules.compactMap { name, item in PageScript(rawValue: name).map { ($0, item) } }
        scripts = Dictionary(own + theirs) { first, _ in first }
        logo = try Logo.read(face, folder: folder).map { logo in
            (Item("logo", logo.ending, logo.type, logo.bytes), logo.width, logo.height)
        }
        icon = logo?.item ?? Item("icon", "svg", "image/svg+xml; charset=utf-8", BuiltInAssets.icon)
        let all =
            [stylesheet, script, icon] + scripts.values + desk.modules.map(\.item) + fonts.map(\.item)
            + [logo?.item, deskStylesheet].compactMap(\.self)
        items = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
    }

    func page(_ path: String) -> FinishedPage? { items[path]?.page }

    /// Nil also for a file that still has to be compressed.
    func finishedPage(_ path: String) -> FinishedPage? { items[path]?.finished }

    var logoImage: HTML? {
        logo.map { "<img src=\"\($0.item.path)\" alt=\"\" width=\"\($0.width)\" height=\"\($0.height)\">" }
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
    /// Says by a press on a picture what of it no crop may lose.
    case focus
    /// Goes through the desk's lists by keys.
    case board
    /// Goes through what a story's reading found by keys.
    case reading

    /// Nil for those of the desk, which are modules of it.
    fileprivate var text: String? {
        switch self {
        case .editor, .clearing, .focus, .board, .reading: nil
        case .passkeys: BuiltInAssets.passkeysScript
        case .collection: BuiltInAssets.collectionScript
        }
    }
}
