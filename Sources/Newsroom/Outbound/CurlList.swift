import CCurl

/// A list of libcurl's, freed with this object.
final class CurlList {
    private(set) var list: UnsafeMutablePointer<curl_slist>?

    init(_ lines: [String]) {
        for line in lines {
            guard let longer = curl_slist_append(list, line) else { continue }
            list = longer
        }
    }

    deinit { curl_slist_free_all(list) }
}
