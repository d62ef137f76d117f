#include "EmbeddedLinguistics.h"

#define FILE_OF(array, path) { path, array, sizeof(array) }

// A line for each file: its bytes here, its name in the table below.
static const unsigned char none[] = {'\n'};
static const unsigned char ar_cues[] = {
#embed "ar-cues.tsv"
};
static const unsigned char ar_roles[] = {
#embed "ar-roles.tsv"
};
static const unsigned char ar_organisations[] = {
#embed "ar-organisations.tsv"
};
static const unsigned char ar_closed_words[] = {
#embed "ar-closed-words.tsv"
};
static const unsigned char ar_given_names[] = {
#embed "ar-given-names.txt"
};

static const struct LinguisticFile files[] = {
    FILE_OF(none, "none"),
    FILE_OF(ar_cues, "ar-cues.tsv"),
    FILE_OF(ar_roles, "ar-roles.tsv"),
    FILE_OF(ar_organisations, "ar-organisations.tsv"),
    FILE_OF(ar_closed_words, "ar-closed-words.tsv"),
    FILE_OF(ar_given_names, "ar-given-names.txt"),
};

const struct LinguisticFile *const linguistic_files = files;
const size_t linguistic_file_count = sizeof(files) / sizeof(files[0]);
