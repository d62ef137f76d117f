#pragma once
#include <curl/curl.h>

/* libcurl's variadic calls, one plain function for each type of argument, for languages that cannot call them. */

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long number);
CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t size);
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *text);
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *pointer);
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *list);

CURLcode ccurl_on_body(CURL *handle, curl_write_callback callback, void *context);
CURLcode ccurl_on_read(CURL *handle, curl_read_callback callback, void *context);
CURLcode ccurl_on_debug(CURL *handle, curl_debug_callback callback, void *context);
CURLcode ccurl_on_header(CURL *handle, curl_write_callback callback, void *context);
CURLcode ccurl_on_progress(CURL *handle, curl_xferinfo_callback callback, void *context);
CURLcode ccurl_on_socket(CURL *handle, curl_opensocket_callback callback, void *context);

CURLcode ccurl_get_number(CURL *handle, CURLINFO info, long *number);
CURLcode ccurl_get_text(CURL *handle, CURLINFO info, const char **text);

/* Copies the address that libcurl is about to connect to: 4 or 16 bytes. Returns how many, 0 for another family. */
int ccurl_address(const struct curl_sockaddr *address, unsigned char bytes[16]);

/* A socket for that address, closed on exec; CURL_SOCKET_BAD when there is none to be had. */
curl_socket_t ccurl_socket(const struct curl_sockaddr *address);
