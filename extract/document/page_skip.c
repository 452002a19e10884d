/* What of a page is not read. */
#include <ctype.h>
#include <strings.h>

#include "extract/document/page_parts.h"

enum {
    LINKS = 3,        /* fewer are no list of links */
    LIST_WORDS = 120, /* Chinese characters outside of links: more are prose */
    IDLE_BYTES = 240,
};

struct tj_str tj_page_attribute(const GumboNode *node, const char *name)
{
    const GumboAttribute *a = gumbo_get_attribute(&node->v.element.attributes, name);
    return tj_str_of(a ? a->value : "");
}

static void count_han(struct tj_str s, size_t *count)
{
    for (size_t at = 0; at < s.len; at++) {
        unsigned char c = (unsigned char)s.ptr[at];
        *count += c >= 0xE4 && c <= 0xE9; /* U+4000 to U+9FFF */
    }
}

static void weigh(const GumboNode *node, size_t most, bool linked, struct tj_page_weight *w)
{
    if (node->type == GUMBO_NODE_TEXT)
        count_han(tj_str_of(node->v.text.text), linked ? &w->linked : &w->other);
    if (node->type != GUMBO_NODE_ELEMENT) return;
    GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE) return;
    w->links += tag == GUMBO_TAG_A;
    for (unsigned i = 0; i < node->v.element.children.length && w->other < most; i++)
        weigh(node->v.element.children.data[i], most, linked || tag == GUMBO_TAG_A, w);
}

void tj_page_weigh(const GumboNode *node, size_t most, struct tj_page_weight *weight)
{
    *weight = (struct tj_page_weight){ 0 };
    weigh(node, most, false, weight);
}

static bool is_unseen(const GumboNode *node)
{
    static const GumboTag tags[] = { GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,
                                     GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME,   GUMBO_TAG_TEMPLATE,
                                     GUMBO_TAG_SELECT,   GUMBO_TAG_BUTTON,   GUMBO_TAG_OBJECT,
                                     GUMBO_TAG_SVG,      GUMBO_TAG_TEXTAREA, GUMBO_TAG_MAP,
                                     GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,    GUMBO_TAG_DEL,
                                     GUMBO_TAG_S,        GUMBO_TAG_STRIKE };
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (node->v.element.tag == tags[i]) return true;
    struct tj_str style = tj_page_attribute(node, "style");
    size_t at;
    return tj_find(style, TJ_STR("display:none"), 0, &at) || tj_find(style, TJ_STR("display: none"), 0, &at)
           || gumbo_get_attribute(&node->v.element.attributes, "hidden");
}

static bool is_idle_word(struct tj_str word)
{
    static const char *const words[] = {
        "nav",        "navbar",     "menu",
        "breadcrumb", "crumb",      "crumbs",
        "share",      "sharebar",   "bdsharebuttonbox",
        "footer",     "foot",       "copyright",
        "sidebar",    "aside",      "pagination",
        "pager",      "comment",    "comments",
        "login",      "search",     "banner",
        "ad",         "ads",        "advert",
        "toolbar",    "friendlink", "friendlinks",
        "links",      "related",    "recommend",
        "qrcode",     "ewm",        "dqwz",
        "position",   "location",   "mianbaoxie",
        "topbar",     "subnav",     "sitemap",
        "dibu",       "bottom",     "print",
        "hotnews",    "xgxw",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == word.len && strncasecmp(words[i], word.ptr, word.len) == 0) return true;
    return false;
}

/* Does a name given for style, such as main-nav or shareBox, hold one of the words? */
static bool is_idle_name(struct tj_str name)
{
    for (size_t from = 0, at = 0; at <= name.len; at++) {
        bool letter = at < name.len && isalpha((unsigned char)name.ptr[at]);
        bool hump = letter && at > from && isupper((unsigned char)name.ptr[at])
                    && islower((unsigned char)name.ptr[at - 1]);
        if (letter && !hump) continue;
        if (is_idle_word(tj_cut(name, from, at))) return true;
        from = hump ? at : at + 1;
    }
    return false;
}

static bool is_idle(const GumboNode *node)
{
    static const GumboTag tags[] = { GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE };
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (node->v.element.tag == tags[i]) return true;
    return is_idle_name(tj_page_attribute(node, "class")) || is_idle_name(tj_page_attribute(node, "id"));
}

static bool is_box(GumboTag tag)
{
    return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL || tag == GUMBO_TAG_DIV
           || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_P
           || tag == GUMBO_TAG_HEADER;
}

bool tj_page_skips(const struct tj_page *page, const GumboNode *node)
{
    struct tj_page_weight w;
    if (is_unseen(node)) return true;
    if (page->all) return false;
    if (is_idle(node)) { /* but not if the page's prose stands in it, whatever its name */
        tj_page_weigh(node, page->prose, &w);
        return w.other * 3 < page->prose;
    }
    if (!is_box(node->v.element.tag)) return false;
    tj_page_weigh(node, LIST_WORDS, &w);
    return w.links >= LINKS && w.other < LIST_WORDS && w.linked > 3 * w.other;
}

bool tj_page_line_is_idle(struct tj_str line)
{
    static const char *const words[] = { "版权所有",     "ICP备",    "公网安备", "网站标识码", "浏览次数",
                                         "访问次数",     "点击数",   "点击次数", "阅读次数",   "打印",
                                         "关闭窗口",     "分享到",   "扫一扫",   "上一篇",     "下一篇",
                                         "您当前的位置", "您的位置", "当前位置", "网站地图",   "联系我们",
                                         "技术支持",     "责任编辑", "字号：",   "字体：",     "今天是",
                                         "访问者",       "访客" };
    size_t at;
    if (line.len > IDLE_BYTES) return false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_find(line, tj_str_of(words[i]), 0, &at)) return !tj_find(line, TJ_STR("。"), 0, &at);
    return false;
}
