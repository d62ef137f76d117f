import Foundation
import Testing

/// The engines a test runs on:
///
///     @Test(arguments: TestEngine.allCases)
package enum TestEngine: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite
    case postgres

    /// Both, unless the variable `MATBAA_TEST_ENGINES` names one, as in `sqlite`: without it, a missing PostgreSQL fails the tests.
    package static var allCases: [TestEngine] {
        guard let names = ProcessInfo.processInfo.environment["MATBAA_TEST_ENGINES"] else { return [.sqlite, .postgres] }
        return [.sqlite, .postgres].filter { names.split(separator: ",").contains(Substring($0.rawValue)) }
    }

    package var testDescription: String { self == .sqlite ? "SQLite" : "PostgreSQL" }
}
