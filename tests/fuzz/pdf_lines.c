/* The order of a PDF page's lines: five bytes a line, its box and the length of its text. */
#include "extract/document/pdf_order.h"
#include "tests/fuzz/fuzz.h"

enum { MOST_LINES = 400 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char text[] = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";
    struct tj_pdf_line lines[MOST_LINES];
    size_t count = 0;
    for (; count < MOST_LINES && (count + 1) * 5 <= size; count++) {
        const uint8_t *p = data + count * 5;
        double left = p[0] * 2.5, top = p[1] * 4.0;
        lines[count] = (struct tj_pdf_line){ .left = left,
                                             .top = top,
                                             .right = left + p[2] * 2.5,
                                             .bottom = top + p[3] % 16,
                                             .text = { text, (size_t)(p[4] % 31) * 3 } };
    }
    size_t before = 0, after = 0;
    for (size_t i = 0; i < count; i++) before += lines[i].text.len;
    tj_pdf_order(lines, count, 595);
    for (size_t i = 0; i < count; i++) {
        after += lines[i].text.len;
        (void)tj_pdf_goes_on(lines, count, i);
    }
    TJ_FUZZ_CHECK(before == after);
    return 0;
}
