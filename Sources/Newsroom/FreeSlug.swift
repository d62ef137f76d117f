import Basics

/// Finds an address that no other page has.
enum FreeSlug {
    /// `slug`, or the first of `slug-2`, `slug-3` … that is not taken.
    static func find(_ slug: Slug, isTaken: (Slug) throws -> Bool) rethrows -> Slug {
        guard try isTaken(slug) else { return slug }
        var number = 2
        while try isTaken(slug.numbered(number)) { number += 1 }
        return slug.numbered(number)
    }
}
