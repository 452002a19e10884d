#include "extract/attribute/praise.h"

#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/phrase/phrase.h"

size_t tj_praised_end(const struct tj_walk *w, size_t to)
{
    static const char *const praises[] = {
        "增长",   "发展",     "提升",     "扩大",     "热销",     "走俏",     "升温",     "回暖",
        "向好",   "回升",     "改善",     "旺盛",     "活跃",     "火热",     "火爆",     "红火",
        "恢复",   "壮大",     "加快",     "更大",     "更高",     "更强",     "更旺",     "领跑",
        "提速",   "增势强劲", "增势良好", "表现亮眼", "势头强劲", "势头良好", "稳中有升", "稳中向好",
        "创新高", "丰收",     "强劲",     "迅猛",     "蓬勃",     "抢眼",     "突出",     "走强",
        "攀升",   "受青睐",   "受欢迎",   "增加",     NULL
    };
    static const char *const adverbs[] = { "持续", "继续",   "不断", "稳步", "快速", "较快", "平稳",
                                           "加快", "进一步", "明显", "显著", "正",   "更加", "总体",
                                           "整体", "逐步",   "逐渐", "大幅", "迅速", "高速", "再",
                                           "又",   "也",     "仍",   "蓬勃", "喜获", "获",   "再次",
                                           "增势", "表现",   "势头", "规模", NULL };
    static const char *const too_wide[] = { "经济", "市场", "生产", "运行", "活力", "需求", "结构",
                                            "动能", "信心", "能力", "水平", "基础", "质量", "步伐",
                                            "力度", "规模", "环境", "效益", "消费", "开放", "合作",
                                            "建设", "事业", "生活", "社会", "民生", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str clause = tj_cut(f->sentence, w->clause, to);
    struct tj_str subject = tj_without(clause, praises, tj_drop_end);
    if (subject.len == clause.len || tj_holds(clause, TJ_STR("的"))) return w->clause;
    subject = tj_without(subject, adverbs, tj_drop_end);
    size_t end = w->clause + subject.len;
    struct tj_phrase p = tj_phrase_before(f, w->clause, end);
    size_t chars = tj_char_count(p.text);
    bool wide = tj_ends_in_one(p.text, too_wide) || p.verb || p.share;
    return chars >= 2 && chars <= 12 && !wide ? end : w->clause;
}

size_t tj_circumstance_begins(const struct tj_walk *w, size_t to)
{
    enum { SHORTEST = 9 }; /* bytes of the subject */
    static const char *const under[] = { "带动下", "影响下", "支撑下", "作用下",
                                         "推动下", "背景下", "拉动下", NULL };
    struct tj_str clause = tj_cut(w->f->sentence, w->clause, to);
    size_t at;
    if (!tj_ends_in_one(clause, under) || !tj_find_last(clause, TJ_STR("在"), &at) || at < SHORTEST)
        return to;
    return w->clause + at;
}
