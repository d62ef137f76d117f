#include "EmbeddedLinguistics.h"

#define FILE_OF(array, path) { path, array, sizeof(array) }

// A line for each file: its bytes here, its name in the table below.
static const unsigned char none[] = {'\n'};
static const unsigned char arabic_name_parts[] = {
#embed "arabic-name-parts.tsv"
};
static const unsigned char name_costs[] = {
#embed "name-costs.tsv"
};
static const unsigned char places[] = {
#embed "places.tsv"
};

static const struct LinguisticFile files[] = {
    FILE_OF(none, "none"),
    FILE_OF(arabic_name_parts, "arabic-name-parts.tsv"),
    FILE_OF(name_costs, "name-costs.tsv"),
    FILE_OF(places, "places.tsv"),
};

const struct LinguisticFile *const linguistic_files = files;
const size_t linguistic_file_count = sizeof(files) / sizeof(files[0]);
