import Basics
import Foundation
import Markup
import Newsroom
import Testing

@testable import Web

struct ChangesHTMLTests {
    private func html(_ changes: TextChange...) -> String { ChangesHTML(changes: changes, language: .en).html.text }

    @Test("two paragraphs that were changed one below the other are told word by word")
    func neighbours() {
        let html = html(
            .removed("The bridge opened on Sunday."), .removed("Hundreds came."), .added("The bridge opened on Monday."), .added("Thousands came."))
        #expect(html.components(separatedBy: "class=\"changed\"").count == 3)
        #expect(html.contains("opened on ") && !html.contains("<del><span class=\"aside-text\" dir=\"ltr\">Removed: </span>The bridge"))
    }

    @Test("a paragraph more does not hide what became of those around it")
    func more() {
        let html = html(
            .removed("Hundreds came."), .removed("The mayor spoke."), .added("Thousands came."), .added("Xyz qrs."), .added("The mayor sang."))
        #expect(html.components(separatedBy: "class=\"changed\"").count == 3)
        #expect(html.contains("Xyz qrs.</ins>"))
    }

    @Test("what shares no word with what it replaced is told whole")
    func unlike() {
        let html = html(.removed("Hundreds came."), .added("Nobody spoke."))
        #expect(!html.contains("changed") && html.contains("Hundreds came.</del>") && html.contains("Nobody spoke.</ins>"))
    }
}
