#include "extract/attribute/figure/sectors.h"

#include "extract/recognise/numeral.h"

enum { NEAR = 90 }; /* bytes before the proportion in which sectors are named */

/* Do the words before speak of the three sectors? */
static bool tells_sectors(const struct tj_frame *f, size_t off)
{
    static const char *const words[] = { "三次产业", "产业结构", "三产结构",      "三产比",
                                         "一二三产", "产业比",   "产业增加值结构" };
    struct tj_str left = tj_cut(f->sentence, off > NEAR ? off - NEAR : 0, off);
    size_t at;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_find(left, tj_str_of(words[i]), 0, &at)) return true;
    return false;
}

static bool eat_colon(struct tj_str text, size_t *at)
{
    static const char *const marks[] = { ":", "：", "∶", "︰" };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        struct tj_str rest = tj_cut(text, *at, text.len);
        if (!tj_eat(&rest, tj_str_of(marks[i]))) continue;
        *at = text.len - rest.len;
        return true;
    }
    return false;
}

/* 7.2 as 0.072, a ratio. */
static struct tj_quantity part_of(size_t off, const struct tj_numeral *n)
{
    struct tj_decimal value = tj_decimal_of(n->value.digits, n->value.pow10 - 2);
    return (struct tj_quantity){ .off = off,
                                 .len = n->len,
                                 .end = off + n->len,
                                 .value = value,
                                 .number = n->value,
                                 .unit = TJ_STR("1"),
                                 .kind = TJ_RATIO,
                                 .bound = TJ_EQ };
}

/* Does a colon stand behind the figures at `at`? A quick look that most numbers end with. */
static bool may_be_proportion(struct tj_str text, size_t at)
{
    while (at < text.len && ((text.ptr[at] >= '0' && text.ptr[at] <= '9') || text.ptr[at] == '.')) at++;
    return eat_colon(text, &at);
}

bool tj_sectors_at(const struct tj_frame *frame, size_t off, struct tj_quantity parts[3])
{
    double sum = 0;
    size_t at = off;
    if (!may_be_proportion(frame->sentence, off)) return false;
    for (size_t i = 0; i < 3; i++) {
        struct tj_numeral n;
        if (i > 0 && !eat_colon(frame->sentence, &at)) return false;
        if (!tj_numeral_at(frame->sentence, at, frame->lexicon->units, &n) || !n.value.known || n.chinese)
            return false;
        if (parts) parts[i] = part_of(at, &n);
        sum += tj_decimal_double(n.value);
        at += n.len;
    }
    size_t more = at;
    return sum > 98.5 && sum < 101.5 && !eat_colon(frame->sentence, &more) && tells_sectors(frame, off);
}

struct tj_str tj_sector_name(size_t i)
{
    static const struct tj_str names[] = { TJ_WORD("第一产业比重"), TJ_WORD("第二产业比重"),
                                           TJ_WORD("第三产业比重") };
    return names[i];
}
