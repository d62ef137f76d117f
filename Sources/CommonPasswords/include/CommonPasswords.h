#pragma once
#include <stddef.h>

/// Common passwords in lower-case ASCII, one a line, sorted by their bytes, with a line break after the last.
extern const unsigned char *const common_passwords;
extern const size_t common_passwords_size;
