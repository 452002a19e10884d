/* Was a target met? Exact: no binary fraction decides.

   Which way is good: as the template says of the indicator; a bound of the target overrules it (以上 wants
   more, 控制在…以内 wants less), and so does a negative growth or change (能耗下降2.5%).
   左右 (approx) allows half a unit of the last digit that the text states: 5%左右 is met from 4.5% on,
   5.0%左右 from 4.95% on, 1200万人左右 from 1199.5万人 on. A range is met from its near end on: 5%—5.5% by
   5.0%, and by 6% too. A result that is 超 or 以上 a value counts as that value, and as more than it where
   the target asks for more than it. */
#ifndef TJ_ATTAIN_H
#define TJ_ATTAIN_H

#include "extract/fact/fact.h"

enum tj_verdict { TJ_MET, TJ_MISSED, TJ_NO_RESULT };

struct tj_attainment {
    enum tj_verdict verdict;
    struct tj_decimal gap; /* result less target; nothing inside a range, else from its nearest end */
};

/* `result` may be NULL: no result. Target and result must be in the same unit. */
struct tj_attainment tj_attain(const struct tj_fact *target, const struct tj_fact *result,
                               bool lower_is_better);

/* Half a unit of the last digit that the text of `fact` states; unknown if its value is. */
struct tj_decimal tj_half_last_digit(const struct tj_fact *fact);

#endif
