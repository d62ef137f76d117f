package import Basics

/// An address with the name of whose it is.
package struct Mailbox: Hashable, Sendable {
    /// May be empty.
    package let name: String
    package let address: EmailAddress

    package init(name: String, address: EmailAddress) {
        self.name = name
        self.address = address
    }

    /// Reads `a@b.example`, `Name <a@b.example>` and `"Name" <a@b.example>`; nil for anything else.
    package init?(_ text: String) {
        guard HeaderText(text).line == text else { return nil }
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            guard let address = EmailAddress(text) else { return nil }
            self.init(name: "", address: address)
            return
        }
        guard let address = EmailAddress(String(text[text.index(after: open)...].dropLast())) else { return nil }
        var name = HeaderText(String(text[..<open])).line
        if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
        guard !name.contains(where: { "<>\"".contains($0) }) else { return nil }
        self.init(name: name, address: address)
    }

    /// As it stands in a header, folded before the address when the name is encoded.
    var header: String {
        if name.isEmpty { return address.text }
        let phrase = HeaderText(name).phrase
        return phrase + (phrase == name ? " " : "\r\n ") + "<\(HeaderText(address.text).line)>"
    }
}

extension Mailbox: CustomStringConvertible {
    package var description: String { name.isEmpty ? address.text : "\(name) <\(address)>" }
}
