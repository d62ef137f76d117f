import Foundation
import Markup
import Testing

@Suite struct AttackTests {
    static let corpora: [(name: String, inputs: [String])] =
        [("own", Inputs.own)] + Corpora.attacks.sorted { $0.key < $1.key }.map { (name: $0.key, inputs: $0.value) }

    /// Every way in, to what is sent to a browser.
    static func outputs(of input: String) -> [String] {
        [StoryParser.html(input), StoryParser.wordPress(input), StoryParser.markdown(input)].map(\.story.canonicalHTML) + [
            ("<p>\(input)</p>" as HTML).text
        ]
    }

    @Test("only known elements, attributes and schemes come out of an attack")
    func nothingUnknown() {
        for (name, inputs) in Self.corpora {
            for input in inputs {
                for output in Self.outputs(of: input) {
                    let violations = OutputAudit(output).violations
                    #expect(violations.isEmpty, "\(violations) from \(input.prefix(300)) as \(output.prefix(300))")
                }
            }
            print("attacks: \(name) \(inputs.count)")
        }
    }

    @Test("the audit sees what an unguarded page would hold")
    func auditSees() {
        #expect(OutputAudit("<p onclick=x><script></script><a href=javascript:x></a>").violations.count == 3)
        let seen = Inputs.ownAttacks.count { !OutputAudit($0).violations.isEmpty }
        #expect(seen > 20)
    }

    @Test(
        "outputs are written for the browser that looks for executions", .enabled(if: ProcessInfo.processInfo.environment["MATBAA_ATTACK_OUT"] != nil)
    )
    func writesOutputs() throws {
        struct Pair: Encodable {
            let input: String
            let html: String
        }
        let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["MATBAA_ATTACK_OUT"]))
        var all: [String: [Pair]] = [:]
        for (name, inputs) in Self.corpora {
            all[name] = inputs.flatMap { input in Self.outputs(of: input).map { Pair(input: input, html: $0) } }
        }
        try JSONEncoder().encode(all).write(to: folder.appending(path: "attacks.json"))
    }
}
