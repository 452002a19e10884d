/* The review page: one HTML file without any other, which shows every fact in its text, and takes marks and edits that
   it saves as a CSV of corrections (docs/corrections.md).

   Whatever comes from documents reaches the page as JSON in which < is written \u003c, and the page's script puts it into
   the document as text only: nothing in a document can run. */
#ifndef TJ_REVIEW_H
#define TJ_REVIEW_H

#include "report/ledger.h"

/* The text of a document, as the facts' offsets mean it; false if it cannot be had. */
struct tj_review_texts {
    bool (*read)(void *self, struct tj_str name, struct tj_str *text);
    void *self;
};

/* Appends the page to `out`. The same facts and texts give the same bytes. Without its text, or where the text no longer
   holds what the facts quote, a document shows its facts' sentences. */
void tj_review_put(const struct tj_ledger *ledger, struct tj_review_texts texts, bool english,
                   struct tj_buffer *out);

#endif
