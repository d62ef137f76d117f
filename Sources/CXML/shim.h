#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU, whose headers clash with those of Swift's Foundation. Nothing of them is used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>
