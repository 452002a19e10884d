/* From phrase to name: what the words before a number name, once what the frame carries is added. A name has
   an owner and an attribute; a clause that gives only one keeps the other (制造业利润总额…，采矿业增长…). */
#ifndef TJ_NAME_H
#define TJ_NAME_H

#include "extract/attribute/phrase/phrase.h"
#include "extract/attribute/predicate/predicate.h"

/* How a name came about; later ones are surer. */
enum tj_naming { TJ_UNNAMED, TJ_CARRIED_FAR, TJ_CARRIED, TJ_FROM_BEHIND, TJ_COMPOSED, TJ_OPEN, TJ_EXACT };

/* Remembers the project that a clause without a number names (果子沟管道工程位于…), for 全长 and 总投资 behind it. */
void tj_note_thing(struct tj_frame *frame, size_t from, size_t to);

/* Splits words into owner and attribute by the longest known attribute at their end. */
struct tj_name tj_name_split(const struct tj_frame *frame, struct tj_str words);

/* The name that a phrase gives to a figure whose unit is `unit` and whose verbs are `predicate`; *naming tells how. */
struct tj_name tj_name_of(const struct tj_frame *frame, const struct tj_phrase *phrase, struct tj_str unit,
                          const struct tj_predicate *predicate, enum tj_naming *naming);

/* The dictionary's row for exactly these words, or TJ_NONE. */
uint32_t tj_indicator_row(const struct tj_frame *frame, struct tj_str words);

/* The same for a figure of a nation, or of a part of one: GDP is 国内生产总值 of the one, 地区生产总值 of the other. */
uint32_t tj_indicator_of(const struct tj_frame *frame, struct tj_str words, bool nation);

#endif
