/* PDF with a text layer. Lines come as poppler orders them, column by column; clean.c joins them to paragraphs. poppler
   is loaded at the first PDF: it and what it needs would make every start of the program half as long again. */
#include <dlfcn.h>
#include <poppler.h>

#include "extract/document/office.h"
#include "extract/document/pdf_page.h"

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

static void take_page(const struct poppler *p, struct tj_taker *t, PopplerPage *page)
{
    PopplerRectangle *found = NULL;
    guint count = 0;
    double width, height;
    char *text = p->poppler_page_get_text(page);
    p->poppler_page_get_text_layout(page, &found, &count);
    p->poppler_page_get_size(page, &width, &height);
    struct tj_pdf_box *boxes = tj_alloc_array(t->arena, count, sizeof *boxes);
    for (guint i = 0; i < count; i++)
        boxes[i] = (struct tj_pdf_box){ found[i].x1, found[i].y1, found[i].x2, found[i].y2 };
    struct tj_str whole = tj_copy(t->arena, tj_str_of(text));
    p->g_free(text);
    p->g_free(found);
    tj_pdf_page(t, whole, boxes, count, width);
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
    if (count <= 0)
        return tj_fail(err, TJ_BAD_FILE, document->name.ptr, 0,
                       "the PDF is damaged (it has no pages); save or download it again");
    return tj_fail(err, TJ_NO_TEXT, document->name.ptr, 0,
                   "the PDF holds no text: it is scanned; run it through OCR (ocrmypdf -l chi_sim) first");
}
