import Testing

@Suite("Words of the audit")
struct AuditWordsTests {
    @Test("whatever the newsroom notes in the audit has words in both languages")
    func all() throws {
        let words = try House.text("Sources/Web/Desk/AuditWords.swift")
        var codes: Set<String> = []
        for file in House.swiftFiles("Sources/Newsroom") {
            for call in try House.text(file).split(separator: "Audit.append(").dropFirst() {
                codes.formUnion(call.prefix(160).matches(of: /"([a-z]+\.[a-z]+)"/).map { String($0.output.1) })
            }
        }
        #expect(codes.count > 30)
        #expect(codes.filter { !words.contains("\"\($0)\": Phrase(") }.sorted() == [])
    }
}
