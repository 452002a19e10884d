#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { SHOW_MS = 200, IN_FULL = 5, BAR = 24 };

static double seconds_since(const struct timespec *from)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - from->tv_sec) + (double)(now.tv_nsec - from->tv_nsec) / 1e9;
}

void tj_progress_start(struct tj_progress *progress, const struct tj_common *common, const char *command)
{
    *progress =
        (struct tj_progress){ .command = command, .verbose = common->verbose, .quiet = common->quiet };
    progress->on_terminal = isatty(STDERR_FILENO) && !common->quiet;
    clock_gettime(CLOCK_MONOTONIC, &progress->started);
    progress->shown = progress->started;
}

const char *tj_progress_line(const struct tj_progress *progress, double seconds, size_t done, size_t facts,
                             size_t bytes, char *out, size_t size)
{
    double megabytes = (double)bytes / 1e6, rate = seconds > 0 ? megabytes / seconds : 0;
    if (progress->total == 0 || done > progress->total) {
        snprintf(out, size, "%zu documents, %zu facts, %.1f MB, %.1f MB/s", done, facts, megabytes, rate);
        return out;
    }
    char bar[BAR + 1];
    double part = (double)done / (double)progress->total;
    for (int i = 0; i < BAR; i++) bar[i] = i < (int)(part * BAR) ? '#' : '.';
    bar[BAR] = '\0';
    unsigned left = done ? (unsigned)(seconds / part - seconds + 0.5) : 0;
    snprintf(out, size, "[%s] %zu/%zu, %zu facts, %.1f MB/s, %u:%02u left", bar, done, progress->total, facts,
             rate, left / 60, left % 60);
    return out;
}

void tj_progress_show(struct tj_progress *progress, size_t done, size_t facts, size_t bytes)
{
    char line[160];
    if (!progress->on_terminal || seconds_since(&progress->shown) * 1000 < SHOW_MS) return;
    clock_gettime(CLOCK_MONOTONIC, &progress->shown);
    fprintf(
        stderr, "\r\033[K%s",
        tj_progress_line(progress, seconds_since(&progress->started), done, facts, bytes, line, sizeof line));
}

void tj_progress_end(struct tj_progress *progress)
{
    if (progress->on_terminal) fputs("\r\033[K", stderr);
}

/* Is there room to say one more of what was said `count` times, this time with it? */
static bool may_say(struct tj_progress *progress, size_t count)
{
    if (!progress->verbose && count > IN_FULL) return false;
    tj_progress_end(progress);
    return true;
}

void tj_progress_failed(struct tj_progress *progress, const struct tj_error *err)
{
    if (may_say(progress, ++progress->failures[err->status])) tj_tell(progress->command, err);
}

void tj_progress_damaged(struct tj_progress *progress, const char *name, size_t bytes)
{
    if (may_say(progress, ++progress->damaged) && !progress->quiet)
        fprintf(stderr, "tongji %s: %s: %zu bytes are no characters and were read as U+FFFD\n",
                progress->command, name, bytes);
}

void tj_progress_sum_up(const struct tj_progress *progress)
{
    if (progress->verbose) return;
    for (unsigned i = 0; i < TJ_STATUS_COUNT; i++)
        if (progress->failures[i] > IN_FULL)
            fprintf(stderr,
                    "tongji %s: %zu inputs more: %s; --verbose names them, --rejects FILE keeps them\n",
                    progress->command, progress->failures[i] - IN_FULL, tj_status_text((enum tj_status)i));
    if (progress->damaged > IN_FULL && !progress->quiet)
        fprintf(stderr,
                "tongji %s: %zu documents more hold bytes that are no characters; --verbose names them\n",
                progress->command, progress->damaged - IN_FULL);
}
