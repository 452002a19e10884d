#include "report/making.h"
void tj_sheet_regions(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec)
{
    (void)m;
    (void)sheet;
    (void)spec;
}
