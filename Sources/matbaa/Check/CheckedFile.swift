import Basics
import Foundation
import Linguistics
import Markup

/// A file that `matbaa check` reads: plain text as it stands, Markdown and HTML through the story they make.
struct CheckedFile {
    let path: String
    private let text: String

    /// A bigger file is no story.
    private static let mostBytes = 16 * 1024 * 1024

    init(_ path: String) throws {
        self.path = path
        text = try Self.text(path)
    }

    static func text(_ path: String) throws -> String {
        let url = URL(fileURLWithPath: path)
        guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else {
            throw Refusal(.invalid, ar: "لا يُقرأ الملف \(path).", en: "cannot read \(path)")
        }
        guard data.count <= mostBytes, let text = String(data: data, encoding: .utf8) else {
            throw Refusal(
                .invalid, ar: "الملف \(path) ليس نصًا بترميز UTF-8 أو هو أكبر من 16 ميغابايت.", en: "\(path) is not text in UTF-8, or above 16 MB")
        }
        return text
    }

    func report(_ desk: Copydesk) -> CheckReport.File {
        let end = (path as NSString).pathExtension.lowercased()
        switch end {
        case "md", "markdown": return report(of: StoryParser.markdown(text).story, desk)
        case "html", "htm": return report(of: StoryParser.html(text).story, desk)
        default:
            let prose = Prose(plain: text)
            return CheckReport.File(path: path, prose: prose, findings: findings(prose, .init(), desk))
        }
    }

    private func report(of story: Story, _ desk: Copydesk) -> CheckReport.File {
        var parts = StoryParts()
        parts.read(story.blocks)
        let language = Language.detected(in: story.plainText.prefix(4_000), letters: 1) ?? .en
        let prose = Prose(parts.parts, language: language)
        var context = Copydesk.Context()
        context.pictures = parts.pictures.map { .init(name: $0.name, alt: $0.alt) }
        context.links = parts.links.map { link in .init(range: link.part < prose.blocks.count ? prose.blocks[link.part].range : nil, text: link.text)
        }
        return CheckReport.File(path: path, prose: prose, source: text, findings: findings(prose, context, desk))
    }

    private func findings(_ prose: Prose, _ context: Copydesk.Context, _ desk: Copydesk) -> [Finding] {
        desk.findings(in: prose, statements: Attribution.statements(in: prose), context: context)
    }
}
