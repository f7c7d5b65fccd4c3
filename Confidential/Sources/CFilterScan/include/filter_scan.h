#pragma once
#include <stddef.h>
#include <stdint.h>

// Which filters are near one filter, by the number of positions in which they differ.
//
// `blocks` holds filters by eight: word 0 of all eight, word 1 of all eight, and so on. Of each filter of which at most
// `limit` positions differ from `query` the place among all filters is written to `hits`, in order. Half of the words are looked at first: most filters differ there in more than the limit.
//
// Returns how many were written; `hits` has room for eight a block. The three ways give the same.
size_t filter_scan(
    int way, const uint64_t *query, const uint64_t *blocks, size_t block_count, size_t word_count, uint32_t limit,
    uint32_t *hits);

// The best way on this processor: 0 portable, 1 AVX2, 2 AVX-512 with VPOPCNTDQ. Those below it work too.
int filter_scan_way(void);
