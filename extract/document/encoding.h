/* Which encoding bytes are in: how well decoded text reads as Chinese, and what a page says of itself. */
#ifndef TJ_ENCODING_H
#define TJ_ENCODING_H

#include "extract/base/str.h"

#define TJ_ENCODINGS(X)       \
    X(TJ_UTF8, "UTF-8")       \
    X(TJ_GB18030, "GB18030")  \
    X(TJ_BIG5, "BIG5")        \
    X(TJ_UTF16LE, "UTF-16LE") \
    X(TJ_UTF16BE, "UTF-16BE")

#define TJ_ENCODING_ID(id, name) id,
enum tj_encoding { TJ_ENCODINGS(TJ_ENCODING_ID) TJ_ENCODING_COUNT };
#undef TJ_ENCODING_ID

/* The name that iconv knows it by. */
const char *tj_encoding_name(enum tj_encoding encoding);

/* How text reads, both in percent: characters that Chinese text is made of against those that tell of a wrong guess
   (controls, private use, U+FFFD), and, of the Chinese characters, those among the most common. */
struct tj_reading {
    unsigned plausible, common;
};
struct tj_reading tj_reading_of(struct tj_str text);

/* The encoding that the head of a page names (<meta charset=…>, http-equiv, <?xml encoding=…?>); TJ_ENCODING_COUNT if
   it names none that is known. Pages lie: it only tips the scales. */
enum tj_encoding tj_encoding_said(struct tj_str bytes);

#endif
