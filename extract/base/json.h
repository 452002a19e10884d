/* Writing JSON (RFC 8259): the few pieces that our records are made of. */
#ifndef TJ_JSON_H
#define TJ_JSON_H

#include "extract/base/decimal.h"

/* A string with its quotes. Bytes that are no UTF-8 become U+FFFD, so that the line is always valid. */
void tj_put_json(struct tj_buffer *b, struct tj_str s);

/* `key` (with its comma, quotes and colon, as it is to stand) and the decimal as a string; nothing at all if the
   decimal is not known. */
void tj_put_json_decimal(struct tj_buffer *b, struct tj_str key, struct tj_decimal d);

#endif
