/* PDF with a text layer. Lines come as poppler orders them, column by column; clean.c joins them to paragraphs. poppler
   is loaded at the first PDF: it and what it needs would make every start of the program half as long again. */
#include <ctype.h>
#include <dlfcn.h>
#include <poppler.h>

#include "extract/document/office.h"
#include "extract/document/pdf_order.h"
#include "extract/document/take.h"

enum { NUMBER_CHARS = 12 };

bool tj_is_pdf(struct tj_str bytes)
{
    size_t at;
    struct tj_str head = tj_cut(bytes, 0, bytes.len < 1024 ? bytes.len : 1024);
    return tj_starts(bytes, TJ_STR("%PDF-")) || (tj_find(head, TJ_STR("\n%PDF-"), 0, &at));
}

/* What is used of it. */
#define FUNCTIONS(X)                   \
    X(g_bytes_new_static)              \
    X(g_bytes_unref)                   \
    X(g_object_unref)                  \
    X(g_free)                          \
    X(g_error_matches)                 \
    X(g_error_free)                    \
    X(poppler_error_quark)             \
    X(poppler_document_new_from_bytes) \
    X(poppler_document_get_n_pages)    \
    X(poppler_document_get_page)       \
    X(poppler_page_get_text_layout)    \
    X(poppler_page_get_size)           \
    X(poppler_page_get_text)

struct poppler {
#define POINTER(name) __typeof__ (&(name))(name);
    FUNCTIONS(POINTER)
#undef POINTER
};

/* Never unloaded: GLib cannot be. False if it is not installed. */
static bool load(struct poppler *p)
{
    void *library = dlopen(TJ_POPPLER_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    bool all = library != NULL;
#define LOAD(name) all = all && (*(void **)&p->name = dlsym(library, #name)) != NULL;
    FUNCTIONS(LOAD)
#undef LOAD
    return all;
}

/* 3, — 3 —, 第3页 */
static bool is_page_number(struct tj_str line)
{
    bool digit = false;
    if (tj_char_count(line) > NUMBER_CHARS) return false;
    for (size_t at = 0, len; at < line.len; at += len) {
        uint32_t c = tj_char_at(line, at, &len);
        digit |= c >= '0' && c <= '9';
        bool part = (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '/' || c == U'—' || c == U'–'
                    || c == U'·' || c == U'第' || c == U'页' || c == U'共';
        if (!part) return false;
    }
    return digit;
}

struct page {
    struct tj_arena *arena;
    struct tj_pdf_line *lines;
    size_t count, room;
};

static void add_line(struct page *page, struct tj_str text, const PopplerRectangle *box, size_t chars)
{
    struct tj_pdf_line line = { .text = tj_trim(text) };
    if (line.text.len == 0) return;
    for (size_t i = 0; i < chars; i++) {
        if (i == 0 || box[i].x1 < line.left) line.left = box[i].x1;
        if (i == 0 || box[i].y1 < line.top) line.top = box[i].y1;
        if (box[i].x2 > line.right) line.right = box[i].x2;
        if (box[i].y2 > line.bottom) line.bottom = box[i].y2;
    }
    page->lines = tj_grow(page->arena, page->lines, page->count, &page->room, sizeof *page->lines);
    page->lines[page->count++] = line;
}

/* Is there a gap before this character that no blank makes? Then the next column begins. */
static bool begins_column(const PopplerRectangle *box, size_t i)
{
    return box[i].x1 - box[i - 1].x2 > 2 * (box[i].y2 - box[i].y1);
}

/* The page's lines, cut where poppler runs two columns together. `boxes` has one for each character. */
static void split_lines(struct page *page, struct tj_str text, const PopplerRectangle *boxes, size_t count)
{
    size_t from = 0, first = 0, i = 0;
    for (size_t at = 0, len; at < text.len && i < count; at += len, i++) {
        uint32_t c = tj_char_at(text, at, &len);
        bool ends = c == '\n' || c == '\f';
        if (!ends && (i == first || c == ' ' || !begins_column(boxes, i))) continue;
        add_line(page, tj_cut(text, from, at), boxes + first, i - first);
        from = ends ? at + len : at;
        first = ends ? i + 1 : i;
    }
    add_line(page, tj_cut(text, from, text.len), boxes + first, first < i ? i - first : 0);
}

/* A blank stands between words of letters only. */
static bool is_letter(struct tj_str before, struct tj_str behind)
{
    return before.len && behind.len && isalpha((unsigned char)before.ptr[before.len - 1])
           && isalpha((unsigned char)behind.ptr[0]);
}

static void take_page(const struct poppler *p, struct tj_taker *t, PopplerPage *poppler_page)
{
    struct page page = { .arena = t->arena };
    PopplerRectangle *boxes = NULL;
    guint count = 0;
    double width, height;
    char *text = p->poppler_page_get_text(poppler_page);
    p->poppler_page_get_text_layout(poppler_page, &boxes, &count);
    p->poppler_page_get_size(poppler_page, &width, &height);
    struct tj_str whole = tj_copy(t->arena, tj_str_of(text));
    p->g_free(text);
    split_lines(&page, whole, boxes, count);
    p->g_free(boxes);
    tj_pdf_order(page.lines, page.count, width);
    for (size_t i = 0; i < page.count; i++) {
        if ((i == 0 || i + 1 == page.count) && is_page_number(page.lines[i].text)) continue;
        tj_take(t, page.lines[i].text, t->text.len);
        if (!tj_pdf_goes_on(page.lines, page.count, i))
            tj_take_line_end(t, true);
        else if (is_letter(tj_buffer_str(&t->text), page.lines[i + 1].text))
            tj_take_mark(t, ' ');
    }
    tj_take_line_end(t, true);
}

static enum tj_status cannot_open(const struct poppler *p, const char *file, GError *error,
                                  struct tj_error *err)
{
    bool locked = p->g_error_matches(error, p->poppler_error_quark(), POPPLER_ERROR_ENCRYPTED);
    enum tj_status status =
        locked ? tj_fail(err, TJ_BAD_FILE, file, 0, "the PDF is encrypted; save it without a password")
               : tj_fail(err, TJ_BAD_FILE, file, 0, "the PDF is damaged (%s); save or download it again",
                         error->message);
    p->g_error_free(error);
    return status;
}

enum tj_status tj_pdf_read(struct tj_arena *arena, struct tj_str bytes, struct tj_document *document,
                           struct tj_error *err)
{
    struct poppler poppler;
    const struct poppler *p = &poppler;
    if (!load(&poppler))
        return tj_fail(err, TJ_BAD_FILE, document->name.ptr, 0,
                       "reading PDF takes %s; install libpoppler-glib8", TJ_POPPLER_LIBRARY);
    GError *error = NULL;
    GBytes *data = p->g_bytes_new_static(bytes.ptr, bytes.len);
    PopplerDocument *pdf = p->poppler_document_new_from_bytes(data, NULL, &error);
    p->g_bytes_unref(data);
    if (!pdf) return cannot_open(p, document->name.ptr, error, err);
    struct tj_taker taker = { .arena = arena };
    int count = p->poppler_document_get_n_pages(pdf);
    size_t *pages = tj_alloc_array(arena, count > 0 ? (size_t)count : 1, sizeof *pages);
    for (int i = 0; i < count; i++) {
        PopplerPage *page = p->poppler_document_get_page(pdf, i);
        pages[i] = taker.text.len;
        if (page) take_page(p, &taker, page);
        if (page) p->g_object_unref(page);
    }
    p->g_object_unref(pdf);
    tj_take_end(&taker, document);
    document->form = TJ_PDF;
    document->pages = pages;
    document->page_count = count > 0 ? (size_t)count : 0;
    if (document->text.len) return TJ_OK;
    return tj_fail(err, TJ_NO_TEXT, document->name.ptr, 0,
                   "the PDF holds no text: it is scanned; run it through OCR (ocrmypdf -l chi_sim) first");
}
