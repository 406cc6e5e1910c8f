/*
 * bench/programs/allocation-kinds.ts written by hand in C: a free pointer in a register, one look at the limit a round, and a
 * nursery out of which what lives is copied whenever it is full.
 *
 *   cc -O3 allocation-kinds.c -o kinds && ./kinds two-classes 100000000
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NURSERY (512 * 1024)
#define LIST 1024

enum { SMALL = 1, LARGE, PLAIN, LINK };

typedef struct Object {
  int64_t header;
  struct Object *next;
  int64_t value, square;
} Object;

typedef struct {
  int64_t header, value;
} Plain;

typedef struct {
  int64_t header;
  Plain *to;
  int64_t value;
} Link;

static char nursery[NURSERY];
static char *const top = nursery + NURSERY;
static char survivors[LIST * sizeof(Object)];

static size_t size_of(const Object *object) { return object->header == LARGE ? sizeof(Object) : sizeof(Object) - 8; }

/* The list is all that lives. */
__attribute__((noinline)) static Object *copy_list(const Object *list) {
  static char other[sizeof survivors];
  char *to = other;
  for (const Object *at = list; at; at = at->next) {
    Object *copy = (Object *)to;
    memcpy(copy, at, size_of(at));
    to += size_of(at);
    if (at->next) copy->next = (Object *)(survivors + (to - other));
  }
  memcpy(survivors, other, to - other);
  return list ? (Object *)survivors : NULL;
}

__attribute__((noinline)) static void *copy_one(const void *object, size_t size) {
  return memmove(survivors, object, size);
}

/* Nobody may drop a store to the object. */
#define KEEP(object) __asm__ volatile("" : : "r"(object) : "memory")

static int64_t two_classes(int64_t objects) {
  char *free = nursery;
  Object *list = NULL;
  for (int64_t i = 0; i < objects; i += 2) {
    if (i % LIST == 0) list = NULL;
    char *block = free;
    free = block + 2 * sizeof(Object) - 8;
    if (__builtin_expect(free > top, 0)) {
      list = copy_list(list);
      block = nursery;
      free = block + 2 * sizeof(Object) - 8;
    }
    Object *small = (Object *)block, *large = (Object *)(block + sizeof(Object) - 8);
    small->header = SMALL, small->next = list, small->value = i;
    large->header = LARGE, large->next = small, large->value = i, large->square = i + i;
    list = large;
    KEEP(list);
  }
  int64_t sum = 0;
  for (const Object *at = list; at; at = at->next) sum += at->header == LARGE ? at->square : at->value;
  return sum;
}

#define BUMP(type, last)                                          \
  char *block = free;                                             \
  free = block + sizeof(type);                                    \
  if (__builtin_expect(free > top, 0)) {                          \
    last = copy_one(last, sizeof(type));                          \
    block = nursery;                                              \
    free = block + sizeof(type);                                  \
  }                                                               \
  last = (type *)block

static int64_t conditional(int64_t objects) {
  char *free = nursery;
  Plain first = {PLAIN, 0}, *last = &first;
  for (int64_t i = 0; i < objects; i++) {
    if ((i & 3) == 0) continue;
    BUMP(Plain, last);
    last->header = PLAIN, last->value = i;
    KEEP(last);
  }
  return last->value;
}

static int64_t pointer(int64_t objects) {
  char *free = nursery;
  Plain anchor = {PLAIN, 7};
  Link first = {LINK, &anchor, 0}, *last = &first;
  for (int64_t i = 0; i < objects; i++) {
    BUMP(Link, last);
    last->header = LINK, last->to = &anchor, last->value = i;
    KEEP(last);
  }
  return last->value + last->to->value;
}

static int64_t called(int64_t objects) {
  char *free = nursery;
  Plain first = {PLAIN, 0}, *last = &first;
  for (int64_t i = 0; i < objects; i++) {
    BUMP(Plain, last);
    last->header = PLAIN, last->value = i;
    KEEP(last);
  }
  return last->value;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  const char *kind = argc > 1 ? argv[1] : "called";
  const int64_t objects = argc > 2 ? atoll(argv[2]) : 1000000;
  memset(nursery, 1, NURSERY); /* so that no page is first touched inside the measurement */
  const double start = now();
  printf("%" PRId64 "\n", !strcmp(kind, "two-classes")   ? two_classes(objects)
                          : !strcmp(kind, "conditional") ? conditional(objects)
                          : !strcmp(kind, "pointer")     ? pointer(objects)
                                                         : called(objects));
  printf("%.6f s\n", now() - start);
  return 0;
}
