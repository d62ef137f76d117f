#include "CommonPasswords.h"

static const unsigned char list[] = {
#embed "common-passwords.txt"
};

const unsigned char *const common_passwords = list;
const size_t common_passwords_size = sizeof(list);
