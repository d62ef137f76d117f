import CCurl
import Glibc

/// libcurl, set up once before its first use, as it asks for.
enum Libcurl {
    /// Whether it can be used. Names in other scripts are turned into ASCII by the rules of the locale's encoding, which a program starts without.
    static let isReady: Bool = {
        _ = setlocale(LC_CTYPE, "C.UTF-8")
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()
}
