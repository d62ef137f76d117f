import Testing

@testable import Linguistics

@Suite("The gold set")
struct MarkedArticleTests {
    @Test("a mark gives the place of its words in the text without marks")
    func places() throws {
        let article = try MarkedArticle(
            name: "a", marked: "{t1 «نعم»}، {c1 قال} {s1 المدير}، {t1 «غدا»}.\n---\n1 direct person سالم المرغني / - | المدير\n")
        let statement = try #require(article.statements[1])
        #expect(article.text == "«نعم»، قال المدير، «غدا».\n")
        #expect(statement.content == [0..<5, 19..<24])
        #expect(statement.cue == [7..<10])
        #expect(statement.source == [11..<17])
        #expect(statement.speaker == ["سالم المرغني", nil])
        #expect(statement.role == ["المدير"])
    }

    @Test(
        "a mark that is never closed, or has no description, is refused",
        arguments: ["{t1 نعم\n---\n", "نعم}\n---\n", "{q1 نعم}\n---\n", "{t1 نعم}\n---\n", "نعم\n---\n1 direct person -\n", "نعم"])
    func slips(marked: String) {
        #expect(throws: MarkedArticle.Slip.self) { try MarkedArticle(name: "a", marked: marked) }
    }

    @Test("every statement of the Arabic articles has a cue, a content and a description in the product's words")
    func arabic() throws {
        let articles = try MarkedArticle.all("ar")
        #expect(articles.count >= 100)
        for article in articles {
            for statement in article.statements.values {
                #expect(!statement.cue.isEmpty && !statement.content.isEmpty, "\(article.name)")
                #expect(!statement.kind.isEmpty && statement.kind.allSatisfy { Statement.Kind(rawValue: $0) != nil }, "\(article.name)")
                #expect(statement.sourceClass.allSatisfy { Statement.SourceClass(rawValue: $0) != nil }, "\(article.name)")
            }
        }
    }
}
