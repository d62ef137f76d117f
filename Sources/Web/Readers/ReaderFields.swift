import Basics
import Markup
import Newsroom

/// The fields that several forms of readers have.
extension FormHTML.Field {
    /// `autocomplete` is `username` where the address names an account, `email` where it is to become one's.
    static func email(_ value: String, label: Phrase = ReaderWords.email, autocomplete: HTML = "username") -> FormHTML.Field {
        FormHTML.Field(name: "email", label: label, type: "email", value: value, autocomplete: autocomplete, longest: 254)
    }

    static func readerName(_ value: String) -> FormHTML.Field {
        FormHTML.Field(
            name: "name", label: ReaderWords.name, value: value, hint: ReaderWords.nameHint, autocomplete: "name", isRequired: false,
            longest: ReaderName.longest)
    }

    static func newPassword(label: Phrase = ReaderWords.newPassword) -> FormHTML.Field {
        FormHTML.Field(name: "password", label: label, type: "password", hint: ReaderWords.passwordHint, autocomplete: "new-password")
    }
}

extension FormBody {
    /// The address in the field `email`. Refuses with `invalid` what is none that mail can be sent to.
    func email() throws -> EmailAddress {
        guard let email = EmailAddress(self["email"]) else {
            throw Refusal(.invalid, ar: ReaderWords.badEmail.ar, en: ReaderWords.badEmail.en, field: "email")
        }
        return email
    }
}
