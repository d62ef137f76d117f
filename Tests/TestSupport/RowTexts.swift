@testable import Storage

extension Row {
    package var columnNames: [String] { columns.names }

    /// Each value as text; empty for null and bytes.
    package var texts: [String] {
        values.map { value in
            switch value {
            case .null, .bytes: ""
            case .integer(let number): String(number)
            case .real(let number): String(number)
            case .text(let text): text
            }
        }
    }
}
