import HTTPTypes

/// What every answer tells the browser, whatever its status.
enum SecurityHeaders {
    static let policy = policy()

    /// `frames` for a page that holds another of this site, `isFramed` for one that is held by it.
    static func policy(frames: Bool = false, isFramed: Bool = false) -> String {
        let plain = [
            "default-src 'none'", "img-src 'self'", "style-src 'self'", "script-src 'self'", "font-src 'self'", "connect-src 'self'",
            "base-uri 'none'", "form-action 'self'", "frame-ancestors \(isFramed ? "'self'" : "'none'")", "require-trusted-types-for 'script'",
        ]
        return (plain + (frames ? ["frame-src 'self'"] : [])).joined(separator: "; ")
    }

    static let fields: HTTPFields = {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] = policy
        fields[.xContentTypeOptions] = "nosniff"
        for (name, value) in [
            ("Referrer-Policy", "strict-origin-when-cross-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }()
}
