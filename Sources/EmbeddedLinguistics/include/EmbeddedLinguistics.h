#pragma once
#include <stddef.h>

/// A file of the language rooms built into the program: lists of words, names and rules.
struct LinguisticFile {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

extern const struct LinguisticFile *const linguistic_files;
extern const size_t linguistic_file_count;
