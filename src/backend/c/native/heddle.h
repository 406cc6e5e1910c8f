/*
 * What translated code needs of C: the state struct, words that hold any value, and operations that C has no operator
 * for. It heads each translation unit of a program, most of which are but one. No strings, maps, formatting or
 * collectors here: those are restricted TypeScript.
 */
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define HEDDLE_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define HEDDLE_COLD __attribute__((cold, noinline))

/* graph/state-layout.ts, field by field (written by the backend). */
HEDDLE_VARIABLE struct heddle_state {
#define HEDDLE_STATE_FIELD(name) int64_t name;
  HEDDLE_STATE_FIELDS
} heddle_state;

/* graph/type-info-layout.ts. */
struct heddle_type {
  uint32_t fixedSize, itemSize, flags, lengthOffset, pointerCount, valueCount, offsets;
  uint16_t weakPointers, weakValues;
  uint32_t classFirst, classLast;
  void *vtable[];
};
_Static_assert(offsetof(struct heddle_type, vtable) == 40, "type info layout");

/* A type id is the address of the type info: the program is linked below 4 GiB. */
#define HEDDLE_TYPE_ID(type) ((int64_t)(uintptr_t)&(type))

static inline const struct heddle_type *heddle_type_of(const char *object) {
  return (const struct heddle_type *)(uintptr_t)*(const uint32_t *)object;
}

static inline uint8_t heddle_instance(const char *object, const struct heddle_type *type) {
  return heddle_type_of(object)->classFirst - type->classFirst <= type->classLast - type->classFirst;
}

/* Stores of one object stay together and in order: neighbouring ones leave the processor two at a time. */
static inline char *heddle_object_at(int64_t address, int64_t type) {
  __asm__ volatile("" ::: "memory");
  *(int64_t *)address = type;
  return (char *)address;
}

/* Reserved values (graph/representation.ts). */
#define HEDDLE_INT_UNDEFINED INT64_MIN
#define HEDDLE_INT_NULL (INT64_MIN + 2048)
/* Numbers at any offset among bytes. */
typedef int16_t heddle_i16 __attribute__((aligned(1), may_alias));
typedef uint16_t heddle_u16 __attribute__((aligned(1), may_alias));
typedef int32_t heddle_i32 __attribute__((aligned(1), may_alias));
typedef uint32_t heddle_u32 __attribute__((aligned(1), may_alias));
typedef float heddle_f32 __attribute__((aligned(1), may_alias));
typedef double heddle_f64 __attribute__((aligned(1), may_alias));

/* Quiet NaNs with a payload: 0x7FFE000000000001 and …2. Arithmetic makes 0x7FF8… or 0xFFF8…. */
#define HEDDLE_FLOAT_UNDEFINED __builtin_nan("0x6000000000001")
#define HEDDLE_FLOAT_NULL __builtin_nan("0x6000000000002")
#define HEDDLE_UNDEFINED UINT64_C(0)
#define HEDDLE_NULL UINT64_C(2)
#define HEDDLE_FALSE UINT64_C(4)
#define HEDDLE_TRUE UINT64_C(6)
#define HEDDLE_THROWN_UNDEFINED UINT64_C(8)
#define HEDDLE_FIRST_REF UINT64_C(4096)
/* Doubles are stored with 2^49 added to their bits, so that addresses below it are references. */
#define HEDDLE_FIRST_FLOAT (UINT64_C(1) << 49)
/* Above all doubles: 16 bits that tell a tagged class, 48 of its object's field. */
#define HEDDLE_FIRST_TAGGED (UINT64_C(0xFFF4) << 48)

HEDDLE_VARIABLE const struct {
  uint64_t header, unused;
} heddle_null_cell;

static inline uint64_t heddle_bits(double x) {
  uint64_t bits;
  memcpy(&bits, &x, 8);
  return bits;
}

static inline double heddle_from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, 8);
  return x;
}

static inline uint64_t heddle_value_from_float(double x) {
  uint64_t bits = heddle_bits(x);
  return (x == x ? bits : UINT64_C(0x7FF8000000000000)) + HEDDLE_FIRST_FLOAT;
}

static inline double heddle_value_to_float(uint64_t value) { return heddle_from_bits(value - HEDDLE_FIRST_FLOAT); }

static inline uint64_t heddle_value_from_tagged(int64_t field, uint64_t tag) {
  return HEDDLE_FIRST_TAGGED + (tag << 48) + ((uint64_t)field & UINT64_C(0xFFFFFFFFFFFF));
}

static inline double heddle_from_words(int64_t high, int64_t low) {
  return heddle_from_bits((uint64_t)(uint32_t)high << 32 | (uint32_t)low);
}

/* Stops. */
HEDDLE_SHARED HEDDLE_COLD _Noreturn void heddle_stop(int code, const char *message, const char *where);

#define HEDDLE_MAX_SAFE INT64_C(9007199254740991)
HEDDLE_SHARED HEDDLE_COLD _Noreturn void heddle_integer_range(const char *where);
/* A step whose sign is known leads from a safe integer past one end only. */
static inline int64_t heddle_safe(int64_t n, int64_t step, const char *where) {
  uint8_t within = __builtin_constant_p(step) ? (step > 0 ? n <= HEDDLE_MAX_SAFE : n >= -HEDDLE_MAX_SAFE)
                                              : (uint64_t)(n + HEDDLE_MAX_SAFE) <= (uint64_t)(2 * HEDDLE_MAX_SAFE);
  if (HEDDLE_UNLIKELY(!within)) heddle_integer_range(where);
  return n;
}
static inline int64_t heddle_add_checked(int64_t a, int64_t b, const char *where) { return heddle_safe(a + b, b, where); }
static inline int64_t heddle_sub_checked(int64_t a, int64_t b, const char *where) { return heddle_safe(a - b, -b, where); }

static inline int64_t heddle_floor_div(int64_t a, int64_t b) {
  int64_t quotient = a / b;
  return quotient - (a % b != 0 && (a < 0) != (b < 0));
}

static inline int64_t heddle_clz32(int64_t n) { return (uint32_t)n == 0 ? 32 : __builtin_clz((uint32_t)n); }

/* Floats. fmod of two integers that fit a machine word goes by integer remainder; the sign of a zero is the dividend's. */
static inline double heddle_fmod(double a, double b) {
  if (a >= 0 && a < 9007199254740992.0 && b > 0 && b < 9007199254740992.0) {
    int64_t m = (int64_t)a, n = (int64_t)b;
    if ((double)m == a && (double)n == b && heddle_bits(a) >> 63 == 0) return (double)(m % n);
  }
  return fmod(a, b);
}

static inline uint8_t heddle_float_is_int(double x) {
  if (!(x >= -9007199254740991.0 && x <= 9007199254740991.0)) return 0;
  return (double)(int64_t)x == x;
}

/* Rounding without a call where the processor's baseline has no instruction for it. */
static inline double heddle_trunc(double x) {
  if (!(x > -4503599627370496.0 && x < 4503599627370496.0)) return x;
  return __builtin_copysign((double)(int64_t)x, x);
}

static inline double heddle_floor(double x) {
  double whole = heddle_trunc(x);
  return whole > x ? whole - 1.0 : whole;
}

static inline double heddle_ceil(double x) {
  double whole = heddle_trunc(x);
  return whole < x ? __builtin_copysign(whole + 1.0, x) : whole;
}

/* The zero that counts is the one whose sign bit is `sign`. */
#define HEDDLE_EXTREME(name, before, sign) \
  static inline double name(double a, double b) { \
    if (a before b) return a; \
    if (b before a) return b; \
    return a == b ? (heddle_bits(a) >> 63 == sign ? a : b) : __builtin_nan(""); \
  }
HEDDLE_EXTREME(heddle_min, <, 1)
HEDDLE_EXTREME(heddle_max, >, 0)

static inline uint8_t heddle_float_same(double a, double b) {
  return heddle_bits(a) == heddle_bits(b) || (a != a && b != b);
}

/* ToInt32 (ECMA-262, 7.1.6): modulo 2^32 of the truncated number. */
static HEDDLE_COLD int64_t heddle_to_int32_slow(double x) {
  if (!(__builtin_fabs(x) < __builtin_inf())) return 0;
  double modulo = fmod(__builtin_trunc(x), 4294967296.0);
  return (int64_t)(int32_t)(uint32_t)(int64_t)modulo;
}

static inline int64_t heddle_to_int32(double x) {
  if (HEDDLE_UNLIKELY(!(x > -9223372036854775808.0 && x < 9223372036854775808.0))) return heddle_to_int32_slow(x);
  return (int64_t)(int32_t)(uint32_t)(uint64_t)(int64_t)x;
}

/* Items: the fixed part of an object with items ends where they begin. */
static inline void heddle_copy_items(char *target, int64_t to, const char *source, int64_t from, int64_t n) {
  const struct heddle_type *type = heddle_type_of(target);
  memmove(target + type->fixedSize + to * type->itemSize, source + type->fixedSize + from * type->itemSize,
          n * type->itemSize);
}

static inline void heddle_clear_items(char *object, int64_t from, int64_t n) {
  const struct heddle_type *type = heddle_type_of(object);
  memset(object + type->fixedSize + from * type->itemSize, 0, n * type->itemSize);
}

/* How many bytes are the same at the beginning; machines are little endian. */
static inline int64_t heddle_same_bytes(const char *a, const char *b, int64_t n) {
  int64_t i = 0;
  for (; i + 8 <= n; i += 8) {
    uint64_t x, y;
    memcpy(&x, a + i, 8);
    memcpy(&y, b + i, 8);
    if (x != y) return i + (__builtin_ctzll(x ^ y) >> 3);
  }
  while (i < n && a[i] == b[i]) i++;
  return i;
}

static inline int64_t heddle_find_byte(const char *items, int64_t from, int64_t to, int64_t byte) {
  const char *found = memchr(items + from, (int)byte, to - from);
  return found ? found - items : to;
}

/* Rows of words among the bytes of an object, the least significant first. */
typedef uint64_t heddle_word __attribute__((aligned(1), may_alias));
typedef unsigned __int128 heddle_wide;

static inline heddle_word *heddle_words(char *object) {
  return (heddle_word *)(object + heddle_type_of(object)->fixedSize);
}

/* target = a + b or a - b, of n words and no more of b; gives the carry. */
#define HEDDLE_WORDS_SUM(name, overflow) \
  static inline int64_t name(heddle_word *target, const heddle_word *a, int64_t n, const heddle_word *b, int64_t m) { \
    uint64_t carry = 0, sum; \
    for (int64_t i = 0; i < m; i++) { \
      uint64_t first = overflow(a[i], b[i], &sum); \
      carry = first | overflow(sum, carry, &sum); \
      target[i] = sum; \
    } \
    for (int64_t i = m; i < n; i++) carry = overflow(a[i], carry, &sum), target[i] = sum; \
    return (int64_t)carry; \
  }
HEDDLE_WORDS_SUM(heddle_words_add, __builtin_add_overflow)
HEDDLE_WORDS_SUM(heddle_words_subtract, __builtin_sub_overflow)

static inline void heddle_words_multiply_add(heddle_word *target, const heddle_word *a, int64_t n, const heddle_word *b) {
  uint64_t factor = *b, carry = 0;
  for (int64_t i = 0; i < n; i++) {
    heddle_wide product = (heddle_wide)a[i] * factor + target[i] + carry;
    target[i] = (uint64_t)product;
    carry = (uint64_t)(product >> 64);
  }
  target[n] = carry;
}

static inline int64_t heddle_words_multiply_subtract(heddle_word *target, const heddle_word *a, int64_t n, const heddle_word *b) {
  uint64_t factor = *b, borrow = 0;
  for (int64_t i = 0; i < n; i++) {
    heddle_wide product = (heddle_wide)a[i] * factor + borrow;
    uint64_t low = (uint64_t)product, word = target[i];
    target[i] = word - low;
    borrow = (uint64_t)(product >> 64) + (word < low);
  }
  uint64_t word = target[n];
  target[n] = word - borrow;
  return word < borrow;
}

static inline void heddle_words_shift_left(heddle_word *target, const heddle_word *source, int64_t n, int64_t bits) {
  target[n] = n > 0 && bits > 0 ? source[n - 1] >> (64 - bits) : 0;
  for (int64_t i = n - 1; i >= 0; i--)
    target[i] = source[i] << bits | (i > 0 && bits > 0 ? source[i - 1] >> (64 - bits) : 0);
}

static inline void heddle_words_shift_right(heddle_word *target, const heddle_word *source, int64_t n, int64_t bits) {
  for (int64_t i = 0; i < n; i++)
    target[i] = source[i] >> bits | (i + 1 < n && bits > 0 ? source[i + 1] << (64 - bits) : 0);
}

/* high:low / divisor, high being less than divisor: one instruction where the processor has it. */
static inline uint64_t heddle_divide_wide(uint64_t high, uint64_t low, uint64_t divisor, uint64_t *rest) {
#ifdef __x86_64__
  uint64_t quotient;
  __asm__("divq %4" : "=a"(quotient), "=d"(*rest) : "0"(low), "1"(high), "r"(divisor) : "cc");
  return quotient;
#else
  heddle_wide dividend = (heddle_wide)high << 64 | low;
  *rest = (uint64_t)(dividend % divisor);
  return (uint64_t)(dividend / divisor);
#endif
}

static inline void heddle_words_divide(heddle_word *quotient, const heddle_word *a, int64_t n, const heddle_word *divisor, heddle_word *rest) {
  uint64_t over = 0, by = *divisor;
  for (int64_t i = n - 1; i >= 0; i--) quotient[i] = heddle_divide_wide(over, a[i], by, &over);
  *rest = over;
}

static inline void heddle_words_guess(heddle_word *quotient, const heddle_word *top, const heddle_word *end) {
  uint64_t first = end[-1], second = end[-2], guess, over;
  if (*top >= first) {
    guess = UINT64_MAX;
    over = top[-1] + first;
    if (over < first) { *quotient = guess; return; }
  } else guess = heddle_divide_wide(*top, top[-1], first, &over);
  while ((heddle_wide)guess * second > ((heddle_wide)over << 64 | top[-2])) {
    guess--;
    over += first;
    if (over < first) break;
  }
  *quotient = guess;
}

static inline int64_t heddle_words_leading_zeros(const heddle_word *word) { return __builtin_clzll(*word); }

/* The exception on its way; 0 means none, so a thrown undefined travels as another word. */
static inline void heddle_set_exception(uint64_t value) {
  heddle_state.pendingException = value == HEDDLE_UNDEFINED ? HEDDLE_THROWN_UNDEFINED : value;
}

static inline uint64_t heddle_take_exception(void) {
  uint64_t value = heddle_state.pendingException;
  heddle_state.pendingException = 0;
  return value == HEDDLE_THROWN_UNDEFINED ? HEDDLE_UNDEFINED : value;
}

static inline uint8_t heddle_stack_low(void) {
  return HEDDLE_UNLIKELY((intptr_t)__builtin_frame_address(0) < heddle_state.stackLimit);
}

/* Where exceptions passed: a ring of places, printed with an uncaught one. */
#define HEDDLE_TRACE_SIZE 64
HEDDLE_VARIABLE const char *heddle_trace_ring[HEDDLE_TRACE_SIZE];
HEDDLE_VARIABLE uint32_t heddle_trace_count;

static inline void heddle_trace_start(const char *place) {
  heddle_trace_ring[0] = place;
  heddle_trace_count = 1;
}

static inline void heddle_trace(const char *place) {
  heddle_trace_ring[heddle_trace_count++ % HEDDLE_TRACE_SIZE] = place;
}
