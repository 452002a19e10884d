#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

size_t tj_terminal_width(int stream)
{
    struct winsize size = { 0 };
    if (!isatty(stream) || ioctl(stream, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

bool tj_take_color(enum tj_color *out, const char *word)
{
    static const char *const words[] = { "auto", "always", "never" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(word, words[i]) == 0) {
            *out = (enum tj_color)i;
            return true;
        }
    return false;
}

bool tj_terminal_color(enum tj_color color)
{
    const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (color != TJ_COLOR_AUTO) return color == TJ_COLOR_ALWAYS;
    return isatty(STDOUT_FILENO) && !(no && *no) && !(terminal && strcmp(terminal, "dumb") == 0);
}
