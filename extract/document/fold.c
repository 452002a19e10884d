#include "extract/document/fold.h"

#include <ctype.h>

enum { MAX_TAG = 400 };

/* Chinese marks are longer than the ASCII ones that they are put for. */
static void grow(struct tj_cleaner *c, size_t more)
{
    size_t room = 2 * (c->clean.len + more);
    char *bytes = tj_alloc_bytes(c->arena, room);
    memcpy(bytes, c->clean.ptr, c->clean.len);
    c->clean.ptr = bytes;
    c->clean.capacity = room;
}

static void put(struct tj_cleaner *c, const char *bytes, size_t len, size_t text_off)
{
    if (c->text_at != text_off || c->step_count == 0) {
        c->steps = tj_grow(c->arena, c->steps, c->step_count, &c->step_room, sizeof *c->steps);
        c->steps[c->step_count++] = (struct tj_step){ c->clean.len, text_off };
    }
    if (c->clean.len + len > c->clean.capacity) grow(c, len);
    memcpy(c->clean.ptr + c->clean.len, bytes, len);
    c->clean.len += len;
    c->text_at = text_off + len;
}

static bool is_name(struct tj_str tag, const char *name)
{
    if (tag.len == 0 || tolower((unsigned char)tag.ptr[0]) != name[0]) return false;
    size_t len = strlen(name);
    if (tag.len < len || strncasecmp(tag.ptr, name, len) != 0) return false;
    return tag.len == len || !isalnum((unsigned char)tag.ptr[len]);
}

static bool breaks_line(struct tj_str tag)
{
    static const char *const names[] = { "p",  "br", "div", "li", "tr", "td",    "th",      "h1",     "h2",
                                         "h3", "h4", "h5",  "ul", "ol", "table", "section", "article" };
    if (tag.len && tag.ptr[0] == '/') tag = tj_cut(tag, 1, tag.len);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (is_name(tag, names[i])) return true;
    return false;
}

static size_t entity_at(struct tj_str s)
{
    static const struct tj_str entities[] = { TJ_WORD("&nbsp;"), TJ_WORD("&nbsp"), TJ_WORD("&ensp;"),
                                              TJ_WORD("&emsp;") };
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (tj_starts(s, entities[i])) return entities[i].len;
    return 0;
}

size_t tj_markup_at(struct tj_str text, size_t at, bool *ends_line)
{
    struct tj_str rest = tj_cut(text, at, text.len);
    *ends_line = false;
    if (rest.len && rest.ptr[0] == '&') return entity_at(rest);
    if (rest.len && rest.ptr[0] == '`') return 1; /* Markdown's emphasis: **512.6**亿元 */
    if (tj_starts(rest, TJ_STR("**"))) return 2;
    if (rest.len < 3 || rest.ptr[0] != '<') return 0;
    bool opens = isalpha((unsigned char)rest.ptr[1]) || rest.ptr[1] == '/' || rest.ptr[1] == '!';
    if (!opens) return 0;
    const char *end = memchr(rest.ptr, '>', rest.len < MAX_TAG ? rest.len : MAX_TAG);
    if (!end) return 0;
    *ends_line = breaks_line((struct tj_str){ rest.ptr + 1, (size_t)(end - rest.ptr) - 1 });
    return (size_t)(end - rest.ptr) + 1;
}

/* The ASCII character for a full-width one that is folded, 0 for one that stays: Chinese commas, stops and
   brackets are grammar. */
static char folded(uint32_t c)
{
    if (c < 0xFF01 || c > 0xFF5E) return 0;
    char ascii = (char)(c - 0xFEE0);
    bool word = isalnum((unsigned char)ascii) != 0;
    return word || strchr("%+-./<=>~", ascii) ? ascii : 0;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t blanks_at(struct tj_str line, size_t at)
{
    size_t from = at;
    for (bool more = true; more && at < line.len;) {
        struct tj_str rest = tj_cut(line, at, line.len);
        size_t wide = tj_starts(rest, TJ_STR("\u3000")) ? 3 : tj_starts(rest, TJ_STR("\u00A0")) ? 2 : 0;
        more = wide || rest.ptr[0] == ' ' || rest.ptr[0] == '\t' || rest.ptr[0] == '\r';
        at += more ? (wide ? wide : 1) : 0;
    }
    return at - from;
}

/* 1 9 9 7年: figures with a blank behind each, up to Chinese, a point or a percent sign. */
static bool is_set_apart(struct tj_str line, size_t at, size_t next)
{
    if (at < 1 || (at >= 2 && is_digit(line.ptr[at - 2]))) return false;
    while (next < line.len && is_digit(line.ptr[next])) {
        if (next + 1 < line.len && is_digit(line.ptr[next + 1])) return false;
        next++;
        next += blanks_at(line, next);
    }
    if (next >= line.len) return false;
    unsigned char c = (unsigned char)line.ptr[next];
    return (c >= 0xE4 && c <= 0xEF) || c == '.' || c == '%'
           || tj_starts(tj_cut(line, next, line.len), TJ_STR("‰"));
}

/* May a blank between these two go? Between Chinese and figures it is only typography. */
static bool idle_blank(const struct tj_cleaner *c, struct tj_str line, size_t at, size_t next)
{
    if (c->clean.len == c->line || next >= line.len) return true;
    char left = c->clean.ptr[c->clean.len - 1];
    unsigned char right = (unsigned char)line.ptr[next];
    if (is_digit(left) && is_digit((char)right)) return is_set_apart(line, at, next);
    bool left_wide = (unsigned char)left >= 0x80, right_wide = right >= 0x80;
    bool right_digit = is_digit((char)right) || right == 0xEF;
    return (left_wide && right_digit) || ((is_digit(left) || left == '%') && right_wide)
           || (is_digit(left) && right == '%');
}

/* １，９２５，０００: the comma between full-width digits, three of them behind it, is a part of the number. */
static bool groups_digits(const struct tj_cleaner *c, struct tj_str line, size_t at)
{
    struct tj_str rest = tj_cut(line, at, line.len);
    if (!tj_starts(rest, TJ_STR("，")) || c->clean.len == 0 || !is_digit(c->clean.ptr[c->clean.len - 1]))
        return false;
    for (size_t i = 1; i <= 4; i++) {
        size_t digit = at + 3 * i, len;
        uint32_t ch = digit < line.len ? tj_char_at(line, digit, &len) : 0;
        bool wide = ch >= 0xFF10 && ch <= 0xFF19;
        if (wide != (i <= 3)) return false;
    }
    return true;
}

/* 19·5％: a middle dot that old texts have for the decimal point; 9·18 names a day. */
static bool is_point(const struct tj_cleaner *c, struct tj_str line, size_t at)
{
    static const char *const behind[] = { "%", "％", "万", "亿", "元", "吨", "倍", "个百分点" };
    struct tj_str rest = tj_cut(line, at, line.len);
    if (!tj_eat(&rest, TJ_STR("·")) || c->clean.len == 0 || !is_digit(c->clean.ptr[c->clean.len - 1]))
        return false;
    size_t digits = 0, len = 1;
    for (; rest.len; rest = tj_cut(rest, len, rest.len), digits++) {
        uint32_t ch = tj_char_at(rest, 0, &len);
        if (!(ch >= '0' && ch <= '9') && !(ch >= 0xFF10 && ch <= 0xFF19)) break;
    }
    for (size_t i = 0; digits && i < sizeof behind / sizeof behind[0]; i++)
        if (tj_starts(rest, tj_str_of(behind[i]))) return true;
    return false;
}

/* The length of [2] behind a word, which points to a note; 0 for none. */
static size_t note_at(struct tj_str line, size_t at)
{
    static const struct tj_str opens[] = { { "[", 1 }, { "［", 3 }, { "〔", 3 } };
    static const struct tj_str closes[] = { { "]", 1 }, { "］", 3 }, { "〕", 3 } };
    struct tj_str rest = tj_cut(line, at, line.len);
    for (size_t i = 0; at > 0 && i < sizeof opens / sizeof opens[0]; i++) {
        if (!tj_starts(rest, opens[i])) continue;
        size_t from = opens[i].len, end = from;
        while (end < rest.len && is_digit(rest.ptr[end])) end++;
        bool note = end > from && end <= from + 2 && tj_starts(tj_cut(rest, end, rest.len), closes[i]);
        return note ? end + closes[i].len : 0;
    }
    return 0;
}

/* Does 1) or 12) stand there? */
static bool is_item_number(struct tj_str line, size_t at)
{
    size_t end = at;
    while (end < line.len && end < at + 2 && is_digit(line.ptr[end])) end++;
    return end > at && end < line.len && line.ptr[end] == ')';
}

/* 增长5.2%,其中 (GDP)总量: an ASCII mark beside Chinese is the Chinese one, with the blanks around it left out, and so is the bracket
   that closes an opened one. Returns how many bytes it took, 0 if the mark is no such one. */
static size_t widen(struct tj_cleaner *c, struct tj_str line, size_t at, size_t off)
{
    static const char marks[] = ",;:()";
    static const char *const wide[] = { "，", "；", "：", "（", "）" };
    const char *mark = strchr(marks, line.ptr[at]);
    if (!mark || !*mark) return 0;
    size_t from = c->clean.len, next = at + 1 + blanks_at(line, at + 1);
    while (from > c->line && c->clean.ptr[from - 1] == ' ') from--;
    char left = from > c->line ? c->clean.ptr[from - 1] : '\n';
    size_t len;
    uint32_t right = next < line.len ? tj_char_at(line, next, &len) : 0;
    bool digits = is_digit(left) && right >= 0xFF10 && right <= 0xFF19; /* ９,５５６ */
    bool right_wide = right >= 0x80 && !digits, closes = *mark == ')';
    bool item = left == '\n' && *mark == '(' && is_item_number(line, at + 1); /* (1)全国… */
    bool beside = item || (unsigned char)left >= 0x80 || right_wide || (left == '%' && *mark != '(');
    if (closes ? c->open == 0 : !beside) return 0;
    if (closes) c->open--;
    if (*mark == '(') c->open++;
    c->clean.len = from;
    put(c, wide[mark - marks], 3, off + at);
    return next - at;
}

/* Are there “ in the line? Looked for once, however many ‘ it has. */
static bool holds_doubles(struct tj_cleaner *c, struct tj_str line)
{
    if (!c->looked) c->doubles = tj_holds(line, TJ_STR("“"));
    c->looked = true;
    return c->doubles;
}

/* "十四五", 「十四五」, ‘十四五’: quotation marks of all kinds are “ ”; ‘ ’ within “ ” stay. Returns how many bytes it took. */
static size_t curl(struct tj_cleaner *c, struct tj_str line, size_t at, size_t off)
{
    static const struct {
        const char *mark, *curled;
    } pairs[] = { { "「", "“" }, { "」", "”" }, { "『", "“" }, { "』", "”" }, { "‘", "“" }, { "’", "”" } };
    struct tj_str rest = tj_cut(line, at, line.len);
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        bool single = i >= 4;
        if (!tj_starts(rest, tj_str_of(pairs[i].mark)) || (single && holds_doubles(c, line))) continue;
        put(c, pairs[i].curled, 3, off + at);
        return 3;
    }
    if (*rest.ptr != '"') return 0;
    bool left = c->clean.len == c->line || (unsigned char)c->clean.ptr[c->clean.len - 1] >= 0x80,
         right = rest.len > 1 && (unsigned char)rest.ptr[1] >= 0x80;
    if (!c->quoted && !left && !right) return 0;
    put(c, c->quoted ? "”" : "“", 3, off + at);
    c->quoted = !c->quoted;
    return 1;
}

/* Steps over what is not kept as it is; returns how many bytes, 0 for none. */
static size_t fold_special(struct tj_cleaner *c, struct tj_str line, size_t at, size_t off)
{
    bool ends_line;
    size_t markup = tj_markup_at(line, at, &ends_line);
    if (markup == 0) markup = note_at(line, at);
    if (markup) return markup;
    size_t blanks = blanks_at(line, at);
    if (blanks) {
        size_t next = at + blanks;
        next += tj_markup_at(line, next, &ends_line); /* 增长 **5.2**% */
        if (!idle_blank(c, line, at, next)) put(c, " ", 1, off + at);
        return blanks;
    }
    size_t mark = widen(c, line, at, off);
    if (mark == 0) mark = curl(c, line, at, off);
    if (mark) return mark;
    if (is_point(c, line, at)) {
        put(c, ".", 1, off + at);
        return sizeof "·" - 1;
    }
    if ((unsigned char)line.ptr[at] != 0xEF) return 0;
    size_t len;
    char ascii = folded(tj_char_at(line, at, &len));
    if (!ascii && groups_digits(c, line, at)) ascii = ',';
    if (!ascii) return 0;
    put(c, &ascii, 1, off + at);
    return len;
}

/* Does the line before end what it says? A quotation may go on in the next if not. */
static bool ends_sentence(struct tj_str before)
{
    static const char *const ends[] = { "。", "！", "？", "；", "：", "”", NULL };
    return before.len == 0 || tj_ends_in_one(before, ends);
}

void tj_fold_begin(struct tj_cleaner *cleaner, struct tj_arena *arena, struct tj_str text)
{
    enum { ASCII_MARKS = 16 }; /* bytes of text for each that becomes longer, before the memory has to grow */
    size_t room = text.len + text.len / ASCII_MARKS + 1;
    *cleaner = (struct tj_cleaner){ .arena = arena };
    cleaner->clean = (struct tj_buffer){ tj_alloc_bytes(arena, room), 0, room };
}

void tj_fold_line(struct tj_cleaner *cleaner, struct tj_str line, size_t off)
{
    cleaner->open = 0;
    cleaner->looked = false;
    cleaner->quoted &= !ends_sentence(tj_buffer_str(&cleaner->clean));
    cleaner->line = cleaner->clean.len;
    for (size_t at = 0; at < line.len;) {
        size_t run = tj_fold_run(line, at);
        if (run > at) put(cleaner, line.ptr + at, run - at, off + at);
        at = run;
        if (at >= line.len) break;
        size_t used = fold_special(cleaner, line, at, off);
        if (used == 0) {
            used = tj_char_len((unsigned char)line.ptr[at]);
            put(cleaner, line.ptr + at, used, off + at);
        }
        at += used;
    }
}

struct tj_str tj_fold(struct tj_arena *arena, struct tj_str line)
{
    struct tj_cleaner c;
    tj_fold_begin(&c, arena, line);
    tj_fold_line(&c, line, 0);
    return tj_buffer_str(&c.clean);
}
