#include "EmbeddedLinguistics.h"

#define FILE_OF(array, path) { path, array, sizeof(array) }

// A line for each file: its bytes here, its name in the table below.
static const unsigned char english_adjective_cues[] = {
#embed "english-adjective-cues.tsv"
};
static const unsigned char english_cues[] = {
#embed "english-cues.tsv"
};
static const unsigned char english_names[] = {
#embed "english-names.tsv"
};
static const unsigned char english_noun_cues[] = {
#embed "english-noun-cues.tsv"
};
static const unsigned char english_verbs[] = {
#embed "english-verbs.txt"
};
static const unsigned char english_words[] = {
#embed "english-words.tsv"
};

static const struct LinguisticFile files[] = {
    FILE_OF(english_adjective_cues, "english-adjective-cues.tsv"),
    FILE_OF(english_cues, "english-cues.tsv"),
    FILE_OF(english_names, "english-names.tsv"),
    FILE_OF(english_noun_cues, "english-noun-cues.tsv"),
    FILE_OF(english_verbs, "english-verbs.txt"),
    FILE_OF(english_words, "english-words.tsv"),
};

const struct LinguisticFile *const linguistic_files = files;
const size_t linguistic_file_count = sizeof(files) / sizeof(files[0]);
