#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/terminal.h"

enum { SHOW_MS = 200, BAR = 24, WIDE = 80 };

static double seconds_since(const struct timespec *from)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - from->tv_sec) + (double)(now.tv_nsec - from->tv_nsec) / 1e9;
}

void tj_progress_start(struct tj_progress *progress, const struct tj_common *common, const char *command)
{
    *progress =
        (struct tj_progress){ .failures = { command, common->verbose, { 0 } }, .quiet = common->quiet };
    progress->on_terminal = isatty(STDERR_FILENO) && !common->quiet;
    clock_gettime(CLOCK_MONOTONIC, &progress->started);
    progress->shown = progress->started;
}

static void put_time(char *out, size_t size, unsigned seconds)
{
    if (seconds < 3600)
        snprintf(out, size, "%u:%02u", seconds / 60, seconds % 60);
    else
        snprintf(out, size, "%u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/* "###....": `part` of the bar's places, empty where the terminal has no room for it. */
static void put_bar(char *out, double part, size_t width)
{
    int places = width && width < WIDE ? 0 : BAR;
    *out = '\0';
    if (places == 0) return;
    *out++ = '[';
    for (int i = 0; i < places; i++) *out++ = i < (int)(part * places) ? '#' : '.';
    memcpy(out, "] ", 3);
}

/* The part of the run that is done, by bytes or else by files; negative if nobody knows. */
static double part_done(const struct tj_progress *progress, const struct tj_far *far)
{
    const struct tj_amount *total = &progress->total;
    if (total->bytes && far->taken <= total->bytes) return (double)far->taken / (double)total->bytes;
    if (progress->in_streams || total->inputs == 0 || far->documents > total->inputs) return -1;
    return (double)far->documents / (double)total->inputs;
}

/* How far the run is, in one line that is no wider than the terminal, where its width is known. */
static void put_line(const struct tj_progress *progress, const struct tj_far *far, char *out, size_t size)
{
    size_t width = tj_terminal_width(STDERR_FILENO);
    double seconds = seconds_since(&progress->started), part = part_done(progress, far);
    double megabytes = (double)far->bytes / 1e6, rate = seconds > 0 ? megabytes / seconds : 0;
    if (width && width < size) size = width; /* the last column stays free: a full line would break */
    if (part < 0) {
        snprintf(out, size, "%zu documents, %zu facts, %.1f MB, %.1f MB/s", far->documents, far->facts,
                 megabytes, rate);
        return;
    }
    char bar[BAR + 4], left[32] = "?", documents[48];
    put_bar(bar, part, width);
    if (part > 0) put_time(left, sizeof left, (unsigned)(seconds / part - seconds + 0.5));
    if (progress->in_streams)
        snprintf(documents, sizeof documents, "%zu documents", far->documents);
    else
        snprintf(documents, sizeof documents, "%zu/%zu", far->documents, progress->total.inputs);
    snprintf(out, size, "%s%s, %zu facts, %.1f MB/s, %s left", bar, documents, far->facts, rate, left);
}

void tj_progress_show(struct tj_progress *progress, struct tj_far far)
{
    char line[160];
    if (!progress->on_terminal || seconds_since(&progress->shown) * 1000 < SHOW_MS) return;
    clock_gettime(CLOCK_MONOTONIC, &progress->shown);
    put_line(progress, &far, line, sizeof line);
    fprintf(stderr, "\r\033[K%s", line);
}

void tj_progress_end(struct tj_progress *progress)
{
    if (progress->on_terminal) fputs("\r\033[K", stderr);
}

void tj_progress_failed(struct tj_progress *progress, const struct tj_error *err)
{
    if (!tj_tally_add(&progress->failures, err->status)) return;
    tj_progress_end(progress);
    tj_tell(progress->failures.command, err);
}

void tj_progress_damaged(struct tj_progress *progress, const char *name, size_t bytes)
{
    if (!tj_tally_room(&progress->failures, ++progress->damaged) || progress->quiet) return;
    tj_progress_end(progress);
    fprintf(stderr, "tongji %s: %s: %zu bytes are no characters and were read as U+FFFD\n",
            progress->failures.command, name, bytes);
}

void tj_progress_sum_up(const struct tj_progress *progress)
{
    size_t damaged = tj_tally_unnamed(&progress->failures, progress->damaged);
    tj_tally_sum_up(&progress->failures, "--verbose names them, --rejects FILE keeps them");
    if (damaged && !progress->quiet)
        fprintf(stderr,
                "tongji %s: %zu documents more hold bytes that are no characters; --verbose names them\n",
                progress->failures.command, damaged);
}
