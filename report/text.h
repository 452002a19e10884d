/* What the workbook says in words, in Chinese and English. */
#ifndef TJ_REPORT_TEXT_H
#define TJ_REPORT_TEXT_H

#include "extract/base/arena.h"
#include "extract/fact/fact.h"

/* clang-format off */
#define TJ_WORDS(X)                                                                                           \
    X(TJ_W_REGION, "地区", "Region")                                                                          \
    X(TJ_W_INDICATOR, "指标", "Indicator")                                                                    \
    X(TJ_W_MEASURE, "口径", "Measure")                                                                        \
    X(TJ_W_PERIOD, "时期", "Period")                                                                          \
    X(TJ_W_VALUE, "数值", "Value")                                                                            \
    X(TJ_W_LOWER, "下限", "Lower")                                                                            \
    X(TJ_W_UPPER, "上限", "Upper")                                                                            \
    X(TJ_W_UNIT, "单位", "Unit")                                                                              \
    X(TJ_W_BOUND, "限定", "Bound")                                                                            \
    X(TJ_W_STATUS, "状态", "Status")                                                                          \
    X(TJ_W_BASIS, "对比", "Compared")                                                                         \
    X(TJ_W_TEXT, "原文", "In the text")                                                                       \
    X(TJ_W_SENTENCE, "所在句子", "Sentence")                                                                  \
    X(TJ_W_TITLE, "标题", "Title")                                                                            \
    X(TJ_W_DATE, "日期", "Date")                                                                              \
    X(TJ_W_DOCUMENT, "文件", "Document")                                                                      \
    X(TJ_W_CONFIDENCE, "可信度", "Confidence")                                                                \
    X(TJ_W_START, "起始字节", "Start byte")                                                                   \
    X(TJ_W_END, "结束字节", "End byte")                                                                       \
    X(TJ_W_RAW, "原文指标", "Indicator in the text")                                                          \
    X(TJ_W_PERIOD_CODE, "时期代码", "Period code")                                                            \
    X(TJ_W_ID, "编号", "Id")                                                                                  \
    X(TJ_W_TABLE_ROW, "表中行", "Table row")                                                                  \
    X(TJ_W_TABLE_COLUMN, "表中列", "Table column")                                                            \
    X(TJ_W_PAGE_NUMBER, "页码", "Page")                                                                         \
    X(TJ_W_GROWTH, "同比", "YoY")                                                                             \
    X(TJ_W_TARGET, "目标值", "Target")                                                                        \
    X(TJ_W_RESULT, "实际值", "Result")                                                                        \
    X(TJ_W_GAP, "差距", "Gap")                                                                                \
    X(TJ_W_VERDICT, "判定", "Verdict")                                                                        \
    X(TJ_W_MET, "完成", "met")                                                                                \
    X(TJ_W_MISSED, "未完成", "missed")                                                                        \
    X(TJ_W_NO_RESULT, "无结果", "no result")                                                                  \
    X(TJ_W_TARGET_TEXT, "目标原文", "Target in the text")                                                     \
    X(TJ_W_RESULT_TEXT, "实际原文", "Result in the text")                                                     \
    X(TJ_W_SOURCE, "目标出处", "Source of the target")                                                        \
    X(TJ_W_RESULT_SOURCE, "实际出处", "Source of the result")                                                 \
    X(TJ_W_FACTS, "数据条数", "Facts")                                                                        \
    X(TJ_W_OVERVIEW, "概况", "Overview")                                                                      \
    X(TJ_W_WARNINGS, "提示", "Warnings")                                                                      \
    X(TJ_W_HOW_TO_READ, "读法", "How to read this")                                                           \
    X(TJ_W_DOCUMENTS, "资料清单", "Documents read")                                                           \
    X(TJ_W_DOCUMENT_COUNT, "资料份数", "Documents")                                                           \
    X(TJ_W_FACT_COUNT, "数据条数", "Facts")                                                                   \
    X(TJ_W_LATEST, "资料最新日期", "Latest document date")                                                    \
    X(TJ_W_MADE, "制作时间", "Made at")                                                                       \
    X(TJ_W_MADE_BY, "制作程序", "Made by")                                                                    \
    X(TJ_W_TEMPLATE, "模板", "Template")                                                                      \
    X(TJ_W_INPUTS, "数据文件", "Fact files")                                                                  \
    X(TJ_W_CORRECTIONS, "已用的更正", "Corrections applied")                                                  \
    X(TJ_W_CORRECTION_FILE, "{}：更正 {} 处，删除 {} 条，核实 {} 条，未能使用 {} 行",                         \
      "{}: {} changed, {} removed, {} confirmed, {} rows not applied")                                        \
    X(TJ_W_LINKS, "链接", "Links")                                                                            \
    X(TJ_W_CHARTS, "图表", "Charts")                                                                          \
    X(TJ_W_SEE_CHARTS, "查看图表 ↓", "See charts ↓")                                                          \
    X(TJ_W_CONFLICTS, "数字不一致", "Disagreeing figures")                                                    \
    X(TJ_W_OTHER_FIGURES, "另有不同数字：", "Other figures:")                                                 \
    X(TJ_W_LOW, "低可信度数据", "Facts of low confidence")                                                    \
    X(TJ_W_NO_REGION, "未标明地区的数据", "Facts without region")                                             \
    X(TJ_W_NO_PERIOD, "未标明时期的数据", "Facts without period")                                             \
    X(TJ_W_NO_INDICATOR, "未标明指标的数据", "Facts without indicator")                                       \
    X(TJ_W_DUPLICATES, "已合并的重复数据", "Duplicates left out")                                             \
    X(TJ_W_BAD_RECORDS, "无法读取的记录", "Records that could not be read")                                   \
    X(TJ_W_UNREADABLE, "无法读取的数据文件", "Fact files that could not be read")                             \
    X(TJ_W_BEYOND, "各表未列的数据", "Facts outside the tables")                                              \
    X(TJ_W_MORE, "其余 {} 项略", "and {} more")                                                             \
    X(TJ_W_SUBTITLE, "{} 份资料，{} 条数据", "{} documents, {} facts")                                    \
    X(TJ_W_NO_FIGURES, "没有可汇总的数据", "There are no figures to summarise")                               \
    X(TJ_W_RESULT_OF_YEAR, "{}年实际", "{} result")                                                           \
    X(TJ_W_TARGET_OF_YEAR, "{}年目标", "{} target")                                                           \
    X(TJ_W_RANK, "位次", "Rank")                                                                              \
    X(TJ_W_CORRELATION, "与{}的秩相关", "Rank correlation with {}") \
    X(TJ_W_MEDIAN, "中位数", "Median")                                                                        \
    X(TJ_W_UPPER_QUARTILE, "上四分位数", "Upper quartile")                                                    \
    X(TJ_W_LOWER_QUARTILE, "下四分位数", "Lower quartile")                                                    \
    X(TJ_W_FIRST_YEAR, "首年", "First year")                                                                  \
    X(TJ_W_LAST_YEAR, "末年", "Last year")                                                                    \
    X(TJ_W_COMPUTED_GROWTH, "末年增速（计算）", "Growth, computed")                                           \
    X(TJ_W_STATED_GROWTH, "末年增速（原文）", "Growth, stated")                                               \
    X(TJ_W_DIFFERENCE, "计算减原文", "Computed less stated")                                                  \
    X(TJ_W_CAGR, "年均增速", "CAGR")                                                                          \
    X(TJ_W_YEARS, "年数", "Years")                                                                            \
    X(TJ_W_SLOPE, "线性趋势（每年）", "Trend a year")                                                         \
    X(TJ_W_SLOPE_ERROR, "标准误", "Standard error")                                                           \
    X(TJ_W_P_VALUE, "p值", "p-value")                                                                         \
    X(TJ_W_NO_TRENDS, "没有跨年份的数据", "No figures of two years or more")                                  \
    X(TJ_W_FINDING, "类别", "Finding")                                                                        \
    X(TJ_W_FIRST_FIGURE, "数字", "Figure")                                                                    \
    X(TJ_W_SECOND_FIGURE, "对照", "Against")                                                                  \
    X(TJ_W_WHY, "原因", "Why")                                                                                \
    X(TJ_W_OTHER_DOCUMENT, "对照的文件", "Document of the other")                                             \
    X(TJ_W_NO_FINDINGS, "没有需要核查的数字", "There is nothing to question")                                 \
    X(TJ_W_WHY_SLIP, "是同一序列中位数的 {} 倍，可能差了千、万或亿", "{} times the median of its series: a thousand, 10⁴ or 10⁸ may have slipped") \
    X(TJ_W_WHY_PART, "部分的数值大于总体", "the part is above its whole")                                     \
    X(TJ_W_WHY_GROWTH, "按两年数值计算为 {}，原文为 {}；差距超出四舍五入和价格因素", "{} by the levels of two years, {} as stated; more than rounding and prices explain") \
    X(TJ_W_WHY_SHARES, "三次产业比重合计 {}", "the three industries' shares sum to {}")                       \
    X(TJ_W_WHY_DISAGREE, "同一数字有两种说法", "two statements of one figure")                                \
    X(TJ_W_WHY_OUTLIER, "与其他地区相差很大（稳健 z 值 {}）", "far from the other regions (modified z-score {})") \
    X(TJ_W_WHY_UNSURE, "可信度 {}%，请核对原句", "confidence {}%: check the sentence")                        \
    X(TJ_W_NO_TARGETS, "资料中没有目标", "The documents state no targets")                                    \
    X(TJ_W_PAGE, "第 &P 页，共 &N 页", "Page &P of &N")                                                       \
    X(TJ_W_GROWTH_OF, "{}：{}同比增速", "{}: year-on-year growth, {}")                                        \
    X(TJ_W_TREND_OF, "{}（{}）", "{} ({})")                                                                   \
    X(TJ_W_KEYWORDS, "统计, 指标", "statistics, indicators")                                                  \
    X(TJ_W_COMPUTED, "算得增速", "Computed")                                                                  \
    X(TJ_W_PREVIOUS, "比上期", "On previous")                                                                 \
    X(TJ_W_CONTRIBUTION, "拉动", "Contribution")                                                              \
    X(TJ_W_GROWTH_RANK, "增速位次", "Growth rank")                                                            \
    X(TJ_W_COMPARISONS, "比较", "Comparisons")                                                                \
    X(TJ_W_REGIONS, "地区比较", "Regions")                                                                    \
    X(TJ_W_CAGR_YEARS, "起止年份", "Years")                                                                   \
    X(TJ_W_TARGET_OF, "{}目标", "{} target")                                                                  \
    X(TJ_W_NO_REGIONS, "没有可并列的地区数据", "There are no figures of regions to set side by side")         \
    X(TJ_W_ATTAINMENT_OF, "{}：目标与实际（{}）", "{}: target and result ({})")                               \
    X(TJ_W_TARGET_RESULT_OF, "{}：{}实际与{}目标（{}）", "{}: {} result and {} target ({})")                  \
    X(TJ_W_BY_REGION, "{}：{}（{}）", "{}: {} ({})")                                                          \
    X(TJ_W_COUNT_MET, "完成 {} 项，未完成 {} 项，无结果 {} 项", "{} met, {} missed, {} without result")       \
    X(TJ_W_TREND_GROWTH_OF, "{}：同比增速", "{}: year-on-year growth")                                        \
    X(TJ_W_READ_COMPARISONS, "“同比”是原文所说的增速；“算得增速”由表中两年数值算出（现价），原文的地区生产总值、增加值增速按可比价，两者本来就不同。比率类指标算出的是百分点。“约”数也参与计算，“超”“以上”等不参与。年均增速为所列首末两年间的复合增速。拉动=本项增量÷总量上年数。位次只在同级地区之间排，并列同名次。", \
      "YoY is the growth that the text states; Computed is worked out from the values of two years at current prices, whereas texts state GDP and value added at constant prices: they differ for that reason. For rates it is in points. Values with 约 (about) are used, those with 超 (over) are not. CAGR is over the first and last year shown. Contribution is the part's change over the whole's value a year before. Ranks are among regions of one level; equals share a rank.") \
    X(TJ_W_READ_REGIONS, "各地区并列；位次按同级地区排，数值相同者并列，“约”“以上”按所说的数、区间按下限排。中位数、四分位数不计缺数的地区。", \
      "Regions side by side; ranks are among the regions listed, equals share a rank; ≈ and ≥ count as the number said, a range by its lower end. Median and quartiles leave out regions without a figure.") \
    X(TJ_W_READ_SUMMARY, "每行是一个地区的一项指标，每个时期列出数值和原文所说的同比。累计数（如1—11月、前三季度）自成一列，不与单月、单季或全年混排。比重一类指标的同比为百分点。", \
      "A row is one indicator of one region; each period has its value and the year-on-year growth that the text states. Cumulative figures (Jan–Nov, Q1–Q3) have columns of their own. For rates the change is in percentage points.") \
    X(TJ_W_READ_LINKS, "点击数字跳到明细表中的出处（原句、文件、可信度）；点击明细表中的指标跳回所在的表。", "Click a figure to go to the fact that it comes from: sentence, document, confidence; click the fact's indicator to go back.") \
    X(TJ_W_READ_CONFLICT, "黄底数字：几处出处说法不一，所列为可信度最高的一个，其余见批注。", "Yellow figures: sources disagree; the one of highest confidence is shown, the others are in the cell's note.") \
    X(TJ_W_READ_TARGETS, "目标与同地区、同指标、同时期的实际值对照。“左右”容许目标末位的半个单位，如5%左右为4.5%以上算完成；区间目标达到下限算完成。越低越好的指标方向相反。", \
      "A target stands beside the result of the same region, indicator and period. 左右 (about) allows half a unit of the last digit stated: 5%左右 is met from 4.5% on; a range is met from its lower end on. Where lower is better it is the other way round.") \
    X(TJ_W_READ_FACTS, "列出全部数据，数值按规范单位（元、人、吨等，百分数存为比率），可筛选。字节位置指原文件换成UTF-8后的位置。", \
      "All facts, in canonical units (yuan, persons, tonnes; percentages as ratios), ready to filter. Byte positions are those in the document as UTF-8.") \
    X(TJ_W_READ_CONFIDENCE, "可信度表示地区、指标、时期等有多少出自原文明说、多少靠推断；低于 {}% 的请核对原句。", \
      "Confidence tells how much of region, indicator and period the text says outright and how much was inferred; check the sentence below {}%.")
/* clang-format on */

#define TJ_WORD_ROW(id, zh, en) id,
enum tj_word { TJ_WORDS(TJ_WORD_ROW) TJ_WORD_COUNT };
#undef TJ_WORD_ROW

/* Never NULL. Those with {} in them are for tj_fill. */
const char *tj_word(enum tj_word word, bool english);

/* As people read them; basis base:2012 is 比2012年. `eq` is empty. */
const char *tj_measure_label(enum tj_measure measure, bool english);
const char *tj_bound_label(enum tj_bound bound, bool english);
const char *tj_standing_label(enum tj_standing standing, bool english);
struct tj_str tj_basis_label(struct tj_arena *arena, struct tj_str basis, bool english);

/* `pattern` with each {} replaced by the next of `parts`, which has as many. */
struct tj_str tj_fill(struct tj_arena *arena, const char *pattern, const struct tj_str *parts);

#endif
