#pragma once
#include <stddef.h>

/// A file built into the program.
struct EmbeddedFile {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

extern const struct EmbeddedFile embedded_stylesheet;
extern const struct EmbeddedFile embedded_script;
extern const struct EmbeddedFile embedded_passkeys;
extern const struct EmbeddedFile embedded_collection;
extern const struct EmbeddedFile embedded_icon;

/// The desk's editor: its modules, its stylesheet and Tiptap; none when they were not listed before the build.
extern const struct EmbeddedFile *const embedded_desk;
extern const size_t embedded_desk_count;

/// The subset fonts, none when they were not made before the build; `embedded_font_count` of them.
extern const struct EmbeddedFile *const embedded_fonts;
extern const size_t embedded_font_count;

/// The sample newsroom as a tar archive; its size is 0 when it was not packed before the build.
extern const struct EmbeddedFile embedded_sample;
