import CCurl

extension OutboundFailure {
    /// What a code of libcurl means to whoever waits for the file.
    init(_ code: CURLcode) {
        self =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST:
                .passing(ar: "لم يُعثر على هذا الموقع.", en: "There is no site of this name.")
            case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY:
                .passing(ar: "لا يجيب الخادم الوكيل.", en: "The proxy does not answer.")
            case CURLE_OPERATION_TIMEDOUT:
                .passing(ar: "لم يُجب الخادم في الوقت المحدد.", en: "The server did not answer in time.")
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CACERT_BADFILE:
                .passing(ar: "شهادة الخادم غير موثوقة.", en: "The server's certificate cannot be trusted.")
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT: .badAddress
            default:
                .passing(
                    ar: "انقطع الاتصال بالخادم (\(String(cString: curl_easy_strerror(code)))).",
                    en: "The connection failed (\(String(cString: curl_easy_strerror(code)))).")
            }
    }
}
