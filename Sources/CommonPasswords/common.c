#include "CommonPasswords.h"

// `make` makes the list. Without it the program builds all the same, and a test says that it is missing.
#if __has_embed("common-passwords.txt")
static const unsigned char list[] = {
#embed "common-passwords.txt"
};
#else
static const unsigned char list[] = {'\n'};
#endif

const unsigned char *const common_passwords = list;
const size_t common_passwords_size = sizeof(list);
