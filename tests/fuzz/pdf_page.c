/* A page of a PDF as poppler gives it: nine bytes a character, which one it is and its box; cut into lines and columns,
   ordered, joined. */
#include "extract/document/pdf_page.h"
#include "tests/fuzz/check.h"

enum { MOST_CHARS = 4000, BYTES = 6 };

/* Steps of half a point over a page of 595 by 842. */
static struct tj_pdf_box box_of(const uint8_t *p, struct tj_pdf_box last)
{
    double left = p[1] & 1 ? last.right : p[1] * 2.5, top = p[1] & 1 ? last.top : p[2] * 4.0;
    return (struct tj_pdf_box){ left, top, left + (int8_t)p[3] * 0.5, top + (int8_t)p[4] * 0.25 };
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const chars[] = { "增", "长", "5",  ".", "%",  "\n", " ",  "。",
                                         "A",  "第", "页", "—", "\f", "亿", "元", "，" };
    static struct tj_pdf_box boxes[MOST_CHARS];
    struct tj_arena arena = { 0 };
    struct tj_taker taker = { .arena = &arena };
    struct tj_buffer text = { 0 };
    size_t count = 0;
    for (; count < MOST_CHARS && (count + 1) * BYTES <= size; count++) {
        const uint8_t *p = data + count * BYTES;
        tj_put(&text, tj_str_of(chars[p[0] % 16]));
        boxes[count] = box_of(p, count ? boxes[count - 1] : (struct tj_pdf_box){ 0 });
    }
    bool short_of_boxes = size % BYTES == 1; /* poppler may know fewer boxes than characters */
    struct tj_document d = { .form = TJ_PDF };
    struct tj_str whole = tj_copy(&arena, tj_buffer_str(&text));
    tj_pdf_page(&taker, whole, boxes, short_of_boxes ? count / 2 : count, 595);
    tj_take_end(&taker, &d);
    TJ_FUZZ_CHECK(d.text.len <= 3 * whole.len + 3 * count);
    tj_fuzz_document(&arena, &d, (struct tj_str){ 0 });
    tj_buffer_free(&text);
    tj_arena_free(&arena);
    return 0;
}
