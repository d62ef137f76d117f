import Basics
import Testing

@testable import Linguistics

@Suite("Copydesk: what a newsroom settles")
struct CopydeskHouseTests {
    private func checks(_ text: String, _ house: Copydesk.House = .init(), exceptions: [Copydesk.Exception] = []) -> [Finding] {
        let prose = Prose(plain: text)
        return Copydesk(house: house).findings(in: prose, statements: [], exceptions: exceptions)
    }

    @Test("a check is turned off, or given another level")
    func levels() {
        var house = Copydesk.House()
        #expect(checks("He left the the room.").map(\.check) == ["doubled-word"])
        house.levels["doubled-word"] = .error
        #expect(checks("He left the the room.", house).map(\.level) == [.error])
        house.levels["doubled-word"] = .some(nil)
        #expect(checks("He left the the room.", house).isEmpty)
    }

    @Test("the house's words are right, in both languages", .enabled(if: Copydesk.unavailable.isEmpty))
    func words() {
        #expect(checks("They sent a goverment letter.").map(\.check) == ["spelling"])
        var house = Copydesk.House()
        house.add(words: "# ours\ngoverment\n\nالمدينه\n")
        #expect(checks("They sent a goverment letter.", house).isEmpty)
        #expect(checks("وصل الوفد إلى المدينه.", house).isEmpty)
    }

    @Test("a house list names forms, variants and what is somebody else's; a line without a form is refused with its number")
    func names() throws {
        var house = Copydesk.House()
        try house.add(names: "# names\nHaftar\tحفتر\tHifter|Hiftar\tHafter\n")
        let name = try #require(house.names.first)
        #expect(name.form == [.en: "Haftar", .ar: "حفتر"] && name.variants == ["Hifter", "Hiftar"] && name.others == ["Hafter"])
        #expect(throws: Refusal.self) { try house.add(names: "Haftar\n\t\tHifter\n") }
    }

    @Test("what an editor left as it is stays so when the text changes elsewhere, and comes back when the place itself changes")
    func exceptions() throws {
        let prose = Prose(plain: "She spoke. He left the the room. It rained.")
        let finding = try #require(Copydesk().findings(in: prose, statements: []).first)
        let kept = Copydesk.Exception(finding, in: prose)
        #expect(checks("She spoke. He left the the room. It rained.", exceptions: [kept]).isEmpty)
        #expect(checks("Yesterday, on 3 May 2020, it snowed a lot. She spoke. He left the the room. It rained.", exceptions: [kept]).isEmpty)
        #expect(checks("She sold the the house.", exceptions: [kept]).map(\.check) == ["doubled-word"])
    }
}
