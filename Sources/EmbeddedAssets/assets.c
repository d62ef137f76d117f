#include "EmbeddedAssets.h"

#define FILE_OF(array, path) { path, array, sizeof(array) }

static const unsigned char stylesheet[] = {
#embed "site.css"
};
static const unsigned char script[] = {
#embed "site.js"
};
static const unsigned char passkeys[] = {
#embed "passkeys.js"
};
static const unsigned char collection[] = {
#embed "collection.js"
};
static const unsigned char icon[] = {
#embed "logo.svg"
};

const struct EmbeddedFile embedded_stylesheet = FILE_OF(stylesheet, "site.css");
const struct EmbeddedFile embedded_script = FILE_OF(script, "site.js");
const struct EmbeddedFile embedded_passkeys = FILE_OF(passkeys, "passkeys.js");
const struct EmbeddedFile embedded_collection = FILE_OF(collection, "collection.js");
const struct EmbeddedFile embedded_icon = FILE_OF(icon, "logo.svg");

// The desk's editor, listed by Scripts/list-desk.
#if __has_include("desk.inc")
#include "desk.inc"
const struct EmbeddedFile *const embedded_desk = desk;
const size_t embedded_desk_count = sizeof(desk) / sizeof(desk[0]);
#else
const struct EmbeddedFile *const embedded_desk = 0;
const size_t embedded_desk_count = 0;
#endif

// The fonts are subset from Debian's packages by Scripts/subset-fonts.py; without them the site is set in the reader's own.
#if __has_embed("fonts/naskh-regular.woff2")
static const unsigned char naskh_regular[] = {
#embed "fonts/naskh-regular.woff2"
};
static const unsigned char naskh_bold[] = {
#embed "fonts/naskh-bold.woff2"
};
static const unsigned char serif_regular[] = {
#embed "fonts/serif-regular.woff2"
};
static const unsigned char serif_bold[] = {
#embed "fonts/serif-bold.woff2"
};
static const struct EmbeddedFile fonts[] = {
    FILE_OF(naskh_regular, "fonts/naskh-regular"),
    FILE_OF(naskh_bold, "fonts/naskh-bold"),
    FILE_OF(serif_regular, "fonts/serif-regular"),
    FILE_OF(serif_bold, "fonts/serif-bold"),
};
const struct EmbeddedFile *const embedded_fonts = fonts;
const size_t embedded_font_count = sizeof(fonts) / sizeof(fonts[0]);
#else
const struct EmbeddedFile *const embedded_fonts = 0;
const size_t embedded_font_count = 0;
#endif

// The folder Sample, packed by `make`.
#if __has_embed("sample.tar")
static const unsigned char sample[] = {
#embed "sample.tar"
};
const struct EmbeddedFile embedded_sample = FILE_OF(sample, "sample.tar");
#else
const struct EmbeddedFile embedded_sample = { "sample.tar", 0, 0 };
#endif
