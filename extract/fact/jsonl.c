#include "extract/base/json.h"
#include "extract/fact/sink.h"

static void put_text(struct tj_buffer *out, struct tj_str key, struct tj_str value)
{
    tj_put(out, key);
    tj_put_json(out, value);
}

/* A value that never holds anything to escape. */
static void put_word(struct tj_buffer *out, struct tj_str key, struct tj_str word)
{
    tj_put(out, key);
    tj_put_char(out, '"');
    tj_put(out, word);
    tj_put_char(out, '"');
}

static void put_number(struct tj_buffer *out, struct tj_str key, uint64_t value)
{
    tj_put(out, key);
    tj_put_size(out, value);
}

/* Hundredths as 0.93. */
static void put_confidence(struct tj_buffer *out, unsigned hundredths)
{
    char text[] = { (char)('0' + hundredths / 100 % 10), '.', (char)('0' + hundredths / 10 % 10),
                    (char)('0' + hundredths % 10) };
    tj_put(out, TJ_STR(",\"confidence\":"));
    tj_put(out, (struct tj_str){ text, sizeof text });
}

/* Only of what is no running text. */
static void put_provenance(struct tj_buffer *out, const struct tj_fact *f)
{
    if (f->source.len) {
        put_text(out, TJ_STR(",\"source\":"), f->source);
        put_text(out, TJ_STR(",\"row\":"), f->row);
        put_text(out, TJ_STR(",\"column\":"), f->column);
    }
    if (f->page) put_number(out, TJ_STR(",\"page\":"), f->page);
}

/* Where in the buffer the last line's words about its document and its sentence stand. */
struct said {
    const struct tj_fact *of; /* NULL for none yet */
    struct tj_span document, sentence;
};

static bool is_same(struct tj_str a, struct tj_str b) { return a.ptr == b.ptr && a.len == b.len; }

/* What is the same in many lines is escaped once. */
static void put_again(struct tj_buffer *out, struct tj_span place)
{
    char *to = tj_buffer_room(out, place.len);
    memcpy(to, out->ptr + place.off, place.len);
    out->len += place.len;
}

static void put_document(struct tj_buffer *out, const struct tj_fact *f, struct said *said)
{
    const struct tj_fact *last = said->of;
    size_t from = out->len;
    if (last && is_same(last->doc, f->doc) && is_same(last->title, f->title)
        && is_same(last->date, f->date)) {
        put_again(out, said->document);
    } else {
        put_text(out, TJ_STR(",\"doc\":"), f->doc);
        put_text(out, TJ_STR(",\"title\":"), f->title);
        put_text(out, TJ_STR(",\"date\":"), f->date);
    }
    said->document = (struct tj_span){ from, out->len - from };
}

static void put_sentence(struct tj_buffer *out, const struct tj_fact *f, struct said *said)
{
    size_t from = out->len;
    if (said->of && is_same(said->of->sentence, f->sentence))
        put_again(out, said->sentence);
    else
        put_text(out, TJ_STR(",\"sentence\":"), f->sentence);
    said->sentence = (struct tj_span){ from, out->len - from };
}

static void put_value(struct tj_buffer *out, const struct tj_fact *f)
{
    put_text(out, TJ_STR(",\"text\":"), f->text);
    put_word(out, TJ_STR(",\"measure\":"), tj_measure_word(f->measure));
    tj_put_json_decimal(out, TJ_STR(",\"value\":"), f->value);
    tj_put_json_decimal(out, TJ_STR(",\"lower\":"), f->lower);
    tj_put_json_decimal(out, TJ_STR(",\"upper\":"), f->upper);
    put_text(out, TJ_STR(",\"unit\":"), f->unit);
    put_word(out, TJ_STR(",\"bound\":"), tj_bound_word(f->bound));
}

static void put_line(struct tj_buffer *out, const struct tj_fact *f, struct said *said)
{
    put_text(out, TJ_STR("{\"id\":"), f->id);
    put_document(out, f, said);
    put_number(out, TJ_STR(",\"start\":"), f->start);
    put_number(out, TJ_STR(",\"end\":"), f->end);
    put_number(out, TJ_STR(",\"source_start\":"), f->source_start);
    put_number(out, TJ_STR(",\"source_end\":"), f->source_end);
    put_value(out, f);
    put_text(out, TJ_STR(",\"indicator\":"), f->indicator);
    put_text(out, TJ_STR(",\"indicator_raw\":"), f->indicator_raw);
    put_text(out, TJ_STR(",\"indicator_code\":"), f->indicator_code);
    put_text(out, TJ_STR(",\"region\":"), f->region);
    put_text(out, TJ_STR(",\"region_code\":"), f->region_code);
    put_text(out, TJ_STR(",\"period\":"), f->period);
    put_word(out, TJ_STR(",\"status\":"), tj_standing_word(f->status));
    put_text(out, TJ_STR(",\"basis\":"), f->basis);
    put_confidence(out, f->confidence);
    put_sentence(out, f, said);
    put_provenance(out, f);
    tj_put(out, TJ_STR("}\n"));
    said->of = f;
}

void tj_put_jsonl(struct tj_buffer *out, const struct tj_fact *facts, size_t count)
{
    struct said said = { 0 };
    for (size_t i = 0; i < count; i++) put_line(out, &facts[i], &said);
}
