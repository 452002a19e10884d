/* What every CUnit suite's main does: register the tests of one table, run them, tell the exit status. */
#ifndef TJ_SUITE_H
#define TJ_SUITE_H

#include <CUnit/Basic.h>

static inline int run_suite(const char *name, CU_TestInfo *tests)
{
    CU_SuiteInfo suites[] = { { name, NULL, NULL, NULL, NULL, tests }, CU_SUITE_INFO_NULL };
    if (CU_initialize_registry() != CUE_SUCCESS || CU_register_suites(suites) != CUE_SUCCESS) return 2;
    CU_basic_set_mode(CU_BRM_VERBOSE);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() > 0 || CU_get_number_of_tests_run() == 0;
    CU_cleanup_registry();
    return failed;
}

/* Equal texts, and if not, both are shown. */
#define SAME_TEXT(got, wanted)                                                                          \
    do {                                                                                                \
        struct tj_str got_ = (got), wanted_ = (wanted);                                                 \
        if (!tj_equal(got_, wanted_))                                                                   \
            fprintf(stderr, "\n    %s:%d: got '%.*s', wanted '%.*s'", __FILE__, __LINE__, TJ_ARG(got_), \
                    TJ_ARG(wanted_));                                                                   \
        CU_ASSERT(tj_equal(got_, wanted_));                                                             \
    } while (0)

#endif
