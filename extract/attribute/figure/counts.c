#include "extract/attribute/figure/counts.h"

#include "extract/attribute/name/name.h"
#include "extract/attribute/phrase/phrase.h"
#include "extract/attribute/predicate/predicate.h"

static struct tj_str behind(const struct tj_frame *f, const struct tj_quantity *q)
{
    return tj_cut(f->sentence, q->end, f->sentence.len);
}

static struct tj_str before(const struct tj_frame *f, const struct tj_quantity *q)
{
    return tj_cut(f->sentence, 0, q->off);
}

/* 3天内, 两年来, 30日前: how long, not how much. */
static bool is_mere_time(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const after[] = { "内",   "前", "后", "来",   "以来", "之内",
                                         "之后", "间", "期", "期间", "级",   NULL };
    if (q->unit.len == 0 || (q->kind != TJ_TIME && q->kind != TJ_YEAR)) return false;
    static const char *const spans[] = { "过去", "未来", "近", "最近", "连续", "此后", "今后", "随后", NULL };
    if (tj_starts_with_one(behind(f, q), after)) return true;
    for (const char *const *w = spans; *w; w++)
        if (tj_ends(before(f, q), tj_str_of(*w))) return true;
    return q->kind == TJ_YEAR && q->value.known && q->value.pow10 >= 0;
}

/* 8点30分, 上午9点: a time of day. */
static bool is_time_of_day(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const after[] = { "钟", "半", "整", "许", "多钟", NULL };
    if (q->unit.len == 0 || q->kind != TJ_POINT) return false;
    struct tj_str rest = behind(f, q), left = before(f, q);
    bool digit = rest.len && rest.ptr[0] >= '0' && rest.ptr[0] <= '9';
    return digit || tj_starts_with_one(rest, after) || tj_ends(left, TJ_STR("午"))
           || tj_ends(left, TJ_STR("今早")) || tj_ends(left, TJ_STR("晚")) || tj_ends(left, TJ_STR("晚上"))
           || tj_ends(left, TJ_STR("晨")) || tj_ends(left, TJ_STR("日")) || tj_ends(left, TJ_STR("时"))
           || tj_ends(left, TJ_STR("点"));
}

/* 48秒46, 1米73: a time or a height in two units. */
static bool is_in_two_units(const struct tj_frame *f, const struct tj_quantity *q)
{
    struct tj_str rest = behind(f, q);
    bool first = tj_equal(q->unit, TJ_STR("s")) || tj_equal(q->unit, TJ_STR("m"));
    return first && q->end == q->off + q->len && rest.len && rest.ptr[0] >= '0' && rest.ptr[0] <= '9';
}

/* 3.2:47.6:49.2: parts of a proportion, none of which is a figure by itself. */
static bool is_of_proportion(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const marks[] = { ":", "：", "∶", "︰", NULL };
    struct tj_str rest = behind(f, q);
    for (const char *const *m = marks; *m; m++) {
        struct tj_str after = rest;
        if (tj_eat(&after, tj_str_of(*m)) && after.len && after.ptr[0] >= '0' && after.ptr[0] <= '9')
            return true;
    }
    return false;
}

/* 由上年的|2.25缩小为…: a few words behind 由 or 从. */
static bool starts_a_rise(struct tj_str left)
{
    size_t at;
    return tj_ends(left, TJ_STR("的")) && tj_rise_start(left, &at);
}

/* A number without a unit is a statistic only where the words ask for one: 比值由3.27缩小至2.93. */
static bool bare_number_counts(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const ends[] = { "为", "至",   "到", "达", "由", "从", "是", "约",
                                        "了", "突破", "超", "过", "近", "于", NULL };
    static const char *const turns[] = { "收入比", "之比", "比值", "缩小", "扩大", "缩小了", "扩大了", NULL };
    bool of_ratio = tj_holds(before(f, q), TJ_STR("收入比")) || tj_holds(before(f, q), TJ_STR("系数"));
    if (of_ratio && tj_ends_in_one(before(f, q), turns)) return !is_of_proportion(f, q);
    for (const char *const *w = ends; *w; w++)
        if (tj_ends(before(f, q), tj_str_of(*w))) return !is_of_proportion(f, q);
    return starts_a_rise(before(f, q)) && !is_of_proportion(f, q);
}

static bool names_structure(const struct tj_frame *f, const struct tj_quantity *q)
{
    size_t len;
    enum { MANY = 100 }; /* 近800个|问题 are counted */
    bool counter = q->unit.len && q->kind == TJ_COUNTER;
    if (!counter || q->magnitude > 0 || (q->value.known && tj_decimal_double(q->value) >= MANY)) return false;
    struct tj_str rest = behind(f, q);
    if (tj_starts(rest, TJ_STR("重点")) || tj_starts(rest, TJ_STR("主要"))) rest = tj_cut(rest, 6, rest.len);
    static const char *const things[] = {
        "关键技术", "关键核心", "关键零部件", "关键材料", "关键共性", NULL
    };
    if (tj_starts_with_one(rest, things)) return false; /* 12项|关键技术 are counted, 三个|关键 are not */
    return tj_trie_longest(f->lexicon->no_counts, rest, 0, &len) != NULL;
}

/* “15分钟生活圈”, “3个95%”: right behind the quotation mark, or between two that stand close. */
static bool is_in_name(const struct tj_frame *f, const struct tj_quantity *q)
{
    struct tj_str left = before(f, q);
    if (tj_ends(left, TJ_STR("“"))) return true;
    size_t at;
    return tj_starts(behind(f, q), TJ_STR("”"))
           && tj_find(tj_cut(left, left.len > 12 ? left.len - 12 : 0, left.len), TJ_STR("“"), 0, &at);
}

/* The noun behind a number, and behind 的 if that stands between. */
static struct tj_str noun_behind(const struct tj_frame *f, const struct tj_quantity *q)
{
    size_t end, of = tj_starts(behind(f, q), TJ_STR("的")) ? sizeof "的" - 1 : 0;
    return tj_phrase_behind(f, q->end + of, &end);
}

/* 500万元以上|的非国有工业企业: how large those are whose figure follows. */
static bool is_class_of_owners(struct tj_str noun)
{
    static const char *const owners[] = { "企业", "单位", "公司", "人口",   "家庭", "项目",
                                          "村",   "县",   "园区", "行政村", "户",   NULL };
    return tj_ends_in_one(noun, owners);
}

/* 全国|99%以上的县: no statistic stands before the number in its clause, so it is how many of them. */
static bool is_said_of_none(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const marks[] = { "，", "；", "。", "：", NULL };
    size_t from = 0, at;
    for (const char *const *mark = marks; *mark; mark++)
        if (tj_find_last(before(f, q), tj_str_of(*mark), &at) && at + 3 > from) from = at + 3;
    return tj_phrase_before(f, from, q->off).text.len == 0;
}

/* 收入过10亿元的|企业达到148家, 过100亿元的|12家: how large those are that are counted next in the clause. */
static bool is_size_passed(const struct tj_frame *f, const struct tj_quantity *q,
                           const struct tj_mention *next)
{
    static const char *const past[] = { "过", "超", "逾", "不足", "高于", "低于", NULL };
    bool size = q->unit.len && (q->kind == TJ_MONEY || q->kind == TJ_PHYSICAL || q->kind == TJ_COUNTER);
    if (!size || !next || !tj_ends_in_one(before(f, q), past)) return false;
    bool of = tj_starts(behind(f, q), TJ_STR("的"));
    bool counted =
        next->kind == TJ_M_QUANTITY && next->quantity->unit.len && next->quantity->kind == TJ_COUNTER;
    if (of && counted && next->off == q->end + sizeof "的" - 1) return true;
    static const char *const places[] = { "镇", "乡", "城市", "街道", NULL };
    struct tj_str noun = noun_behind(f, q);
    if (q->kind == TJ_COUNTER && !of) return false; /* 培育超|14万家中小企业 */
    return is_class_of_owners(noun) || tj_ends_in_one(noun, places);
}

/* 36个|大中城市蔬菜价格, 监测的|3000家|零售企业销售额: of how many the statistic is taken, which is a part of its name. */
static bool is_sample_size(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const watched[] = { "监测的", "监测", "调查的", "调查", NULL };
    bool counter = q->unit.len && q->kind == TJ_COUNTER;
    if (!counter || tj_starts(behind(f, q), TJ_STR("大中城市中"))) return false;
    bool taken = tj_ends_in_one(before(f, q), watched) || tj_starts(behind(f, q), TJ_STR("大中城市"));
    for (size_t i = 0; taken && i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off < q->end) continue;
        if (m->kind == TJ_M_QUANTITY || (m->kind == TJ_M_MARK && m->mark != U'、')) break;
        if (m->kind == TJ_M_WORD
            && (m->attr || tj_entry_is(m->entry, TJ_INDICATOR) || tj_entry_is(m->entry, TJ_TAIL)))
            return true;
    }
    return false;
}

/* 限额以上单位是指…2000万元及以上的…: the sentence says what its words mean. */
static bool is_definition(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const words[] = { "是指",     "统计范围", "统计起点", "起点为",
                                         "统计口径", "口径为",   "标准为",   NULL };
    return tj_holds_one(before(f, q), words);
}

/* 其中亿元以上|87个, 10亿元以上|18家: how large those are that are counted right behind. */
static bool is_class_of_counted(const struct tj_frame *f, const struct tj_quantity *q,
                                const struct tj_mention *next)
{
    size_t of = tj_starts(behind(f, q), TJ_STR("的")) ? sizeof "的" - 1 : 0; /* 100亿元以上的|12家 */
    bool size = q->unit.len && (q->kind == TJ_MONEY || q->kind == TJ_PHYSICAL);
    return size && next && next->kind == TJ_M_QUANTITY && next->off == q->end + of && next->quantity->unit.len
           && next->quantity->kind == TJ_COUNTER;
}

/* ±800千伏|特高压工程, 220千伏|变电站: the voltage names the work. */
static bool is_voltage(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const works[] = { "特高压", "超高压", "直流",   "交流",   "输电", "变电",   "输变电",
                                         "电网",   "线路",   "及以上", "主网架", "母线", "开关站", NULL };
    return tj_equal(q->unit, TJ_STR("kV")) && tj_starts_with_one(behind(f, q), works);
}

/* 最低20%|收入组人均可支配收入: of whom, not how much. */
static bool is_income_group(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const groups[] = { "收入组", "收入户", "收入家庭", "低收入户", "高收入户", NULL };
    return q->unit.len && q->kind == TJ_RATIO && tj_starts_with_one(behind(f, q), groups);
}

/* 60%以上的税收、|90%以上的企业: is it told in a list with another ratio? */
static bool follows_ratio(const struct tj_frame *f, size_t at)
{
    for (size_t i = at; i > 0; i--) {
        const struct tj_mention *m = &f->mentions->at[i - 1];
        if (m->kind != TJ_M_QUANTITY) continue;
        struct tj_str between = tj_cut(f->sentence, m->quantity->end, f->mentions->at[at].off);
        return m->quantity->unit.len && m->quantity->kind == TJ_RATIO && !tj_holds(between, TJ_STR("，"));
    }
    return false;
}

static bool is_threshold(const struct tj_frame *f, size_t at, bool more)
{
    const struct tj_quantity *q = f->mentions->at[at].quantity;
    if (is_in_name(f, q) || is_voltage(f, q) || is_income_group(f, q)) return true;
    const struct tj_mention *next = at + 1 < f->mentions->count ? &f->mentions->at[at + 1] : NULL;
    if (tj_ends(before(f, q), TJ_STR("每"))) return more;
    if (tj_starts(behind(f, q), TJ_STR("级")) && q->unit.len) return true;
    bool time = q->unit.len && q->kind == TJ_TIME && more && q->end == q->off + q->len;
    if (time && next && next->kind == TJ_M_WORD && next->off == q->end) return true; /* 24小时降水量 */
    if (more && is_size_passed(f, q, next)) return true;
    if (is_sample_size(f, q)) return true;
    bool open = q->end > q->off + q->len && (q->bound == TJ_GE || q->bound == TJ_LE);
    struct tj_str rest = behind(f, q);
    static const char *const single[] = { "单笔", "单户", "单项", NULL }; /* 单笔|50万元以下的支出 */
    bool defines = tj_ends_in_one(before(f, q), single) || is_definition(f, q);
    if (open && (defines || is_class_of_counted(f, q, next))) return true;
    if (!open || rest.len < 3 || (unsigned char)rest.ptr[0] < 0x80) return false;
    bool ratio = q->unit.len && q->kind == TJ_RATIO;
    bool some = ratio && (is_said_of_none(f, q) || follows_ratio(f, at));
    struct tj_str noun = tj_starts(rest, TJ_STR("的")) ? noun_behind(f, q) : (struct tj_str){ 0 };
    bool owners = is_class_of_owners(noun) || is_class_of_owners(tj_name_split(f, noun).owner);
    if (noun.len && !some && owners) return true; /* 总投资10亿元以上的|项目投资 */
    if (!more) return false;
    static const char *const breaks[] = { "，", "。", "；", "、", "（", "）", "的", "：", "和", "及", NULL };
    return !tj_starts_with_one(rest, breaks);
}

/* 70周年, 第3次: nothing is measured. */
static bool is_ordinal_or_age(const struct tj_frame *f, const struct tj_quantity *q)
{
    struct tj_str rest = behind(f, q);
    size_t at;
    bool age = tj_equal(q->unit, TJ_STR("岁")) && !tj_find(before(f, q), TJ_STR("寿命"), 0, &at)
               && !tj_find(before(f, q), TJ_STR("年龄"), 0, &at);
    return age || (q->unit.len && q->kind == TJ_TIME && tj_starts(rest, TJ_STR("年")));
}

/* 在全省|16个|地市中居第7位: among how many a rank is. */
static bool is_field_of_rank(const struct tj_frame *f, size_t at)
{
    enum { FARTHEST = 36 }; /* bytes */
    static const char *const among[] = { "中居", "中位居", "中排", "中列", "中位列", NULL };
    const struct tj_quantity *q = f->mentions->at[at].quantity;
    for (size_t i = at + 1; i < f->mentions->count && f->mentions->at[i].off < q->end + FARTHEST; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->kind == TJ_M_QUANTITY && m->quantity->kind == TJ_PLACE)
            return q->kind == TJ_COUNTER && tj_holds_one(tj_cut(f->sentence, q->end, m->off), among);
    }
    return false;
}

/* 与RCEP其他|14个成员国进出口: how many partners there are is no news. */
static bool is_of_partners(const struct tj_frame *f, const struct tj_quantity *q)
{
    return tj_equal(q->unit, TJ_STR("个")) && tj_ends(before(f, q), TJ_STR("其他"))
           && tj_starts(behind(f, q), TJ_STR("成员国"));
}

enum tj_counting tj_counting_of(const struct tj_frame *frame, size_t at, bool more)
{
    const struct tj_quantity *q = frame->mentions->at[at].quantity;
    if (is_threshold(frame, at, more) || is_of_partners(frame, q)) return TJ_THRESHOLD;
    struct tj_str self = tj_cut(frame->sentence, q->off, q->off + q->len);
    bool place =
        tj_starts(self, TJ_STR("第")) || tj_starts(self, TJ_STR("首位")) || tj_starts(self, TJ_STR("榜首"));
    bool up_to = q->unit_text.len == 0 && tj_starts(self, TJ_STR("前")); /* 居全国前六 */
    bool ranked =
        q->unit.len && q->kind == TJ_PLACE && (place || up_to || tj_ends(before(frame, q), TJ_STR("第")));
    if (q->chinese && !ranked && !tj_chinese_counts(frame, q)) return TJ_NO_STATISTIC;
    if (q->vague || (q->unit.len && q->kind == TJ_SMALL && q->chinese)) return TJ_NO_STATISTIC;
    if (is_in_two_units(frame, q) || is_field_of_rank(frame, at)) return TJ_NO_STATISTIC;
    if (tj_ends(before(frame, q), TJ_STR("×"))) return TJ_NO_STATISTIC; /* 4×100米 */
    if (is_mere_time(frame, q) || is_time_of_day(frame, q)) return TJ_NO_STATISTIC;
    if (q->unit.len && q->kind == TJ_BARE && !bare_number_counts(frame, q)) return TJ_NO_STATISTIC;
    bool stroke = memchr(frame->sentence.ptr + q->off, '/', q->len) != NULL && q->unit_text.len == 0;
    size_t at_share;
    static const char *const falls[] = { "精简", "减少", "压缩", "裁减", "削减", "下降", "增加", "增长",
                                         "缩短", "缩小", "降低", "提高", "提升", "节省", "节约", NULL };
    static const char *const wholes[] = { "全国", "全省", "全市", "全疆", "全球", "世界", NULL };
    bool of_whole = stroke && tj_starts(behind(frame, q), TJ_STR("的"))
                    && tj_holds_one(before(frame, q), wholes); /* 全国1/16的耕地 */
    if (stroke && !of_whole && !tj_ends_in_one(before(frame, q), falls)
        && !tj_find(tj_cut(frame->sentence, 0, q->off), TJ_STR("占"), 0, &at_share))
        return TJ_NO_STATISTIC;
    if (tj_is_race_or_watch(frame, q)) return TJ_NO_STATISTIC;
    if (names_structure(frame, q) || is_ordinal_or_age(frame, q)) return TJ_NO_STATISTIC;
    return TJ_COUNTS;
}
