/* Prints the statistics of each document named on the command line as a table: cc facts.c $(pkg-config --cflags
   --libs tongji) -o facts && ./facts report.txt */
#include <stdio.h>
#include <tongji.h>

static int print_document(struct tongji_reader *reader, const char *path)
{
    struct tongji_error err;
    if (tongji_read_file(reader, path, &err) != TONGJI_OK) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    for (size_t i = 0; i < tongji_fact_count(reader); i++) {
        const struct tongji_fact *f = tongji_fact_at(reader, i);
        printf("%s\t%s\t%s\t%s\t%s\t%s\n", f->region, f->indicator, f->period, f->measure,
               *f->value ? f->value : f->text, f->unit);
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct tongji_error err;
    struct tongji_lexicon *lexicon;
    struct tongji_reader *reader;
    int failed = 0;
    if (tongji_lexicon_new(NULL, &lexicon, &err) != TONGJI_OK) {
        fprintf(stderr, "%s\n", err.text);
        return 2;
    }
    if (tongji_reader_new(lexicon, NULL, &reader, &err) != TONGJI_OK) {
        fprintf(stderr, "%s\n", err.text);
        tongji_lexicon_free(lexicon);
        return 2;
    }
    for (int i = 1; i < argc; i++) failed |= print_document(reader, argv[i]);
    tongji_reader_free(reader);
    tongji_lexicon_free(lexicon);
    return failed;
}
