#include "extract/base/hash.h"

#include <stdio.h>

__extension__ typedef unsigned __int128 wide;

/* Odd constants from the binary digits of the golden ratio and of pi. */
static const uint64_t K0 = 0x9E3779B97F4A7C15U, K1 = 0x243F6A8885A308D3U, K2 = 0x13198A2E03707345U;

static uint64_t fold(uint64_t x, uint64_t y)
{
    wide product = (wide)x * y;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Eight bytes, the first the lowest, whatever the machine's own order; fewer at the end are filled with 0. */
static uint64_t word(const char *p, size_t len)
{
    uint64_t w = 0;
    for (size_t i = 0; i < len; i++) w |= (uint64_t)(unsigned char)p[i] << (8 * i);
    return w;
}

/* Eight bytes in the same order, in one load where the machine's order is ours. */
static uint64_t whole_word(const char *p)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t w;
    memcpy(&w, p, sizeof w);
    return w;
#else
    return word(p, 8);
#endif
}

struct tj_hash tj_hash_of(struct tj_str bytes)
{
    struct tj_hash h = { K0 ^ bytes.len, K1 };
    size_t at = 0;
    for (; at + 8 <= bytes.len; at += 8) {
        uint64_t w = whole_word(bytes.ptr + at);
        h.a = fold(h.a ^ w, K2);
        h.b = fold(h.b + w, K0) ^ h.b;
    }
    uint64_t w = word(bytes.ptr + at, bytes.len - at);
    h.a = fold(h.a ^ w, K1);
    h.b = fold(h.b + w, K2) ^ bytes.len;
    return (struct tj_hash){ fold(h.a, K0) ^ h.b, fold(h.b, K1) ^ h.a };
}

struct tj_hash tj_hash_join(struct tj_hash first, struct tj_hash second)
{
    return (struct tj_hash){ fold(first.a ^ K0, K1) + second.a, fold(first.b ^ K1, K2) + second.b };
}

const char *tj_hash_text(struct tj_hash hash, char out[TJ_HASH_TEXT])
{
    snprintf(out, TJ_HASH_TEXT, "%016llx%016llx", (unsigned long long)hash.a, (unsigned long long)hash.b);
    return out;
}
