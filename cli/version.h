#define TJ_VERSION "0"
