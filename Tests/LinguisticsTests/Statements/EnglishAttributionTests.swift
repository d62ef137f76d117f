import Basics
import Testing

@testable import Linguistics

@Suite("English statements")
struct EnglishAttributionTests {
    /// Each statement as source | cue | content, split content with a slash.
    private func told(_ text: String) -> [String] {
        let prose = Prose(plain: text, language: .en)
        return Attribution.statements(in: prose).map { statement in
            [statement.source, statement.cue, statement.content].map { spans in spans.map { prose.text($0) }.joined(separator: " / ") }
                .joined(separator: " | ")
        }
    }

    private func statements(_ text: String) -> [Statement] { Attribution.statements(in: Prose(plain: text, language: .en)) }

    @Test("subject, cue, that-clause: the content keeps its that and leaves the point")
    func plain() {
        #expect(told("António Guterres said that the road to Derna was open.") == ["António Guterres | said | that the road to Derna was open"])
        #expect(told("The ministry announced the port would reopen.") == ["The ministry | announced | the port would reopen"])
    }

    @Test("a small article before a name is part of it, and the family name alone leads to the whole")
    func articles() {
        let text = """
            “The pumps are old,” said al-Tahir Bu-Sunbul, director of the water company. The economist Marwan al-Sayrafi said that prices would rise. Al-Sayrafi \
            added that nobody knew by how much. “We knew,” Bu-Sunbul said.
            """
        #expect(statements(text).map(\.speaker) == ["al-Tahir Bu-Sunbul", "Marwan al-Sayrafi", "Marwan al-Sayrafi", "al-Tahir Bu-Sunbul"])
    }

    @Test("a split quotation is one statement")
    func split() {
        #expect(
            told("“We need a date,” Guterres said on Monday, “and we need it now.”") == [
                "Guterres | said | “We need a date,” / “and we need it now.”"
            ])
        #expect(
            told("“We need a date,” Guterres said. “We need it now. Everybody knows it.”\nThe talks go on in Geneva.") == [
                "Guterres | said | “We need a date,” / “We need it now. Everybody knows it.”"
            ])
    }

    @Test("a quotation of many sentences and its speaker behind it are one")
    func long() {
        #expect(
            told("“The vote is over. Nobody doubts it! Will you come?” Merkel asked.") == [
                "Merkel | asked | “The vote is over. Nobody doubts it! Will you come?”"
            ])
    }

    @Test("the speaker may stand behind the cue, with an apposition")
    func inverted() {
        #expect(
            told("“There is no other way,” said Stephanie Williams, the UN adviser on Libya.") == [
                "Stephanie Williams, the UN adviser on Libya | said | “There is no other way,”"
            ])
    }

    @Test("what stands behind a parenthesis of somebody speaking is content too")
    func parenthesis() {
        #expect(told("The bridge, officials said, would be closed for a week.") == ["officials | said | The bridge / would be closed for a week"])
        #expect(told("The bridge was closed for a week, the mayor said.") == ["the mayor | said | The bridge was closed for a week"])
    }

    @Test("according to, before and behind")
    func according() {
        #expect(told("According to the World Bank, growth will slow.") == ["the World Bank | According to | growth will slow"])
        #expect(told("Growth will slow, according to the World Bank.") == ["the World Bank | according to | Growth will slow"])
    }

    @Test("an apposition belongs to the source")
    func apposition() {
        #expect(
            told("Jens Stoltenberg, the head of the alliance, said the mission had ended.") == [
                "Jens Stoltenberg, the head of the alliance | said | the mission had ended"
            ])
    }

    @Test("who is told, where and when do not belong to the content, and are the context")
    func context() throws {
        let found = statements("Guterres told Reuters on Monday that the talks had failed.")
        #expect(found.map(\.context) == ["Reuters on Monday"])
        #expect(told("Guterres told Reuters on Monday that the talks had failed.") == ["Guterres | told | that the talks had failed"])
        #expect(
            statements("In a statement to Reuters, Angela Merkel added that the talks had failed.").map(\.context) == ["In a statement to Reuters"])
        #expect(statements("Merkel added, in a statement to Reuters, that the talks had failed.").map(\.context) == ["in a statement to Reuters"])
    }

    @Test("two cues of one subject are two statements")
    func coordinated() {
        #expect(
            told("Merkel said the talks had failed and promised to try again.") == [
                "Merkel | said | the talks had failed", "Merkel | promised | to try again",
            ])
        #expect(
            told("Merkel left early, saying the talks had failed.") == ["Merkel | saying | the talks had failed"])
    }

    @Test("orders, wishes, criticism and names for things are statements of their kind")
    func wishes() {
        #expect(told("Merkel urged voters to stay calm.") == ["Merkel | urged | voters to stay calm"])
        #expect(told("Merkel criticised the new law.") == ["Merkel | criticised | the new law"])
        #expect(told("Merkel called the new law a mistake.") == ["Merkel | called | the new law a mistake"])
        #expect(told("Merkel refused to say whether she would return.") == ["Merkel | refused to say | whether she would return"])
        #expect(told("The law was criticised by Merkel.") == ["Merkel | was criticised by | The law"])
    }

    @Test("nouns and adjectives of thought bring statements too")
    func nounsAndAdjectives() {
        #expect(told("Merkel is convinced that the talks will fail.") == ["Merkel | is convinced | that the talks will fail"])
        #expect(
            told("Macron rejected his claim that the base was lost.") == [
                "Macron | rejected | his claim that the base was lost", "his | claim | that the base was lost",
            ])
    }

    @Test("As Smith put it, a part in a transcript, and a paragraph that a colon announces")
    func others() {
        #expect(told("As Merkel put it, the talks had failed.") == ["Merkel | put it | the talks had failed"])
        #expect(told("MERKEL: We need a date. We need it now.") == ["MERKEL | : | We need a date / We need it now."])
        #expect(told("Merkel said:\n“We need a date.”") == ["Merkel | said | “We need a date.”"])
        #expect(
            told("Asked about the talks in Geneva, Merkel said, “We need a date.”") == ["Merkel | said | “We need a date.”"])
    }

    @Test("what may be said, what is told of somebody's telling and what one calls something are no statements of the text")
    func idle() {
        #expect(told("Merkel may say that the talks have failed.").isEmpty)
        #expect(told("Merkel said that Macron believed the talks had failed.").count == 1)
        #expect(told("The town lived through what Merkel calls a miracle.").isEmpty)
    }

    @Test("a family name and a pronoun are the person named in full before, with the role given there")
    func speakers() {
        let found = statements(
            "Political analyst Faraj Dardour said that the base was lost. Dardour added that it had been lost for long. He said it would stay so.")
        #expect(found.map(\.speaker) == ["Faraj Dardour", "Faraj Dardour", "Faraj Dardour"])
        #expect(found.map(\.role) == ["Political analyst", "Political analyst", "Political analyst"])
        let two = statements("Angela Merkel said yes to the plan. Emmanuel Macron said no to it. She said that she would wait.")
        #expect(two.last?.speaker != "Emmanuel Macron")
    }

    @Test("a role in apposition is found")
    func role() {
        let found = statements("Fatou Bensouda, prosecutor of the International Criminal Court, said the file was closed.")
        #expect(found.map(\.role) == ["prosecutor of the International Criminal Court"])
        #expect(found.map(\.speaker) == ["Fatou Bensouda"])
    }

    @Test("the class of a source: person, organisation, document, vague, unnamed")
    func classes() {
        func sourceClass(_ text: String) -> Statement.SourceClass? { statements(text).first?.sourceClass }
        #expect(sourceClass("Angela Merkel said the talks had failed.") == .person)
        #expect(sourceClass("The Ministry of Health said the talks had failed.") == .organisation)
        #expect(sourceClass("A Pentagon report revealed that the talks had failed.") == .document)
        #expect(sourceClass("Reports said that the talks had failed.") == .vague)
        #expect(sourceClass("Observers say that the talks have failed.") == .vague)
        #expect(sourceClass("A security official who asked not to be named said the talks had failed.") == .unnamed)
    }

    @Test("direct, mixed and indirect speech")
    func kinds() {
        #expect(statements("“The talks have failed,” Merkel said.").map(\.kind) == [.direct])
        #expect(statements("Merkel said the talks had “failed in every way one can think of” since May.").map(\.kind) == [.mixed])
        #expect(statements("Merkel said the talks had failed.").map(\.kind) == [.indirect])
    }

    @Test("a quotation that goes on in the next paragraph is one, and one that never closes stays in its own")
    func paragraphs() {
        let on = told("“The talks have failed,” Merkel said. “We go home.\n“We shall come again.”\nThe weather was fine.")
        #expect(on == ["Merkel | said | “The talks have failed,” / “We go home. / “We shall come again.”"])
        let never = told("Merkel said: “The talks have failed.\nThe weather was fine.\nMacron said the sun shone.")
        #expect(never == ["Merkel | said | “The talks have failed.", "Macron | said | the sun shone"])
    }

    @Test("a noun that looks like a cue brings nothing")
    func nouns() {
        #expect(told("The report was on the table. Claims for damage are paid in June.").isEmpty)
        #expect(told("The state of the roads is bad.").isEmpty)
    }

    @Test("strange texts neither trap nor take long")
    func strange() {
        #expect(statements("").isEmpty)
        #expect(statements("said said said “ said ” ” said “, said").count < 8)
        _ = statements(String(repeating: "“Well, he said, ‘no", count: 2_000))
        _ = statements(String(repeating: "Smith, the mayor, who said that ", count: 3_000))
        _ = statements("\u{202E}“قال said” ,, ’s 's . ( said ) — said: : “")
    }
}
