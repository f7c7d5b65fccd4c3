#pragma once
#include <stddef.h>
#include <stdint.h>

// Which filters are near one filter, by the number of positions in which they differ.
//
// `blocks` holds filters by eight: word 0 of all eight, word 1 of all eight, and so on. Of each filter of which at most
// `limit` positions differ from `query` the place among all filters is written to `hits`, in order. Half of the words are looked at first: most filters differ there in more than the limit.
//
// Returns how many were written; `hits` has room for eight a block. Which of three ways it goes depends on the processor;
// the result does not.
size_t filter_scan(
    const uint64_t *query, const uint64_t *blocks, size_t block_count, size_t word_count, uint32_t limit,
    uint32_t *hits);

// 0 for the portable way, 1 for AVX2, 2 for AVX-512 with VPOPCNTDQ; for tests and measurements.
int filter_scan_way(void);
size_t filter_scan_portable(
    const uint64_t *query, const uint64_t *blocks, size_t block_count, size_t word_count, uint32_t limit,
    uint32_t *hits);
