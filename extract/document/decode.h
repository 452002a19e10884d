/* Bytes to UTF-8: which encoding, found out from the bytes alone, and the way back from a place in the text
   to the place in the bytes. */
#ifndef TJ_DECODE_H
#define TJ_DECODE_H

#include "extract/base/arena.h"
#include "extract/base/status.h"
#include "extract/document/encoding.h"

/* A place where the source cannot be followed character by character: undecodable bytes became U+FFFD. */
struct tj_gap {
    size_t text, source; /* both right behind the gap */
};

struct tj_decoded {
    struct tj_str text;   /* valid UTF-8, without byte order mark */
    struct tj_str source; /* what it was made from */
    enum tj_encoding encoding;
    size_t skipped;   /* bytes of the byte order mark */
    size_t bad_bytes; /* how many bytes could not be decoded */
    const struct tj_gap *gaps;
    size_t gap_count;
};

/* Finds the encoding (byte order mark, then strict UTF-8, then that of GB18030, Big5, UTF-16 and damaged UTF-8 in which
   the bytes read best, what a page says of itself tipping the scales) and decodes into `arena`; valid UTF-8 is not copied. TJ_EMPTY, or TJ_NO_TEXT for bytes that are no text. `name`
   is for the message. Never a silent loss: bad_bytes counts what became U+FFFD. */
enum tj_status tj_decode(struct tj_arena *arena, struct tj_str source, const char *name,
                         struct tj_decoded *out, struct tj_error *err);

/* A cursor that maps text offsets to source offsets; start it all-zero and ask in rising order. */
struct tj_cursor {
    size_t text, source, gap;
};
size_t tj_source_offset(const struct tj_decoded *decoded, struct tj_cursor *cursor, size_t text_offset);

/* Is this valid UTF-8 throughout? (RFC 3629) */
bool tj_utf8_valid(struct tj_str s);

#endif
