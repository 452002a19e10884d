/* What a template may not say though each key by itself is right: keys and charts that do not belong to a
   sheet's kind, names that are not in its list of indicators. Only template.c uses it. */
#ifndef TJ_TEMPLATE_CHECK_H
#define TJ_TEMPLATE_CHECK_H

#include "report/template.h"
#include "report/yaml.h"

/* `root` is the tree that `t` was filled from. TJ_BAD_TEMPLATE with line and column. */
enum tj_status tj_template_check(const struct tj_template *t, const struct tj_yaml *root, const char *name,
                                 struct tj_error *err);

#endif
