/* The terminal that standard output or standard error may be. */
#ifndef TJ_TERMINAL_H
#define TJ_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* The width in columns of the terminal that `stream` (STDOUT_FILENO, STDERR_FILENO) is; 0 if it is none or does not say. */
size_t tj_terminal_width(int stream);

enum tj_color { TJ_COLOR_AUTO, TJ_COLOR_ALWAYS, TJ_COLOR_NEVER };

/* auto, always, never; false for another word. */
bool tj_take_color(enum tj_color *out, const char *word);

/* Are colours wanted? auto: on a terminal that has some, unless NO_COLOR is set (no-color.org). */
bool tj_terminal_color(enum tj_color color);

#endif
