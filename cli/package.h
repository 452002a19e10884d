/* datapackage.json beside a CSV of facts. */
#ifndef TJ_CLI_PACKAGE_H
#define TJ_CLI_PACKAGE_H

#include "extract/fact/output.h"

struct tj_package {
    struct tj_output output;
    bool open;
};

/* Writes the description of the CSV `csv_path`, not yet in its place. TJ_BAD_USAGE if a package cannot name the
   file, TJ_CANNOT_WRITE also if a datapackage.json that is none of ours is there: it may describe other files. */
enum tj_status tj_package_open(struct tj_package *package, const char *csv_path, struct tj_error *err);

/* Puts it in its place, or with `keep` false leaves what was there. Does nothing for one that was never opened. */
enum tj_status tj_package_close(struct tj_package *package, bool keep, struct tj_error *err);

#endif
