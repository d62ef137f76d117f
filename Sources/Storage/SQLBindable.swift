package import Basics

/// A type that can stand in a hole of a statement.
@usableFromInline package protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

/// A type that can be read out of a column; nil when the column holds something else.
@usableFromInline package protocol SQLReadable {
    init?(sqlValue: SQLValue)
}

package typealias SQLColumn = SQLBindable & SQLReadable

extension Int64: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .integer(self) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self = number
    }
}

extension Int: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .integer(Int64(self)) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self.init(exactly: number)
    }
}

extension Bool: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension Double: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .real(self) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        default: return nil
        }
    }
}

extension String: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .text(self) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self = text
    }
}

extension [UInt8]: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .bytes(self) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        guard case .bytes(let bytes) = sqlValue else { return nil }
        self = bytes
    }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    @usableFromInline package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension Optional: SQLReadable where Wrapped: SQLReadable {
    @inlinable package init?(sqlValue: SQLValue) {
        if sqlValue == .null {
            self = .none
        } else {
            guard let wrapped = Wrapped(sqlValue: sqlValue) else { return nil }
            self = wrapped
        }
    }
}

extension RawRepresentable where RawValue: SQLBindable {
    @usableFromInline package var sqlValue: SQLValue { rawValue.sqlValue }
}

extension RawRepresentable where RawValue: SQLReadable {
    @inlinable package init?(sqlValue: SQLValue) {
        guard let raw = RawValue(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: raw)
    }
}

// MARK: The values of Basics

extension Language: SQLColumn {}

extension ID: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .integer(rawValue) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self.init(number)
    }
}

extension Instant: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .integer(milliseconds) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self.init(milliseconds: number)
    }
}

extension Slug: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .text(text) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(trusted: text)
    }
}

extension EmailAddress: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .text(text) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(trusted: text)
    }
}

extension Digest: SQLColumn {
    @usableFromInline package var sqlValue: SQLValue { .bytes(bytes) }
    @usableFromInline package init?(sqlValue: SQLValue) {
        guard case .bytes(let bytes) = sqlValue else { return nil }
        self.init(trusted: bytes)
    }
}
