#include "filter_scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static inline size_t finish(
    const uint64_t *query, const uint64_t *block, size_t index, size_t from, size_t word_count, const uint64_t *sums,
    uint32_t limit, uint32_t *hits, size_t count) {
  for (size_t lane = 0; lane < 8; lane++) {
    uint64_t sum = sums[lane];
    if (sum > limit) continue;
    for (size_t word = from; word < word_count; word++)
      sum += (uint64_t)__builtin_popcountll(query[word] ^ block[word * 8 + lane]);
    if (sum <= limit) hits[count++] = (uint32_t)(index * 8 + lane);
  }
  return count;
}

static size_t scan_portable(
    const uint64_t *query, const uint64_t *blocks, size_t block_count, size_t word_count, uint32_t limit,
    uint32_t *hits) {
  size_t count = 0, half = (word_count + 1) / 2;
  for (size_t index = 0; index < block_count; index++) {
    const uint64_t *block = blocks + index * word_count * 8;
    uint64_t sums[8] = {0};
    for (size_t word = 0; word < half; word++)
      for (size_t lane = 0; lane < 8; lane++)
        sums[lane] += (uint64_t)__builtin_popcountll(query[word] ^ block[word * 8 + lane]);
    count = finish(query, block, index, half, word_count, sums, limit, hits, count);
  }
  return count;
}

#if defined(__x86_64__)
__attribute__((target("avx2,popcnt"))) static size_t scan_avx2(
    const uint64_t *query, const uint64_t *blocks, size_t block_count, size_t word_count, uint32_t limit,
    uint32_t *hits) {
  const __m256i table = _mm256_setr_epi8(
      0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
  const __m256i low = _mm256_set1_epi8(15), zero = _mm256_setzero_si256();
  size_t count = 0, half = (word_count + 1) / 2;
  for (size_t index = 0; index < block_count; index++) {
    const uint64_t *block = blocks + index * word_count * 8;
    __m256i left = zero, right = zero;
    for (size_t start = 0; start < half; start += 31) {
      // Bytes hold at most 8 a word: 31 words before they have to be added up.
      size_t end = start + 31 < half ? start + 31 : half;
      __m256i a = zero, b = zero;
      for (size_t word = start; word < end; word++) {
        const __m256i asked = _mm256_set1_epi64x((long long)query[word]);
        const __m256i *lanes = (const __m256i *)(block + word * 8);
        const __m256i x = _mm256_xor_si256(asked, _mm256_loadu_si256(lanes));
        const __m256i y = _mm256_xor_si256(asked, _mm256_loadu_si256(lanes + 1));
        a = _mm256_add_epi8(a, _mm256_add_epi8(
            _mm256_shuffle_epi8(table, _mm256_and_si256(x, low)),
            _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(x, 4), low))));
        b = _mm256_add_epi8(b, _mm256_add_epi8(
            _mm256_shuffle_epi8(table, _mm256_and_si256(y, low)),
            _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(y, 4), low))));
      }
      left = _mm256_add_epi64(left, _mm256_sad_epu8(a, zero));
      right = _mm256_add_epi64(right, _mm256_sad_epu8(b, zero));
    }
    const __m256i beyond = _mm256_set1_epi64x((long long)limit + 1);
    const int near = _mm256_movemask_epi8(
        _mm256_or_si256(_mm256_cmpgt_epi64(beyond, left), _mm256_cmpgt_epi64(beyond, right)));
    if (near == 0) continue;
    uint64_t sums[8];
    _mm256_storeu_si256((__m256i *)sums, left);
    _mm256_storeu_si256((__m256i *)(sums + 4), right);
    count = finish(query, block, index, half, word_count, sums, limit, hits, count);
  }
  return count;
}

#define AVX512 __attribute__((target("avx512f,avx512vpopcntdq,popcnt")))

// Of eight words the positions in which the filters of a block differ.
AVX512 static inline __m512i differences8(const __m512i *asked, const uint64_t *block) {
  __m512i sums[4];
  for (size_t pair = 0; pair < 4; pair++)
    sums[pair] = _mm512_add_epi64(
        _mm512_popcnt_epi64(_mm512_xor_si512(asked[2 * pair], _mm512_loadu_si512(block + 16 * pair))),
        _mm512_popcnt_epi64(_mm512_xor_si512(asked[2 * pair + 1], _mm512_loadu_si512(block + 16 * pair + 8))));
  return _mm512_add_epi64(_mm512_add_epi64(sums[0], sums[1]), _mm512_add_epi64(sums[2], sums[3]));
}

// Filters of 1,024 bits: the half that is looked at first stays in registers.
AVX512 static size_t scan_avx512_1024(
    const uint64_t *query, const uint64_t *blocks, size_t block_count, uint32_t limit, uint32_t *hits) {
  __m512i asked[8];
  for (size_t word = 0; word < 8; word++) asked[word] = _mm512_set1_epi64((long long)query[word]);
  const __m512i most = _mm512_set1_epi64((long long)limit);
  size_t count = 0;
  for (size_t index = 0; index < block_count; index++) {
    const uint64_t *block = blocks + index * 128;
    const __m512i sum = differences8(asked, block);
    if (_mm512_cmple_epu64_mask(sum, most) == 0) continue;
    uint64_t sums[8];
    _mm512_storeu_si512(sums, sum);
    count = finish(query, block, index, 8, 16, sums, limit, hits, count);
  }
  return count;
}

AVX512 static size_t scan_avx512(
    const uint64_t *query, const uint64_t *blocks, size_t block_count, size_t word_count, uint32_t limit,
    uint32_t *hits) {
  if (word_count == 16) return scan_avx512_1024(query, blocks, block_count, limit, hits);
  size_t count = 0, half = (word_count + 1) / 2;
  for (size_t index = 0; index < block_count; index++) {
    const uint64_t *block = blocks + index * word_count * 8;
    __m512i even = _mm512_setzero_si512(), odd = _mm512_setzero_si512();
    size_t word = 0;
    for (; word + 1 < half; word += 2) {
      even = _mm512_add_epi64(even, _mm512_popcnt_epi64(_mm512_xor_si512(
          _mm512_set1_epi64((long long)query[word]), _mm512_loadu_si512(block + word * 8))));
      odd = _mm512_add_epi64(odd, _mm512_popcnt_epi64(_mm512_xor_si512(
          _mm512_set1_epi64((long long)query[word + 1]), _mm512_loadu_si512(block + word * 8 + 8))));
    }
    if (word < half)
      even = _mm512_add_epi64(even, _mm512_popcnt_epi64(_mm512_xor_si512(
          _mm512_set1_epi64((long long)query[word]), _mm512_loadu_si512(block + word * 8))));
    const __m512i sum = _mm512_add_epi64(even, odd);
    if (_mm512_cmple_epu64_mask(sum, _mm512_set1_epi64((long long)limit)) == 0) continue;
    uint64_t sums[8];
    _mm512_storeu_si512(sums, sum);
    count = finish(query, block, index, half, word_count, sums, limit, hits, count);
  }
  return count;
}
#endif

int filter_scan_way(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("avx512f")) return 2;
  if (__builtin_cpu_supports("avx2")) return 1;
#endif
  return 0;
}

size_t filter_scan(
    int way, const uint64_t *query, const uint64_t *blocks, size_t block_count, size_t word_count, uint32_t limit,
    uint32_t *hits) {
#if defined(__x86_64__)
  switch (way) {
    case 2: return scan_avx512(query, blocks, block_count, word_count, limit, hits);
    case 1: return scan_avx2(query, blocks, block_count, word_count, limit, hits);
  }
#endif
  return scan_portable(query, blocks, block_count, word_count, limit, hits);
}
