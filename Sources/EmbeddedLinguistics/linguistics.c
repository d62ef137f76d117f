#include "EmbeddedLinguistics.h"

#define FILE_OF(array, path) { path, array, sizeof(array) }

// A line for each file: its bytes here, its name in the table below.
static const unsigned char ar_closed_words[] = {
#embed "ar-closed-words.tsv"
};
static const unsigned char ar_cues[] = {
#embed "ar-cues.tsv"
};
static const unsigned char ar_given_names[] = {
#embed "ar-given-names.txt"
};
static const unsigned char ar_organisations[] = {
#embed "ar-organisations.tsv"
};
static const unsigned char ar_roles[] = {
#embed "ar-roles.tsv"
};
static const unsigned char arabic_name_parts[] = {
#embed "arabic-name-parts.tsv"
};
static const unsigned char copydesk_checks[] = {
#embed "copydesk-checks.json"
};
static const unsigned char copydesk_misspellings[] = {
#embed "copydesk-misspellings.tsv"
};
static const unsigned char copydesk_pairs[] = {
#embed "copydesk-pairs.tsv"
};
static const unsigned char copydesk_patterns[] = {
#embed "copydesk-patterns.tsv"
};
static const unsigned char copydesk_units[] = {
#embed "copydesk-units.tsv"
};
static const unsigned char copydesk_words[] = {
#embed "copydesk-words.tsv"
};
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
static const unsigned char name_costs[] = {
#embed "name-costs.tsv"
};
static const unsigned char places[] = {
#embed "places.tsv"
};

static const struct LinguisticFile files[] = {
    FILE_OF(ar_closed_words, "ar-closed-words.tsv"),
    FILE_OF(ar_cues, "ar-cues.tsv"),
    FILE_OF(ar_given_names, "ar-given-names.txt"),
    FILE_OF(ar_organisations, "ar-organisations.tsv"),
    FILE_OF(ar_roles, "ar-roles.tsv"),
    FILE_OF(arabic_name_parts, "arabic-name-parts.tsv"),
    FILE_OF(copydesk_checks, "copydesk-checks.json"),
    FILE_OF(copydesk_misspellings, "copydesk-misspellings.tsv"),
    FILE_OF(copydesk_pairs, "copydesk-pairs.tsv"),
    FILE_OF(copydesk_patterns, "copydesk-patterns.tsv"),
    FILE_OF(copydesk_units, "copydesk-units.tsv"),
    FILE_OF(copydesk_words, "copydesk-words.tsv"),
    FILE_OF(english_adjective_cues, "english-adjective-cues.tsv"),
    FILE_OF(english_cues, "english-cues.tsv"),
    FILE_OF(english_names, "english-names.tsv"),
    FILE_OF(english_noun_cues, "english-noun-cues.tsv"),
    FILE_OF(english_verbs, "english-verbs.txt"),
    FILE_OF(english_words, "english-words.tsv"),
    FILE_OF(name_costs, "name-costs.tsv"),
    FILE_OF(places, "places.tsv"),
};

const struct LinguisticFile *const linguistic_files = files;
const size_t linguistic_file_count = sizeof(files) / sizeof(files[0]);
