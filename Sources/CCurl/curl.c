#include "CCurl.h"

#include <netinet/in.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long number) { return curl_easy_setopt(handle, option, number); }

CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t size) { return curl_easy_setopt(handle, option, size); }

CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *text) { return curl_easy_setopt(handle, option, text); }

CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *pointer) { return curl_easy_setopt(handle, option, pointer); }

CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *list) { return curl_easy_setopt(handle, option, list); }

CURLcode ccurl_on_body(CURL *handle, curl_write_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, callback);
    return code ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

CURLcode ccurl_on_read(CURL *handle, curl_read_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, callback);
    return code ? code : curl_easy_setopt(handle, CURLOPT_READDATA, context);
}

CURLcode ccurl_on_debug(CURL *handle, curl_debug_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, callback);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_DEBUGDATA, context);
    return code ? code : curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
}

CURLcode ccurl_on_header(CURL *handle, curl_write_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, callback);
    return code ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

CURLcode ccurl_on_progress(CURL *handle, curl_xferinfo_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, callback);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, context);
    return code ? code : curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}

CURLcode ccurl_on_socket(CURL *handle, curl_opensocket_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
    return code ? code : curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context);
}

CURLcode ccurl_get_number(CURL *handle, CURLINFO info, long *number) { return curl_easy_getinfo(handle, info, number); }

CURLcode ccurl_get_text(CURL *handle, CURLINFO info, const char **text) { return curl_easy_getinfo(handle, info, text); }

int ccurl_address(const struct curl_sockaddr *address, unsigned char bytes[16]) {
    if (address->family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, &address->addr, sizeof v4);
        memcpy(bytes, &v4.sin_addr, 4);
        return 4;
    }
    if (address->family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, (const char *)address + offsetof(struct curl_sockaddr, addr), sizeof v6);
        memcpy(bytes, &v6.sin6_addr, 16);
        return 16;
    }
    return 0;
}

curl_socket_t ccurl_socket(const struct curl_sockaddr *address) {
    int descriptor = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    return descriptor < 0 ? CURL_SOCKET_BAD : descriptor;
}
